import type { View } from '../../emulator';
import { messagesFor } from '../../i18n';
import { ids, learnersBlock } from '../../slack/ids';
import { readAloud } from '../reading';
import { supporter } from './cast';
import type { Lists } from './morning';
import { conversationWith, latestSaying, type Scene, team } from './scene';

const { blocks } = ids;

/** What the supporter writes after she has heard from the learner. */
const written = {
  [blocks.outcome]: 'replied',
  [blocks.motivation]: '4',
  [blocks.studyHours]: '7.5',
  [blocks.note]: '面談の練習を一緒にしました。話し方がずいぶん落ち着いてきています。',
  [blocks.learnerWords]: '自分の作ったものを、初めて自分の言葉で説明できました。',
  [blocks.shareAsWin]: ['share'],
};

/** The same as the modal's labels and choices say it. */
function inWords(): string {
  const { checkIn: t, outcomes, motivation } = messagesFor('ja');
  const lines = [
    `${t.outcome}：${outcomes.replied}`,
    `${t.motivation}：${motivation['4']}`,
    `${t.studyHours}：${written[blocks.studyHours]}`,
    `${t.note}：${written[blocks.note]}`,
    `${t.learnerWords}：${written[blocks.learnerWords]}`,
    `☑ ${t.shareAsWinOption}`,
  ];
  return lines.map((line) => `    ${line}`).join('\n');
}

/** /checkin: the learner is found by her reading, and both lists tick her off. */
export async function logCheckIn(scene: Scene, before: Lists): Promise<Lists> {
  const { guide, slack, cast } = scene;
  const { contacted } = cast;
  guide.chapter(
    `${supporter.name}さんが /checkin で記録します`,
    'The supporter logs a contact with /checkin',
  );
  const filled = await fillIn(scene);
  guide.show(`${filled.title.text} / modal`, filled);
  guide.say(
    `${supporter.name}さんが書くこと：\n${inWords()}`,
    'That is what she fills in; learner and outcome alone would do.',
  );
  const submission = await slack.as(supporter.userId).submit(written);
  guide.insist(
    submission.errors === undefined,
    `the check-in saved, not ${JSON.stringify(submission.errors)}`,
  );
  const answer = await guide.sees('the answer that the check-in is saved', () =>
    slack.ephemerals(supporter.userId).find((shown) => readAloud(shown).includes(contacted.name)),
  );
  guide.show('本人だけに見える返事 / only she sees this', answer);
  guide.chapter('どちらのリストも、その場で更新されます', 'Both lists are ticked off in place');
  return showTicked(scene, before);
}

async function fillIn({ guide, slack, cast }: Scene): Promise<View> {
  const { contacted } = cast;
  const person = slack.as(supporter.userId);
  await person.command(ids.commands.checkin, { channel: team.channelId });
  await guide.sees('the check-in modal', () => person.modal()?.callback_id === ids.views.checkIn);
  const [typed = contacted.reading] = contacted.reading.split(' ');
  const offered = await person.suggest(ids.actions.learner, typed);
  const names = offered.map((option) =>
    readAloud({ blocks: [{ type: 'section', block_id: '', ...option }] }),
  );
  guide.say(
    `「${typed}」と入力すると：${names.join('、')}`,
    `Typing the name's reading "${typed}" offers ${names.length === 1 ? 'her' : 'these'}.`,
  );
  await person.fill({ [blocks.learner]: contacted.id });
  return guide.sees("the learner's last check-ins in the modal", () => {
    const modal = person.modal();
    const unit = learnersBlock(blocks.unit, contacted.id);
    return modal?.blocks.some(({ block_id }) => block_id === unit) && modal;
  });
}

async function showTicked({ guide, slack, cast }: Scene, before: Lists): Promise<Lists> {
  const { name } = cast.contacted;
  const place = conversationWith(slack, supporter);
  const reminder = await guide.sees('the learner ticked off in the reminder', () =>
    latestSaying(slack, place, `✅ ~${name}~`),
  );
  guide.showChanges(place.heading, before.reminder, reminder);
  const digest = await guide.sees('the learner ticked off in the digest', () =>
    latestSaying(slack, team, `~${name}~ ✅`),
  );
  guide.showChanges(team.heading, before.digest, digest);
  return { digest, reminder };
}

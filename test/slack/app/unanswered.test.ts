import { eq } from 'drizzle-orm';
import { caseHelpers, cases, consultationNudges, consultations } from '../../../src/db/schema';
import type { Message } from '../../../src/emulator';
import { ids } from '../../../src/slack/ids';
import { eventually } from '../../support/eventually';
import { answerWords, type Desk, fillQuestion, modalAfter, startDesk } from './desk';
import { digestIn, wordsOf } from './lists';

const { blocks } = ids;
let desk: Desk;
beforeEach(async () => {
  // Tuesday 24 November, before the digest's hour.
  desk = await startDesk({ at: '2026-11-23T23:00:00Z' });
});
afterEach(async () => {
  await desk.close();
  expect(desk.slack.refusals.filter(({ rule }) => rule !== 'not_in_channel')).toEqual([]);
});

async function ask(userId: string, name: string, hide = false) {
  await modalAfter(desk, userId, () =>
    desk.slack.as(userId).command(`/consult ${name}`, { channel: 'C0TEAM' }),
  );
  await fillQuestion(desk, userId, {
    [blocks.consultSituation]: '夜勤が続き、お返事がありません。',
    [blocks.consultWants]: ['ideas'],
    ...(hide && { [blocks.consultHideName]: ['hide'] }),
  });
  await desk.slack.as(userId).submit();
  await answerWords(desk, userId);
  await desk.sweep();
}

const nudges = () => desk.deps.db.select().from(consultationNudges).orderBy(consultationNudges.askedOn);
const [root] = [
  () => desk.slack.messages('C0TEAM').find((message) => wordsOf(message).includes('ほしい助け')),
];
const thread = () =>
  desk.slack
    .messages('C0TEAM', { threadTs: root()?.ts ?? '' })
    .slice(1)
    .map(wordsOf);

/** At the hour of the program's digest. */
async function morningOf(day: string) {
  desk.clock.set(new Date(`${day}T00:00:00Z`));
  await desk.sweep();
}

async function helpedInOne(userId: string) {
  const [row] = await desk.deps.db
    .insert(cases)
    .values({
      ...{
        workspaceId: desk.program.workspaceId,
        programId: desk.program.id,
        title: '夜勤',
        situation: '夜勤',
      },
      ...{ outcome: 'resolved', concerns: ['work'], closedOn: '2026-10-01', authorId: 'U0AOI' },
      createdAt: desk.clock.now(),
    })
    .returning();
  const { workspaceId, id: caseId } = row ?? { workspaceId: '', id: '' };
  await desk.deps.db.insert(caseHelpers).values({ workspaceId, caseId, userId, helped: true });
}

describe('a question without an answer', () => {
  it('stands in the digest of the author’s next working day, and somebody with experience is asked by name', async () => {
    const row = await desk.records.learner(desk.program, { name: '佐藤 花子', dueOn: '2027-01-05' });
    await desk.records.checkIn(row, { concerns: ['work'] });
    await helpedInOne('U0MORI');
    await ask('U0AOI', '佐藤');
    await morningOf('2026-11-24');
    expect(wordsOf(digestIn(desk))).not.toContain('お返事を待っている相談');
    expect(await nudges()).toEqual([]);
    await morningOf('2026-11-25');
    expect(wordsOf(digestIn(desk))).toContain('|青木さん（佐藤 花子 さんについて） 11/24(火)から>');
    expect(thread()).toEqual([
      '<@U0MORI> さん、青木さんがお返事を待っています。似たケースで力になってくださったことがあるとのこと、ひとことお聞かせいただけますか。',
    ]);
  });

  it('asks another person each working day, three at most, however often the sweep runs', async () => {
    const row = await desk.records.learner(desk.program, { name: '佐藤 花子', dueOn: '2027-01-05' });
    await desk.records.checkIn(row, { concerns: ['work'] });
    await helpedInOne('U0MORI');
    await ask('U0AOI', '佐藤');
    for (const day of ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-30', '2026-12-01']) {
      await morningOf(day);
      await desk.sweep();
    }
    const asked = await nudges();
    expect(asked.map(({ askedOn }) => askedOn)).toEqual(['2026-11-25', '2026-11-26', '2026-11-27']);
    expect(asked.map(({ askedId }) => askedId)).toEqual(['U0MORI', 'U0KUDO', 'U0MORI']);
    expect(thread()).toHaveLength(3);
  });

  it('asks nobody once it is answered, and one person only after days without a worker', async () => {
    await desk.records.learner(desk.program, { name: '佐藤 花子', dueOn: '2027-01-05' });
    await ask('U0AOI', '佐藤');
    await morningOf('2026-11-30');
    expect(await nudges()).toHaveLength(1);
    await desk.deps.db
      .update(consultations)
      .set({ answeredAt: desk.clock.now(), nextNudgeAt: null })
      .where(
        eq(consultations.learnerId, (await desk.deps.db.select().from(consultations))[0]?.learnerId ?? ''),
      );
    await morningOf('2026-12-01');
    expect(await nudges()).toHaveLength(1);
    expect(wordsOf(digestIn(desk))).not.toContain('お返事を待っている相談');
  });

  it('that joins one which was answered is waited for as well, and says who asks', async () => {
    await desk.records.learner(desk.program, { name: '佐藤 花子', dueOn: '2027-01-05' });
    await ask('U0AOI', '佐藤');
    const collected = async (answered: boolean) =>
      eventually(
        () => desk.deps.db.select().from(consultations),
        ([row]) => (row?.answeredAt !== null) === answered,
      );
    await desk.slack.as('U0MORI').post('C0TEAM', '電話はどうでしょう', { threadTs: root()?.ts ?? '' });
    await collected(true);
    await morningOf('2026-11-25');
    expect(await nudges()).toEqual([]);
    await ask('U0KUDO', '佐藤');
    expect(await collected(false)).toMatchObject([{ answerBy: '2026-11-26', askedAgainBy: 'U0KUDO' }]);
    expect(wordsOf(digestIn(desk))).not.toContain('お返事を待っている相談');
    await morningOf('2026-11-26');
    expect(wordsOf(digestIn(desk))).toContain('|Kudoさん（佐藤 花子 さんについて） 11/25(水)から>');
    expect(await nudges()).toMatchObject([{ askedOn: '2026-11-26' }]);
    expect(thread().at(-1)).toContain('Kudoさんがお返事を待っています');
    desk.clock.advance(60_000);
    await desk.slack.as('U0MORI').post('C0TEAM', '朝はどうでしょう', { threadTs: root()?.ts ?? '' });
    await collected(true);
    await morningOf('2026-11-27');
    expect(await nudges()).toHaveLength(1);
  });

  it('keeps its day when another joins it before that', async () => {
    await desk.records.learner(desk.program, { name: '佐藤 花子', dueOn: '2027-01-05' });
    await ask('U0AOI', '佐藤');
    await morningOf('2026-11-25');
    await ask('U0KUDO', '佐藤');
    const [row] = await desk.deps.db.select().from(consultations);
    expect(row).toMatchObject({
      ...{ answerBy: '2026-11-25', nextNudgeAt: new Date('2026-11-26T00:00:00Z'), askedAgainBy: null },
    });
  });

  it('names nobody whose name is hidden, in the digest either', async () => {
    await desk.records.learner(desk.program, {
      name: '佐藤 花子',
      reading: 'さとう はなこ',
      dueOn: '2027-01-05',
    });
    await ask('U0AOI', '佐藤', true);
    await morningOf('2026-11-25');
    expect(wordsOf(digestIn(desk))).toContain('|青木さん 11/24(火)から>');
    expect(JSON.stringify(desk.slack.messages('C0TEAM'))).not.toContain('佐藤');
  });
});

describe('a question whose channel takes no message', () => {
  it('is posted once the bot is back, with what joined it', async () => {
    await desk.records.learner(desk.program, { name: '佐藤 花子', dueOn: '2027-01-05' });
    const when = ({ channel }: { channel?: unknown }) => channel === 'C0TEAM';
    desk.slack.faults.add({ method: 'chat.postMessage', kind: 'error', error: 'not_in_channel', when });
    await ask('U0AOI', '佐藤');
    expect(root()).toBeUndefined();
    await morningOf('2026-11-24');
    desk.slack.faults.clear();
    await morningOf('2026-11-25');
    expect(root() && wordsOf(root() as Message)).toContain('夜勤が続き、お返事がありません。');
    const [row] = await desk.deps.db.select().from(consultations);
    expect(row?.permalink).toContain('/archives/C0TEAM/p');
  });
});

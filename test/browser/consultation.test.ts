import type { Locator, Page } from 'playwright-core';
import { seriousFindings } from './axe';
import { describeInBrowser } from './chromium';
import { type Hands, keyboard, mouse } from './hands';
import { command, expectShown, lastAnswer, read } from './looking';
import { type DueLearner, dueLearners, teams } from './people';
import { openStage, type Stage } from './stage';

const { ja: team } = teams;
const { t, page: words, channel } = team;
const hara = { id: 'U0HARA', name: '原' };

/** Cases of the sample: one that is like what is asked, and one that is looked for in kana and written in kanji. */
const similar = '夜勤明けは机に向かえない';
const past = { title: 'お子さんの発熱が続き、2週間進んでいない', lookedFor: 'ほいくえん', marked: '保育園' };

describeInBrowser('a question to the team', (executablePath) => {
  let stage: Stage;
  let due: DueLearner[];

  beforeAll(async () => {
    stage = await openStage(executablePath);
    const { slack } = stage.open.practice;
    await slack.until(() => slack.messages(channel.id).length > 0, 20_000);
    due = await dueLearners(stage.open, team.supporter);
  }, 60_000);
  afterEach(async () => expect(await stage.leave()).toEqual([]));
  afterAll(() => stage.close());

  it.each([
    ['with a mouse', mouse, '夜勤明けに教材を開けない', '開けなかった'],
    ['by keys alone', keyboard, '夜勤のたびに生活が乱れる', '乱れて'],
  ])(
    'is asked beside similar cases, answered, closed without names and found again, %s',
    async (_, hands, title, lookedFor) => {
      const learner = due.shift();
      if (!learner) throw new Error('expected somebody who is due');
      const [family = ''] = learner.name.split(' ');
      const page = await stage.visit(team.supporter, channel.id);
      await ask(page, hands, learner);
      const answer = `夜勤の週は休みと決めると、${family}さんも楽になるかもしれません。`;
      await reply(hands, learner, answer);
      const thread = await openThread(page, hands, learner);
      await expectShown(thread.getByText(answer));
      await close(page, hands, { thread, title, answer, family });
      await find(page, hands, { title, lookedFor });
    },
    60_000,
  );

  async function ask(page: Page, hands: Hands, { name, typed }: DueLearner): Promise<void> {
    await command(page, team, hands, '/consult');
    const modal = page.getByRole('dialog', { name: t.consult.title });
    await hands.choose(modal.getByRole('combobox', { name: t.checkIn.learner }), typed, name);
    await expectShown(modal.getByText(t.consult.shown));
    const situation = modal.getByRole('textbox', { name: t.consult.situation });
    await hands.write(situation, `${name}さんは夜勤が続き、教材を開けない日が増えました。`);
    await hands.tick(modal.getByRole('checkbox', { name: t.consult.wants.ideas }));
    await expectShown(modal.getByText(similar));
    expect(await seriousFindings(page)).toEqual([]);
    await hands.press(modal.getByRole('button', { name: t.consult.submit, exact: true }));
    await modal.waitFor({ state: 'hidden' });
    await expectShown(lastAnswer(page, team).getByText(read(t.consult.done({ name }))));
    await expectShown(postOf(page, name).getByText(t.consult.noAnswerYet));
  }

  /** A colleague answers from a page of her own. */
  async function reply(hands: Hands, { name }: DueLearner, text: string): Promise<void> {
    const hers = await stage.visit(hara.id, channel.id);
    const thread = await openThread(hers, hands, { name });
    await hands.write(thread.getByRole('textbox', { name: words.thread.reply }), text);
    await hands.press(thread.getByRole('button', { name: words.composer.send }));
    await expectShown(postOf(hers, name).getByText(t.consult.answered({ n: 1 })));
  }

  interface Closing {
    thread: Locator;
    title: string;
    answer: string;
    family: string;
  }

  async function close(page: Page, hands: Hands, { thread, title, answer, family }: Closing): Promise<void> {
    await hands.press(thread.getByRole('button', { name: t.consult.close }));
    const form = page.getByRole('dialog', { name: t.closing.form.title });
    const outcome = form.getByRole('combobox', { name: t.closing.form.outcome });
    await hands.choose(outcome, t.closing.outcomes.better, t.closing.outcomes.better);
    await hands.write(form.getByRole('textbox', { name: t.closing.form.caseTitle }), title);
    await hands.tick(form.getByRole('checkbox', { name: answer }));
    await expectShown(form.getByRole('textbox', { name: t.closing.form.passage(hara) }));
    expect(await seriousFindings(page)).toEqual([]);
    await hands.press(form.getByRole('button', { name: t.closing.form.submit, exact: true }));

    const preview = page.getByRole('dialog', { name: t.closing.preview.title });
    await expectShown(preview.getByText(t.closing.preview.replaced));
    const situation = preview.getByRole('textbox', { name: t.closing.form.situation });
    expect(await situation.inputValue()).toBe('受講生は夜勤が続き、教材を開けない日が増えました。');
    const helped = preview.getByRole('textbox', { name: t.closing.form.helped });
    expect(await helped.inputValue()).toBe(answer.replace(`${family}さん`, '受講生'));
    expect(await seriousFindings(page)).toEqual([]);
    await hands.press(preview.getByRole('button', { name: t.closing.preview.submit, exact: true }));
    await preview.waitFor({ state: 'hidden' });
    await expectShown(lastAnswer(page, team).getByText(read(t.closing.done({ title }))));
    const thanks = t.closing.note.thanks({ names: t.closing.note.person(hara) });
    await expectShown(thread.getByText(thanks));
  }

  async function find(
    page: Page,
    hands: Hands,
    { title, lookedFor }: { title: string; lookedFor: string },
  ): Promise<void> {
    await command(page, team, hands, `/cases ${lookedFor}`);
    const modal = page.getByRole('dialog', { name: t.library.title });
    await expectShown(modal.getByText(title));
    await hands.write(modal.getByRole('textbox', { name: t.library.words }), past.lookedFor);
    await page.keyboard.press('Enter');
    await expectShown(modal.getByText(past.marked, { exact: true }).first());
    await expectShown(modal.getByText(past.title));
    expect(await seriousFindings(page)).toEqual([]);
  }

  /** The post of a learner's consultation in the channel. */
  function postOf(page: Page, name: string): Locator {
    const asked = read(t.consult.asked({ author: '森', name }));
    return page.getByRole('main').getByRole('article').filter({ hasText: asked });
  }

  async function openThread(page: Page, hands: Hands, { name }: { name: string }): Promise<Locator> {
    const post = postOf(page, name);
    await post.hover();
    await hands.press(post.getByRole('button', { name: words.message.reply }));
    return page.getByRole('complementary', { name: words.thread.name });
  }
});

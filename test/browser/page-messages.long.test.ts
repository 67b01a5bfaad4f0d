import type { Locator, Page } from 'playwright-core';
import { client } from '../emulator/fixtures';
import { describeInBrowser } from './chromium';
import { teams } from './people';
import { openStage, type Stage } from './stage';

const { supporter, channel, t, page: words } = teams.en;
const other = 'U0NADIA';

describeInBrowser('messages of people', (executablePath) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage(executablePath);
  }, 60_000);
  afterEach(async () => expect(await stage.leave()).toEqual([]));
  afterAll(() => stage.close());

  /** The channel through the eyes of two people. */
  async function openTwice(): Promise<{ page: Page; others: Page }> {
    const page = await stage.visit(supporter, channel.id);
    const others = await stage.visit(other, channel.id);
    return { page, others };
  }

  it('go out by Enter, with the lines that Shift+Enter began, mentions and dates', async () => {
    const { page, others } = await openTwice();
    const box = composer(page);
    await box.fill(
      '<@U0AOI> starts on <!date^1795737600^{date_long}|some day>, not <!date^1795737600^{moon}|soon>',
    );
    await box.press('Shift+Enter');
    await box.pressSequentially('See you *there* :seedling:');
    expect(await box.inputValue()).toContain('\nSee you');
    await box.press('Enter');
    for (const seen of [page, others]) {
      const message = said(seen, 'See you there 🌱');
      await message.waitFor();
      const read = (await message.allInnerTexts()).join().replaceAll('\u00a0', ' ');
      expect(read).toContain('@青木 starts on Friday, November 27, 2026, not soon\nSee you there 🌱');
      expect(await message.locator('.slack_blocks_to_jsx strong').textContent()).toBe('there');
    }
    expect(await box.inputValue()).toBe('');
  }, 30_000);

  it('are changed in place, and only by who wrote them', async () => {
    const { page, others } = await openTwice();
    await say(page, 'She likes the exercise');
    const message = said(page, 'She likes the exercise');
    await act(message, words.message.edit);
    const box = page.getByRole('textbox', { name: words.message.edit });
    await box.and(page.locator(':focus')).waitFor();
    await box.fill('She loves the exercise');
    await page.getByRole('button', { name: words.message.save }).click();
    const changed = said(others, 'She loves the exercise');
    await changed.getByText(words.message.edited).waitFor();
    await said(page, 'She loves the exercise').getByText(words.message.edited).waitFor();
    expect(await said(others, 'She likes').count()).toBe(0);

    await changed.hover();
    await changed.getByRole('button', { name: words.message.more }).click();
    await others.getByRole('menuitem').first().waitFor();
    expect(await others.getByRole('menuitem', { name: words.message.edit }).count()).toBe(0);
    expect(await others.getByRole('menuitem', { name: words.message.delete }).count()).toBe(0);
  }, 30_000);

  it('are answered in a thread, which the channel counts live for everybody', async () => {
    const { page, others } = await openTwice();
    await say(page, 'Who knows a text on recursion?');
    const question = said(page, 'Who knows a text on recursion?');
    await act(question, words.message.reply);
    const thread = page.getByRole('complementary', { name: words.thread.name });
    await thread.getByRole('textbox', { name: words.thread.reply }).fill('I found one');
    await page.keyboard.press('Enter');
    await said(thread, 'I found one').waitFor();
    const asked = said(others, 'Who knows a text on recursion?');
    await asked.getByRole('button', { name: words.message.replies(1) }).click();
    const theirs = others.getByRole('complementary', { name: words.thread.name });
    await said(theirs, 'I found one').waitFor();
    await theirs.getByRole('textbox', { name: words.thread.reply }).fill('Thank you');
    await others.keyboard.press('Enter');
    await said(thread, 'Thank you').waitFor();
    await said(page.getByRole('main'), 'Who knows')
      .getByRole('button', { name: words.message.replies(2) })
      .waitFor();
    expect(await said(page.getByRole('main'), 'Thank you').count()).toBe(0);

    await act(said(page.getByRole('main'), 'Who knows'), words.message.delete);
    for (const seen of [page, others]) {
      const gone = said(seen.getByRole('main'), words.message.deleted);
      await gone.getByRole('button', { name: words.message.replies(2) }).waitFor();
      expect(await gone.getByRole('button', { name: words.message.more }).count()).toBe(0);
      expect(await seen.getByText('Who knows').count()).toBe(0);
    }
  }, 30_000);

  it('become the note of a check-in by their menu', async () => {
    const page = await stage.visit(supporter, channel.id);
    await stage.open.practice.slack.as(other).post(channel.id, 'Anna wrote: “exams & more” &lt;3');
    const message = said(page, 'exams & more” <3');
    await act(message, 'Log as check-in');
    const modal = page.getByRole('dialog', { name: t.checkIn.title });
    const note = modal.getByRole('textbox', { name: t.checkIn.note });
    await note.waitFor();
    expect(await note.inputValue()).toContain('Anna wrote: “exams & more”');
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'hidden' });
  }, 30_000);

  it('are taken away again from everybody', async () => {
    const { page, others } = await openTwice();
    await say(page, 'Wrong channel, sorry');
    await said(others, 'Wrong channel, sorry').waitFor();
    const marks = await page.getByText(words.message.deleted).count();
    await act(said(page, 'Wrong channel, sorry'), words.message.delete);
    await said(page, 'Wrong channel, sorry').waitFor({ state: 'detached' });
    await said(others, 'Wrong channel, sorry').waitFor({ state: 'detached' });
    // Without a thread nothing stays in its place.
    expect(await page.getByText(words.message.deleted).count()).toBe(marks);
  }, 30_000);

  it('for one person are seen by nobody else, until she puts them away', async () => {
    const { page, others } = await openTwice();
    const web = client(stage.open.practice.slack);
    await web.chat.postEphemeral({ channel: channel.id, user: supporter, text: 'Between us' });
    await web.chat.postMessage({ channel: channel.id, text: 'For all' });
    const mine = said(page, 'Between us');
    await mine.getByText(words.message.onlyYou).waitFor();
    await said(others, 'For all').waitFor();
    expect(await said(others, 'Between us').count()).toBe(0);
    await mine.getByRole('button', { name: words.message.dismiss }).click();
    await mine.waitFor({ state: 'detached' });
    await page.reload();
    await said(page, 'For all').waitFor();
    expect(await mine.count()).toBe(0);
  }, 30_000);
});

function composer(page: Page): Locator {
  return page.getByRole('textbox', { name: words.composer.to(`#${channel.name}`) });
}

async function say(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await composer(page).press('Enter');
}

/** The message that says this. */
function said(where: Page | Locator, text: string): Locator {
  return where.getByRole('article').filter({ hasText: text });
}

/** Chooses from a message's menu. */
async function act(message: Locator, choice: string): Promise<void> {
  await message.hover();
  await message.getByRole('button', { name: words.message.more }).click();
  await message.page().getByRole('menuitem', { name: choice }).click();
}

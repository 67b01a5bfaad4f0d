import type { Locator, Page } from 'playwright-core';
import { type RunningPage, startPage } from '../../src/practice/server/page-server';
import { client, refusalOf } from '../emulator/fixtures';
import { projectPath } from '../support/source';
import { describeInBrowser } from './chromium';
import { type Team, teams } from './people';
import { openStage, type Stage } from './stage';

const { ja, en } = teams;

describeInBrowser('the page', (executablePath) => {
  let stage: Stage;
  let restarted: RunningPage | undefined;

  beforeAll(async () => {
    stage = await openStage(executablePath);
    const { slack } = stage.open.practice;
    const hasLists = ({ channel, supporter }: Team) =>
      slack.messages(channel.id).length > 0 && slack.dm(supporter).length > 0;
    await slack.until(() => Object.values(teams).every(hasLists), 20_000);
  }, 60_000);
  afterEach(async () => expect(await stage.leave()).toEqual([]));
  afterAll(async () => {
    await restarted?.close();
    await stage.close();
  });

  it('has in a modal what was typed there before it was reloaded', async () => {
    const { t, page: words } = en;
    const page = await stage.visit(en.supporter, en.channel.id);
    await page.getByRole('button', { name: words.composer.shortcuts }).click();
    await page.getByRole('menuitem', { name: 'Log a check-in' }).click();
    const modal = page.getByRole('dialog', { name: t.checkIn.title });
    const note = modal.getByRole('textbox', { name: t.checkIn.note });
    await note.fill('Sounds <well> & awake 🌿');
    await modal.getByRole('radio', { name: t.outcomes.talked }).check();
    await modal.getByRole('checkbox', { name: t.concerns.family, exact: true }).check();

    await page.reload();
    await modal.waitFor();
    expect(await note.inputValue()).toBe('Sounds <well> & awake 🌿');
    expect(await modal.getByRole('radio', { name: t.outcomes.talked }).isChecked()).toBe(true);
    expect(await modal.getByRole('checkbox', { name: t.concerns.family, exact: true }).isChecked()).toBe(
      true,
    );
    expect(await modal.getByRole('checkbox', { name: t.concerns.work, exact: true }).isChecked()).toBe(false);
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'hidden' });
  }, 30_000);

  it('says that the server is gone, and comes back live by itself with what happened meanwhile', async () => {
    const { page: words, channel } = en;
    const { page: served, practice } = stage.open;
    const page = await stage.visit(en.supporter, channel.id);
    const box = page.getByRole('textbox', { name: words.composer.to(`#${channel.name}`) });
    await box.fill('half a senten');

    await served.close();
    await page.getByText(words.page.lost).waitFor();
    await practice.slack.as('U0NADIA').post(channel.id, 'said while nobody answered');
    restarted = await startPage(practice, { port: served.port, pageDir: projectPath('dist/practice/page') });
    await page.getByText(words.page.lost).waitFor({ state: 'hidden' });
    await page.getByRole('article').filter({ hasText: 'said while nobody answered' }).waitFor();
    await practice.slack.as('U0NADIA').post(channel.id, 'said afterwards');
    await page.getByRole('article').filter({ hasText: 'said afterwards' }).waitFor();
    expect(await box.inputValue()).toBe('half a senten');

    const faults = await stage.leave();
    expect(faults.filter((fault) => !/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED/.test(fault))).toEqual(
      [],
    );
  }, 30_000);

  it('goes to the next morning, and shows its list from the beginning', async () => {
    const { t, page: words, program, channel } = ja;
    const page = await stage.visit(ja.supporter, channel.id);
    const direct = page.getByRole('navigation').getByRole('button', { name: /^Banso/ });
    await direct.getByText(words.sidebar.unread(1)).waitFor();
    const clock = page.getByRole('group', { name: words.clock.name });
    const next = clock.getByRole('button', { name: words.clock.nextMorning });

    await next.click();
    const [beforeMoving] = words.clock.moving('|').split('|').filter(Boolean);
    await clock
      .getByRole('status')
      .filter({ hasText: beforeMoving ?? '' })
      .waitFor();
    expect(await clock.getByRole('button').count()).toBe(0);
    const list = page
      .getByRole('article')
      .filter({ hasText: t.digest.title({ on: '2026-11-25', program: program.name }) });
    await list.waitFor();
    await next.waitFor();
    expect(await clock.getByRole('button').count()).toBe(3);
    expect(await clock.getByRole('time').getAttribute('datetime')).toMatch(/^2026-11-25T00:0/);
    expect(await aboveSight(page, list)).toBeLessThanOrEqual(0);
    await direct.getByText(words.sidebar.unread(2)).waitFor();
    const own = page.getByRole('navigation').getByRole('button', { name: new RegExp(`^#${channel.name}$`) });
    await own.waitFor();
  }, 60_000);

  it('shows somebody else her lists, her language and her Home', async () => {
    const page = await stage.visit(en.supporter, 'home');
    const sidebar = page.getByRole('navigation');
    const person = page.getByRole('banner').getByRole('combobox').first();
    await page.getByText(en.t.home.week).waitFor();
    expect(await firstChannel(sidebar)).toContain(`#${en.channel.name}`);

    await person.selectOption(ja.supporter);
    await page.getByText(ja.t.home.week).waitFor();
    expect(await page.getByText(en.t.home.week).count()).toBe(0);
    expect(await page.evaluate('document.documentElement.lang')).toBe('ja');
    expect(await firstChannel(sidebar)).toContain(`#${ja.channel.name}`);
    expect(await sidebar.getByRole('button', { name: 'leads-only' }).count()).toBe(0);

    await person.selectOption('U0LEAD1');
    await sidebar.getByRole('button', { name: 'leads-only' }).waitFor();
    await person.selectOption('U0GUEST');
    await page.getByText(en.t.home.guest.title).waitFor();
    expect(await page.getByText(ja.t.home.week).count()).toBe(0);
    expect(await sidebar.getByRole('button', { name: 'leads-only' }).count()).toBe(0);
    expect(page.url()).toContain('#U0GUEST/home');
  }, 30_000);

  it('shows where Slack would have refused blocks and by which rule, until that is put away', async () => {
    const { page: words, channel } = en;
    const page = await stage.visit(en.supporter, channel.id);
    const strip = page.getByRole('region', { name: words.refusals.name });
    expect(await strip.count()).toBe(0);
    await postHeader(stage, channel.id, 151);
    await strip.getByText('/blocks/0/text/text: must be less than 151 characters').waitFor();
    expect(await strip.getByText('invalid_blocks').count()).toBe(1);
    expect(await strip.getByText('chat.postMessage').count()).toBe(1);

    await strip.getByRole('button', { name: words.refusals.hide }).click();
    await strip.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('main').waitFor();
    expect(await strip.count()).toBe(0);
    await postHeader(stage, channel.id, 200);
    await strip.getByText(words.refusals.count(1)).waitFor();

    const refused = await stage.leave();
    expect(refused.map((refusal) => JSON.parse(refusal).rule)).toEqual(['invalid_blocks', 'invalid_blocks']);
  }, 30_000);
});

/** How far an article's beginning lies above what is seen of the list, in CSS pixels; negative: it is in sight. */
async function aboveSight(page: Page, article: Locator): Promise<number> {
  const box = await page.getByRole('main').locator('.message-scroll').boundingBox();
  const at = await article.boundingBox();
  if (!box || !at) throw new Error('expected a list and an article in it');
  expect(at.y).toBeLessThan(box.y + box.height);
  return box.y - at.y;
}

async function firstChannel(sidebar: Locator): Promise<string | null> {
  return sidebar.getByRole('button').first().textContent();
}

/** Posts a header of so many characters as the bot, which Slack refuses. */
async function postHeader({ open }: Stage, channel: string, length: number): Promise<void> {
  const blocks = [{ type: 'header', text: { type: 'plain_text', text: 'a'.repeat(length) } }];
  const { error } = await refusalOf(
    client(open.practice.slack).chat.postMessage({ channel, text: 'x', blocks }),
  );
  expect(error).toBe('invalid_blocks');
}

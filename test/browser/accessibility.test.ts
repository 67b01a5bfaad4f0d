import type { Page } from 'playwright-core';
import { seriousFindings } from './axe';
import { describeInBrowser } from './chromium';
import { type Team, teams } from './people';
import { openStage, type Stage } from './stage';

const variants = [
  {
    name: 'wide, light, in Japanese',
    team: teams.ja,
    options: { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  },
  {
    name: 'narrow, dark, in English',
    team: teams.en,
    options: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, colorScheme: 'dark' },
  },
] as const;

/** How far the page reaches beyond its window, in CSS pixels. */
function overflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
}

/** Every surface, each by what opens it. */
const surfaces: Record<string, (stage: Stage, team: Team, page: Page) => Promise<void>> = {
  'the channel with its list': async (_, { t }, page) => {
    await page.getByRole('button', { name: t.digest.log }).waitFor();
  },
  'a message’s menu': async (_, { page: words }, page) => {
    await page.getByRole('article').first().hover();
    await page.getByRole('button', { name: words.message.more }).first().click();
    await page.getByRole('menu').waitFor();
  },
  'a thread': async (_, { page: words }, page) => {
    await page.getByRole('article').first().hover();
    await page.getByRole('button', { name: words.message.reply }).first().click();
    await page.getByRole('complementary').waitFor();
  },
  'the reminder': async (_, { t }, page) => {
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /^Banso/ })
      .click();
    await page.getByRole('button', { name: t.reminder.postpone }).first().waitFor();
  },
  Home: async (_, { t, page: words }, page) => {
    await page.getByRole('navigation').getByRole('button', { name: words.sidebar.home }).click();
    await page.getByText(t.home.week).waitFor();
  },
  'the check-in modal with suggestions': async (_, { t, supporter }, page) => {
    await page.getByRole('button', { name: t.digest.log }).click();
    const modal = page.getByRole('dialog', { name: t.checkIn.title });
    await modal
      .getByRole('combobox', { name: t.checkIn.learner })
      .pressSequentially(supporter === 'U0MORI' ? 'さと' : 'an');
    await page.getByRole('listbox').getByRole('option').first().waitFor();
  },
  'a form that is wrong': async (_, { t }, page) => {
    await page.getByRole('button', { name: t.digest.log }).click();
    const modal = page.getByRole('dialog', { name: t.checkIn.title });
    await modal.getByRole('button', { name: t.checkIn.submit, exact: true }).click();
    await modal.locator('[aria-invalid=true]').first().waitFor();
  },
};

describeInBrowser('nothing stands in the way of people', (executablePath) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage(executablePath);
    const { slack } = stage.open.practice;
    const has = ({ channel, supporter }: Team) =>
      slack.messages(channel.id).length > 0 && slack.dm(supporter).length > 0;
    await slack.until(() => Object.values(teams).every(has), 20_000);
  }, 60_000);
  afterEach(async () => expect(await stage.leave()).toEqual([]));
  afterAll(() => stage.close());

  describe.each(variants)('$name', ({ team, options }) => {
    test.each(Object.entries(surfaces))(
      '%s',
      async (_, open) => {
        const page = await stage.visit(team.supporter, team.channel.id, options);
        await open(stage, team, page);
        expect(await seriousFindings(page)).toEqual([]);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
      },
      30_000,
    );
  });
});

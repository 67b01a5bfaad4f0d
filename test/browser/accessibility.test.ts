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

/** How far the page reaches beyond its window, in CSS pixels. A phone's innerWidth would grow with the page. */
async function overflow(page: Page): Promise<number> {
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
  return wide - (page.viewportSize()?.width ?? 0);
}

interface Surface {
  open(page: Page, team: Team): Promise<unknown>;
  /** Leads back to where the next one is opened from. */
  leave?(page: Page, team: Team): Promise<unknown>;
}

const modalOf = (page: Page, { t }: Team) => page.getByRole('dialog', { name: t.checkIn.title });

async function openModal(page: Page, team: Team): Promise<void> {
  await page.getByRole('button', { name: team.t.digest.log }).click();
  await modalOf(page, team).getByText(team.t.checkIn.note).waitFor();
}

/** Every surface, in the order in which one leads to the next. */
const surfaces: Record<string, Surface> = {
  'the channel with its list': {
    open: (page, { t }) => page.getByRole('button', { name: t.digest.log }).waitFor(),
  },
  'a message’s menu': {
    open: async (page, { page: words }) => {
      await page.getByRole('article').first().hover();
      await page.getByRole('button', { name: words.message.more }).first().click();
      await page.getByRole('menu').waitFor();
    },
    leave: (page) => page.keyboard.press('Escape'),
  },
  'the check-in modal with suggestions': {
    open: async (page, team) => {
      await openModal(page, team);
      const box = modalOf(page, team).getByRole('combobox', { name: team.t.checkIn.learner });
      await box.pressSequentially(team.locale === 'ja' ? 'さと' : 'an');
      await page.getByRole('listbox').getByRole('option').first().waitFor();
    },
    leave: (page) => page.keyboard.press('Escape'),
  },
  'a form that is wrong': {
    open: async (page, team) => {
      const modal = modalOf(page, team);
      await modal.getByRole('button', { name: team.t.checkIn.submit, exact: true }).click();
      await modal.locator('[aria-invalid=true]').first().waitFor();
    },
    leave: async (page, team) => {
      await page.keyboard.press('Escape');
      await modalOf(page, team).waitFor({ state: 'hidden' });
    },
  },
  'a thread': {
    open: async (page, { page: words }) => {
      await page.getByRole('article').first().hover();
      await page.getByRole('button', { name: words.message.reply }).first().click();
      await page.getByRole('complementary').waitFor();
    },
  },
  'the reminder': {
    open: async (page, { t }) => {
      const direct = page.getByRole('navigation').getByRole('button', { name: /^Banso/ });
      await direct.click();
      await page.getByRole('button', { name: t.reminder.postpone }).first().waitFor();
    },
  },
  Home: {
    open: async (page, { t, page: words }) => {
      await page.getByRole('navigation').getByRole('button', { name: words.sidebar.home }).click();
      await page.getByText(t.home.week).waitFor();
    },
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

  it.each(variants)(
    'on any surface, $name',
    async ({ team, options }) => {
      const page = await stage.visit(team.supporter, team.channel.id, options);
      const found: Record<string, unknown> = {};
      for (const [name, { open, leave }] of Object.entries(surfaces)) {
        await open(page, team);
        found[name] = { serious: await seriousFindings(page), tooWide: (await overflow(page)) > 0 };
        await leave?.(page, team);
      }
      const nothing = { serious: [], tooWide: false };
      expect(found).toEqual(Object.fromEntries(Object.keys(surfaces).map((name) => [name, nothing])));
    },
    60_000,
  );
});

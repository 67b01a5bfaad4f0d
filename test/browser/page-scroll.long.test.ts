import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually';
import { describeInBrowser } from './chromium';
import { teams } from './people';
import { openStage, type Stage } from './stage';

const channel = 'C0PRIV';
const lead = 'U0LEAD1';
const { page: words } = teams.ja;
const messages = 1000;

/** A quiet machine of two cores takes 0.15 s, a busy one 0.45 s. */
const longestTaskMs = 1000;

/** Notes from now on how long the page's thread was busy at most, in milliseconds, and how often it drew. */
const startWatching = `(() => {
  window.watched = { longestTask: 0, frames: 0 };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      watched.longestTask = Math.max(watched.longestTask, duration);
  }).observe({ type: 'longtask' });
  const look = () => {
    watched.frames += 1;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()`;

interface Watched {
  longestTask: number;
  frames: number;
}

/** How many messages are in the page, and in how many of them the browser draws anything. */
const articlesDrawn = `(() => {
  const articles = [...document.querySelectorAll('main article')];
  const isDrawn = (article) => article.firstElementChild.checkVisibility({ contentVisibilityAuto: true });
  return { there: articles.length, drawn: articles.filter(isDrawn).length };
})()`;

interface Articles {
  there: number;
  drawn: number;
}

describeInBrowser('a channel of a thousand messages', (executablePath) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage(executablePath);
    const writer = stage.open.practice.slack.as(lead);
    for (let n = 1; n <= messages; n += 1) await writer.post(channel, textOf(n));
  }, 120_000);
  afterEach(async () => expect(await stage.leave()).toEqual([]));
  afterAll(() => stage.close());

  it('scrolls from the newest to the oldest without a stall', async () => {
    const page = await stage.visit(lead, channel);
    await page.getByText(nameOf(messages)).waitFor();
    expect(await page.getByText(nameOf(1)).count()).toBe(0);
    await page.locator('.message-scroll').hover();
    await page.evaluate(startWatching);
    await scrollToOldest(page);
    const watched = await page.evaluate<Watched>('window.watched');
    expect(watched.frames).toBeGreaterThan(20);
    expect(watched.longestTask).toBeLessThan(longestTaskMs);

    const { there, drawn } = await page.evaluate<Articles>(articlesDrawn);
    expect(there).toBe(messages);
    expect(drawn).toBeGreaterThan(0);
    expect(drawn).toBeLessThan(100);
    expect(await page.getByText(words.conversation.older).count()).toBe(0);
  }, 120_000);
});

describeInBrowser('a channel with more unread than there is room for', (executablePath) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage(executablePath);
  }, 60_000);
  afterEach(async () => expect(await stage.leave()).toEqual([]));
  afterAll(() => stage.close());

  it('opens where the unread begin, stays there, and follows once the newest is in sight', async () => {
    const writer = stage.open.practice.slack.as(lead);
    for (let n = 1; n <= 40; n += 1) await writer.post(channel, textOf(n));
    const page = await stage.visit('U0LEAD2', channel);
    await page.getByText(nameOf(1)).waitFor();
    expect(await isInSight(page, nameOf(1))).toBe(true);
    const toNewest = page.getByRole('button', { name: words.conversation.newest });
    await toNewest.waitFor();

    await writer.post(channel, textOf(41));
    await page.getByText(nameOf(41)).waitFor({ state: 'attached' });
    expect([await isInSight(page, nameOf(1)), await isInSight(page, nameOf(41))]).toEqual([true, false]);

    await toNewest.click();
    await toNewest.waitFor({ state: 'hidden' });
    await writer.post(channel, textOf(42));
    await page.getByText(nameOf(42)).waitFor({ state: 'attached' });
    expect(await eventually(() => isInSight(page, nameOf(42)), Boolean)).toBe(true);
  }, 60_000);
});

/** Whether a text lies within what is seen of the list. */
async function isInSight(page: Page, text: string): Promise<boolean> {
  const box = await page.locator('.message-scroll').boundingBox();
  const at = await page.getByText(text).boundingBox();
  return box !== null && at !== null && at.y >= box.y && at.y < box.y + box.height;
}

function nameOf(n: number): string {
  return `№${String(n).padStart(4, '0')}`;
}

/** Of one line or of several, so that no two neighbours are of one height. */
function textOf(n: number): string {
  return `${nameOf(n)} ${'調子はどうですか。 '.repeat(1 + (n % 7) * 4)}`;
}

/** Turns the wheel until the oldest message is in sight. */
async function scrollToOldest(page: Page): Promise<void> {
  const oldest = page.getByText(nameOf(1));
  for (let turns = 0; turns < 2000; turns += 1) {
    if ((await oldest.count()) > 0 && (await oldest.isVisible())) return;
    await page.mouse.wheel(0, -1200);
  }
  throw new Error('the oldest message was not reached');
}

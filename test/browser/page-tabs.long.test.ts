import type { BrowserContext, Page } from 'playwright-core';
import { describeInBrowser } from './chromium';
import { openStage, type Stage } from './stage';

jest.setTimeout(60_000);

/** What a browser does with a tab that another one covers; one without a window covers none by itself. */
async function show(page: Page, visibility: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate(`Object.defineProperty(document, 'visibilityState', { value: '${visibility}', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));`);
}

describeInBrowser('somebody who is several people at once', (executablePath) => {
  let stage: Stage;
  let context: BrowserContext;

  beforeAll(async () => {
    stage = await openStage(executablePath);
  });
  afterEach(async () => expect(await stage.leave()).toEqual([]));
  afterAll(() => stage.close());

  /** Another tab of the same window. */
  async function openTab(as: string): Promise<Page> {
    const page = await context.newPage();
    await page.goto(`${stage.open.page.url}#${as}/C0TEAM`);
    await page.getByRole('main').waitFor();
    return page;
  }

  it('has a tab for each, more than a browser opens streams, and finds each up to date', async () => {
    const first = await stage.visit('U0AOI', 'C0TEAM');
    context = first.context();
    let before = first;
    for (const as of ['U0MORI', 'U0HARA', 'U0SEKI', 'U0LEE', 'U0KUDO', 'U0LEAD1', 'U0GUEST']) {
      await show(before, 'hidden');
      before = await openTab(as);
    }
    await stage.open.practice.slack.as('U0MORI').post('C0TEAM', 'おはようございます');
    await before.getByText('おはようございます').waitFor();
    expect(await first.getByText('おはようございます').count()).toBe(0);
    await show(first, 'visible');
    await first.getByText('おはようございます').waitFor();
  });

  it('opens no stream in a tab behind another until it is looked at', async () => {
    const first = await stage.visit('U0AOI', 'C0TEAM');
    context = first.context();
    const behind = await context.newPage();
    await behind.addInitScript(
      "Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })",
    );
    const streams: string[] = [];
    behind.on('request', (request) => {
      if (request.url().includes('/api/stream')) streams.push(request.url());
    });
    await behind.goto(`${stage.open.page.url}#U0MORI/C0TEAM`);
    await behind.getByRole('status').waitFor();
    expect(streams).toEqual([]);
    await show(behind, 'visible');
    await behind.getByRole('main').waitFor();
    expect(streams).toHaveLength(1);
  });
});

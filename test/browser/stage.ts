import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type OpenPage, openPracticePage } from '../practice/server/open-page';
import { type BrowserLanguage, launchChromium } from './chromium';

/** A practice workspace with the page as it is built, and a browser to look at it. */
export interface Stage {
  open: OpenPage;
  /** Opens the page in a browser of its own, as somebody at a place: a conversation's id, or `home`. */
  visit(as: string, place?: string, options?: BrowserContextOptions): Promise<Page>;
  /** Ends all visits and closes all modals. @returns whatever went wrong in them, and what was refused since the last leave, in words */
  leave(): Promise<string[]>;
  close(): Promise<void>;
}

interface Options {
  /** Where the practice clock stands, if not as in openPracticePage. */
  at?: Date;
  language?: BrowserLanguage;
  /** See openPracticePage. */
  moreScopes?: readonly string[];
}

export async function openStage(
  executablePath: string,
  { language = 'en-US', ...given }: Options = {},
): Promise<Stage> {
  const open = await openPracticePage({ built: true, ...given });
  const browser = await launchChromium(executablePath, language);
  let visits: Visit[] = [];
  let refusalsTold = 0;
  return {
    open,
    visit: async (as, place = '', options = {}) => {
      const visit = await openVisit(browser, open.page.url, options);
      visits.push(visit);
      await visit.page.goto(`${open.page.url}#${[as, place].filter(Boolean).join('/')}`);
      await visit.page.getByRole('main').waitFor();
      return visit.page;
    },
    leave: async () => {
      const faults = visits.flatMap((visit) => visit.faults);
      await Promise.all(visits.map(({ page }) => page.context().close()));
      visits = [];
      await closeModals(open);
      const refusals = open.practice.slack.refusals.slice(refusalsTold);
      refusalsTold += refusals.length;
      return [...faults, ...refusals.map((refusal) => JSON.stringify(refusal))];
    },
    close: async () => {
      await browser.close();
      await open.close();
    },
  };
}

async function closeModals({ practice: { slack } }: OpenPage): Promise<void> {
  for (const { id } of slack.users()) {
    const person = slack.as(id);
    while (person.modal()) await person.closeModal();
  }
}

interface Visit {
  page: Page;
  faults: readonly string[];
}

/** Nothing on the console, no failed request, and none that leaves this machine. */
async function openVisit(browser: Browser, url: string, options: BrowserContextOptions): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    timezoneId: 'UTC',
    ...options,
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const elsewhere = !request.url().startsWith(url) && !request.url().startsWith('data:');
    if (elsewhere) faults.push(`a request to ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  return { page, faults };
}

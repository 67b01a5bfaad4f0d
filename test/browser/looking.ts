import type { Locator, Page } from 'playwright-core';
import type { LocalDate } from '../../src/domain/dates';
import type { Hands } from './hands';
import type { Team } from './people';

/** @throws Error when it isn't there within the page's time limit */
export function expectShown(what: Locator): Promise<void> {
  return what.waitFor({ state: 'visible' });
}

/** The team's list of a day. */
export function listOf(page: Page, { t, program }: Team, on: LocalDate): Locator {
  return page.getByRole('article').filter({ hasText: t.digest.title({ on, program: program.name }) });
}

/** What Banso answered last so that nobody else sees it. */
export function lastAnswer(page: Page, team: Team): Locator {
  return page.getByRole('article').filter({ hasText: team.page.message.onlyYou }).last();
}

/** Banso's words as they are read: the page shows names in bold letters. */
export function read(words: string): string {
  return words.replaceAll('*', '');
}

/** Opens the direct messages with Banso. */
export function openDirect(page: Page, hands: Hands): Promise<void> {
  return hands.press(page.getByRole('navigation').getByRole('button', { name: /^Banso/ }));
}

/** Sends a command in the conversation that is open. */
export async function command(page: Page, { page: words }: Team, hands: Hands, text: string): Promise<void> {
  const main = page.getByRole('main');
  await hands.write(main.getByRole('textbox'), text);
  await hands.press(main.getByRole('button', { name: words.composer.send }));
}

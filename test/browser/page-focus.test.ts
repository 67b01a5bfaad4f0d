import type { Locator, Page } from 'playwright-core';
import { describeInBrowser } from './chromium';
import { keyboard } from './hands';
import { type DueLearner, dueLearners, teams } from './people';
import { openStage, type Stage } from './stage';

const { supporter, channel, t, page: words } = teams.en;

describeInBrowser('the focus', (executablePath) => {
  let stage: Stage;
  let learner: DueLearner;

  beforeAll(async () => {
    stage = await openStage(executablePath);
    await stage.open.practice.slack.until(
      () => stage.open.practice.slack.messages(channel.id).length > 0,
      20_000,
    );
    const [first] = await dueLearners(stage.open, supporter);
    if (!first) throw new Error('expected somebody who is due');
    learner = first;
  }, 60_000);
  afterEach(async () => expect(await stage.leave()).toEqual([]));
  afterAll(() => stage.close());

  /** The check-in modal, opened by keys from the list, and the button that opened it. */
  async function openModal(): Promise<{ page: Page; opener: Locator; modal: Locator }> {
    const page = await stage.visit(supporter, channel.id);
    const opener = page.getByRole('button', { name: t.digest.log });
    await keyboard.press(opener);
    const modal = page.getByRole('dialog', { name: t.checkIn.title });
    await modal.getByRole('combobox', { name: t.checkIn.learner }).and(page.locator(':focus')).waitFor();
    return { page, opener, modal };
  }

  async function pickLearner(modal: Locator): Promise<void> {
    await keyboard.choose(
      modal.getByRole('combobox', { name: t.checkIn.learner }),
      learner.typed,
      learner.name,
    );
    await modal.getByText(t.checkIn.recent).waitFor();
  }

  it('comes back to the button that opened a modal, when Escape closes it after a learner was picked', async () => {
    const { page, opener, modal } = await openModal();
    await pickLearner(modal);
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'hidden' });
    await opener.and(page.locator(':focus')).waitFor();
  }, 30_000);

  it('comes back to the menu’s button when the modal was opened by a shortcut', async () => {
    const page = await stage.visit(supporter, channel.id);
    const shortcuts = page.getByRole('button', { name: words.composer.shortcuts });
    await keyboard.press(shortcuts);
    await page.getByRole('menuitem').first().and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    const modal = page.getByRole('dialog', { name: t.checkIn.title });
    await modal.getByRole('combobox').first().and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'hidden' });
    await shortcuts.and(page.locator(':focus')).waitFor();
  }, 30_000);

  it('stays in the modal, round and round', async () => {
    const { page, modal } = await openModal();
    const first = modal.getByRole('combobox', { name: t.checkIn.learner });
    const places: string[] = [];
    const whereAmI = `(() => {
      const { activeElement: at } = document;
      if (at === document.body) return 'window';
      return at.closest('dialog') ? 'modal' : at.outerHTML;
    })()`;
    let rounds = 0;
    for (let n = 0; n < 120 && rounds < 2; n += 1) {
      await page.keyboard.press('Tab');
      places.push(await page.evaluate<string>(whereAmI));
      if ((await first.and(page.locator(':focus')).count()) > 0) rounds += 1;
    }
    expect(rounds).toBe(2);
    // Past the last field the browser has its own buttons.
    expect(new Set(places.filter((place) => place !== 'window'))).toEqual(new Set(['modal']));
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'hidden' });
  }, 30_000);

  it('leaves only an open list of options by Escape, and the modal by the next one', async () => {
    const { page, modal } = await openModal();
    const box = modal.getByRole('combobox', { name: t.checkIn.learner });
    await box.pressSequentially(learner.typed);
    await page.getByRole('option', { name: learner.name }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('option').first().waitFor({ state: 'hidden' });
    await box.and(page.locator(':focus')).waitFor();
    expect(await modal.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'hidden' });
  }, 30_000);

  it('is where it was when a correction was looked at, and so is what was typed', async () => {
    const { page, modal } = await openModal();
    await pickLearner(modal);
    const note = modal.getByRole('textbox', { name: t.checkIn.note });
    await keyboard.write(note, 'On the way to the exam');
    await keyboard.tick(modal.getByRole('radio', { name: t.outcomes.talked }));
    const correct = modal.getByRole('button', { name: t.checkIn.correct }).first();
    await keyboard.press(correct);
    const correction = page.getByRole('dialog', { name: t.checkIn.correctTitle });
    await correction.waitFor();
    await page.locator('dialog :focus').waitFor();
    const corrected = correction.getByRole('textbox', { name: t.checkIn.note });
    expect(await corrected.inputValue()).not.toBe('On the way to the exam');

    await keyboard.press(correction.getByRole('button', { name: words.modal.back }));
    await modal.waitFor();
    expect(await note.inputValue()).toBe('On the way to the exam');
    expect(await modal.getByRole('radio', { name: t.outcomes.talked }).isChecked()).toBe(true);
    await correct.and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'hidden' });
  }, 30_000);
});

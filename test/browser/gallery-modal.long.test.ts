import type { ModalView } from '@slack/web-api';
import type { Locator, Page } from 'playwright-core';
import { client } from '../emulator/fixtures';
import { seriousFindings } from './axe';
import { describeInBrowser } from './chromium';
import { askingButton, everyInput } from './gallery-form';
import { asKnown } from './gallery-messages';
import { keyboard, tabTo } from './hands';
import { type DueLearner, dueLearners, teams } from './people';
import { openStage, type Stage } from './stage';

const { supporter, channel, t, page: words } = teams.en;

describeInBrowser('a modal', (executablePath) => {
  let stage: Stage;
  let learner: DueLearner;
  let other: DueLearner;

  beforeAll(async () => {
    stage = await openStage(executablePath, { moreScopes: ['files:read'] });
    const [first, second] = await dueLearners(stage.open, supporter);
    if (!first || !second) throw new Error('expected two who are due');
    [learner, other] = [first, second];
  }, 60_000);
  afterEach(async () => expect(await stage.leave()).toEqual([]));
  afterAll(() => stage.close());

  /** A modal of the app's, drawn anew as the one with every input. */
  async function openForm(colorScheme: 'light' | 'dark' = 'light'): Promise<{ page: Page; modal: Locator }> {
    const { slack } = stage.open.practice;
    const page = await stage.visit(supporter, channel.id, { colorScheme });
    await slack.as(supporter).command('/checkin', { channel: channel.id });
    await page.getByRole('dialog', { name: t.checkIn.title }).getByText(t.checkIn.note).waitFor();
    const view = everyInput as unknown as ModalView;
    await client(slack).views.update({ view_id: slack.as(supporter).modal()?.id ?? '', view });
    const modal = page.getByRole('dialog', { name: 'Every input' });
    await modal.getByText('An alert in a modal').waitFor();
    return { page, modal };
  }

  /** What the app would be told of an input, as soon as the page has kept it. */
  async function kept(block: string, expected: unknown): Promise<void> {
    const heldValue = () => {
      const values = stage.open.practice.slack.as(supporter).modal()?.state.values ?? {};
      const [entry = {}] = Object.values(values[block] ?? {});
      const { type: _, ...value } = entry as Record<string, unknown>;
      return Object.values(value)[0] ?? null;
    };
    const isThere = () => JSON.stringify(heldValue()) === JSON.stringify(expected);
    await stage.open.practice.slack.until(isThere).catch(() => undefined);
    expect({ block, value: heldValue() }).toEqual({ block, value: expected });
  }

  it.each(['light', 'dark'] as const)(
    'draws every input, for everybody to read, %s',
    async (colorScheme) => {
      const { page, modal } = await openForm(colorScheme);
      expect(await modal.locator('.not-drawn').allInnerTexts()).toEqual([]);
      expect(await modal.getByText('A heading in a modal').isVisible()).toBe(true);
      expect(await modal.getByText('A hint').isVisible()).toBe(true);
      expect(await modal.locator('[data-block]').count()).toBe(23);
      expect(await seriousFindings(page)).toEqual([]);
    },
    30_000,
  );

  it('takes texts, numbers and times that are typed', async () => {
    const { page, modal } = await openForm();
    const write = (label: string, text: string) =>
      keyboard.write(modal.getByLabel(label, { exact: false }).first(), text);
    await write('Line', 'one <line> & more');
    await kept('Line', 'one <line> & more');
    const lines = modal.getByLabel('Lines');
    await keyboard.write(lines, 'first');
    await page.keyboard.press('Enter');
    await page.keyboard.type('second');
    await kept('Lines', 'first\nsecond');
    await write('Number', '12.5');
    await kept('Number', '12.5');
    await write('Mail', 'maya@example.com');
    await kept('Mail', 'maya@example.com');
    await write('Address', 'https://example.com/x');
    await kept('Address', 'https://example.com/x');
    await write('Rich', 'plain words');
    const section = { type: 'rich_text_section', elements: [{ type: 'text', text: 'plain words' }] };
    await kept('Rich', { type: 'rich_text', elements: [section] });
    await keyboard.date(modal.getByLabel('Day'), '2026-12-03');
    await kept('Day', '2026-12-03');
    await keyboard.write(modal.getByLabel('Clock'), '');
    await page.keyboard.type('0945PM');
    await kept('Clock', '21:45');

    // In the zone of the person, which is Tokyo's.
    await keyboard.date(modal.getByLabel('Moment'), '2027-01-05');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('0730AM');
    await kept('Moment', Date.parse('2027-01-05T07:30+09:00') / 1000);
  }, 60_000);

  it('takes choices, of which one asks first', async () => {
    const { page, modal } = await openForm();
    await keyboard.tick(modal.getByRole('radio', { name: 'three' }));
    await kept('Radio', { text: { type: 'plain_text', text: 'three' }, value: 'three' });
    await keyboard.tick(modal.getByRole('checkbox', { name: 'sugar' }));
    await keyboard.tick(modal.getByRole('checkbox', { name: 'tea' }));
    const ticked = (name: string) => ({ text: { type: 'plain_text', text: name }, value: name });
    await kept('Boxes', [ticked('tea'), ticked('sugar')]);

    const yes = modal.getByRole('radio', { name: 'yes' });
    const question = page.getByRole('dialog', { name: 'Sure?' });
    await tabTo(yes.or(modal.getByRole('radio', { name: 'no', exact: true })));
    await page.keyboard.press('Space');
    await question.getByText('This asks first.').waitFor();
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    expect(await yes.isChecked()).toBe(false);
    await yes.and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Space');
    await keyboard.press(question.getByRole('button', { name: 'Do it' }));
    await question.waitFor({ state: 'detached' });
    expect(await yes.isChecked()).toBe(true);
    await kept('Asked radio', ticked('yes'));
    expect(await modal.isVisible()).toBe(true);
  }, 60_000);

  it('takes one thing from a menu, and lets it go again', async () => {
    const { modal } = await openForm();
    const box = (label: string) => modal.getByRole('combobox', { name: label, exact: true });
    await keyboard.choose(box('Static'), 'gr', 'green');
    await kept('Static', { text: { type: 'plain_text', text: 'green' }, value: 'green' });
    await keyboard.choose(box('Learner'), learner.typed, learner.name);
    await keyboard.choose(box('Person'), '青', '青木');
    await kept('Person', 'U0AOI');
    await keyboard.choose(box('Conversation'), '-en', `#${channel.name}`);
    await kept('Conversation', channel.id);
    await keyboard.choose(box('Channel'), '-en', `#${channel.name}`);
    await kept('Channel', channel.id);
    expect(await box('Learner').inputValue()).toContain(learner.name);
    await keyboard.press(modal.getByRole('button', { name: words.elements.remove('green') }));
    await kept('Static', null);
    expect(await box('Static').inputValue()).toBe('');
  }, 60_000);

  it('takes several things from a menu, and lets each go again', async () => {
    const { page, modal } = await openForm();
    const box = (label: string) => modal.getByRole('combobox', { name: label, exact: true });
    const field = (label: string) => modal.locator(`[data-block="${label}"]`);
    await keyboard.choose(box('Statics'), 'nor', 'north');
    await keyboard.choose(box('Statics'), 'wes', 'west');
    await keyboard.choose(box('Statics'), 'eas', 'east');
    await field('Statics').getByText(words.elements.tooMany(2)).waitFor();
    expect(await field('Statics').getByRole('listitem').allTextContents()).toEqual(['north×', 'west×']);
    await page.keyboard.press('Escape');
    expect(await modal.isVisible()).toBe(true);
    await keyboard.press(field('Statics').getByRole('button', { name: words.elements.remove('north') }));
    await kept('Statics', [{ text: { type: 'plain_text', text: 'west' }, value: 'west' }]);

    await keyboard.choose(box('Learners'), learner.typed, learner.name);
    await keyboard.choose(box('Learners'), other.typed, other.name);
    await page.keyboard.press('Escape');
    expect(await field('Learners').getByRole('listitem').count()).toBe(2);
    await keyboard.choose(box('People'), 'Owen', 'Owen Hughes');
    await kept('People', ['U0MAYA', 'U0OWEN']);
    await page.keyboard.press('Backspace');
    await kept('People', ['U0MAYA']);
    await keyboard.choose(box('Conversations'), 'team-en', `#${channel.name}`);
    await kept('Conversations', [channel.id]);
    await keyboard.choose(box('Channels'), 'team-en', `#${channel.name}`);
    await kept('Channels', [channel.id]);
  }, 60_000);

  it('empties the box of a menu with the key that picks, however soon the next one comes', async () => {
    const { page, modal } = await openForm();
    const box = modal.getByRole('combobox', { name: 'Statics', exact: true });
    await tabTo(box);
    await page.keyboard.type('nor');
    await page.getByRole('listbox').getByRole('option', { name: 'north' }).waitFor();
    // In one turn of the page: no key of a keyboard, however quick, comes sooner.
    const left = await box.evaluate(async (input) => {
      const { KeyboardEvent } = input.ownerDocument.defaultView;
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
      await Promise.resolve();
      return input.value;
    });
    expect(left).toBe('');
    await kept('Statics', [{ text: { type: 'plain_text', text: 'north' }, value: 'north' }]);
  }, 60_000);

  it('takes files, but of no other kind and no more than it may', async () => {
    const { page, modal } = await openForm();
    const field = modal.locator('[data-block="Files"]');
    const picker = field.locator('input[type=file]');
    const file = (name: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from('氏名\n佐藤') });
    await picker.setInputFiles(file('名簿.csv'));
    await field.getByRole('listitem').getByText('名簿.csv').waitFor();
    await picker.setInputFiles(file('picture.png'));
    await field.getByRole('status').getByText(words.elements.filesTaken('csv, txt')).waitFor();
    await picker.setInputFiles([file('b.csv'), file('c.csv')]);
    await field.getByText(words.elements.tooMany(2)).waitFor();
    await picker.setInputFiles(file('b.csv'));
    await field.getByRole('listitem').getByText('b.csv').waitFor();
    await keyboard.press(field.getByRole('button', { name: words.elements.remove('名簿.csv') }));
    const names = () => {
      const values = stage.open.practice.slack.as(supporter).modal()?.state.values.Files ?? {};
      const { files = [] } = (values.field ?? {}) as { files?: { name: string; size: number }[] };
      return files.map(({ name, size }) => `${name} ${size}`);
    };
    await stage.open.practice.slack.until(() => names().join() === 'b.csv 13');
    await page.reload();
    await modal.waitFor();
    expect(await field.getByRole('listitem').allTextContents()).toEqual(['b.csv×']);
  }, 60_000);

  it('opens once a button’s question was answered with yes', async () => {
    const { slack } = stage.open.practice;
    await client(slack).chat.postMessage({
      channel: channel.id,
      text: 'asks',
      blocks: asKnown([askingButton]),
    });
    const page = await stage.visit(supporter, channel.id);
    const button = page.getByRole('button', { name: 'Log, perhaps' });
    const question = page.getByRole('dialog', { name: 'Sure?' });
    await keyboard.press(button);
    await question.waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await keyboard.press(question.getByRole('button', { name: 'Leave it' }));
    await question.waitFor({ state: 'detached' });
    await button.and(page.locator(':focus')).waitFor();
    expect(slack.as(supporter).modals()).toEqual([]);
    await keyboard.press(button);
    await keyboard.press(question.getByRole('button', { name: 'Do it' }));
    await page.getByRole('dialog', { name: t.checkIn.title }).waitFor();
  }, 60_000);
});

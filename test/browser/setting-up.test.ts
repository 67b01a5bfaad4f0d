import type { Locator } from 'playwright-core';
import { bytes, rosterText } from '../roster/roster-text';
import { describeInBrowser } from './chromium';
import { keyboard as hands } from './hands';
import { command, expectShown, lastAnswer, openDirect, read } from './looking';
import { teams } from './people';
import { openStage, type Stage } from './stage';

const { ja: team } = teams;
const { t, page: words } = team;
const lead = 'U0LEAD1';
const channel = { id: 'C0NEW', name: 'new-team' };
const program = '春のコース';
const roster = [
  { name: '長谷川 凛', reading: 'はせがわ りん', companion: 'U0HARA' },
  { name: '大野 匠', reading: 'おおの たくみ', companion: 'U0SEKI' },
];

/** By keys alone, but for the files: a browser's own chooser is out of reach. */
describeInBrowser('a program of one’s own', (executablePath) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage(executablePath);
  }, 60_000);
  afterEach(async () => expect(await stage.leave()).toEqual([]));
  afterAll(() => stage.close());

  it('begins in an empty channel, takes its roster once that is mended, and has cards of its learners', async () => {
    const page = await stage.visit(lead, channel.id);
    await command(page, team, hands, '/banso setup');
    const setup = page.getByRole('dialog', { name: t.setup.title });
    await hands.write(setup.getByRole('textbox', { name: t.setup.name }), program);
    await hands.press(setup.getByRole('button', { name: words.elements.remove('Owen Hughes') }));
    const contacts = setup.getByRole('combobox', { name: t.setup.contactsPerWeek });
    await hands.choose(contacts, '3', t.setup.times({ n: 3 }));
    await hands.press(setup.getByRole('button', { name: t.setup.submit, exact: true }));
    await setup.waitFor({ state: 'hidden' });
    const first = { on: '2026-11-25', time: '09:00', zone: 'Asia/Tokyo' };
    await expectShown(lastAnswer(page, team).getByText(read(t.setup.done({ program, count: 5, ...first }))));

    await command(page, team, hands, '/banso import');
    await upload(page.getByRole('dialog'), rosterText(...roster, { name: '谷口', companion: 'U0NOBODY' }));
    await expectShown(lastAnswer(page, team).getByText(t.rosterImport.begun));
    await openDirect(page, hands);
    const refused = page.getByRole('article').filter({ hasText: read(t.rosterImport.refused({ n: 1 })) });
    await expectShown(refused.getByText(t.rosterImport.row({ row: 4 })));
    await hands.press(refused.getByRole('button', { name: t.rosterImport.again }));
    await upload(page.getByRole('dialog'), rosterText(...roster));
    const done = t.rosterImport.done({ addedCount: 2, changedCount: 0, unchangedCount: 0 });
    await expectShown(page.getByText(done));

    const sidebar = page.getByRole('navigation');
    await hands.press(sidebar.getByRole('button', { name: `#${channel.name}` }));
    await command(page, team, hands, '/learner');
    const find = page.getByRole('dialog', { name: t.card.find.title });
    await hands.choose(find.getByRole('combobox'), 'はせがわ', '長谷川 凛');
    const card = page.getByRole('dialog', { name: t.card.title });
    await expectShown(card.getByText('長谷川 凛（はせがわ りん）'));
    await expectShown(card.getByText(program));
  }, 60_000);
});

async function upload(modal: Locator, text: string): Promise<void> {
  const name = '名簿.csv';
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(bytes(text)) };
  await modal.locator('input[type=file]').setInputFiles(file);
  await expectShown(modal.getByText(name));
  await hands.press(modal.getByRole('button', { name: t.rosterImport.submit, exact: true }));
  await modal.waitFor({ state: 'hidden' });
}

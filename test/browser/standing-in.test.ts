import type { Page } from 'playwright-core';
import { rowActions } from '../../src/slack/ids';
import { describeInBrowser } from './chromium';
import { mouse as hands } from './hands';
import { command, expectShown, lastAnswer, listOf, openDirect, read } from './looking';
import { dueLearners, teams } from './people';
import { openStage, type Stage } from './stage';

const { en: team } = teams;
const { t, channel } = team;
const maya = { id: team.supporter, name: 'Maya Collins' };
const nadia = { id: 'U0NADIA', name: 'Nadia Rahman' };
const dana = { id: 'U0LEAD3', name: 'Dana Whitfield' };

const thursday = '2026-11-26';
const friday = '2026-11-27';
const monday = '2026-11-30';

/** With a mouse. */
describeInBrowser('learners in other hands', (executablePath) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage(executablePath, { at: new Date(`${thursday}T00:00:00Z`) });
    const { slack } = stage.open.practice;
    await slack.until(() => slack.messages(channel.id).length > 0 && slack.dm(maya.id).length > 0, 20_000);
  }, 60_000);
  afterEach(async () => expect(await stage.leave()).toEqual([]));
  afterAll(() => stage.close());

  it('are taken from the list whom nobody covers: for today, and then for good', async () => {
    const page = await stage.visit(dana.id, channel.id);
    const list = listOf(page, team, thursday);
    const take = list.getByRole('button', { name: t.digest.take });
    const name = 'Zofia Kowalski';
    await hands.press(take);
    const answer = lastAnswer(page, team);
    await expectShown(answer.getByText(read(t.taking.forDay({ name, on: thursday }))));
    await take.waitFor({ state: 'detached' });

    await hands.press(answer.getByRole('button', { name: t.taking.makeForGood }));
    await expectShown(lastAnswer(page, team).getByText(read(t.taking.forGood({ name }))));
    await openDirect(page, hands);
    await expectShown(page.getByText(t.cover.cards.takenTitle));
  }, 30_000);

  it('are handed over from "more" beside one of them, once a colleague agrees', async () => {
    const [learner] = await dueLearners(stage.open, maya.id, thursday);
    if (!learner) throw new Error('expected somebody who is due');
    const page = await stage.visit(maya.id, channel.id);
    await openDirect(page, hands);
    const more = page.locator(`[data-action="${rowActions.more.idFor(learner.id)}"]`);
    await hands.press(more.getByRole('button', { name: team.page.elements.moreActions }));
    await hands.press(page.getByRole('menuitem', { name: t.more.handOver }));
    const modal = page.getByRole('dialog', { name: t.handover.title });
    await expectShown(modal.getByText(read(t.handover.about({ name: learner.name }))));
    await hands.choose(modal.getByRole('combobox', { name: t.handover.person }), 'dana', dana.name);
    await hands.write(modal.getByRole('textbox', { name: t.handover.tone }), 'Short and cheerful');
    await hands.press(modal.getByRole('button', { name: t.handover.submit, exact: true }));
    await expectShown(page.getByText(read(t.handover.asked({ name: dana.name }))));

    const hers = await accept(dana.id, t.cover.askHandover({ name: maya.name }));
    const cards = hers
      .getByRole('article')
      .filter({ hasText: t.cover.cards.handoverTitle({ name: maya.name }) });
    await expectShown(cards.getByText(learner.name));
    await expectShown(cards.getByText('Short and cheerful'));
    await expectShown(page.getByText(read(t.cover.answered.handoverAccepted({ name: dana.name }))));
  }, 40_000);

  it('are covered while a colleague is away: in the reminder of the first day, and on cards', async () => {
    const away = { from: friday, to: monday };
    const page = await stage.visit(nadia.id, channel.id);
    await command(page, team, hands, '/banso away');
    const modal = page.getByRole('dialog', { name: t.away.title });
    await hands.date(modal.getByLabel(t.away.from), away.from);
    await hands.date(modal.getByLabel(t.away.to), away.to);
    await hands.choose(modal.getByRole('combobox', { name: t.away.cover }), 'maya', maya.name);
    await hands.press(modal.getByRole('button', { name: t.away.submit, exact: true }));
    await modal.waitFor({ state: 'hidden' });
    await expectShown(lastAnswer(page, team).getByText(t.away.saved(away)));

    const hers = await accept(maya.id, t.cover.ask({ name: nadia.name, ...away }));
    await openDirect(page, hands);
    await expectShown(page.getByText(read(t.cover.answered.accepted({ name: maya.name }))));

    await hands.press(hers.getByRole('button', { name: team.page.clock.nextDay }));
    const reminder = hers.getByRole('article').filter({ hasText: t.reminder.title(friday) });
    const covered = await dueLearners(stage.open, nadia.id, friday);
    const ofNadia = t.taking.coversFor({ name: nadia.name });
    await expectShown(reminder.getByText(ofNadia).first());
    expect(await reminder.getByText(ofNadia).count()).toBe(covered.length);
    const cards = hers
      .getByRole('article')
      .filter({ hasText: t.cover.cards.coverTitle({ name: nadia.name, until: monday }) });
    for (const { name } of covered) await expectShown(cards.getByText(name));
  }, 40_000);

  /** Says yes to what Banso asks somebody on behalf of a colleague. @returns her page */
  async function accept(userId: string, question: string): Promise<Page> {
    const page = await stage.visit(userId, channel.id);
    await openDirect(page, hands);
    const request = page.getByRole('article').filter({ hasText: read(question) });
    await hands.press(request.getByRole('button', { name: t.cover.accept, exact: true }));
    await expectShown(request.getByText(t.cover.state.accepted));
    return page;
  }
});

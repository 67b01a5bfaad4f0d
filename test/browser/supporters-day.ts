import type { Locator } from 'playwright-core';
import { addDays } from '../../src/domain/dates';
import { rowActions } from '../../src/slack/ids';
import { describeInBrowser } from './chromium';
import { type Hands, keyboard, mouse } from './hands';
import { expectShown, lastAnswer, listOf, openDirect, read } from './looking';
import { type DueLearner, dueLearners, type Team, today } from './people';
import { openStage, type Stage } from './stage';

/** What a supporter of a team does on her first morning, and what a guest is told, with a mouse and without. */
export function describeSupportersDay(team: Team): void {
  describeInBrowser(`a supporter's day in ${team.locale}`, (executablePath) => {
    let stage: Stage;

    beforeAll(async () => {
      stage = await openStage(executablePath);
      await stage.open.practice.slack.until(() => hasLists(stage, team), 20_000);
    }, 60_000);
    afterEach(async () => expect(await stage.leave()).toEqual([]));
    afterAll(() => stage.close());

    describe.each(Object.entries({ 'with a mouse': mouse, 'by keys alone': keyboard }))('%s', (_, hands) => {
      it(
        'logs a contact from the list, which ticks the learner off',
        () => logFromList(stage, team, hands),
        30_000,
      );
      it(
        'postpones from the reminder after mending what was wrong',
        () => postpone(stage, team, hands),
        30_000,
      );
      it('is refused kindly as a guest', () => beRefused(stage, team, hands), 30_000);
    });
  });
}

function hasLists({ open: { practice } }: Stage, { channel, supporter }: Team): boolean {
  const { slack } = practice;
  return slack.messages(channel.id).length > 0 && slack.dm(supporter).length > 0;
}

async function logFromList(stage: Stage, team: Team, hands: Hands): Promise<void> {
  const { t, channel } = team;
  const [learner] = await dueLearners(stage.open, team.supporter);
  if (!learner) throw new Error('expected somebody who is due');
  const page = await stage.visit(team.supporter, channel.id);
  const list = listOf(page, team, today);
  await expectShown(list.getByText(learner.name).first());
  expect(await ticked(list, learner).count()).toBe(0);

  await hands.press(list.getByRole('button', { name: t.digest.log }));
  const modal = page.getByRole('dialog', { name: t.checkIn.title });
  await hands.choose(modal.getByRole('combobox', { name: t.checkIn.learner }), learner.typed, learner.name);
  await expectShown(modal.getByText(t.checkIn.recent));
  await hands.tick(modal.getByRole('radio', { name: t.outcomes.replied }));
  await hands.write(modal.getByRole('textbox', { name: t.checkIn.note }), '<!channel> & 🌿');
  await hands.press(modal.getByRole('button', { name: t.checkIn.submit, exact: true }));
  await modal.waitFor({ state: 'hidden' });

  const logged = read(t.saved.logged({ name: learner.name, on: today }));
  await expectShown(lastAnswer(page, team).getByText(logged));
  await expectShown(ticked(list, learner));
}

async function postpone(stage: Stage, team: Team, hands: Hands): Promise<void> {
  const { t, page: words } = team;
  const all = await dueLearners(stage.open, team.supporter);
  const learner = all.find(({ floorOn }) => floorOn > today && floorOn <= '2026-11-27');
  if (!learner) throw new Error('expected somebody whose floor is later this week');
  const page = await stage.visit(team.supporter, team.channel.id);
  await openDirect(page, hands);
  const row = page.locator(`[data-action="${rowActions.plan.idFor(learner.id)}"]`);
  await hands.press(row.getByRole('button', { name: t.reminder.postpone }));
  const modal = page.getByRole('dialog', { name: t.plan.title });
  await expectShown(modal.getByText(learner.name));
  const on = modal.getByLabel(t.plan.on);
  const reason = modal.getByLabel(t.plan.reason);
  const submit = modal.getByRole('button', { name: t.plan.submit, exact: true });

  await hands.press(submit);
  await expectShown(modal.getByText(t.errors.planReasonMissing()));
  expect(await reason.getAttribute('aria-invalid')).toBe('true');
  await expectShown(reason.and(page.locator(':focus')));
  await hands.write(reason, '今週は試験');
  await hands.date(on, addDays(learner.floorOn, 1));
  await hands.press(submit);
  await expectShown(modal.getByText(t.errors.planPastFloor({ floorOn: learner.floorOn })));
  expect(await reason.inputValue()).toBe('今週は試験');
  await hands.date(on, learner.floorOn);
  await hands.press(submit);
  await modal.waitFor({ state: 'hidden' });

  const reminder = page.getByRole('article').filter({ hasText: t.reminder.title(today) });
  await expectShown(
    reminder.getByText(
      `${learner.name}${t.lists.aside(t.watch.lasting({ on: learner.floorOn, reason: '今週は試験' }))}`,
    ),
  );
  await row.waitFor({ state: 'detached' });
  expect(await page.getByText(words.conversation.readOnly('Banso')).count()).toBe(1);
}

async function beRefused(stage: Stage, team: Team, hands: Hands): Promise<void> {
  const { t, page: words } = team;
  const page = await stage.visit('U0GUEST', team.channel.id);
  await hands.select(page.getByRole('banner').getByRole('combobox').nth(1), team.locale);
  const box = page.getByRole('textbox', { name: words.composer.to(`#${team.channel.name}`) });
  await hands.choose(box, '/che', '/checkin');
  expect(await box.inputValue()).toBe('/checkin ');
  await hands.press(page.getByRole('button', { name: words.composer.send }));
  await expectShown(lastAnswer(page, team).getByText(t.errors.notSupporter()));
  expect(await page.getByRole('dialog').count()).toBe(0);
}

/** The learner's name where it is struck through. */
function ticked(list: Locator, { name }: DueLearner): Locator {
  return list.locator('del, s').getByText(name, { exact: true });
}

import type { Page } from 'playwright-core';
import { mouse } from '../browser/hands';
import { dueLearners, type Team } from '../browser/people';
import type { Stage } from '../browser/stage';

type Take = (stage: Stage, team: Team, file: string) => Promise<void>;

/** Every picture of the README, by its name. */
export const pictures: Record<string, Take> = { digest, 'check-in': checkIn, reminder, home };

async function digest(stage: Stage, team: Team, file: string): Promise<void> {
  const page = await visit(stage, team, team.channel.id, 760);
  await page.getByRole('button', { name: team.t.digest.log }).waitFor();
  await page.screenshot({ path: file });
}

async function checkIn(stage: Stage, team: Team, file: string): Promise<void> {
  const { t } = team;
  const [learner] = await dueLearners(stage.open, team.supporter, '2026-11-26');
  if (!learner) throw new Error('pictures: expected somebody who is due');
  const page = await visit(stage, team, team.channel.id, 940);
  await page.getByRole('button', { name: t.digest.log }).click();
  const modal = page.getByRole('dialog', { name: t.checkIn.title });
  await mouse.choose(modal.getByRole('combobox', { name: t.checkIn.learner }), learner.typed, learner.name);
  await modal.getByText(t.checkIn.recent).waitFor();
  await modal.getByRole('radio', { name: t.outcomes.talked }).check();
  await modal.screenshot({ path: file });
  await modal.getByRole('button', { name: t.checkIn.cancel }).click();
  await modal.waitFor({ state: 'hidden' });
}

async function reminder(stage: Stage, team: Team, file: string): Promise<void> {
  const page = await visit(stage, team, '', 760);
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Banso/ })
    .click();
  await page.getByRole('button', { name: team.t.reminder.postpone }).first().waitFor();
  await page.screenshot({ path: file });
}

async function home(stage: Stage, team: Team, file: string): Promise<void> {
  const page = await visit(stage, team, 'home', 760);
  await page.getByText(team.t.home.week).waitFor();
  await page.screenshot({ path: file });
}

/** The page as it looks once a newcomer has read the first steps. */
async function visit(stage: Stage, team: Team, place: string, height: number): Promise<Page> {
  const page = await stage.visit(team.supporter, place, {
    viewport: { width: 1200, height },
    deviceScaleFactor: 2,
    colorScheme: 'light',
  });
  await page.getByRole('button', { name: team.page.firstSteps.hide }).click();
  return page;
}

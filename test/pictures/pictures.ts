import type { Locator, Page } from 'playwright-core';
import { mouse } from '../browser/hands';
import { command, openDirect } from '../browser/looking';
import { dueLearners, type Team } from '../browser/people';
import type { Stage } from '../browser/stage';

type Take = (stage: Stage, team: Team, file: string) => Promise<void>;

/** Every picture of the README, by its name. */
export const pictures: Record<string, Take> = {
  digest,
  'check-in': checkIn,
  reminder,
  home,
  consultation,
  cases,
};

const width = 1200;

async function digest(stage: Stage, team: Team, file: string): Promise<void> {
  const page = await visit(stage, team, team.channel.id, 760);
  await page.getByRole('button', { name: team.t.digest.log }).waitFor();
  await takeWhole(page, 900, file);
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
  await openDirect(page, mouse);
  await page.getByRole('button', { name: team.t.reminder.postpone }).first().waitFor();
  await takeWhole(page, 1200, file);
}

async function home(stage: Stage, team: Team, file: string): Promise<void> {
  const page = await visit(stage, team, 'home', 760);
  await page.getByText(team.t.home.week).waitFor();
  await takeWhole(page, 1800, file);
}

interface Asked {
  colleague: string;
  situation: string;
  tried: string;
  answer: string;
  lookedFor: string;
}

const asked: Record<Team['locale'], Asked> = {
  ja: {
    colleague: 'U0HARA',
    situation:
      'ほかの方の作品を見るたびに、ご自分の制作の手が止まってしまうようです。この2週間で公開が2回延びました。',
    tried: '半年前のご自分の作品と並べて見ていただきました。',
    answer:
      '以前担当した方は、公開の相手を「まず私たち二人だけ」にしたら動き出せました。完成の日ではなく、見せる日を先に決めるのもよいと思います。',
    lookedFor: 'やきん 眠れない',
  },
  en: {
    colleague: 'U0NADIA',
    situation:
      'Whenever she sees other people’s projects, her own stands still. She has put off publishing it twice.',
    tried: 'We laid it beside what she built half a year ago.',
    answer:
      'Somebody of mine began to move once only the two of us were to see it. Setting the day to show it, not the day to finish it, helped too.',
    lookedFor: 'redesigning the portfolio again',
  },
};

/** A colleague has answered, so the thread is the picture. */
async function consultation(stage: Stage, team: Team, file: string): Promise<void> {
  const { t, page: words } = team;
  const { colleague, situation, tried, answer } = asked[team.locale];
  const [learner] = await dueLearners(stage.open, team.supporter, '2026-11-26');
  if (!learner) throw new Error('pictures: expected somebody who is due');
  const page = await visit(stage, team, team.channel.id, 900);
  await command(page, team, mouse, `/consult ${learner.name}`);
  const modal = page.getByRole('dialog', { name: t.consult.title });
  await modal.getByRole('textbox', { name: t.consult.situation }).fill(situation);
  await modal.getByRole('textbox', { name: t.consult.tried }).fill(tried);
  await modal.getByRole('checkbox', { name: t.consult.wants.ideas }).check();
  await modal.getByRole('button', { name: t.consult.submit, exact: true }).click();
  await modal.waitFor({ state: 'hidden' });

  const post = page.getByRole('main').getByRole('article').filter({ hasText: t.consult.noAnswerYet });
  await post.hover();
  await post.getByRole('button', { name: words.message.reply }).click();
  const thread = page.getByRole('complementary', { name: words.thread.name });
  const { slack } = stage.open.practice;
  const root = slack.messages(team.channel.id).at(-1);
  if (!root) throw new Error('pictures: expected a question');
  await slack.as(colleague).post(team.channel.id, answer, { threadTs: root.ts });
  await thread.getByText(answer).waitFor();
  await thread.getByText(t.consult.answered({ n: 1 })).waitFor();
  await page.mouse.move(0, 0);
  await fitThread(page, thread);
  await thread.screenshot({ path: file });
}

/** Makes the page so narrow that the thread fills it, and as tall as the thread is. */
async function fitThread(page: Page, thread: Locator): Promise<void> {
  const tall = { width: 640, height: 2000 };
  await page.setViewportSize(tall);
  const last = await thread.getByRole('article').last().boundingBox();
  const composer = await thread.locator('form').boundingBox();
  if (!last || !composer) throw new Error('pictures: expected a thread with a box to write in');
  const free = composer.y - last.y - last.height - margin;
  await page.setViewportSize({ ...tall, height: Math.ceil(tall.height - free) });
}

async function cases(stage: Stage, team: Team, file: string): Promise<void> {
  const { t } = team;
  const page = await visit(stage, team, team.channel.id, 1000);
  await command(page, team, mouse, `/cases ${asked[team.locale].lookedFor}`);
  const modal = page.getByRole('dialog', { name: t.library.title });
  await modal.getByRole('button', { name: t.library.read }).first().waitFor();
  await modal.screenshot({ path: file });
  await modal.getByRole('button', { name: t.library.close, exact: true }).last().click();
  await modal.waitFor({ state: 'hidden' });
}

/** Below the last block that is in the picture, in pixels. */
const margin = 12;

/** Takes the page as tall as shows whole blocks: all of them, or as many as fit into so many pixels. */
async function takeWhole(page: Page, mostHeight: number, file: string): Promise<void> {
  await page.setViewportSize({ width, height: mostHeight });
  const main = page.getByRole('main');
  const bottomOf = async (place: Locator) => {
    const box = await place.boundingBox();
    return box ? box.y + box.height : 0;
  };
  const bottom = await bottomOf(main.locator('section').first());
  const ends = await Promise.all((await main.locator('.blocks > *').all()).map(bottomOf));
  const last = Math.max(...ends.filter((end) => end + margin <= bottom));
  await page.setViewportSize({ width, height: Math.ceil(mostHeight - bottom + last + margin) });
  await page.screenshot({ path: file });
}

/** The page as it looks once a newcomer has read the first steps. */
async function visit(stage: Stage, team: Team, place: string, height: number): Promise<Page> {
  const page = await stage.visit(team.supporter, place, {
    viewport: { width, height },
    deviceScaleFactor: 2,
    colorScheme: 'light',
  });
  await page.getByRole('button', { name: team.page.firstSteps.hide }).click();
  return page;
}

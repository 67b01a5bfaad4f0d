import path from 'node:path';
import type { Logger } from 'pino';
import { freePort } from '../db/embedded';
import { localDateAt } from '../domain/dates';
import type { Message } from '../emulator';
import { startPageBuild } from './build-page';
import { openClock } from './clock';
import { digestSlot } from './move-clock-target';
import { UsageError } from './options';
import { sampleProgram, teamChannel } from './sample/workspace';
import { PortTaken, type RunningPage, startPage } from './server/page-server';
import type { Stages } from './stages';
import { type Practice, startPractice } from './start';
import { welcome } from './welcome';

/** How long the list of the day may take before the person is let in without it, in milliseconds. */
const patienceMs = 10_000;

/** Where the page is looked for first. */
const usualPort = 3300;

interface StayInput {
  fresh: boolean;
  /** Null: wherever there is room. */
  port: number | null;
  /** Brings the page up to date while the database starts. */
  buildPage: boolean;
  logger: Logger;
  write(text: string): void;
}

/**
 * Starts the practice workspace and its page and stays until it is told to end.
 * @throws {UsageError} when the port that was asked for is taken
 */
export async function stay(
  { fresh, port, buildPage, logger, write }: StayInput,
  stages: Stages,
): Promise<void> {
  write('練習用ワークスペースを準備しています… / Preparing the practice workspace…\n');
  const dataDir = path.resolve('.data/practice');
  const input = { dataDir, fresh, temporary: false, logger, clockFor: openClock };
  const building = buildPage
    ? await stages.begin(
        async () => startPageBuild(),
        ({ stop }) => stop(),
      )
    : null;
  const practice = await startPractice(input, stages);
  await building?.done;
  const page = await stages.begin(
    () => openPage(practice, port),
    (started) => started.close(),
  );
  practice.pagePort = page.port;
  practice.keepSoon();
  await stages.begin(() => digestOfToday(practice));
  write(welcome(practice, page));
}

/** Where it was asked for, or where it was at the last start, or where there is room. */
async function openPage(practice: Practice, asked: number | null): Promise<RunningPage> {
  const ports = asked === null ? [practice.pagePort ?? usualPort, usualPort, await freePort()] : [asked];
  for (const port of ports) {
    try {
      return await startPage(practice, { port });
    } catch (error) {
      if (!(error instanceof PortTaken)) throw error;
    }
  }
  throw new UsageError(`npm run practice: port ${asked} is taken, expected a free one or no --port`);
}

/** Waits until the list of the day is there, on days that have one. */
async function digestOfToday({ slack, clock }: Practice): Promise<void> {
  if (!digestSlot(sampleProgram, clock.now()).open) return;
  const dateAt = (instant: Date) => localDateAt(instant, sampleProgram.zone);
  const today = dateAt(clock.now());
  const isOfToday = ({ ts }: Message) => dateAt(new Date(Number(ts) * 1000)) === today;
  try {
    await slack.until(() => slack.messages(teamChannel.id).some(isOfToday), patienceMs);
  } catch {
    // The page shows it as soon as it comes.
  }
}

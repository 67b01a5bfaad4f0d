import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Logger } from 'pino';
import { instantAt, type LocalDate } from '../../domain/dates';
import { createPracticeClock } from '../clock';
import { sampleProgram } from '../sample/workspace';
import type { Stages } from '../stages';
import { startPractice } from '../start';
import { chooseCast } from './cast';
import { logCheckIn } from './check-in';
import { finishTheDay } from './finish-the-day';
import { createGuide } from './guide';
import { morning } from './morning';
import { nextMorning } from './next-morning';
import { postpone } from './postpone';
import type { Scene } from './scene';

/** A Tuesday after a holiday, and the Wednesday after it: the same whenever the tour is taken. */
const today: LocalDate = '2026-11-24';
const tomorrow: LocalDate = '2026-11-25';

/**
 * Goes through one day of a team, in a workspace of its own that is gone afterwards.
 * @throws {TourFailed} at the first step that doesn't show what it should.
 */
export async function runTour(logger: Logger, stages: Stages, write: (text: string) => void): Promise<void> {
  write('Banso: 伴走チームの一日を、ターミナルでご案内します。\n');
  write('Banso: a day of a team that follows up learners, in your terminal.\n');
  const dataDir = await stages.begin(
    async () => mkdtempSync(path.join(tmpdir(), 'banso-tour-')),
    removeFolder,
  );
  const clockFor = () => {
    const clock = createPracticeClock();
    clock.moveTo(instantAt(today, sampleProgram.digestAt, sampleProgram.zone));
    return clock;
  };
  const practice = await startPractice({ dataDir, fresh: false, temporary: true, logger, clockFor }, stages);
  const { slack, banso } = practice;
  const cast = await chooseCast(banso.deps.db, today);
  const scene: Scene = { practice, slack, guide: createGuide(slack, write), cast, today, tomorrow };
  const posted = await morning(scene);
  const ticked = await logCheckIn(scene, posted);
  await postpone(scene, ticked);
  await finishTheDay(scene, ticked);
  await nextMorning(scene);
  write('ご案内は以上です。ご自分で触れるには: npm run practice\n');
  write('That was the tour. To keep a workspace running: npm run practice\n');
}

async function removeFolder(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
}

import path from 'node:path';
import type { Logger } from 'pino';
import { createCalendar } from '../domain/calendar';
import { localDateAt } from '../domain/dates';
import { daySlot } from '../domain/schedule';
import type { Message } from '../emulator';
import { createPracticeClock, type PracticeClock } from './clock';
import { framed, readAloud } from './reading';
import { sampleProgram, teamChannel } from './sample/workspace';
import type { Stages } from './stages';
import { type Practice, startPractice } from './start';
import { welcome } from './welcome';

/** How long the list of the day may take before the person is let in without it, in milliseconds. */
const patienceMs = 10_000;

interface StayInput {
  fresh: boolean;
  logger: Logger;
  write(text: string): void;
}

/** Starts the practice workspace, shows the day's list and stays until it is told to end. */
export async function stay({ fresh, logger, write }: StayInput, stages: Stages): Promise<void> {
  write('練習用ワークスペースを準備しています… / Preparing the practice workspace…\n\n');
  const dataDir = path.resolve('.data/practice');
  const input = { dataDir, fresh, temporary: false, logger, clockFor: openClock };
  const practice = await startPractice(input, stages);
  const digest = await stages.begin(() => digestOfToday(practice));
  if (digest) write(framed(`#${teamChannel.name}`, readAloud(digest)));
  write(welcome(practice));
}

async function digestOfToday({ slack, clock }: Practice): Promise<Message | null> {
  const dateAt = (instant: Date) => localDateAt(instant, sampleProgram.zone);
  const today = dateAt(clock.now());
  const isOfToday = ({ ts }: Message) => dateAt(new Date(Number(ts) * 1000)) === today;
  try {
    return await slack.until(() => slack.messages(teamChannel.id).find(isOfToday), patienceMs);
  } catch {
    return null;
  }
}

/**
 * The clock goes on where it was left. Before the digest's hour and on days off it is put forward to the next
 * digest, so that there is something to see.
 */
function openClock(keptOffsetMs: number | null): PracticeClock {
  const clock = createPracticeClock(keptOffsetMs ?? 0);
  const { country, zone, digestAt: at } = sampleProgram;
  const { isWorkingDay } = createCalendar({ country, weekdays: [1, 2, 3, 4, 5], closures: [] });
  const slot = daySlot({ now: clock.now(), zone, at, isWorkingDay });
  if (!slot.open) clock.moveTo(slot.nextAt);
  return clock;
}

import { setTimeout as pause } from 'node:timers/promises';
import { type DueMoments, dueMoments } from '../db/due-moments';
import { NotPossible } from '../emulator';
import { moveTarget } from './move-clock-target';
import type { ClockMove } from './protocol';
import { sampleProgram, workspaceSeed } from './sample/workspace';
import { type Practice, sweepNow } from './start';

/** Moves the practice clock; what would have come about on the way does. */
export interface ClockMover {
  /**
   * Goes from one moment at which something is due to the next, and waits each time until it is done.
   * @throws {NotPossible} while it is being moved already
   * @throws {ClockStuck} when something isn't done in time; the clock stays there
   */
  move(to: ClockMove): Promise<void>;
  /** Null: it isn't being moved. */
  movingTo(): Date | null;
  /** Calls it when a move begins, at each stop and at its end. @returns stops that */
  on(listener: () => void): () => void;
  /** Leaves off at the next stop. */
  close(): Promise<void>;
}

/** What was due did not get done, so that the clock can't go on. */
export class ClockStuck extends Error {}

/** How long the work of one stop may take, in milliseconds. */
const usualPatienceMs = 20_000;

/** How often it is looked whether the work is done, in milliseconds. */
const lookEveryMs = 25;

/** What is due in the same quarter of an hour is done at one stop, in milliseconds. No zone's midnight parts one. */
const stopMs = 15 * 60_000;

/** @param patienceMs how long the work of one stop may take, in milliseconds */
export function createClockMover(practice: Practice, patienceMs = usualPatienceMs): ClockMover {
  const listeners = new Set<() => void>();
  const closing = new AbortController();
  let target: Date | null = null;
  let underWay: Promise<void> = Promise.resolve();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const run = async (end: Date) => {
    target = end;
    tell();
    try {
      await runUpTo({ practice, end, closing: closing.signal, patienceMs, tell });
    } finally {
      target = null;
      tell();
    }
  };
  return {
    move: async (to) => {
      if (target || closing.signal.aborted) throw new NotPossible('the clock is being moved already');
      const moving = run(moveTarget(sampleProgram, practice.clock.now(), to));
      underWay = moving.catch(() => undefined);
      await moving;
    },
    movingTo: () => target,
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      closing.abort();
      await underWay;
    },
  };
}

interface Move {
  practice: Practice;
  end: Date;
  closing: AbortSignal;
  patienceMs: number;
  tell(): void;
}

async function runUpTo(move: Move): Promise<void> {
  const { practice, end, closing, tell } = move;
  // Whoever is at a post has been given its time by the clock as it is.
  await doWhatIsDue(move);
  for (let stop = await nextStop(move); stop && !closing.aborted; stop = await nextStop(move)) {
    goTo(practice, stop);
    tell();
    await doWhatIsDue(move);
  }
  if (!closing.aborted) goTo(practice, end);
}

/** Never back: while it stands at a stop the clock runs on, and may have passed the next one. */
function goTo({ clock, keepSoon }: Practice, at: Date): void {
  if (clock.now() < at) clock.moveTo(at);
  keepSoon();
}

/** The last moment, up to the end, in the quarter of an hour of the earliest one; null: nothing more is due. */
async function nextStop({ practice, end }: Move): Promise<Date | null> {
  const quarterOf = (at: Date) => Math.floor(at.getTime() / stopMs);
  const due = (await momentsOf(practice)).planned.filter((at) => at <= end);
  const [earliest] = due;
  return due.findLast((at) => earliest && quarterOf(at) === quarterOf(earliest)) ?? null;
}

async function doWhatIsDue({ practice, closing, patienceMs }: Move): Promise<void> {
  const giveUpAt = Date.now() + patienceMs;
  await sweepNow(practice);
  for (let left = await leftToDo(practice); left && !closing.aborted; left = await leftToDo(practice)) {
    if (Date.now() > giveUpAt) throw new ClockStuck(`${practice.clock.now().toISOString()}: ${left}`);
    await pause(lookEveryMs);
  }
}

/** What keeps the clock from going on, in words; null: nothing. */
async function leftToDo(practice: Practice): Promise<string | null> {
  const now = practice.clock.now();
  const { planned, underWay } = await momentsOf(practice);
  const late = planned.filter((at) => at <= now);
  if (late.length === 0 && underWay === 0) return null;
  return `${late.length} planned and ${underWay} begun lists are not posted`;
}

function momentsOf({ banso }: Practice): Promise<DueMoments> {
  return dueMoments(banso.deps.db, { workspaceId: workspaceSeed.team.id });
}

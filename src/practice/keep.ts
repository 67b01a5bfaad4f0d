import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Logger } from 'pino';
import type { Emulator, Snapshot } from '../emulator';
import { describeError } from '../log';
import type { KeptReadMarks } from './server/read-marks';

/** What outlives a start beside the database. */
export interface Kept {
  version: 1;
  /** How far the practice clock was from the system's, in milliseconds. */
  clockOffsetMs: number;
  /** What everybody has read; missing in what an older Banso kept. */
  readMarks?: KeptReadMarks;
  /** Where the page was, so that open tabs find it again; missing: there was none. */
  pagePort?: number;
  slack: Snapshot;
}

/** How long changes are gathered before they are written, in milliseconds. */
const gatherMs = 500;

/**
 * Reads what an earlier start left; null when there was none.
 * @throws Error that says what to do when the file can't be used.
 */
export function readKept(file: string): Kept | null {
  try {
    const kept: Kept = JSON.parse(readFileSync(file, 'utf8'));
    if (kept.version === 1) return kept;
    throw new Error(`version is ${kept.version}, expected 1`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(`${file} can't be read (${error instanceof Error ? error.message : error}).`);
  }
}

export function forgetKept(file: string): void {
  rmSync(file, { force: true });
}

export interface Keeper {
  /** Something that is kept has changed. */
  soon(): void;
  /** Writes it a last time and stops. */
  stop(): void;
}

interface Keeping {
  slack: Emulator;
  file: string;
  logger: Logger;
  /** What is kept beside Slack. */
  rest(): Omit<Kept, 'version' | 'slack'>;
}

/**
 * Writes the emulated Slack, and `rest`, to a file soon after each change, whole or not at all. What can't be written is
 * logged once and tried again with the next change: whoever practises goes on.
 */
export function keepSlack({ slack, file, logger, rest }: Keeping): Keeper {
  let timer: NodeJS.Timeout | undefined;
  let failed = false;
  const write = () => {
    timer = undefined;
    const kept: Kept = { version: 1, ...rest(), slack: slack.snapshot() };
    try {
      writeFileSync(`${file}.new`, JSON.stringify(kept));
      renameSync(`${file}.new`, file);
      failed = false;
    } catch (error) {
      if (!failed)
        logger.error(describeError(error), `${file} can't be written: what happens now is not kept`);
      failed = true;
    }
  };
  const soon = () => {
    timer ??= setTimeout(write, gatherMs);
  };
  const stopListening = slack.on(({ kind }) => {
    // A call that changed something is followed by what it changed.
    if (kind !== 'call' && kind !== 'refusal') soon();
  });
  return {
    soon,
    stop: () => {
      stopListening();
      clearTimeout(timer);
      write();
    },
  };
}

import { claimImportRow, giveBackRow, type Import } from '../db/imports';
import { type Context, transact } from './context';
import { endImport } from './end-import';

/** Whoever shows no sign of life for so long counts as dead, in milliseconds: each of her steps is much shorter. */
export const importLeaseMs = 60_000;

/** Whatever kills its worker so often fails for good: nobody should wait for it for ever. */
const mostAttempts = 5;

/** How long Slack may keep the file back, in milliseconds from the request. */
const patienceMs = 60 * 60_000;

/** Where Slack doesn't say when to come again: as long as it has taken so far, in milliseconds. */
const wait = { least: 5000, most: 5 * 60_000 };

/** Takes an import to run it: of two that claim at once, one gets it. Null: there is nothing to do (now). */
export async function claimImport(context: Context, id: string): Promise<Import | null> {
  const { db, now } = context;
  const claim = await claimImportRow(db, id, importInstants(now));
  if (!claim) return null;
  if (claim.cancelRequestedAt) await endImport(context, claim, { status: 'cancelled' });
  else if (claim.attempts > mostAttempts)
    await endImport(context, claim, { status: 'failed', problem: 'unexpected' });
  else return claim;
  return null;
}

/**
 * Gives an import back for which Slack had no time, to be run when it may have, or ends it where that has lasted too long.
 * @param afterMs what Slack asked for, in milliseconds; null: it didn't say
 * @returns how long to wait, in milliseconds; null: it is not to be run again
 */
export async function giveBackImport(
  context: Context,
  claim: Import,
  afterMs: number | null,
): Promise<number | null> {
  const sinceMs = context.now.getTime() - claim.createdAt.getTime();
  if (sinceMs >= patienceMs) {
    await endImport(context, claim, { status: 'failed', problem: 'slackAway' });
    return null;
  }
  const delayMs = afterMs ?? Math.min(Math.max(sinceMs, wait.least), wait.most);
  const runAt = new Date(context.now.getTime() + delayMs);
  const waiting = await transact(context, ({ db }) => giveBackRow(db, claim, runAt));
  return waiting && delayMs;
}

/** What tells whether an import may be taken now. */
export function importInstants(now: Date): { now: Date; abandonedBefore: Date } {
  return { now, abandonedBefore: new Date(now.getTime() - importLeaseMs) };
}

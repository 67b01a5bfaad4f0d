import type { WebClient } from '@slack/web-api';
import type { Import } from '../../db/imports';
import { requireProgram } from '../../db/programs';
import type { Person, Roster } from '../../domain/roster';
import { largestRoster } from '../../domain/roster-import';
import { readRoster } from '../../roster/read';
import { downloadFile } from '../../slack/files';
import { slackFailure } from '../../slack/outcome';
import { findPeople } from '../../slack/people';
import { strangersIn } from '../../usecases/check-roster-people';
import { claimImport, giveBackImport } from '../../usecases/claim-import';
import { endImport } from '../../usecases/end-import';
import { runImport } from '../../usecases/run-import';
import { RunAgainLater } from '../processor';
import type { JobDeps } from './deps';

/** Imports a roster that somebody uploaded: fetches the file, asks Slack about the people in it, writes it all or nothing. */
export async function importFile(deps: JobDeps, importId: string): Promise<void> {
  const claim = await claimImport(deps.context(), importId);
  if (!claim) return;
  const slack = await deps.slackFor(claim);
  const fetched = await fromSlack(deps, claim, async () => {
    const file = await downloadFile(slack, claim.fileId, largestRoster);
    if ('problem' in file) return file;
    const roster = readRoster(file.bytes);
    return { roster, people: await strangers(deps, slack, claim, roster) };
  });
  if (!fetched) return;
  if ('problem' in fetched) {
    deps.logger.warn({ import: claim.id, problem: fetched.problem }, "roster can't be fetched");
    return endImport(deps.context(), claim, { status: 'failed', problem: fetched.problem });
  }
  await runImport(deps.context, claim, fetched.roster, fetched.people);
}

/** The mentors and advisors whom Banso does not know yet; who is no active user is left out, and told as a fault. */
async function strangers(
  { context }: JobDeps,
  slack: WebClient,
  claim: Import,
  roster: Roster,
): Promise<Person[]> {
  const { db } = context();
  const { zone } = await requireProgram(db, claim);
  const found = await findPeople(slack, await strangersIn(db, claim, roster), { ...claim, zone });
  return found.flatMap((it) => ('person' in it ? [it.person] : []));
}

/** What Slack is too busy for, or doesn't answer, is tried again. Null: it has been tried long enough. */
async function fromSlack<T>(
  { context, logger }: JobDeps,
  claim: Import,
  ask: () => Promise<T>,
): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    const failure = slackFailure(error);
    logger.warn({ import: claim.id, failure: failure.kind }, "roster can't be fetched now");
    const asked = failure.kind === 'rateLimited' ? failure.afterMs : null;
    const afterMs = await giveBackImport(context(), claim, asked);
    if (afterMs === null) return null;
    throw new RunAgainLater(afterMs);
  }
}

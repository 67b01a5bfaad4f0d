import { newId } from '../../db/ids';
import { insertMany } from '../../db/insert-many';
import { addLibraryEntries } from '../../db/library-entries';
import { caseHelpers, caseMarks, cases } from '../../db/schema';
import type { CaseOutcome } from '../../domain/consultation';
import { addDays, instantAt, type LocalDate, localDateAt } from '../../domain/dates';
import type { ProgramScope } from '../../domain/scope';
import { caseEntry } from '../../domain/search/case-entry';
import { type Context, transact } from '../../usecases/context';
import { createDice, type Dice } from './dice';
import type { SampleCase } from './library/library';

interface Team {
  zone: string;
  /** Who wrote the cases and answered in them, by Slack's ids. */
  people: readonly string[];
}

/** To whom the sample's learners were handed; ja-24 went to another supporter, which helped. */
const handedTo: Readonly<Record<string, CaseOutcome>> = {
  'ja-08': 'handedToMentor',
  'ja-18': 'handedToSchool',
  'ja-20': 'handedToAdvisor',
  'ja-24': 'resolved',
  'ja-39': 'handedToAdvisor',
  'en-05': 'handedToMentor',
  'en-13': 'handedToAdvisor',
};

/** Fills the library with what the team has learned from earlier learners: in bulk, whoever starts practice waits. */
export async function writeCases(
  context: Context,
  scope: ProgramScope,
  written: readonly SampleCase[],
  team: Team,
): Promise<void> {
  const today = localDateAt(context.now, team.zone);
  const told = written.map((one) => tellCase(scope, one, team, today));
  await transact(context, async ({ db }) => {
    await db.execute(
      insertMany(
        cases,
        told.map(({ row }) => row),
      ),
    );
    const helpers = told.flatMap((one) => one.helpers);
    const marks = told.flatMap((one) => one.marks);
    await db.execute(insertMany(caseHelpers, helpers));
    await db.execute(insertMany(caseMarks, marks));
    await addLibraryEntries(
      db,
      told.map(({ row }) => caseEntry(row)),
    );
  });
}

function tellCase(
  { workspaceId, programId }: ProgramScope,
  { key, closedDaysAgo, followUp, replies, helpedCount, outcome, ...content }: SampleCase,
  { zone, people }: Team,
  today: LocalDate,
) {
  const id = newId();
  const [authorId = '', ...peers] = shuffled(people, createDice(key));
  const closedOn = addDays(today, -closedDaysAgo);
  const createdAt = instantAt(closedOn, '18:00', zone);
  // Each of the team marks a case once, and nobody her own.
  const markers = [...peers].reverse().slice(0, helpedCount);
  const row = {
    ...{ id, workspaceId, programId, ...content, authorId, closedOn, createdAt },
    outcome: outcomeOf(key, outcome),
    followUpAnswer: followUp?.answer ?? null,
    followUpLine: followUp?.line ?? '',
    helpedCount: markers.length,
  };
  const helpers = peers.slice(0, replies.length).map((userId, at) => ({
    ...{ workspaceId, caseId: id, userId },
    helped: replies[at]?.helped ?? false,
  }));
  const marks = markers.map((markedBy, at) => ({
    ...{ workspaceId, caseId: id, markedBy },
    markedAt: instantAt(addDays(closedOn, Math.min(at + 1, closedDaysAgo - 1)), '12:00', zone),
  }));
  return { row, helpers, marks };
}

function outcomeOf(key: string, outcome: SampleCase['outcome']): CaseOutcome {
  if (outcome === 'no_change') return 'noChange';
  if (outcome !== 'handed_over') return outcome;
  const to = handedTo[key];
  if (!to) throw new Error(`sample: ${key}: expected to know to whom she was handed over`);
  return to;
}

function shuffled<T>(items: readonly T[], dice: Dice): T[] {
  const next = dice.deck(items);
  return items.map(() => next());
}

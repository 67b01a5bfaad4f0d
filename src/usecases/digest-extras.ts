import { winsBetween } from '../db/check-ins';
import type { Queryable } from '../db/client';
import { awaitingReply, floorsEnding, promisesDue, watchesEnding } from '../db/due-lists';
import type { ProgramWithRules } from '../db/programs';
import { nextWorkingDay, workingDayOnOrBefore } from '../domain/calendar';
import { addDays, type LocalDate } from '../domain/dates';
import type { Cut, DigestExtras } from '../domain/due-list';
import { dueItem } from './list-items';

/** How many entries each part shows; the others are counted. */
const shown = 10;

/** A part counts its entries up to here; a team with more has other worries than the exact number. */
const counted = 200;

/** A message without an answer is worth a word after this many days. */
const patienceDays = 3;

/** What the digest of a day says beside the due list: one index range each. */
export async function digestExtras(
  db: Queryable,
  program: ProgramWithRules,
  on: LocalDate,
): Promise<DigestExtras> {
  const scope = { workspaceId: program.workspaceId, programId: program.id };
  const { isWorkingDay } = program.rules.calendar;
  const next = nextWorkingDay(on, isWorkingDay) ?? addDays(on, 1);
  const before = workingDayOnOrBefore(addDays(on, -1), isWorkingDay) ?? addDays(on, -1);
  const limit = counted;
  const floors = await floorsEnding(db, scope, { from: on, to: next, limit });
  const items = floors.map((learner) => dueItem(learner, program.rules, on));
  return {
    floorsToday: cut(items.filter((item) => item.floorOn === on)),
    floorsNext: cut(items.filter((item) => item.floorOn !== on)),
    awaitingReply: cut(await awaitingReply(db, scope, { before: addDays(on, 1 - patienceDays), limit })),
    watchesEnding: cut(await watchesEnding(db, scope, { on, limit })),
    promises: cut(await promisesDue(db, scope, { by: on, limit })),
    wins: cut(await winsBetween(db, scope, { from: before, before: on, limit })),
  };
}

function cut<T>(items: T[]): Cut<T> {
  return { items: items.slice(0, shown), more: Math.max(0, items.length - shown) };
}

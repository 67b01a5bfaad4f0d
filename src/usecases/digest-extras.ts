import { winsBetween } from '../db/check-ins';
import type { Queryable } from '../db/client';
import { unansweredConsultations } from '../db/consultations';
import { awaitingReply, floorsEnding, watchesEnding } from '../db/due-lists';
import type { ProgramWithRules } from '../db/programs';
import { nextWorkingDay, workingDayOnOrBefore } from '../domain/calendar';
import { addDays, instantAt, type LocalDate } from '../domain/dates';
import type { Cut, DigestExtras } from '../domain/due-list';
import { dueItem } from './list-items';
import { teamPromises } from './own-promises';

/** How many entries each part shows; the others are counted. */
const shown = 10;

/** A part counts its entries up to here; a team with more has other worries than the exact number. */
const counted = 200;

/** A message without an answer is worth a word after this many days. */
const patienceDays = 3;

/** What the digest of a day says beside the due list: one index range each. `madeAt`: when that list was made. */
export async function digestExtras(
  db: Queryable,
  program: ProgramWithRules,
  { on, now, madeAt }: { on: LocalDate; now: Date; madeAt: Date },
): Promise<DigestExtras> {
  const scope = { workspaceId: program.workspaceId, programId: program.id };
  const { isWorkingDay } = program.rules.calendar;
  const next = nextWorkingDay(on, isWorkingDay) ?? addDays(on, 1);
  const afterNext = nextWorkingDay(next, isWorkingDay) ?? addDays(next, 1);
  const before = workingDayOnOrBefore(addDays(on, -1), isWorkingDay) ?? addDays(on, -1);
  const limit = counted;
  // A floor that ends on days off must be met on the working day before them.
  const floors = await floorsEnding(db, scope, { from: on, to: addDays(afterNext, -1), limit, now });
  const items = floors.map((learner) => dueItem(learner, program.rules, on));
  const dayBegins = (day: LocalDate) => instantAt(day, '00:00', program.zone);
  return {
    floorsToday: cut(items.filter(({ floorOn }) => floorOn !== null && floorOn < next)),
    floorsNext: cut(items.filter(({ floorOn }) => floorOn !== null && floorOn >= next)),
    awaitingReply: cut(await awaitingReply(db, scope, { on, before: addDays(on, 1 - patienceDays), limit })),
    watchesEnding: cut(await watchesEnding(db, scope, { on, limit })),
    promises: cut(
      await teamPromises(db, program, { after: before, until: on, keptSince: madeAt, limit, now }),
    ),
    unanswered: cut(await unansweredConsultations(db, scope, { on, zone: program.zone, limit })),
    wins: cut(await winsBetween(db, scope, { from: dayBegins(before), before: dayBegins(on), limit })),
  };
}

function cut<T>(items: T[]): Cut<T> {
  return { items: items.slice(0, shown), more: Math.max(0, items.length - shown) };
}

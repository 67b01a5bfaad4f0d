import { latestCheckIns } from '../db/check-ins';
import type { Queryable } from '../db/client';
import { type CaseloadLearner, caseloadUntil } from '../db/due-lists';
import type { HomeKey } from '../db/homes';
import { findMember } from '../db/members';
import { memberKey, type ProgramWithRules, programsOfMembers } from '../db/programs';
import { addDays, type LocalDate, localDateAt } from '../domain/dates';
import type { DueItem } from '../domain/due-list';
import { groupBy } from '../domain/grouping';
import {
  daysAhead,
  type HomeDay,
  type HomeDue,
  type HomeModel,
  homeDaysAhead,
  homeRows,
} from '../domain/home';
import type { Locale } from '../domain/locale';
import { dueItem } from './list-items';

export interface BuiltHome {
  locale: Locale;
  /** Null: she supports no program now. */
  home: HomeModel | null;
}

/** A program of hers and its local date now. */
interface Place {
  program: ProgramWithRules;
  today: LocalDate;
}

interface Placed extends Place {
  learner: CaseloadLearner;
  item: DueItem & { dueOn: LocalDate };
}

/** What somebody's Home shows, from live data. Null: nobody whom Banso knows. */
export async function buildHome(db: Queryable, key: HomeKey, now: Date): Promise<BuiltHome | null> {
  const member = await findMember(db, key, key.userId);
  if (!member) return null;
  const { locale } = member;
  const programs = (await programsOfMembers(db, [member])).get(memberKey(member)) ?? [];
  if (programs.length === 0) return { locale, home: null };
  const places = programs.map((program) => ({ program, today: localDateAt(now, program.zone) }));
  const caseload = await caseloadOf(db, key, places);
  const due = caseload.filter(({ item, today }) => item.dueOn <= today);
  const ahead = caseload.filter(({ item, today }) => item.dueOn > today);
  const on = localDateAt(now, member.zone);
  return {
    locale,
    home: { drawnAt: now, due: await duePart(db, key, on, due), week: weekPart(places, ahead) },
  };
}

/** Her learners who are due by the end of the week ahead, longest due first. */
async function caseloadOf(db: Queryable, key: HomeKey, places: readonly Place[]): Promise<Placed[]> {
  const byId = new Map(places.map((place) => [place.program.id, place]));
  const learners = await caseloadUntil(
    db,
    key,
    key.userId,
    places.map(({ program, today }) => ({ programId: program.id, until: addDays(today, homeDaysAhead) })),
  );
  return learners.flatMap((learner) => {
    const place = byId.get(learner.programId);
    const { dueOn } = learner;
    if (!place || dueOn === null) return [];
    const item = { ...dueItem(learner, place.program.rules, place.today), dueOn };
    return [{ ...place, learner, item }];
  });
}

async function duePart(db: Queryable, key: HomeKey, on: LocalDate, due: readonly Placed[]): Promise<HomeDue> {
  const inFull = due.slice(0, homeRows.full);
  const others = due.slice(homeRows.full);
  const last = await latestCheckIns(
    db,
    key,
    inFull.map(({ item }) => item.learnerId),
  );
  return {
    on,
    severalPrograms: new Set(due.map(({ program }) => program.id)).size > 1,
    rows: inFull.map(({ item, learner: { programName, unit, planReason }, today }) => ({
      ...item,
      programName,
      unit,
      planReason,
      last: last.get(item.learnerId) ?? null,
      today,
    })),
    others: {
      items: others.slice(0, homeRows.named).map(({ item, today }) => ({ ...item, today })),
      more: Math.max(0, others.length - homeRows.named),
    },
  };
}

function weekPart(places: readonly Place[], ahead: readonly Placed[]): HomeDay[] {
  const byDay = groupBy(ahead, ({ item }) => item.dueOn);
  const programs = places.map(({ program, today }) => ({ today, ...program.rules.calendar }));
  return daysAhead(programs, byDay.keys()).map((on) => {
    const learners = byDay.get(on) ?? [];
    return {
      on,
      due: learners.filter(({ learner }) => !learner.watching).map(({ item }) => item),
      watched: learners
        .filter(({ learner }) => learner.watching)
        .map(({ item, learner }) => ({ ...item, reason: learner.planReason ?? '' })),
    };
  });
}

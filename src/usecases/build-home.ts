import { coversNow } from '../db/absences';
import { latestCheckIns } from '../db/check-ins';
import type { Queryable } from '../db/client';
import { ownConsultations } from '../db/consultations';
import { caseloadUntil, type ListedLearner } from '../db/due-lists';
import type { HomeKey } from '../db/homes';
import { findMember } from '../db/members';
import { memberKey, programsOfMembers } from '../db/programs';
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
import { awayPart } from './home-away';
import { laterParts } from './home-later';
import { leadParts } from './home-leads';
import { findNextStep } from './home-next-step';
import type { Place } from './home-place';
import { dueItem } from './list-items';
import { missedFloors } from './missed-floors';
import { ownPromises } from './own-promises';

export interface BuiltHome {
  locale: Locale;
  /** Null: she supports no program now. */
  home: HomeModel | null;
}

interface Placed extends Place {
  learner: ListedLearner;
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
  const caseload = await caseloadOf(db, key, places, now);
  const due = caseload.filter(({ item, today }) => item.dueOn <= today);
  const ahead = caseload.filter(({ item, today }) => item.dueOn > today);
  const on = localDateAt(now, member.zone);
  const { programIds, ...rest } = await laterParts(db, key, places);
  const own = new Set([...caseload.map(({ program }) => program.id), ...programIds]);
  return {
    locale,
    home: {
      drawnAt: now,
      nextStep: await findNextStep(db, key, own),
      due: await duePart(db, key, on, due),
      missed: await missedFloors(db, key),
      week: weekPart(places, ahead),
      ...rest,
      away: await awayPart(db, member, now),
      leads: await leadParts(db, key, places, now),
      promises: await ownPromises(db, key, places, null),
      questions: await questionsPart(db, key),
    },
  };
}

/** How many of her questions to the team Home names, and how many more it counts. */
const questions = { named: 3, counted: 20 };

async function questionsPart(db: Queryable, key: HomeKey): Promise<HomeModel['questions']> {
  const open = await ownConsultations(db, key, key.userId, questions.counted);
  return { items: open.slice(0, questions.named), more: Math.max(0, open.length - questions.named) };
}

/** For whom she acts who are due by the end of the week ahead, longest due first. */
async function caseloadOf(
  db: Queryable,
  { workspaceId, userId }: HomeKey,
  places: readonly Place[],
  now: Date,
): Promise<Placed[]> {
  const byId = new Map(places.map((place) => [place.program.id, place]));
  const covered = await coversNow(db, [{ workspaceId, userId }], now);
  const companions = [userId, ...new Set(covered.map(({ absentId }) => absentId))];
  const slots = companions.flatMap((companionId) =>
    places.map(({ program, today }) => ({
      workspaceId,
      userId,
      companionId,
      programId: program.id,
      today,
      until: addDays(today, homeDaysAhead),
    })),
  );
  const learners = await caseloadUntil(db, slots, now);
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
      due: learners.filter(({ item }) => !item.watch).map(({ item }) => item),
      watched: learners.flatMap(({ item }) => (item.watch ? [{ ...item, reason: item.watch.reason }] : [])),
    };
  });
}

import { findActor } from '../db/acting';
import { contactStateOf } from '../db/check-ins';
import { type ShownBeside, touchLists } from '../db/deliveries';
import { type Learner, pausesOf, updateLearner } from '../db/learners';
import { leadsToTell } from '../db/members';
import { type NextContact, nothingDue } from '../domain/cadence';
import type { PlannedContact } from '../domain/check-in';
import type { LocalDate } from '../domain/dates';
import { isWatched } from '../domain/plan';
import { nextContactFor, type ProgramRules } from '../domain/program-rules';
import type { WorkspaceScope } from '../domain/scope';
import { refreshJob } from '../jobs/catalog';
import type { Unit } from './context';
import { settleBreaches } from './record-breaches';
import { touchHomesOf } from './touch-homes';

/** When a learner is to be contacted next, as stored. */
export interface Restated extends NextContact {
  /** Why she is quietly watched over until then; null: she isn't. */
  watchedBecause: string | null;
}

interface Change {
  /** Her status from now on, with the day since when she has it. */
  status?: Pick<Learner, 'status' | 'statusReason' | 'statusOn'>;
  /** undefined: the plan stays; null: it is dropped. */
  plan?: (PlannedContact & { by: string }) | null;
  /** Who does it, whose Home shows what came of it; nobody where Banso itself does. */
  by?: string;
  /** Whose promise for her came, changed or went. */
  promiseBy?: string | undefined;
}

/**
 * Works out anew all that is stored about a learner because it follows from something else: the last contact,
 * an unanswered message and the unit from her check-ins; the due day and the floor from those (DESIGN.md 3), none while she
 * isn't active.
 * Then marks the lists that she is on and the Homes that show her. Call it with the learner's row locked, at the end of whatever changed;
 * but what the row itself says of status and course is changed by it or after it, because what was missed is recorded by
 * the row as it was.
 */
export async function restateLearner(
  unit: Unit,
  learner: Learner,
  rules: ProgramRules,
  today: LocalDate,
  change: Change = {},
): Promise<Restated> {
  const { db } = unit;
  const contacts = await contactStateOf(db, learner, learner.id);
  const plan = planAfter(learner, change);
  const cadence = {
    ...learner,
    ...plan,
    lastContactOn: contacts.lastContactOn,
    pauses: await pausesOf(db, learner, learner.id),
  };
  const { status, statusOn } = change.status ?? learner;
  const followed = status === 'active';
  const next = followed ? nextContactFor(rules, cadence, today) : nothingDue;
  const concerned = await settleBreaches(unit, learner, next, statusOn ?? today);
  const watching = followed && isWatched(rules, cadence, today);
  await updateLearner(db, learner, learner.id, {
    ...plan,
    ...change.status,
    watching,
    lastContactOn: contacts.lastContactOn,
    awaitingReplySince: contacts.awaitingReplySince,
    unit: contacts.unit ?? learner.unit,
    dueOn: next.dueOn,
    floorOn: next.floorOn,
    dueReason: next.reason,
    dueSetOn: next.dueOn === learner.dueOn ? learner.dueSetOn : today,
  });
  const { by = null, promiseBy: madeBy } = change;
  const isNews =
    contacts.awaitingReplySince !== learner.awaitingReplySince ||
    next.floorOn !== learner.floorOn ||
    watching !== learner.watching ||
    (watching && next.dueOn !== learner.dueOn) ||
    madeBy !== undefined;
  const beside = { programId: learner.programId, madeBy: madeBy ?? null };
  await touchListsOf(unit, learner, [learner.id], isNews ? [beside] : []);
  const shownTo = [learner.companionId, by, madeBy ?? null, ...(await actingFor(unit, learner))];
  await touchHomesOf(unit, learner, [...shownTo, ...concerned]);
  return { ...next, watchedBecause: watching ? (plan.planReason ?? '') : null };
}

/** Whose Home shows a learner to be contacted, beside her companion's: whoever acts for her now, else the leads, who see that she needs cover. */
async function actingFor({ db, now }: Unit, learner: Learner): Promise<string[]> {
  const { actorId } = await findActor(db, learner, learner.id, now);
  if (actorId !== null) return [actorId];
  return leadsToTell(db, { workspaceId: learner.workspaceId, programIds: [learner.programId] });
}

/** How a learner stands as long as nothing is restated. */
export function standingOf(learner: Learner): Restated {
  const { dueOn, floorOn, dueReason: reason, watching, planReason } = learner;
  return { dueOn, floorOn, reason, watchedBecause: watching ? (planReason ?? '') : null };
}

function planAfter(learner: Learner, { plan }: Change) {
  if (plan === undefined) {
    const { plannedOn, planReason, plannedBy } = learner;
    return { plannedOn, planReason, plannedBy };
  }
  return { plannedOn: plan?.on ?? null, planReason: plan?.reason ?? null, plannedBy: plan?.by ?? null };
}

/** Has every posted list with these learners, or that says something else anew, drawn again. Those not posted yet will show the change anyway. */
export async function touchListsOf(
  unit: Unit,
  scope: WorkspaceScope,
  learnerIds: readonly string[],
  beside: readonly ShownBeside[] = [],
): Promise<void> {
  const lists = await touchLists(unit.db, scope, learnerIds, beside);
  for (const list of lists) {
    if (list.status === 'sent') unit.jobs.push(refreshJob(list.id, list.shownRevision));
  }
}

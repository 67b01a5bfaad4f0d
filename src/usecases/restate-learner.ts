import { contactStateOf } from '../db/check-ins';
import { touchLists } from '../db/deliveries';
import { type Learner, pausesOf, updateLearner } from '../db/learners';
import type { NextContact } from '../domain/cadence';
import type { PlannedContact } from '../domain/check-in';
import type { LocalDate } from '../domain/dates';
import { isWatched } from '../domain/plan';
import { nextContactFor, type ProgramRules } from '../domain/program-rules';
import type { WorkspaceScope } from '../domain/scope';
import { refreshJob } from '../jobs/catalog';
import type { Unit } from './context';
import { touchHomesOf } from './touch-homes';

interface Change {
  /** undefined: the plan stays; null: it is dropped. */
  plan?: (PlannedContact & { by: string }) | null;
}

/**
 * Works out anew all that is stored about a learner because it follows from something else: the last contact,
 * an unanswered message and the unit from her check-ins; the due day and the floor from those (DESIGN.md 3).
 * Then marks the lists that she is on and her companion's Home. Call it with the learner's row locked, at the end of whatever changed.
 */
export async function restateLearner(
  unit: Unit,
  learner: Learner,
  rules: ProgramRules,
  today: LocalDate,
  change: Change = {},
): Promise<NextContact> {
  const { db } = unit;
  const contacts = await contactStateOf(db, learner, learner.id);
  const plan = planAfter(learner, change);
  const cadence = {
    ...learner,
    ...plan,
    lastContactOn: contacts.lastContactOn,
    pauses: await pausesOf(db, learner, learner.id),
  };
  const next = nextContactFor(rules, cadence, today);
  await updateLearner(db, learner, learner.id, {
    ...plan,
    watching: isWatched(rules, cadence, today),
    lastContactOn: contacts.lastContactOn,
    awaitingReplySince: contacts.awaitingReplySince,
    unit: contacts.unit ?? learner.unit,
    dueOn: next.dueOn,
    floorOn: next.floorOn,
    dueReason: next.reason,
    dueSetOn: next.dueOn === learner.dueOn ? learner.dueSetOn : today,
  });
  await touchListsOf(unit, learner, [learner.id]);
  await touchHomesOf(unit, learner, [learner.companionId]);
  return next;
}

function planAfter(learner: Learner, { plan }: Change) {
  if (plan === undefined) {
    const { plannedOn, planReason, plannedBy } = learner;
    return { plannedOn, planReason, plannedBy };
  }
  return { plannedOn: plan?.on ?? null, planReason: plan?.reason ?? null, plannedBy: plan?.by ?? null };
}

/** Has every posted list with these learners drawn again. Those not posted yet will show the change anyway. */
export async function touchListsOf(
  unit: Unit,
  scope: WorkspaceScope,
  learnerIds: readonly string[],
): Promise<void> {
  const lists = await touchLists(unit.db, scope, learnerIds);
  for (const list of lists) {
    if (list.status === 'sent') unit.jobs.push(refreshJob(list.id, list.shownRevision));
  }
}

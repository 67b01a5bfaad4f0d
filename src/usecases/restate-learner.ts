import { contactStateOf } from '../db/check-ins';
import { touchLists } from '../db/deliveries';
import { type Learner, pausesOf, updateLearner } from '../db/learners';
import type { NextContact } from '../domain/cadence';
import type { PlannedContact } from '../domain/check-in';
import type { LocalDate } from '../domain/dates';
import { nextContactFor, type ProgramRules } from '../domain/program-rules';
import { refreshJob } from '../jobs/catalog';
import type { Unit } from './context';

interface Change {
  /** undefined: the plan stays; null: it is dropped. */
  plan?: (PlannedContact & { by: string }) | null;
}

/**
 * Works out anew all that is stored about a learner because it follows from something else: the last contact,
 * an unanswered message and the unit from her check-ins; the due day and the floor from those (DESIGN.md 3).
 * Then marks the lists that she is on. Call it with the learner's row locked, at the end of whatever changed.
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
  const next = nextContactFor(
    rules,
    {
      ...learner,
      ...plan,
      lastContactOn: contacts.lastContactOn,
      pauses: await pausesOf(db, learner, learner.id),
    },
    today,
  );
  await updateLearner(db, learner, learner.id, {
    ...plan,
    lastContactOn: contacts.lastContactOn,
    awaitingReplySince: contacts.awaitingReplySince,
    unit: contacts.unit ?? learner.unit,
    dueOn: next.dueOn,
    floorOn: next.floorOn,
    dueReason: next.reason,
    dueSetOn: next.dueOn === learner.dueOn ? learner.dueSetOn : today,
  });
  await touchListsOf(unit, learner);
  return next;
}

function planAfter(learner: Learner, { plan }: Change) {
  if (plan === undefined) {
    const { plannedOn, planReason, plannedBy } = learner;
    return { plannedOn, planReason, plannedBy };
  }
  return { plannedOn: plan?.on ?? null, planReason: plan?.reason ?? null, plannedBy: plan?.by ?? null };
}

/** Has every posted list with this learner drawn again. Those not posted yet will show the change anyway. */
export async function touchListsOf(unit: Unit, learner: Pick<Learner, 'workspaceId' | 'id'>): Promise<void> {
  const lists = await touchLists(unit.db, learner, learner.id);
  for (const list of lists) {
    if (list.status === 'sent') unit.jobs.push(refreshJob(list.id, list.shownRevision));
  }
}

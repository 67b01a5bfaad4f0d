import type { SeenConsultation } from '../../db/consultation-closing';
import { retireClosedMessages, touchClosedMessages } from '../../db/consultation-messages';
import { askersOf } from '../../db/consultation-replies';
import { planDeliveries } from '../../db/deliveries';
import { newId } from '../../db/ids';
import type { ProgramWithRules } from '../../db/programs';
import { localDateAt } from '../../domain/dates';
import type { WorkspaceScope } from '../../domain/scope';
import { deliverJob, refreshJob } from '../../jobs/catalog';
import type { Unit } from '../context';
import { touchListsOf } from '../restate-learner';
import { touchHomesOf } from '../touch-homes';
import { touchPost } from './touch-post';

type Consultation = SeenConsultation['consultation'];

/** Has the thread told that its consultation was closed; what it was told at an earlier closing stays as it is. */
export async function tellClosed(
  unit: Unit,
  program: ProgramWithRules,
  consultation: Consultation,
): Promise<void> {
  await retireClosedMessages(unit.db, consultation, consultation.id);
  await note(unit, program, consultation, 'consultation_closed');
}

/** Has the thread told that its consultation was opened again. */
export function tellReopened(
  unit: Unit,
  program: ProgramWithRules,
  consultation: Consultation,
): Promise<void> {
  return note(unit, program, consultation, 'consultation_reopened');
}

async function note(
  { db, now, jobs }: Unit,
  { channelId, zone }: ProgramWithRules,
  { workspaceId, programId, id: consultationId, version }: Consultation,
  kind: 'consultation_closed' | 'consultation_reopened',
): Promise<void> {
  const id = newId();
  const delivery = {
    ...{ id, workspaceId, programId, kind, recipient: channelId, subject: consultationId },
    ...{ threadOf: consultationId, dedupeKey: `${kind}-${consultationId}-${version}` },
    ...{ onDate: localDateAt(now, zone), live: kind === 'consultation_closed', runAt: now, createdAt: now },
  };
  const fresh = await planDeliveries(db, [{ delivery, learners: [] }]);
  if (fresh.has(id)) jobs.push(deliverJob(id, 0));
}

/** Has the root post and what the thread says of its closing drawn again. */
export async function touchTold(unit: Unit, consultation: WorkspaceScope & { id: string }): Promise<void> {
  await touchPost(unit, consultation);
  for (const message of await touchClosedMessages(unit.db, consultation, consultation.id)) {
    if (message.status === 'sent') unit.jobs.push(refreshJob(message.id, message.shownRevision));
  }
}

/**
 * Has the root post, what the thread says of its closing, the digest that lists what isn't answered, and the Homes drawn
 * again of whoever it concerns.
 */
export async function touchConsultation(
  unit: Unit,
  { consultation, learner }: Pick<SeenConsultation, 'consultation' | 'learner'>,
  others: readonly (string | null)[],
): Promise<void> {
  const { id, programId } = consultation;
  await touchTold(unit, consultation);
  await touchListsOf(unit, consultation, [], [{ programId, madeBy: null }]);
  const askers = await askersOf(unit.db, consultation, id);
  await touchHomesOf(unit, consultation, [...askers, learner.companionId, ...others]);
}

import {
  findConsultationFor,
  lockConsultationFor,
  type SeenConsultation,
} from '../../db/consultation-closing';
import { findMember } from '../../db/members';
import type { WorkspaceScope } from '../../domain/scope';
import { UserError } from '../../errors';
import type { Unit } from '../context';
import { lockSeenLearner } from '../lock-own-learner';

/** A consultation, and who wants to do something about it. */
export interface ConsultationKey extends WorkspaceScope {
  viewerId: string;
  consultationId: string;
}

type May = (seen: SeenConsultation, viewerId: string) => boolean;

/** What happens to a consultation as a whole is for those who ask in it and for the program's leads. */
const mayEnd: May = ({ consultation, viewerRole, asked }, viewerId) =>
  asked || viewerRole === 'lead' || consultation.authorId === viewerId;

/** How it went on may also be told by whoever has closed it, who may have been a lead then. */
export const mayFollowUp: May = (seen, viewerId) =>
  mayEnd(seen, viewerId) || seen.consultation.closedBy === viewerId;

/**
 * A consultation that the viewer may close or open again, or whatever `may` asks.
 * @throws {UserError} consultationGone when it is in none of her programs, notYourConsultation.
 */
export async function ownConsultation(
  { db }: Pick<Unit, 'db'>,
  key: ConsultationKey,
  may: May = mayEnd,
): Promise<SeenConsultation> {
  const { viewerId, consultationId } = key;
  return requireOwn(await findConsultationFor(db, key, viewerId, consultationId), viewerId, may);
}

/**
 * The same, locked after its learner until the transaction ends.
 * @throws {UserError} as ownConsultation does.
 */
export async function lockOwnConsultation(
  unit: Unit,
  key: ConsultationKey,
  may: May = mayEnd,
): Promise<SeenConsultation> {
  const { viewerId, consultationId } = key;
  const { learner } = await ownConsultation(unit, key, may);
  await lockSeenLearner(unit, key, viewerId, learner.id);
  return requireOwn(await lockConsultationFor(unit.db, key, viewerId, consultationId), viewerId, may);
}

function requireOwn(seen: SeenConsultation | null, viewerId: string, may: May): SeenConsultation {
  if (!seen) throw new UserError('consultationGone');
  if (!may(seen, viewerId)) throw new UserError('notYourConsultation');
  return seen;
}

/** @throws {UserError} consultationClosed, with who has closed it and when */
export async function refuseClosed(
  { db }: Pick<Unit, 'db'>,
  { consultation: { workspaceId, closedBy, closedOn } }: SeenConsultation,
): Promise<void> {
  if (closedBy === null || closedOn === null) return;
  const closer = await findMember(db, { workspaceId }, closedBy);
  throw new UserError('consultationClosed', { name: closer?.name ?? closedBy, on: closedOn });
}

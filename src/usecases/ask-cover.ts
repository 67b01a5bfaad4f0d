import { overlappingAbsence } from '../db/absences';
import { audit } from '../db/audit';
import { findPossibleCover } from '../db/availability';
import {
  type CoverRequest,
  findRequestBySubmission,
  insertCoverRequest,
  namedLearnerIds,
} from '../db/cover-requests';
import { planDeliveries } from '../db/deliveries';
import { newId } from '../db/ids';
import { type LocalDate, localDateAt } from '../domain/dates';
import type { WorkspaceScope } from '../domain/scope';
import { UserError } from '../errors';
import { deliverJob } from '../jobs/catalog';
import type { Unit } from './context';
import { touchRequestMessages } from './touch-request-messages';

export interface CoverQuestion extends WorkspaceScope {
  fromId: string;
  toId: string;
  askedBy: string;
  /** The absence to cover, and its days; null: a handover for good. */
  absence: { id: string; from: LocalDate; to: LocalDate } | null;
  /** Whom it is about; null: everyone of the caseload. */
  learners: readonly { id: string; programId: string }[] | null;
  /** The programs of the caseload. */
  programIds: readonly string[];
  note: string;
  submissionKey: string;
}

/**
 * Asks a colleague to take learners over, by a message that she answers. Null: this submission has asked already.
 * @throws {UserError} coverYourself, coverNotSupporter where she does not support what the learners need, coverAway
 * where she is away on one of the days, savedAsSent when this submission has asked something else.
 */
export async function askCover(
  unit: Unit,
  question: CoverQuestion,
): Promise<{ request: CoverRequest; toName: string } | null> {
  const { workspaceId, fromId, toId, askedBy, absence, learners, note, submissionKey } = question;
  const { name, zone } = await requireCover(unit, question);
  const request = await insertCoverRequest(
    unit.db,
    {
      workspaceId,
      absenceId: absence?.id ?? null,
      fromId,
      toId,
      askedBy,
      extent: learners ? 'some' : 'everyone',
      note,
      submissionKey,
      askedAt: unit.now,
    },
    learners?.map(({ id }) => id) ?? [],
  );
  if (!request) {
    if (!(await hasAskedThis(unit, question))) throw new UserError('savedAsSent');
    return null;
  }
  await sendAbout(unit, request, { kind: 'cover_request', recipient: toId, zone });
  await touchRequestMessages(unit, request);
  await audit(unit.db, {
    workspaceId,
    actorId: askedBy,
    action: absence ? 'cover.asked' : 'handover.asked',
    subjectId: request.id,
    details: { from: fromId, to: toId, learners: learners?.length ?? null },
    at: unit.now,
  });
  return { request, toName: name };
}

async function hasAskedThis({ db }: Unit, question: CoverQuestion): Promise<boolean> {
  const { toId, note, learners, submissionKey } = question;
  const earlier = await findRequestBySubmission(db, question, submissionKey);
  if (earlier?.toId !== toId || earlier.note !== note) return false;
  if (!learners) return earlier.extent === 'everyone';
  const named = new Set(await namedLearnerIds(db, question, earlier.id));
  return named.size === learners.length && learners.every(({ id }) => named.has(id));
}

async function requireCover({ db }: Unit, question: CoverQuestion) {
  const { workspaceId, fromId, toId, absence, learners, programIds } = question;
  if (toId === fromId) throw new UserError('coverYourself');
  const cover = await findPossibleCover(db, { workspaceId }, toId, programIds);
  const needed = learners ? learners.map(({ programId }) => programId) : [];
  if (!cover || needed.some((programId) => !cover.programIds.includes(programId))) {
    throw new UserError('coverNotSupporter');
  }
  const away = absence && (await overlappingAbsence(db, { workspaceId, userId: toId }, absence));
  if (away) throw new UserError('coverAway', { name: cover.name, ...away });
  return cover;
}

interface Message {
  kind: 'cover_request' | 'cover_answer' | 'cover_ended';
  recipient: string;
  /** The recipient's. */
  zone: string;
}

/** Writes somebody about a request, once per kind and person. What becomes of the request is drawn into it. */
export async function sendAbout(
  { db, now, jobs }: Unit,
  { workspaceId, id: requestId }: Pick<CoverRequest, 'workspaceId' | 'id'>,
  { kind, recipient, zone }: Message,
): Promise<void> {
  const delivery = {
    id: newId(),
    workspaceId,
    kind,
    dedupeKey: `${kind}-${requestId}-${recipient}`,
    recipient,
    requestId,
    onDate: localDateAt(now, zone),
    live: kind === 'cover_request',
    runAt: now,
    createdAt: now,
  };
  for (const id of await planDeliveries(db, [{ delivery, learners: [] }])) jobs.push(deliverJob(id, 0));
}

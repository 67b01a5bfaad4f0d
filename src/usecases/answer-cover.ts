import { lockMember, overlappingAbsence } from '../db/absences';
import { audit } from '../db/audit';
import {
  answerRequest,
  lockRequestTo,
  type RequestWithAbsence,
  requestedLearners,
} from '../db/cover-requests';
import { findMember, type Member, programIdsOf } from '../db/members';
import { localDateAt } from '../domain/dates';
import { firstMorning, isStintOver, type Stint } from '../domain/reminders';
import type { WorkspaceScope } from '../domain/scope';
import { UserError } from '../errors';
import { sendAbout } from './ask-cover';
import { type Context, transact, type Unit } from './context';
import { handOver } from './hand-over';
import { planCards } from './plan-cards';
import { touchCaseloads } from './touch-caseloads';
import { touchHomesOf } from './touch-homes';
import { touchRequestMessages } from './touch-request-messages';
import { workersOf } from './working-times';

export interface CoverAnswer extends WorkspaceScope {
  /** Who answers: the one who was asked. */
  userId: string;
  requestId: string;
  accepted: boolean;
}

/**
 * Accepts or declines to take learners over, and tells whoever asked. Whoever accepts gets their cards: at once for a
 * handover, else on her first working morning of the absence, of everyone for whom she acts by then.
 * @throws {UserError} coverGone for a request that was taken back or whose days are over, or that she accepts where
 * nobody is left to take over; coverAnswered for one that was answered the other way; coverAwayYourself when she is away
 * on one of the days.
 */
export async function answerCover(context: Context, answer: CoverAnswer): Promise<{ repeated: boolean }> {
  return transact(context, async (unit) => {
    const status = answer.accepted ? 'accepted' : 'declined';
    const { request, member } = await lockRequest(unit, answer);
    if (request.status === status) return { repeated: true };
    await refuseAnswer(unit, request, answer);
    await answerRequest(unit.db, request, status, unit.now);
    const learners = answer.accepted ? await requireLearners(unit, request) : null;
    if (learners) await takeOver(unit, request, member, learners);
    await tellAskers(unit, request);
    // All messages before all Homes, whatever the answer: two answers at once wait for each other in no circle.
    await touchRequestMessages(unit, request);
    if (learners) await touchTaken(unit, request, learners);
    else await touchHomesOf(unit, request, [request.fromId, request.toId]);
    await audit(unit.db, {
      workspaceId: request.workspaceId,
      actorId: answer.userId,
      action: `${request.absence ? 'cover' : 'handover'}.${status}`,
      subjectId: request.id,
      details: { from: request.fromId },
      at: unit.now,
    });
    return { repeated: false };
  });
}

async function lockRequest({ db }: Unit, { workspaceId, userId, requestId }: CoverAnswer) {
  await lockMember(db, { workspaceId, userId });
  const member = await findMember(db, { workspaceId }, userId);
  const request = await lockRequestTo(db, { workspaceId }, userId, requestId);
  if (!request || !member) throw new UserError('coverGone');
  return { request, member };
}

async function refuseAnswer(
  unit: Unit,
  request: RequestWithAbsence,
  { accepted }: CoverAnswer,
): Promise<void> {
  if (request.status === 'withdrawn' || isOver(unit, request)) throw new UserError('coverGone');
  if (request.status !== 'asked') throw new UserError('coverAnswered');
  if (accepted) await refuseAway(unit, request);
}

function isOver({ now }: Unit, { absence }: RequestWithAbsence): boolean {
  return absence !== null && (absence.cancelledAt !== null || isStintOver(stintOf(absence), now));
}

function stintOf({ zone, fromOn, toOn }: NonNullable<RequestWithAbsence['absence']>): Stint {
  return { zone, from: fromOn, until: toOn };
}

async function refuseAway({ db }: Unit, { workspaceId, toId, absence }: RequestWithAbsence): Promise<void> {
  if (!absence) return;
  const days = { from: absence.fromOn, to: absence.toOn };
  const away = await overlappingAbsence(db, { workspaceId, userId: toId }, days);
  if (away) throw new UserError('coverAwayYourself', away);
}

type Learners = Awaited<ReturnType<typeof requestedLearners>>;

/** Of a caseload that is empty on the day, a cover has nothing to do, but is one; a handover would be none. */
async function requireLearners({ db }: Unit, request: RequestWithAbsence): Promise<Learners> {
  const learners = await requestedLearners(db, request, request.id);
  if (learners.length === 0 && !(request.absence && (await shareProgram(db, request)))) {
    throw new UserError('coverGone');
  }
  return learners;
}

async function shareProgram(
  db: Unit['db'],
  { workspaceId, fromId, toId }: RequestWithAbsence,
): Promise<boolean> {
  const theirs = new Set(await programIdsOf(db, { workspaceId }, fromId));
  return (await programIdsOf(db, { workspaceId }, toId)).some((programId) => theirs.has(programId));
}

async function takeOver(
  unit: Unit,
  request: RequestWithAbsence,
  member: Member,
  learners: Learners,
): Promise<void> {
  const { workspaceId, id: requestId, toId, absence } = request;
  const ids = learners.map(({ id }) => id);
  const runAt = absence ? await morningOf(unit, member, stintOf(absence)) : unit.now;
  if (!absence) await handOver(unit, request, learners);
  await planCards(
    unit,
    { workspaceId },
    {
      dedupeKey: `cards-${requestId}`,
      recipient: toId,
      // Until the morning of a cover, learners may come and go: who is on its cards is read then.
      learnerIds: absence ? [] : ids,
      onDate: localDateAt(runAt, member.zone),
      runAt,
      requestId,
    },
  );
}

/** Lists and Homes show who acts from now on. */
function touchTaken(
  unit: Unit,
  { workspaceId, fromId, toId, absence }: RequestWithAbsence,
  learners: Learners,
): Promise<void> {
  const left = absence ? [] : learners.map(({ id }) => id);
  return touchCaseloads(unit, { workspaceId }, [fromId], [toId], left);
}

/** When a cover gets her cards: on her first working morning; at once where that has passed. */
async function morningOf({ db, now }: Unit, cover: Member, stint: Stint): Promise<Date> {
  const [worker] = await workersOf(db, [cover], now);
  const morning = worker ? firstMorning(worker.time, stint) : null;
  return morning !== null && morning > now ? morning : now;
}

/** Whoever asked, and, of a handover that a lead asked for, whose learners they were. */
async function tellAskers(unit: Unit, request: RequestWithAbsence): Promise<void> {
  const people = new Set(request.absence ? [request.askedBy] : [request.askedBy, request.fromId]);
  for (const userId of people) {
    const asker = await findMember(unit.db, request, userId);
    if (asker) await sendAbout(unit, request, { kind: 'cover_answer', recipient: userId, zone: asker.zone });
  }
}

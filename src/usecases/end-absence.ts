import { findAbsence, lockMember, type MemberKey, updateAbsence } from '../db/absences';
import { audit } from '../db/audit';
import { type CoverRequest, closeRequestsOf } from '../db/cover-requests';
import { findMember } from '../db/members';
import type { EndedAbsence } from '../domain/cover';
import { addDays, localDateAt } from '../domain/dates';
import { UserError } from '../errors';
import { sendAbout } from './ask-cover';
import { type Context, transact, type Unit } from './context';
import { replanMembers } from './replan-members';
import { touchCaseloads } from './touch-caseloads';
import { touchRequestMessages } from './touch-request-messages';

/**
 * Ends an absence from today on, or takes one back that is still to come. Her learners are hers again; whoever had agreed
 * to cover is told, and whoever hasn't answered yet needn't any more.
 * @throws {UserError} absenceOver.
 */
export async function endAbsence(
  context: Context,
  { absenceId, ...who }: MemberKey & { absenceId: string },
): Promise<EndedAbsence> {
  return transact(context, async (unit) => {
    const member = await lockMember(unit.db, who);
    const absence = await findAbsence(unit.db, who, absenceId);
    const today = localDateAt(unit.now, member?.zone ?? 'UTC');
    if (!member || !absence || absence.toOn < today) throw new UserError('absenceOver');
    const begun = absence.fromOn < today;
    const change = begun ? { toOn: addDays(today, -1) } : { cancelledAt: unit.now };
    await updateAbsence(unit.db, who, absenceId, change);
    const requests = await closeRequestsOf(unit.db, who, absenceId, unit.now);
    await tellCovers(unit, requests);
    await replanMembers(unit, [who]);
    const [anyRequest] = requests;
    if (anyRequest) await touchRequestMessages(unit, anyRequest);
    const covers = requests.map(({ toId }) => toId);
    await touchCaseloads(unit, who, [who.userId], covers);
    await audit(unit.db, {
      workspaceId: who.workspaceId,
      actorId: who.userId,
      action: begun ? 'absence.ended' : 'absence.cancelled',
      subjectId: absenceId,
      details: { from: absence.fromOn, to: absence.toOn },
      at: unit.now,
    });
    return { begun, from: absence.fromOn, to: absence.toOn };
  });
}

async function tellCovers(unit: Unit, requests: readonly CoverRequest[]): Promise<void> {
  for (const request of requests.filter(({ status }) => status === 'accepted')) {
    const cover = await findMember(unit.db, request, request.toId);
    if (cover)
      await sendAbout(unit, request, { kind: 'cover_ended', recipient: cover.userId, zone: cover.zone });
  }
}

import { findAbsence, lockMember, type MemberKey } from '../db/absences';
import { learnersOfCaseload } from '../db/availability';
import { programIdsOf } from '../db/members';
import { localDateAt } from '../domain/dates';
import { UserError } from '../errors';
import { askCover } from './ask-cover';
import { type Context, transact } from './context';
import { touchHomesOf } from './touch-homes';

export interface PartialCoverInput extends MemberKey {
  absenceId: string;
  toId: string;
  /** Whom the colleague is to cover; null: everyone of whom nobody else is asked by name. */
  learnerIds: readonly string[] | null;
  note: string;
  submissionKey: string;
}

export interface AskedCover {
  toName: string;
  /** How many learners it is about by name; null: everyone else. */
  learners: number | null;
  repeated: boolean;
}

/**
 * Asks one more colleague to cover an absence, for some learners or for everyone else.
 * @throws {UserError} absenceOver, notYourLearners, and what askCover throws.
 */
export async function askPartialCover(context: Context, input: PartialCoverInput): Promise<AskedCover> {
  return transact(context, async (unit) => {
    const { workspaceId, userId, toId, learnerIds, note, submissionKey } = input;
    const member = await lockMember(unit.db, input);
    const absence = await findAbsence(unit.db, input, input.absenceId);
    if (!member || !absence || absence.toOn < localDateAt(unit.now, member.zone)) {
      throw new UserError('absenceOver');
    }
    const learners = learnerIds && (await learnersOfCaseload(unit.db, input, userId, learnerIds));
    if (learners && learners.length < new Set(learnerIds).size) throw new UserError('notYourLearners');
    const asked = await askCover(unit, {
      workspaceId,
      fromId: userId,
      toId,
      askedBy: userId,
      absence: { id: absence.id, from: absence.fromOn, to: absence.toOn },
      learners,
      programIds: await programIdsOf(unit.db, input, userId),
      note,
      submissionKey,
    });
    await touchHomesOf(unit, input, [userId, toId]);
    return { toName: asked?.toName ?? '', learners: learners?.length ?? null, repeated: asked === null };
  });
}

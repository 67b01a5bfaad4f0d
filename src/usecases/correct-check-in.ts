import { audit } from '../db/audit';
import { correctCheckInRow, findCheckInFor } from '../db/check-ins';
import { requireProgram } from '../db/programs';
import { canCorrect } from '../domain/access';
import type { CheckInContent } from '../domain/check-in';
import { localDateAt } from '../domain/dates';
import type { WorkspaceScope } from '../domain/scope';
import { UserError } from '../errors';
import { contentOf, sameContent } from './check-in-content';
import { type Context, transact, type Unit } from './context';
import { publishCheckIn } from './library/publish-check-in';
import { lockOwnLearner } from './lock-own-learner';
import { companionBeside, keepable, type RecordedCheckIn, refuseDay } from './record-check-in';
import { restateLearner, standingOf } from './restate-learner';
import { tellCareTeam } from './tell-care-team';

export interface CorrectionInput extends WorkspaceScope {
  correctorId: string;
  checkInId: string;
  /** The version that the corrector had before her. */
  version: number;
  content: CheckInContent;
}

/**
 * Overwrites a check-in; what it said before is kept. Correcting it to what it says already writes nothing.
 * @throws {UserError} checkInGone, notYourCheckIn for anybody but its author and leads, changedMeanwhile when
 * somebody else corrected it first, nobodyToTell, and what recordCheckIn throws for its day.
 */
export async function correctCheckIn(context: Context, input: CorrectionInput): Promise<RecordedCheckIn> {
  return transact(context, async (unit) => {
    const { checkIn: found } = await findOwn(unit, input);
    const learner = await lockOwnLearner(unit, input, input.correctorId, found.learnerId, 'careTeam');
    const { checkIn, promise } = await findOwn(unit, input);
    const program = await requireProgram(unit.db, learner);
    const today = localDateAt(unit.now, program.zone);
    refuseDay(input.content.contactedOn, learner, today);
    const before = contentOf(checkIn, promise);
    const content = before.promise ? input.content : keepable(input.content, learner);
    const companionName = await companionBeside(unit, learner, input.correctorId);
    const { id: checkInId, authorId, counts } = checkIn;
    const base = { checkInId, learnerName: learner.name, counts, companionName };
    if (sameContent(before, content)) return { ...base, next: standingOf(learner), repeated: true };
    const corrected = await correctCheckInRow(unit.db, learner, {
      checkIn: { ...checkIn, version: input.version },
      before,
      after: content,
      correctedBy: input.correctorId,
      correctedAt: unit.now,
    });
    if (!corrected) throw new UserError('changedMeanwhile');
    await tellCareTeam(unit, learner, program, { ...content, id: checkInId, authorId });
    await publishCheckIn(unit, learner, program, { checkInId, before, content });
    const promised = before.promise ?? content.promise;
    const next = await restateLearner(unit, learner, program.rules, today, {
      by: input.correctorId,
      promiseBy: promised ? checkIn.authorId : undefined,
    });
    await audit(unit.db, {
      workspaceId: input.workspaceId,
      programId: learner.programId,
      actorId: input.correctorId,
      action: 'check_in.corrected',
      subjectId: checkIn.id,
      details: { learnerId: learner.id, version: input.version },
      at: unit.now,
    });
    return { ...base, next, repeated: false };
  });
}

async function findOwn({ db }: Unit, input: CorrectionInput) {
  const seen = await findCheckInFor(db, input, input.correctorId, input.checkInId);
  if (!seen) throw new UserError('checkInGone');
  const person = { userId: input.correctorId, isLead: seen.viewerRole === 'lead' };
  if (!canCorrect(person, seen.checkIn)) throw new UserError('notYourCheckIn');
  return seen;
}

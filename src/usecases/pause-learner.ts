import { audit } from '../db/audit';
import type { SeenLearner } from '../db/learners';
import { findPause, pausesUntil } from '../db/pauses';
import { requireProgram } from '../db/programs';
import { type LocalDate, localDateAt } from '../domain/dates';
import type { ProgramRules } from '../domain/program-rules';
import type { WorkspaceScope } from '../domain/scope';
import { UserError } from '../errors';
import { type Context, transact, type Unit } from './context';
import { lockOwnLearner } from './lock-own-learner';
import { restateLearner } from './restate-learner';
import { writeBreak } from './write-break';

export interface PauseInput extends WorkspaceScope {
  /** One per opened modal: submitting it twice gives one break. */
  pauseId: string;
  supporterId: string;
  learnerId: string;
  from: LocalDate;
  /** The last day of the break; null: nobody knows yet. */
  to: LocalDate | null;
  reason: string;
}

export interface PausedLearner {
  learnerName: string;
  from: LocalDate;
  to: LocalDate | null;
  /** The day of the next contact; null: none is due. */
  dueOn: LocalDate | null;
  /** True when she was paused like this before; nothing was written. */
  repeated: boolean;
}

/**
 * Gives a learner a break. With a last day she stays active and comes back by herself: rule 5 of DESIGN.md 3 has her greeted on
 * the first working day after it. Without one she is `paused`, with nothing due until somebody brings her back or says
 * when she returns.
 * @throws {UserError} pauseEndsBeforeStart, pauseIsOver, pauseNeedsEnd for a later one without a last day, savedAsSent
 * when this modal was saved with other days or another reason, and what lockOwnLearner throws.
 */
export async function pauseLearner(context: Context, input: PauseInput): Promise<PausedLearner> {
  return transact(context, async (unit) => {
    const learner = await lockOwnLearner(unit, input, input.supporterId, input.learnerId);
    const { rules } = await requireProgram(unit.db, learner);
    const today = localDateAt(unit.now, rules.zone);
    refuseDays(input, today);
    const { from, to } = input;
    const base = { learnerName: learner.name, from, to };
    if (await isPausedSo(unit, learner, input)) return { ...base, dueOn: learner.dueOn, repeated: true };
    const status = await write(unit, learner, rules, input);
    const { dueOn } = await restateLearner(unit, learner, rules, today, { status, by: input.supporterId });
    await audit(unit.db, {
      workspaceId: learner.workspaceId,
      programId: learner.programId,
      actorId: input.supporterId,
      action: 'learner.paused',
      subjectId: learner.id,
      details: { from, to },
      at: unit.now,
    });
    return { ...base, dueOn, repeated: false };
  });
}

function refuseDays({ from, to }: PauseInput, today: LocalDate): void {
  if (to === null) {
    if (from > today) throw new UserError('pauseNeedsEnd');
    return;
  }
  if (to < from) throw new UserError('pauseEndsBeforeStart');
  if (to < today) throw new UserError('pauseIsOver');
}

async function isPausedSo({ db }: Unit, learner: SeenLearner, input: PauseInput): Promise<boolean> {
  const { pauseId, from, to, reason } = input;
  const earlier = await findPause(db, learner, pauseId);
  if (earlier) {
    // It may begin earlier than was asked for: somebody who was away already has been since then.
    if (earlier.toOn !== to || earlier.reason !== reason || earlier.fromOn > from)
      throw new UserError('savedAsSent');
    return true;
  }
  if (to === null) return learner.status === 'paused' && learner.statusReason === reason;
  const alike = await pausesUntil(db, learner, { learnerId: learner.id, to });
  return learner.status === 'active' && alike.some((it) => it.fromOn <= from && it.reason === reason);
}

/** Writes the break, if it has a last day. Returns the learner's status with it. */
async function write(
  unit: Unit,
  learner: SeenLearner,
  rules: ProgramRules,
  { pauseId: id, from, to, reason }: PauseInput,
): Promise<Pick<SeenLearner, 'status' | 'statusReason' | 'statusOn'>> {
  const awaySince = learner.status === 'paused' ? learner.statusOn : null;
  if (to === null) return { status: 'paused', statusReason: reason, statusOn: awaySince ?? from };
  // Somebody who was away without a return day has said when she comes back.
  const days = { from: awaySince !== null && awaySince < from ? awaySince : from, to };
  await writeBreak(unit, learner, rules, { ...days, id, reason });
  return { status: 'active', statusReason: null, statusOn: null };
}

import { audit } from '../db/audit';
import { newId } from '../db/ids';
import type { SeenLearner } from '../db/learners';
import { requireProgram } from '../db/programs';
import { addDays, type LocalDate, localDateAt } from '../domain/dates';
import type { ProgramRules } from '../domain/program-rules';
import type { WorkspaceScope } from '../domain/scope';
import { type Context, transact, type Unit } from './context';
import { lockSeenLearner } from './lock-own-learner';
import { restateLearner } from './restate-learner';
import { writeBreak } from './write-break';

export interface StatusInput extends WorkspaceScope {
  supporterId: string;
  learnerId: string;
  /** `active` brings her back, from an open break or after the course. */
  status: 'active' | 'completed' | 'withdrawn';
  /** '': nobody said. */
  reason: string;
}

export interface ChangedStatus {
  learnerName: string;
  /** The day of the next contact; null: none is due. */
  dueOn: LocalDate | null;
  endsOn: LocalDate;
  /** True when she had that status already; nothing was written. */
  repeated: boolean;
}

/**
 * Completes a learner's course, notes that she left it, or brings her back. Any supporter of the program may: it is audited,
 * and can be taken back. Somebody who comes back is greeted on the first working day.
 * @throws {UserError} what lockSeenLearner throws.
 */
export async function changeStatus(context: Context, input: StatusInput): Promise<ChangedStatus> {
  return transact(context, async (unit) => {
    const learner = await lockSeenLearner(unit, input, input.supporterId, input.learnerId);
    const { name: learnerName, endsOn, dueOn: due } = learner;
    if (learner.status === input.status) return { learnerName, endsOn, dueOn: due, repeated: true };
    const { rules } = await requireProgram(unit.db, learner);
    const today = localDateAt(unit.now, rules.zone);
    if (input.status === 'active') await rememberBreak(unit, learner, rules, today);
    const { dueOn } = await restateLearner(unit, learner, rules, today, {
      status: changeTo(input, today),
      by: input.supporterId,
    });
    await audit(unit.db, {
      workspaceId: learner.workspaceId,
      programId: learner.programId,
      actorId: input.supporterId,
      action: 'learner.status_changed',
      subjectId: learner.id,
      details: { from: learner.status, to: input.status },
      at: unit.now,
    });
    return { learnerName, endsOn, dueOn, repeated: false };
  });
}

function changeTo({ status, reason }: StatusInput, today: LocalDate) {
  if (status === 'active') return { status, statusReason: null, statusOn: null };
  return { status, statusReason: reason === '' ? null : reason, statusOn: today };
}

/** The days on which she was away count as a break, so that nobody comes back overdue. */
async function rememberBreak(
  unit: Unit,
  learner: SeenLearner,
  rules: ProgramRules,
  today: LocalDate,
): Promise<void> {
  const away = { from: learner.statusOn ?? learner.dueSetOn, to: addDays(today, -1) };
  if (away.from > away.to) return;
  await writeBreak(unit, learner, rules, { ...away, id: newId(), reason: learner.statusReason ?? '' });
}

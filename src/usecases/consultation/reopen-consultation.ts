import { audit } from '../../db/audit';
import { hasOtherOpen, updateConsultation } from '../../db/consultation-closing';
import { requireProgram } from '../../db/programs';
import { reopenableUntil } from '../../domain/consultation';
import { localDateAt } from '../../domain/dates';
import { UserError } from '../../errors';
import { type Context, transact } from '../context';
import { answerDays } from './answer-days';
import { type ConsultationKey, lockOwnConsultation } from './closable';
import { tellReopened, touchConsultation } from './thread-notes';

/**
 * Opens a closed consultation again, for whoever may close it: an answer is awaited as to a new question, nobody is asked any
 * more how it went on, and its case is found as it is until the consultation is closed anew.
 * @throws {UserError} reopenTooLate when that was possible until a day that has passed, otherConsultationOpen when the team
 * is asked about the learner elsewhere, and what lockOwnConsultation throws.
 */
export async function reopenConsultation(
  context: Context,
  key: ConsultationKey,
): Promise<{ repeated: boolean }> {
  return transact(context, async (unit) => {
    const seen = await lockOwnConsultation(unit, key);
    const { consultation } = seen;
    if (consultation.closedOn === null) return { repeated: true };
    const program = await requireProgram(unit.db, consultation);
    const on = reopenableUntil(consultation.closedOn);
    if (localDateAt(unit.now, program.zone) > on) throw new UserError('reopenTooLate', { on });
    if (await hasOtherOpen(unit.db, consultation)) throw new UserError('otherConsultationOpen');
    await updateConsultation(unit.db, consultation, {
      ...{ status: 'open', closedAt: null, closedOn: null, closedBy: null, followUpAt: null },
      ...{ reopenedAt: unit.now, reopenedBy: key.viewerId },
      ...{ askedAgainAt: unit.now, askedAgainBy: key.viewerId },
      ...{ answeredAt: null, ...(await answerDays(unit, program, key.viewerId)) },
    });
    await tellReopened(unit, program, consultation);
    await touchConsultation(unit, seen, [key.viewerId, consultation.closedBy]);
    await audit(unit.db, {
      workspaceId: consultation.workspaceId,
      programId: consultation.programId,
      actorId: key.viewerId,
      action: 'consultation.reopened',
      subjectId: consultation.id,
      details: { caseId: consultation.caseId },
      at: unit.now,
    });
    return { repeated: false };
  });
}

import { audit } from '../../db/audit';
import { type Case, changeCase, lockCase } from '../../db/case-writing';
import type { SeenConsultation } from '../../db/consultation-closing';
import type { FollowUpAnswer } from '../../domain/consultation';
import { UserError } from '../../errors';
import { type Context, transact, type Unit } from '../context';
import { type ConsultationKey, lockOwnConsultation, mayFollowUp } from './closable';
import { nameReplacer } from './names-of';
import { shelveCase } from './shelve-case';
import { touchConsultation } from './thread-notes';

export interface FollowUpInput extends ConsultationKey {
  answer: FollowUpAnswer;
  /** May be empty. */
  line: string;
}

/**
 * Writes how it went on after a consultation into its case, names replaced.
 * @throws {UserError} consultationGone, notYourConsultation for whoever may not close it nor has closed it,
 * consultationOpenAgain, and followUpAnswered when something else was answered already.
 */
export async function answerFollowUp(context: Context, input: FollowUpInput): Promise<{ repeated: boolean }> {
  return transact(context, async (unit) => {
    const seen = await lockOwnConsultation(unit, input, mayFollowUp);
    const { consultation } = seen;
    if (consultation.status !== 'closed') throw new UserError('consultationOpenAgain');
    const before = await lockOwnCase(unit, seen);
    const line = (await nameReplacer(unit.db, consultation))(input.line).text;
    if (before.followUpAnswer !== null) {
      if (before.followUpAnswer === input.answer && before.followUpLine === line) return { repeated: true };
      throw new UserError('followUpAnswered');
    }
    const change = { change: 'followedUp', changedBy: input.viewerId, changedAt: unit.now } as const;
    const after = await changeCase(unit.db, before, change, {
      ...{ followUpAnswer: input.answer, followUpLine: line },
    });
    await shelveCase(unit.db, after);
    await touchConsultation(unit, seen, []);
    await audit(unit.db, {
      workspaceId: consultation.workspaceId,
      programId: consultation.programId,
      actorId: input.viewerId,
      action: 'consultation.followed_up',
      subjectId: consultation.id,
      details: { caseId: after.id, answer: input.answer },
      at: unit.now,
    });
    return { repeated: false };
  });
}

async function lockOwnCase({ db }: Unit, { consultation }: SeenConsultation): Promise<Case> {
  const found = consultation.caseId === null ? null : await lockCase(db, consultation, consultation.caseId);
  if (!found) throw new UserError('consultationGone');
  return found;
}

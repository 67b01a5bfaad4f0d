import { closed } from './consultation-rows';
import type { createRows } from './rows';
import type { Tenant } from './two-workspaces';

const replyTs = '1764000000.000200';

/**
 * U0AOI's open question about the learner, posted and answered by U0MORI, and her closed one about another learner,
 * which became a case that U0MORI helped with and that has been edited; another case is retired. U0KUDO's, about a third, couldn't be posted
 * and has no answer, for which U0MORI was asked by name.
 */
export async function fillConsultations(tenant: Tenant, rows: ReturnType<typeof createRows>) {
  const { programId, learner, checkIn } = tenant;
  const answeredAt = tenant.program.createdAt;
  const shownCheckIns = [checkIn.id];
  const [open] = await rows.consultation(tenant, { learnerId: learner.id, shownCheckIns, answeredAt });
  const consultationId = open?.consultationId ?? '';
  const [question] = await rows.question(tenant, { consultationId, submissionKey: 'Q1' });
  await rows.delivery(tenant, {
    ...{ id: consultationId, kind: 'consultation', programId, recipient: 'C0TEAM', status: 'sent' },
    ...{ channelId: 'C0TEAM', ts: '1764000000.000100', sentAt: answeredAt },
  });
  await rows.reply(tenant, { consultationId, ts: replyTs });
  await rows.replyMark(tenant, { consultationId, ts: replyTs });
  await rows.nudge(tenant, { consultationId });
  const [case_] = await rows.libraryCase(tenant, { version: 2 });
  const caseId = case_?.caseId ?? '';
  await rows.caseHelper(tenant, { caseId });
  await rows.caseMark(tenant, { caseId });
  await rows.caseVersion(tenant, { caseId });
  await rows.libraryCase(tenant, { retiredAt: answeredAt });
  const key = programId.slice(0, 4);
  const words = `'${key}夜勤':1A '${key}h:':1D`;
  await rows.libraryEntry(tenant, { sourceId: caseId, words, letters: 'yakin' });
  await rows.libraryEntry(tenant, { kind: 'win', sourceId: checkIn.id, outcome: null });
  const over = await tenant.records.learner(tenant);
  const uncollectedSince = answeredAt;
  const reopened = { reopenedAt: answeredAt, reopenedBy: 'U0AOI', followUpAt: answeredAt };
  const ended = { ...closed, ...reopened, caseId, answeredAt, uncollectedSince };
  const [past] = await rows.consultation(tenant, { ...ended, learnerId: over.id });
  const closedConsultationId = past?.consultationId ?? '';
  await rows.delivery(tenant, {
    ...{ id: closedConsultationId, kind: 'consultation', programId, recipient: 'C0TEAM', status: 'sent' },
    ...{ channelId: 'C0TEAM', ts: '1764000000.000050', sentAt: answeredAt },
  });
  await rows.question(tenant, { consultationId: closedConsultationId });
  await rows.delivery(tenant, {
    ...{ kind: 'consultation_closed', programId, recipient: 'C0TEAM', subject: closedConsultationId },
  });
  const [unanswered] = await rows.consultation(tenant, { authorId: 'U0KUDO', nextNudgeAt: answeredAt });
  const unansweredConsultationId = unanswered?.consultationId ?? '';
  await rows.question(tenant, { consultationId: unansweredConsultationId, authorId: 'U0KUDO' });
  const [nudge] = await rows.nudge(tenant, { consultationId: unansweredConsultationId });
  await rows.delivery(tenant, {
    ...{
      id: unansweredConsultationId,
      kind: 'consultation',
      programId,
      recipient: 'C0TEAM',
      status: 'failed',
    },
    failure: 'is_archived',
  });
  return {
    ...{ consultationId, closedConsultationId, unansweredConsultationId, caseId, replyTs },
    nudgeId: nudge?.nudgeId ?? '',
    questionId: question?.questionId ?? '',
  };
}

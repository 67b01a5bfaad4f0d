import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/db/client';
import {
  consultationNudges,
  consultationQuestions,
  consultationReplies,
  consultations,
  replyMarks,
} from '../../src/db/schema';
import type { Tenant } from './two-workspaces';

const at = new Date('2026-11-24T00:00:00Z');

/** The program in which rows are written. */
type Place = Pick<Tenant, 'workspaceId' | 'programId' | 'records'>;

type New<T extends { $inferInsert: object }> = Partial<T['$inferInsert']>;

/** How a consultation stands once it is over. */
export const closed = { status: 'closed', closedAt: at, closedOn: '2026-11-24', closedBy: 'U0AOI' } as const;

/** Writes rows about consultations, as createRows does of the other tables. */
export function createConsultationRows(db: Database) {
  /** An open one, about a learner of its own where none is given. */
  const consultation = async (tenant: Place, given: New<typeof consultations>) =>
    db
      .insert(consultations)
      .values({
        workspaceId: tenant.workspaceId,
        programId: tenant.programId,
        learnerId: given.learnerId ?? (await tenant.records.learner(tenant)).id,
        authorId: 'U0AOI',
        hideName: false,
        openedAt: at,
        openedOn: '2026-11-24',
        answerBy: '2026-11-24',
        ...given,
      })
      .returning({ consultationId: consultations.id });

  const consultationId = async (tenant: Place) => (await consultation(tenant, {}))[0]?.consultationId ?? '';

  const question = async (tenant: Place, given: New<typeof consultationQuestions>) =>
    db
      .insert(consultationQuestions)
      .values({
        workspaceId: tenant.workspaceId,
        consultationId: given.consultationId ?? (await consultationId(tenant)),
        authorId: 'U0AOI',
        situation: tenant.workspaceId,
        wants: ['ideas'],
        submissionKey: `key-${randomUUID()}`,
        askedAt: at,
        ...given,
      })
      .returning({ questionId: consultationQuestions.id });

  const reply = async (tenant: Place, given: New<typeof consultationReplies>) =>
    db
      .insert(consultationReplies)
      .values({
        workspaceId: tenant.workspaceId,
        consultationId: given.consultationId ?? (await consultationId(tenant)),
        ts: '1764000000.000200',
        authorId: 'U0MORI',
        text: tenant.workspaceId,
        postedAt: at,
        ...given,
      })
      .returning({ consultationId: consultationReplies.consultationId });

  /** On a reply of its own, where no consultation is given. */
  const replyMark = async (tenant: Place, given: New<typeof replyMarks>) =>
    db.insert(replyMarks).values({
      workspaceId: tenant.workspaceId,
      consultationId: given.consultationId ?? (await reply(tenant, {}))[0]?.consultationId ?? '',
      ts: '1764000000.000200',
      markedBy: 'U0AOI',
      markedAt: at,
      ...given,
    });

  const nudge = async (tenant: Place, given: New<typeof consultationNudges>) =>
    db
      .insert(consultationNudges)
      .values({
        workspaceId: tenant.workspaceId,
        programId: tenant.programId,
        consultationId: given.consultationId ?? (await consultationId(tenant)),
        askedId: 'U0MORI',
        experienced: false,
        askedOn: '2026-11-25',
        askedAt: at,
        ...given,
      })
      .returning({ nudgeId: consultationNudges.id });

  return { consultation, consultationId, nudge, question, reply, replyMark };
}

import { and, desc, eq } from 'drizzle-orm';
import type { CareRole } from '../domain/care';
import type { LocalDate } from '../domain/dates';
import type { WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import { careAnswers, checkIns, members } from './schema';

export type CareAnswer = typeof careAnswers.$inferSelect;

/** Null: this submission is written already. */
export async function insertAnswer(
  db: Queryable,
  answer: typeof careAnswers.$inferInsert,
): Promise<{ id: string } | null> {
  const [row] = await db
    .insert(careAnswers)
    .values(answer)
    .onConflictDoNothing({ target: [careAnswers.workspaceId, careAnswers.submissionKey] })
    .returning({ id: careAnswers.id });
  return row ?? null;
}

export async function findAnswerBySubmission(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  submissionKey: string,
): Promise<CareAnswer | null> {
  const [row] = await db
    .select()
    .from(careAnswers)
    .where(and(eq(careAnswers.workspaceId, workspaceId), eq(careAnswers.submissionKey, submissionKey)));
  return row ?? null;
}

/** An answer with the check-in that it answers. */
export async function findAnswer(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  answerId: string,
): Promise<(CareAnswer & { authorName: string; contactedOn: LocalDate }) | null> {
  const [row] = await db
    .select({ answer: careAnswers, authorName: members.name, contactedOn: checkIns.contactedOn })
    .from(careAnswers)
    .innerJoin(members, sameAuthor)
    .innerJoin(
      checkIns,
      and(eq(checkIns.workspaceId, careAnswers.workspaceId), eq(checkIns.id, careAnswers.checkInId)),
    )
    .where(and(eq(careAnswers.workspaceId, workspaceId), eq(careAnswers.id, answerId)));
  return row ? { ...row.answer, authorName: row.authorName, contactedOn: row.contactedOn } : null;
}

const sameAuthor = and(
  eq(members.workspaceId, careAnswers.workspaceId),
  eq(members.userId, careAnswers.authorId),
);

/** An answer in a learner's timeline. */
export interface TimelineAnswer {
  id: string;
  checkInId: string;
  authorName: string;
  role: CareRole;
  text: string;
  createdAt: Date;
}

/** What mentor and advisor answered of a learner, newest first. For whoever may see the learner. */
export async function answersOf(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  learnerId: string,
  limit: number,
): Promise<TimelineAnswer[]> {
  const { id, checkInId, role, text, createdAt } = careAnswers;
  return db
    .select({ id, checkInId, authorName: members.name, role, text, createdAt })
    .from(careAnswers)
    .innerJoin(members, sameAuthor)
    .where(and(eq(careAnswers.workspaceId, workspaceId), eq(careAnswers.learnerId, learnerId)))
    .orderBy(desc(careAnswers.createdAt), desc(careAnswers.id))
    .limit(limit);
}

import { isDeepStrictEqual } from 'node:util';
import { audit } from '../../db/audit';
import {
  type Case,
  changeCase,
  contentOf,
  findCase,
  insertCase,
  lockCase,
  saveHelpers,
} from '../../db/case-writing';
import { type SeenConsultation, updateConsultation } from '../../db/consultation-closing';
import { repliesOf } from '../../db/consultation-replies';
import { newId } from '../../db/ids';
import { type ProgramWithRules, requireProgram } from '../../db/programs';
import { workingDayOnOrAfter } from '../../domain/calendar';
import type { Concern } from '../../domain/check-in';
import { type CaseContent, type CaseOutcome, reopenableUntil } from '../../domain/consultation';
import { instantAt, type LocalDate, localDateAt } from '../../domain/dates';
import { groupBy } from '../../domain/grouping';
import { courseWeek } from '../../domain/learner-card';
import { type Context, transact, type Unit } from '../context';
import { digestHourOf } from '../working-times';
import { type ConsultationKey, lockOwnConsultation, refuseClosed } from './closable';
import { nameReplacer } from './names-of';
import { namelessTexts, replacedIn, type Written } from './preview-closing';
import { shelveCase } from './shelve-case';
import { tellClosed, touchConsultation } from './thread-notes';

export interface ClosingInput extends ConsultationKey, Written {
  outcome: CaseOutcome;
  concerns: readonly Concern[];
  /** Slack's ids of the replies that are part of what helped. */
  chosen: readonly string[];
}

/**
 * Closes a consultation: what was learned becomes a case that can be found, with all names replaced, whatever was shown before;
 * whoever answered is thanked in the thread, and two weeks later its author is asked how it went on. One that was opened again
 * changes the case that it has. Closing it twice with the same words does nothing more.
 * @throws {UserError} consultationClosed with who has closed it otherwise, caseTooLong, and what lockOwnConsultation throws.
 */
export async function closeConsultation(
  context: Context,
  input: ClosingInput,
): Promise<{ caseId: string; title: string; repeated: boolean }> {
  return transact(context, async (unit) => {
    const seen = await lockOwnConsultation(unit, input);
    const { consultation } = seen;
    const content = await contentFor(unit, seen, input);
    const { title } = content;
    const before = await sameBefore(unit, seen, input, content);
    if (before) return { caseId: before, title, repeated: true };
    await refuseClosed(unit, seen);
    const program = await requireProgram(unit.db, consultation);
    const closedOn = localDateAt(unit.now, program.zone);
    const written = await writeCase(unit, seen, { content, closedOn, by: input.viewerId });
    await saveHelpers(unit.db, { ...consultation, caseId: written.id }, await helpersOf(unit, seen, input));
    await shelveCase(unit.db, written);
    await updateConsultation(unit.db, consultation, {
      ...{ status: 'closed', closedAt: unit.now, closedOn, closedBy: input.viewerId, caseId: written.id },
      ...{ followUpAt: followUpAt(program, closedOn), nextNudgeAt: null },
    });
    await tellClosed(unit, program, consultation);
    await touchConsultation(unit, seen, [input.viewerId]);
    await audit(unit.db, {
      workspaceId: consultation.workspaceId,
      programId: consultation.programId,
      actorId: input.viewerId,
      action: 'consultation.closed',
      subjectId: consultation.id,
      details: { caseId: written.id, outcome: content.outcome },
      at: unit.now,
    });
    return { caseId: written.id, title, repeated: false };
  });
}

/** Whatever is saved goes through here. */
async function contentFor(
  { db }: Unit,
  { consultation, learner }: SeenConsultation,
  input: ClosingInput,
): Promise<CaseContent> {
  const replace = await nameReplacer(db, consultation);
  return {
    ...namelessTexts(replacedIn(input, replace)),
    unit: replace(learner.unit).text,
    outcome: input.outcome,
    concerns: [...input.concerns],
    courseWeek: courseWeek(learner, consultation.openedOn).week,
  };
}

/** The case that this very closing has written; null: it hasn't. */
async function sameBefore(
  { db }: Unit,
  { consultation: { status, closedBy, caseId, workspaceId } }: SeenConsultation,
  { viewerId }: ClosingInput,
  content: CaseContent,
): Promise<string | null> {
  if (status !== 'closed' || closedBy !== viewerId || caseId === null) return null;
  const written = await findCase(db, { workspaceId }, caseId);
  return written && isDeepStrictEqual(contentOf(written), content) ? caseId : null;
}

interface Writing {
  content: CaseContent;
  closedOn: LocalDate;
  by: string;
}

async function writeCase(
  { db, now }: Unit,
  { consultation: { workspaceId, programId, caseId } }: SeenConsultation,
  { content, closedOn, by }: Writing,
): Promise<Case> {
  const before = caseId === null ? null : await lockCase(db, { workspaceId }, caseId);
  if (before) {
    const change = { change: 'closedAgain', changedBy: by, changedAt: now } as const;
    // How it went on is asked anew.
    return changeCase(db, before, change, { ...content, closedOn, followUpAnswer: null, followUpLine: '' });
  }
  const fresh = { id: newId(), workspaceId, programId, ...content, closedOn, authorId: by, createdAt: now };
  return insertCase(db, fresh);
}

/** Whoever answered, and of those who ask themselves who helped; of Slack's users only those whom Banso knows. */
async function helpersOf(
  { db }: Unit,
  { consultation: { workspaceId, id, authorId } }: SeenConsultation,
  { chosen }: ClosingInput,
): Promise<{ userId: string; helped: boolean }[]> {
  const replies = await repliesOf(db, { workspaceId }, id);
  const helped = new Set(
    replies.filter((reply) => reply.helped > 0 || chosen.includes(reply.ts)).map((reply) => reply.authorId),
  );
  return [...groupBy(replies, (reply) => reply.authorId)]
    .filter(([userId, own]) => userId !== authorId && (helped.has(userId) || own.some((one) => !one.byAsker)))
    .filter(([, [first]]) => first?.authorName !== null)
    .map(([userId]) => ({ userId, helped: helped.has(userId) }));
}

/** With the digest of the first working day two weeks later. */
function followUpAt(program: ProgramWithRules, closedOn: LocalDate): Date {
  const on = reopenableUntil(closedOn);
  const { zone, digestAt } = digestHourOf(program);
  return instantAt(workingDayOnOrAfter(on, program.rules.calendar.isWorkingDay) ?? on, digestAt, zone);
}

import {
  findAbsenceBySubmission,
  insertAbsence,
  lockMember,
  type MemberKey,
  overlappingAbsence,
} from '../db/absences';
import { audit } from '../db/audit';
import { coversShown } from '../db/availability';
import { findRequestBySubmission } from '../db/cover-requests';
import { programIdsOf } from '../db/members';
import type { CoverShown } from '../domain/cover';
import { daysBetween, type LocalDate, localDateAt } from '../domain/dates';
import { UserError } from '../errors';
import { askCover } from './ask-cover';
import { type Context, transact, type Unit } from './context';
import { replanMembers } from './replan-members';
import { touchCaseloads } from './touch-caseloads';

/** The longest time that somebody may be away, in days. */
const longestDays = 366;

export interface AbsenceInput extends MemberKey {
  /** First and last day, in the person's zone. */
  from: LocalDate;
  to: LocalDate;
  /** Who is asked to cover everyone; null: nobody yet. */
  coverId: string | null;
  /** A line for whoever is asked. */
  note: string;
  submissionKey: string;
}

export interface RecordedAbsence {
  absenceId: string;
  /** Who was asked; null: nobody yet. */
  askedName: string | null;
  /** For whom she had promised to stand in on these days. */
  covering: CoverShown[];
  repeated: boolean;
}

/**
 * Notes that a supporter will be away, and asks a colleague to cover. Until somebody has agreed, her learners who fall
 * due are listed as needing cover.
 * @throws {UserError} noPrograms, awayOrder, awayPast, awayTooLong, awayOverlaps, savedAsSent when this modal
 * was saved with other days or another cover, and what askCover throws.
 */
export async function recordAbsence(context: Context, input: AbsenceInput): Promise<RecordedAbsence> {
  return transact(context, async (unit) => {
    const member = await lockMember(unit.db, input);
    const programIds = member ? await programIdsOf(unit.db, input, input.userId) : [];
    if (!member || programIds.length === 0) throw new UserError('noPrograms');
    const earlier = await findSubmitted(unit, input);
    if (earlier) return { absenceId: earlier.id, askedName: null, covering: [], repeated: true };
    await refuseDays(unit, input, localDateAt(unit.now, member.zone));
    const absenceId = await insert(unit, input);
    const asked = input.coverId
      ? await ask(unit, { ...input, toId: input.coverId, absenceId, programIds })
      : null;
    await replanMembers(unit, [input]);
    await touchCaseloads(unit, input, [input.userId], input.coverId ? [input.coverId] : []);
    const promised = await coversShown(unit.db, input, unit.now);
    const covering = promised.filter(({ from, to }) => from <= input.to && to >= input.from);
    return { absenceId, askedName: asked?.toName ?? null, covering, repeated: false };
  });
}

/** What this modal has noted already; null: nothing. */
async function findSubmitted({ db }: Unit, input: AbsenceInput): Promise<{ id: string } | null> {
  const earlier = await findAbsenceBySubmission(db, input, input.submissionKey);
  if (!earlier) return null;
  const asked = await findRequestBySubmission(db, input, input.submissionKey);
  const sameDays = earlier.fromOn === input.from && earlier.toOn === input.to;
  const sameCover = (asked?.toId ?? null) === input.coverId && (asked?.note ?? input.note) === input.note;
  if (!sameDays || !sameCover) throw new UserError('savedAsSent');
  return earlier;
}

async function refuseDays({ db }: Unit, input: AbsenceInput, today: LocalDate): Promise<void> {
  const { from, to } = input;
  if (to < from) throw new UserError('awayOrder');
  if (to < today) throw new UserError('awayPast');
  if (daysBetween(from, to) >= longestDays) throw new UserError('awayTooLong', { maxDays: longestDays });
  const other = await overlappingAbsence(db, input, { from, to });
  if (other) throw new UserError('awayOverlaps', other);
}

async function insert({ db, now }: Unit, input: AbsenceInput): Promise<string> {
  const { workspaceId, userId, from: fromOn, to: toOn, submissionKey } = input;
  const { id } = await insertAbsence(db, {
    workspaceId,
    userId,
    fromOn,
    toOn,
    submissionKey,
    createdAt: now,
  });
  await audit(db, {
    workspaceId,
    actorId: userId,
    action: 'absence.recorded',
    subjectId: id,
    details: { from: fromOn, to: toOn },
    at: now,
  });
  return id;
}

function ask(
  unit: Unit,
  input: AbsenceInput & { toId: string; absenceId: string; programIds: readonly string[] },
) {
  const { workspaceId, userId, from, to, toId, absenceId, programIds, note, submissionKey } = input;
  return askCover(unit, {
    workspaceId,
    fromId: userId,
    toId,
    askedBy: userId,
    absence: { id: absenceId, from, to },
    learners: null,
    programIds,
    note,
    submissionKey,
  });
}

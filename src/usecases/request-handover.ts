import type { MemberKey } from '../db/absences';
import { handoversOfSubmission } from '../db/cover-requests';
import { type HandoverLearner, learnersToHandOver } from '../db/handovers';
import { findProfile } from '../db/profiles';
import { groupBy } from '../domain/grouping';
import type { Hints, Profile } from '../domain/profile';
import { UserError } from '../errors';
import { askCover } from './ask-cover';
import { type Context, transact, type Unit } from './context';
import { changeProfile } from './edit-profile';

export interface HandoverInput extends MemberKey {
  learnerIds: readonly string[];
  toId: string;
  note: string;
  /** For whoever takes over, of the one learner, and the profile version that was shown; null: not asked. */
  hints: (Hints & { version: number }) | null;
  submissionKey: string;
}

/**
 * Asks a colleague to become the companion of learners: her own, those without any, or, for a lead, anybody's. Nothing
 * changes until she agrees.
 * @throws {UserError} learnerMissing, learnerElsewhere, notYourLearners, hintsChanged where somebody else has changed the
 * same hint meanwhile, savedAsSent when this submission has asked something else, and what changeProfile and askCover throw.
 */
export async function requestHandover(
  context: Context,
  input: HandoverInput,
): Promise<{ toName: string; repeated: boolean }> {
  return transact(context, async (unit) => {
    await noteHints(unit, input);
    if (await hasAskedThis(unit, input)) return { toName: '', repeated: true };
    const learners = await requireLearners(unit, input);
    const byCompanion = groupBy(learners, ({ companionId }) => companionId ?? input.userId);
    let toName: string | null = null;
    for (const [fromId, theirs] of byCompanion) {
      const asked = await ask(unit, input, fromId, theirs);
      toName = asked?.toName ?? toName;
    }
    return { toName: toName ?? '', repeated: toName === null };
  });
}

/** The colleague may have agreed since: then the learners are hers, and no longer for the sender to hand over. */
async function hasAskedThis({ db }: Unit, input: HandoverInput): Promise<boolean> {
  const asked = await handoversOfSubmission(db, input, input);
  if (asked.length === 0) return false;
  const named = new Set(asked.flatMap(({ learnerIds }) => learnerIds));
  const same =
    named.size === new Set(input.learnerIds).size &&
    input.learnerIds.every((id) => named.has(id)) &&
    asked.every(({ toId, note }) => toId === input.toId && note === input.note);
  if (!same) throw new UserError('savedAsSent');
  return true;
}

/** Also where it was asked before: what she adds when she sends it again is kept. */
async function noteHints(
  unit: Unit,
  { workspaceId, userId, hints, learnerIds }: HandoverInput,
): Promise<void> {
  const [learnerId] = learnerIds;
  if (!hints || learnerId === undefined || learnerIds.length > 1) return;
  const { version, ...mine } = hints;
  // Whoever hands over without a word on it need not wait for a roster's import.
  const stored = await findProfile(unit.db, { workspaceId }, learnerId);
  if (stored?.profile.tone === mine.tone && stored.profile.avoid === mine.avoid) return;
  const edit = { workspaceId, editorId: userId, learnerId, people: [] };
  const change = (base: Profile) => ({ ...base, ...mine });
  const edited = await changeProfile(unit, { ...edit, version }, change);
  if (edited.kind === 'saved') return;
  if (edited.conflicts.some(({ byId }) => byId !== userId)) throw new UserError('hintsChanged');
  // It is her own text of before that she replaces.
  await changeProfile(unit, { ...edit, version: edited.version }, change);
}

async function requireLearners({ db }: Unit, input: HandoverInput): Promise<HandoverLearner[]> {
  const ids = [...new Set(input.learnerIds)];
  if (ids.length === 0) throw new UserError('learnerMissing');
  const learners = await learnersToHandOver(db, input, input.userId, ids);
  if (learners.length < ids.length) throw new UserError('learnerElsewhere');
  const isHers = ({ companionId, isLead }: HandoverLearner) =>
    isLead || companionId === null || companionId === input.userId;
  if (!learners.every(isHers)) throw new UserError('notYourLearners');
  return learners;
}

function ask(unit: Unit, input: HandoverInput, fromId: string, learners: readonly HandoverLearner[]) {
  const { workspaceId, userId, toId, note, submissionKey } = input;
  return askCover(unit, {
    workspaceId,
    fromId,
    toId,
    askedBy: userId,
    absence: null,
    learners,
    programIds: [...new Set(learners.map(({ programId }) => programId))],
    note,
    submissionKey: `${submissionKey}-${fromId}`,
  });
}

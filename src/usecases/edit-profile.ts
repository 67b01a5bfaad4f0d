import { audit } from '../db/audit';
import { findLearnerFor, learnerExists } from '../db/learners';
import { editsSince, findProfile, keepProfiles, type ProfileEdit, saveProfile } from '../db/profiles';
import { requireProgram } from '../db/programs';
import { lockRoster } from '../db/roster';
import { localDateAt } from '../domain/dates';
import { changedFields, mergeProfiles, type Profile, type ProfileField } from '../domain/profile';
import type { Person } from '../domain/roster';
import type { WorkspaceScope } from '../domain/scope';
import { UserError } from '../errors';
import { introduceCareTeam, refuseProfile } from './check-profile';
import { type Context, transact, type Unit } from './context';
import { lockSeenLearner } from './lock-own-learner';
import { restateLearner } from './restate-learner';

export interface EditInput extends WorkspaceScope {
  editorId: string;
  learnerId: string;
  /** The profile version that the editor had before her. */
  version: number;
  profile: Profile;
  /** Mentor and advisor whom Banso may not know yet, as Slack describes them. */
  people: readonly Person[];
}

/** A field that somebody else changed meanwhile, in another way. */
export interface Conflict {
  field: ProfileField;
  theirs: Profile;
  /** Null: an operator, by importing a roster. */
  byId: string | null;
  byName: string | null;
  at: Date;
}

export type EditedProfile = { learnerName: string; repeated: boolean } & (
  | { kind: 'saved' }
  /** Nothing was written: the editor sees what the other wrote. Saving it with `version` wins knowingly. */
  | { kind: 'conflict'; version: number; profile: Profile; conflicts: Conflict[] }
);

/**
 * Changes what is known of a learner; what was known before is kept. When two people edit her at once, what they changed in
 * different fields comes together; where both changed one field, the second is shown it first.
 * @throws {UserError} changedMeanwhile when what she started from is no longer known, and what lockSeenLearner,
 * refuseProfile and introduceCareTeam throw.
 */
export async function editProfile(context: Context, { profile, ...edit }: EditInput): Promise<EditedProfile> {
  return transact(context, (unit) => changeProfile(unit, edit, () => profile));
}

/** The same as part of something else: `change` makes of what the editor had before her what she wants. */
export async function changeProfile(
  unit: Unit,
  edit: Omit<EditInput, 'profile'>,
  change: (base: Profile) => Profile,
): Promise<EditedProfile> {
  const { editorId, learnerId } = edit;
  const seen = await findLearnerFor(unit.db, edit, editorId, learnerId);
  if (seen) await lockRoster(unit.db, seen);
  const learner = await lockSeenLearner(unit, edit, editorId, learnerId);
  const { theirs, version, edits } = await meanwhile(unit, edit);
  const base = edits[0]?.before ?? theirs;
  const { merged, conflicts } = mergeProfiles({ base, mine: change(base), theirs });
  if (conflicts.length > 0) {
    const told = conflicts.map((field) => conflictIn(field, edits, theirs));
    return {
      ...{ kind: 'conflict', learnerName: learner.name, repeated: false },
      ...{ version, profile: merged, conflicts: told },
    };
  }
  const changed = changedFields(theirs, merged);
  if (changed.length === 0) return { kind: 'saved', learnerName: learner.name, repeated: true };
  await refuseProfile(unit, learner, merged, learnerId);
  await introduceCareTeam(unit, learner, merged, edit.people);
  await keepProfiles(unit.db, learner, [learnerId], { by: editorId, at: unit.now });
  const { rules } = await requireProgram(unit.db, learner);
  const today = localDateAt(unit.now, rules.zone);
  // First, so that what was missed until now is recorded by the course as it was.
  await restateLearner(unit, { ...learner, ...merged }, rules, today, { by: editorId });
  await saveProfile(unit.db, learner, learnerId, merged);
  await audit(unit.db, {
    workspaceId: learner.workspaceId,
    programId: learner.programId,
    actorId: editorId,
    action: 'learner.edited',
    subjectId: learnerId,
    details: { version, fields: changed.length },
    at: unit.now,
  });
  return { kind: 'saved', learnerName: merged.name, repeated: false };
}

/** The profile now, and what has been changed since the editor opened hers. */
async function meanwhile(
  { db }: Unit,
  { learnerId, version, ...scope }: Pick<EditInput, 'workspaceId' | 'learnerId' | 'version'>,
) {
  const now = await findProfile(db, scope, learnerId);
  if (!now) throw new UserError('learnerGone');
  const stale = now.version !== version;
  const edits = stale ? await editsSince(db, scope, { learnerId, version }) : [];
  if (stale && edits[0]?.version !== version) throw new UserError('changedMeanwhile');
  return { theirs: now.profile, version: now.version, edits };
}

/** Whoever changed a field last. */
function conflictIn(field: ProfileField, edits: readonly ProfileEdit[], theirs: Profile): Conflict {
  const last = edits.findLast(({ before }, index) =>
    changedFields(before, edits[index + 1]?.before ?? theirs).includes(field),
  );
  if (!last) throw new Error(`profile: ${field}: expected an edit that changed it`);
  return { field, theirs, byId: last.editorId, byName: last.editorName, at: last.editedAt };
}

/**
 * What the edit modal shows.
 * @throws {UserError} learnerGone or learnerElsewhere.
 */
export async function openProfile(
  { db }: Pick<Context, 'db'>,
  { viewerId, learnerId, ...scope }: WorkspaceScope & { viewerId: string; learnerId: string },
): Promise<{ programId: string; zone: string; profile: Profile; version: number }> {
  const [learner, found] = await Promise.all([
    findLearnerFor(db, scope, viewerId, learnerId),
    findProfile(db, scope, learnerId),
  ]);
  if (learner && found) return { programId: learner.programId, zone: learner.zone, ...found };
  throw new UserError((await learnerExists(db, scope, learnerId)) ? 'learnerElsewhere' : 'learnerGone');
}

import { audit } from '../db/audit';
import { findLearnerFor } from '../db/learners';
import { findDesk } from '../db/members';
import { findProfile } from '../db/profiles';
import { supportersOf } from '../db/program-people';
import { requireProgram } from '../db/programs';
import { lockRoster, supporterIds } from '../db/roster';
import { saveRosterLearners } from '../db/roster-save';
import { type LocalDate, localDateAt } from '../domain/dates';
import type { Locale } from '../domain/locale';
import { changedFields, type Profile } from '../domain/profile';
import { nextContactFor } from '../domain/program-rules';
import type { Person } from '../domain/roster';
import type { ProgramScope, WorkspaceScope } from '../domain/scope';
import { UserError } from '../errors';
import { introduceCareTeam, refuseProfile } from './check-profile';
import { type Context, transact, type Unit } from './context';
import { refusal } from './open-desk';
import { touchHomesOf } from './touch-homes';

export interface NewLearner extends ProgramScope {
  /** Given beforehand: adding her twice adds her once. */
  learnerId: string;
  adderId: string;
  companionId: string | null;
  profile: Profile;
  people: readonly Person[];
}

/**
 * Adds a learner to a program, with her first contact due as a roster's import would have it.
 * @throws {UserError} notSupporter, companionUnknown, savedAsSent, and what refuseProfile and introduceCareTeam throw.
 */
export async function addLearner(
  context: Context,
  input: NewLearner,
): Promise<{ learnerName: string; dueOn: LocalDate | null; repeated: boolean }> {
  return transact(context, async (unit) => {
    const { learnerId, adderId, companionId, profile } = input;
    const team = await supporterIds(unit.db, input);
    if (!team.has(adderId)) throw new UserError('notSupporter');
    await lockRoster(unit.db, input);
    if (await isAdded(unit, input)) return { learnerName: profile.name, dueOn: null, repeated: true };
    if (companionId !== null && !team.has(companionId)) throw new UserError('companionUnknown');
    await refuseProfile(unit, input, profile, learnerId);
    await introduceCareTeam(unit, input, profile, input.people);
    const { rules } = await requireProgram(unit.db, input);
    const today = localDateAt(unit.now, rules.zone);
    const learner = { ...profile, companionId, unit: '' };
    const nothingYet = { lastContactOn: null, plannedOn: null, pauses: [] };
    const next = nextContactFor(rules, { ...learner, ...nothingYet }, today);
    const row = { id: learnerId, learner, status: 'active', next, watching: false, dueSetOn: today } as const;
    await saveRosterLearners(unit.db, input, [row], unit.now);
    await touchHomesOf(unit, input, team);
    await audit(unit.db, {
      workspaceId: input.workspaceId,
      programId: input.programId,
      actorId: adderId,
      action: 'learner.added',
      subjectId: learnerId,
      details: { companionId },
      at: unit.now,
    });
    return { learnerName: profile.name, dueOn: next.dueOn, repeated: false };
  });
}

/** @throws {UserError} savedAsSent when she was added as something else than what is asked for now */
async function isAdded({ db }: Unit, input: NewLearner): Promise<boolean> {
  const { learnerId, adderId, programId, companionId, profile } = input;
  const stored = await findProfile(db, input, learnerId);
  if (!stored) return false;
  const found = await findLearnerFor(db, input, adderId, learnerId);
  const same =
    found?.programId === programId &&
    found.companionId === companionId &&
    changedFields(stored.profile, profile).length === 0;
  if (!same) throw new UserError('savedAsSent');
  return true;
}

export interface OpenedAddition {
  locale: Locale;
  /** The chosen program's local date. */
  today: LocalDate;
  programId: string;
  programs: { id: string; name: string }[];
  supporters: { userId: string; name: string }[];
}

/**
 * What the modal that adds a learner shows: the programs of whoever asks, and who supports the chosen one: the given one, else that
 * of the channel, else her first.
 * @throws {UserError} for somebody who supports no program: noProgramHere where none lives, else notSupporter.
 */
export async function openAddition(
  context: Context,
  asked: WorkspaceScope & { viewerId: string; channelId: string | null; programId: string | null },
): Promise<OpenedAddition> {
  const { db, now } = context;
  const { workspaceId, viewerId, channelId } = asked;
  const desk = await findDesk(db, asked, viewerId);
  const programs = desk?.programs ?? [];
  const chosen =
    programs.find(({ id }) => id === asked.programId) ??
    programs.find((program) => program.channelId === channelId) ??
    programs[0];
  if (!desk || !chosen) throw await refusal(context, { ...asked, channelId });
  return {
    locale: desk.member.locale,
    today: localDateAt(now, chosen.zone),
    programId: chosen.id,
    programs: programs.map(({ id, name }) => ({ id, name })),
    supporters: await supportersOf(db, { workspaceId, programId: chosen.id }, viewerId),
  };
}

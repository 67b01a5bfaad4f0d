import { lockFlagsOf, removeFlag, type StandingFlag, saveFlag } from '../db/care-flags';
import { careTeamOf } from '../db/care-team';
import type { Learner } from '../db/learners';
import type { ProgramWithRules } from '../db/programs';
import { careSlot, readersOf } from '../domain/care';
import type { CheckInContent } from '../domain/check-in';
import { UserError } from '../errors';
import { dailyMessage, redrawMessages, urgentMessage } from './care-messages';
import type { Unit } from './context';
import { loadWorkers } from './working-times';

/** What of a check-in says whom it concerns. */
export interface Flagged extends Pick<CheckInContent, 'flaggedFor' | 'urgent'> {
  id: string;
  authorId: string;
}

/**
 * Has the learner's mentor and advisor told of a check-in, as far as it is meant for them: once a day, or at once when
 * it is urgent. After a correction, what hasn't been told yet is added, hurried or withdrawn; what has been told stays
 * and is drawn again. Call it with the learner's row locked.
 * @throws {UserError} nobodyToTell when it is urgent and concerns nobody whom Banso can tell.
 */
export async function tellCareTeam(
  unit: Unit,
  learner: Learner,
  program: ProgramWithRules,
  checkIn: Flagged,
): Promise<void> {
  const { id: checkInId, urgent } = checkIn;
  const { workspaceId } = learner;
  const readers = await readersFor(unit, learner, checkIn);
  if (urgent && readers.length === 0) throw new UserError('nobodyToTell');
  const flags = await lockFlagsOf(unit.db, learner, checkInId);
  for (const { userId, status } of flags) {
    const withdrawn = status === 'planned' && !readers.includes(userId);
    if (withdrawn) await removeFlag(unit.db, { workspaceId, checkInId, userId });
  }
  const untold = readers.filter((userId) => !isSettled(flags, userId, urgent));
  await planToTell(unit, program, checkIn, untold);
  await redrawMessages(
    unit,
    learner,
    flags.map(({ deliveryId }) => deliveryId),
  );
}

/** Flags a check-in for these people, each by the message that is right for her. */
async function planToTell(
  unit: Unit,
  { workspaceId, rules }: ProgramWithRules,
  { id: checkInId, urgent }: Flagged,
  userIds: readonly string[],
): Promise<void> {
  const people = userIds.map((userId) => ({ workspaceId, userId }));
  const workers = await loadWorkers(unit.db, people, unit.now);
  for (const { member, time } of workers.values()) {
    const deliveryId = urgent
      ? await urgentMessage(unit, member)
      : await dailyMessage(unit, member, careSlot(unit.now, time, rules.calendar));
    const { userId } = member;
    await saveFlag(unit.db, { workspaceId, checkInId, userId, deliveryId, urgent, flaggedAt: unit.now });
  }
}

async function readersFor({ db }: Unit, learner: Learner, checkIn: Flagged): Promise<string[]> {
  if (checkIn.flaggedFor.every((audience) => audience === 'school')) return [];
  return readersOf(await careTeamOf(db, learner, learner.id), checkIn);
}

/** Whether somebody was told already, or will be at the right time. */
function isSettled(flags: readonly StandingFlag[], userId: string, urgent: boolean): boolean {
  const flag = flags.find((one) => one.userId === userId);
  if (!flag || flag.status === 'failed' || flag.status === 'dropped') return false;
  return flag.status !== 'planned' || flag.urgent === urgent;
}

import { isDeepStrictEqual } from 'node:util';
import type { MemberKey } from '../db/absences';
import { lockMember } from '../db/absences';
import { audit } from '../db/audit';
import { type Availability, updateAvailability } from '../db/availability';
import { findMember, type Member, programIdsOf } from '../db/members';
import { isZone } from '../domain/dates';
import { secondLookAt } from '../domain/reminders';
import type { PersonalSettings } from '../domain/settings';
import { UserError } from '../errors';
import { type Context, transact } from './context';
import { replanMembers } from './replan-members';
import { touchCaseloads } from './touch-caseloads';

export interface SettingsInput extends MemberKey {
  settings: PersonalSettings;
}

/**
 * Changes when a supporter works and what reaches her; her next lists follow. Saving what stands there already changes
 * nothing.
 * @throws {UserError} noPrograms, settingsDaysMissing, settingsHoursOrder, settingsTooShort, settingsZoneUnknown.
 */
export async function saveSettings(context: Context, input: SettingsInput): Promise<{ repeated: boolean }> {
  refuse(input.settings);
  return transact(context, async (unit) => {
    const { workspaceId, userId } = input;
    await lockMember(unit.db, input);
    const member = await findMember(unit.db, input, userId);
    const programs = member ? await programIdsOf(unit.db, input, userId) : [];
    if (!member || programs.length === 0) throw new UserError('noPrograms');
    const before = availabilityOf(member);
    const after = availabilityFrom(input.settings, member.slackZone ?? member.zone);
    if (isDeepStrictEqual(before, after)) return { repeated: true };
    await updateAvailability(unit.db, input, after);
    await replanMembers(unit, [input]);
    await touchCaseloads(unit, input, [userId]);
    await audit(unit.db, {
      workspaceId,
      actorId: userId,
      action: 'member.settings_changed',
      subjectId: userId,
      details: { ...after, workingWeekdays: after.workingWeekdays?.join(',') ?? null },
      at: unit.now,
    });
    return { repeated: false };
  });
}

function refuse({ weekdays, startsAt, endsAt, ownZone, remindersOn, secondLook }: PersonalSettings): void {
  if (weekdays?.length === 0) throw new UserError('settingsDaysMissing');
  if (endsAt <= startsAt) throw new UserError('settingsHoursOrder');
  if (ownZone !== null && !isZone(ownZone)) throw new UserError('settingsZoneUnknown');
  const tooShort = secondLookAt({ startsAt, endsAt }) === null;
  if (remindersOn && secondLook && tooShort) throw new UserError('settingsTooShort');
}

function availabilityOf({
  zone,
  slackZone,
  workingWeekdays,
  startsAt,
  endsAt,
  remindersOn,
  secondLook,
}: Member): Availability {
  return { zone, slackZone, workingWeekdays, startsAt, endsAt, remindersOn, secondLook };
}

function availabilityFrom(settings: PersonalSettings, slackZone: string): Availability {
  const { weekdays, startsAt, endsAt, ownZone, remindersOn, secondLook } = settings;
  return {
    ...(ownZone === null ? { zone: slackZone, slackZone: null } : { zone: ownZone, slackZone }),
    workingWeekdays: weekdays && [...weekdays].sort(),
    startsAt: `${startsAt}:00`,
    endsAt: `${endsAt}:00`,
    remindersOn,
    secondLook,
  };
}

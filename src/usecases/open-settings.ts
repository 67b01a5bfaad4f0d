import { findDesk } from '../db/members';
import { memberKey, programsOfMembers } from '../db/programs';
import type { Locale } from '../domain/locale';
import type { WorkspaceScope } from '../domain/scope';
import type { SettingsForm } from '../domain/settings';
import { UserError } from '../errors';
import type { Context } from './context';

export interface OpenedSettings extends SettingsForm {
  locale: Locale;
}

/**
 * What the settings modal shows.
 * @throws {UserError} noPrograms for somebody who supports none.
 */
export async function openSettings(
  { db }: Context,
  { userId, ...scope }: WorkspaceScope & { userId: string },
): Promise<OpenedSettings> {
  const desk = await findDesk(db, scope, userId);
  if (!desk || desk.programs.length === 0) throw new UserError('noPrograms');
  const { member } = desk;
  const programs = (await programsOfMembers(db, [member])).get(memberKey(member)) ?? [];
  const { zone, slackZone, workingWeekdays, startsAt, endsAt, remindersOn, secondLook } = member;
  return {
    locale: member.locale,
    settings: {
      weekdays: workingWeekdays,
      startsAt: startsAt.slice(0, 5),
      endsAt: endsAt.slice(0, 5),
      ownZone: slackZone === null ? null : zone,
      remindersOn,
      secondLook,
    },
    slackZone: slackZone ?? zone,
    programWeekdays: [...new Set(programs.flatMap((program) => program.workingWeekdays))].sort(),
  };
}

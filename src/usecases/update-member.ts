import { findMember, type Member, setNextReminder, updateMemberRow } from '../db/members';
import { memberKey, programsOfMembers } from '../db/programs';
import { isZone } from '../domain/dates';
import type { Locale } from '../domain/locale';
import { reminderSlot } from '../domain/reminders';
import type { WorkspaceScope } from '../domain/scope';
import { type Context, transact, type Unit } from './context';

export interface MemberChange extends WorkspaceScope {
  userId: string;
  /** The Slack account is deactivated. */
  gone: boolean;
  name: string | undefined;
  zone: string | undefined;
  locale: Locale | undefined;
}

/** Takes over what changed about somebody in Slack; her next reminder follows her zone. Strangers are ignored. */
export async function updateMember(context: Context, change: MemberChange): Promise<void> {
  await transact(context, async (unit) => {
    const member = await findMember(unit.db, change, change.userId);
    if (!member) return;
    const zone = change.zone && isZone(change.zone) ? change.zone : member.zone;
    await updateMemberRow(unit.db, member, {
      name: change.name?.trim() || member.name,
      zone,
      locale: change.locale ?? member.locale,
      unreachableSince: change.gone ? (member.unreachableSince ?? unit.now) : null,
    });
    if (zone !== member.zone) await moveReminder(unit, { ...member, zone });
  });
}

async function moveReminder({ db, now }: Unit, member: Member): Promise<void> {
  const programs = (await programsOfMembers(db, [member])).get(memberKey(member)) ?? [];
  if (programs.length === 0) return;
  const isWorkingDay = (on: string) => programs.some(({ rules }) => rules.calendar.isWorkingDay(on));
  const { nextAt } = reminderSlot({ now, zone: member.zone, isWorkingDay });
  await setNextReminder(db, [{ workspaceId: member.workspaceId, userId: member.userId, nextAt }]);
}

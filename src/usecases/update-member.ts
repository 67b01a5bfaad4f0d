import { isDeepStrictEqual } from 'node:util';
import { lockMember } from '../db/absences';
import {
  findMember,
  type Member,
  markMemberReachable,
  markMemberUnreachable,
  programIdsOf,
  updateMemberRow,
} from '../db/members';
import { isZone, localDateAt } from '../domain/dates';
import type { Locale } from '../domain/locale';
import type { WorkspaceScope } from '../domain/scope';
import { type Context, transact, type Unit } from './context';
import { replanMembers } from './replan-members';
import { tellLeads } from './tell-leads';
import { touchHomesOf } from './touch-homes';

/** Slack's code for a deactivated account. */
const accountGone = 'account_inactive';

export interface MemberChange extends WorkspaceScope {
  userId: string;
  /** When Slack told it. */
  at: Date;
  /** The Slack account is deactivated. */
  gone: boolean;
  name: string | undefined;
  zone: string | undefined;
  locale: Locale | undefined;
}

/**
 * Takes over what changed about somebody in Slack; her next reminder follows her zone, her Home zone and language.
 * When the account was deactivated, the leads are told; when it is active again, she covers her learners again.
 * Strangers are ignored, and so is what comes after something newer: Slack's events may come in any order.
 */
export async function updateMember(context: Context, change: MemberChange): Promise<void> {
  await transact(context, async (unit) => {
    // Held, so that a zone that she chooses at this moment isn't overwritten with what was read before.
    await lockMember(unit.db, change);
    const member = await findMember(unit.db, change, change.userId);
    if (!member) return;
    const described = describedBy(change, member);
    if (!(await updateMemberRow(unit.db, member, described, change.at))) return;
    if (described.zone !== member.zone) await replanMembers(unit, [member]);
    if (change.gone) await tellThatGone(unit, member);
    else if (member.unreachableBecause === accountGone)
      await markMemberReachable(unit.db, member, member.userId);
    // Slack tells of each new status and picture too: Home shows none of those.
    if (!isDeepStrictEqual(described, describedBy({ ...member, zone: undefined }, member)))
      await touchHomesOf(unit, member, [member.userId]);
  });
}

/**
 * How she is described from now on; what Slack leaves out or we can't use stays as it was, and so does a zone that she
 * has chosen herself: then Slack's is kept beside it.
 */
function describedBy(change: Pick<MemberChange, 'name' | 'zone' | 'locale'>, member: Member) {
  const zoneNow = member.slackZone ?? member.zone;
  const slackZone = change.zone && isZone(change.zone) ? change.zone : zoneNow;
  return {
    name: change.name?.trim() || member.name,
    locale: change.locale ?? member.locale,
    ...(member.slackZone === null ? { zone: slackZone, slackZone: null } : { zone: member.zone, slackZone }),
  };
}

async function tellThatGone(unit: Unit, { workspaceId, userId: subject, zone }: Member): Promise<void> {
  const mark = { since: unit.now, because: accountGone };
  if (!(await markMemberUnreachable(unit.db, { workspaceId }, subject, mark))) return;
  await tellLeads(unit, {
    workspaceId,
    programIds: await programIdsOf(unit.db, { workspaceId }, subject),
    subject,
    problem: accountGone,
    onDate: localDateAt(unit.now, zone),
    occasion: unit.now.toISOString(),
  });
}

import type { Messages } from '../../i18n';
import { context, section } from '../block-kit';
import { line } from '../mrkdwn';
import { longestName, type Message } from './message';

/** What a lead is told once when a message can't be delivered. */
export interface LeadNotice {
  /** The Slack user or channel that can't be reached. */
  subject: string;
  /** Slack's error code. */
  failure: string;
  programName: string | null;
}

type Reason = Exclude<keyof Messages['leadNotice']['reasons'], 'other'>;

const reasons: ReadonlyMap<string, Reason> = new Map<string, Reason>([
  ['account_inactive', 'personGone'],
  ['user_disabled', 'personGone'],
  ['user_not_found', 'personGone'],
  ['users_not_found', 'personGone'],
  ['user_not_visible', 'personGone'],
  ['messages_tab_disabled', 'personClosed'],
  ['cannot_dm_bot', 'personClosed'],
  ['not_in_channel', 'notInChannel'],
  ['channel_not_found', 'channelGone'],
  ['is_archived', 'archived'],
  ['channel_is_archived', 'archived'],
  ['restricted_action', 'restricted'],
  ['restricted_action_read_only_channel', 'restricted'],
  ['restricted_action_thread_only_channel', 'restricted'],
  ['invalid_auth', 'token'],
  ['not_authed', 'token'],
  ['org_login_required', 'token'],
  ['team_access_not_granted', 'token'],
  ['token_revoked', 'token'],
  ['token_expired', 'token'],
  ['missing_scope', 'scope'],
  ['no_permission', 'scope'],
]);

/** Says who could not be reached, why, and what to do. */
export function leadNoticeMessage({ subject, failure, programName }: LeadNotice, t: Messages): Message {
  const program = programName === null ? null : line(programName, longestName);
  return {
    text: t.leadNotice.notification,
    blocks: [
      section(t.leadNotice.title({ subject: mention(subject), program })),
      section(reasonFor(failure, t)),
      context(t.leadNotice.once),
    ],
  };
}

function reasonFor(failure: string, t: Messages): string {
  const reason = reasons.get(failure);
  return reason ? t.leadNotice.reasons[reason] : t.leadNotice.reasons.other(line(failure, longestName));
}

/** People's ids begin with U or W, channels' with C or G. */
function mention(subject: string): string {
  if (/^[UW][A-Z0-9]+$/.test(subject)) return `<@${subject}>`;
  return /^[CG][A-Z0-9]+$/.test(subject) ? `<#${subject}>` : line(subject, longestName);
}

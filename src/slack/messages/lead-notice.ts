import { repliesUncollected } from '../../domain/consultation';
import type { Messages } from '../../i18n';
import { context, section } from '../block-kit';
import { line, mention } from '../mrkdwn';
import { longestName, type Message } from './message';

/** What a lead is told once when a message can't be delivered. */
export interface LeadNotice {
  /** The Slack user or channel that can't be reached. */
  subject: string;
  /** Slack's error code, or repliesUncollected. */
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
  if (failure === repliesUncollected) return uncollectedMessage(subjectOf(subject), program, t);
  return {
    text: t.leadNotice.notification,
    blocks: [
      section(t.leadNotice.title({ subject: subjectOf(subject), program })),
      section(reasonFor(failure, t)),
      context(t.leadNotice.once),
    ],
  };
}

/** Banso is out of a channel with open consultations. */
function uncollectedMessage(channel: string, program: string | null, t: Messages): Message {
  const { notification, title, about } = t.replies.uncollected;
  return { text: notification, blocks: [section(title({ channel, program })), section(about)] };
}

function reasonFor(failure: string, t: Messages): string {
  const reason = reasons.get(failure);
  return reason ? t.leadNotice.reasons[reason] : t.leadNotice.reasons.other(line(failure, longestName));
}

/** Channels' ids begin with C or G; else it is a person. */
function subjectOf(subject: string): string {
  return /^[CG][A-Z0-9]+$/.test(subject) ? `<#${subject}>` : mention(subject);
}

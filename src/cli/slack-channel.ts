import { askSlack } from './slack-people';
import type { SlackApi } from './world';

export interface Team {
  id: string;
  name: string;
}

/** The workspace that the token belongs to, or the organisation of an organisation-wide install. */
export async function findTeam(slack: SlackApi): Promise<Team> {
  const answer = await askSlack(() => slack.auth.test());
  if (typeof answer === 'string') throw new Error(`auth.test: unexpected ${answer}`);
  const id = answer.is_enterprise_install ? answer.enterprise_id : answer.team_id;
  if (!id) throw new Error('auth.test: expected the id of a workspace');
  return { id, name: answer.team ?? id };
}

/** How a channel stands to Banso; `problem` is for the operator, with what to do. */
export type FoundChannel =
  | { kind: 'member'; name: string }
  | { kind: 'outside'; name: string; problem: string }
  | { kind: 'unusable'; problem: string };

export async function findChannel(slack: SlackApi, channelId: string): Promise<FoundChannel> {
  const answer = await askSlack(
    () => slack.conversations.info({ channel: channelId }),
    ['channel_not_found'],
  );
  if (typeof answer === 'string') {
    const problem =
      'no such channel, or a private one that Banso is not in: write "/invite @Banso" there first';
    return { kind: 'unusable', problem };
  }
  const { name = channelId, is_archived, is_member } = answer.channel ?? {};
  if (is_archived) return { kind: 'unusable', problem: `#${name} is archived: take another channel` };
  if (is_member) return { kind: 'member', name };
  return { kind: 'outside', name, problem: `Banso is not in #${name}: write "/invite @Banso" there` };
}

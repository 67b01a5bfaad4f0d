import type { WebClient } from '@slack/web-api';
import { UserError } from '../errors';
import { isUnknown } from './outcome';

/** A channel in which a team can follow a program: Banso is in it. */
export interface TeamChannel {
  id: string;
  name: string;
  /** Who is in it, bots too: the first thousand. */
  memberIds: string[];
  /** Whether these are all. */
  complete: boolean;
}

/** Slack's most for one page. Whoever has more people in a team's channel names those of the team herself. */
const mostMembers = 1000;

/**
 * Looks at a channel before a program is set up in it or people come to it.
 * @throws {UserError} channelNeeded in a direct message, botNotInChannel where Banso sees nothing or can't post
 */
export async function readTeamChannel(slack: WebClient, channelId: string): Promise<TeamChannel> {
  const { name, is_im, is_mpim, is_archived, is_member } = await channelInfo(slack, channelId);
  if (is_im || is_mpim) throw new UserError('channelNeeded');
  if (!is_member || is_archived) throw new UserError('botNotInChannel');
  const { members = [], response_metadata } = await slack.conversations.members({
    channel: channelId,
    limit: mostMembers,
  });
  const complete = !response_metadata?.next_cursor;
  return { id: channelId, name: name ?? channelId, memberIds: members, complete };
}

async function channelInfo(slack: WebClient, channel: string) {
  // Slack tells a bot of its own direct messages alone.
  if (channel.startsWith('D')) throw new UserError('channelNeeded');
  try {
    return (await slack.conversations.info({ channel })).channel ?? {};
  } catch (error) {
    if (isUnknown(error)) throw new UserError('botNotInChannel');
    throw error;
  }
}

/** Whether somebody is in the channel; of one with more people than we have seen, nobody is said not to be. */
export function isInChannel({ memberIds, complete }: TeamChannel, userId: string): boolean {
  return !complete || memberIds.includes(userId);
}

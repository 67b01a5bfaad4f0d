import type { KnownBlock } from '@slack/types';

/** A message as Slack takes it. `text` stands in notifications: it is short and names no learner. */
export interface Message {
  text: string;
  blocks: KnownBlock[];
}

/** Slack's limit for the blocks of one message. */
export const mostBlocks = 50;

/** Most characters of a name in a list. Longer ones are cut, so that a full page stays within Slack's limits. */
export const longestName = 60;

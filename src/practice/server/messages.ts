import type { MessagePage, ThreadPage } from '../protocol';
import type { PageContext } from './context';
import { RequestRefused } from './refused';
import { conversationsOf } from './scene';

/** How many messages without replies one page has. */
const pageSize = 50;

interface MessagesWanted {
  as: string;
  channel: string;
  /** Only what is older. */
  before?: string | undefined;
}

/** The newest messages of a channel, or those before a ts, oldest first. */
export function messagePage(context: PageContext, wanted: MessagesWanted): MessagePage {
  assertMember(context, wanted);
  const { channel, before } = wanted;
  const all = context.practice.slack.messages(channel);
  const older = before === undefined ? all : all.filter(({ ts }) => ts < before);
  return { messages: older.slice(-pageSize), hasOlder: older.length > pageSize };
}

/** A message with its replies, oldest first. */
export function threadPage(context: PageContext, wanted: MessagesWanted & { ts: string }): ThreadPage {
  assertMember(context, wanted);
  return { messages: context.practice.slack.messages(wanted.channel, { threadTs: wanted.ts }) };
}

/** @throws {RequestRefused} 404 for a channel that she isn't in: she can't tell it from one that isn't there */
function assertMember(context: PageContext, { as, channel }: MessagesWanted): void {
  if (conversationsOf(context, as).some(({ id }) => id === channel)) return;
  throw new RequestRefused(404, `channel: ${as} has no ${channel}`);
}

import { NotPossible, OperationFailed } from '../../emulator';
import { ClockStuck } from '../move-clock';
import type { Conversation, Doing, Outcome, PersonShown } from '../protocol';
import type { PageContext } from './context';
import { act, close, type Done, submit, suggest, type } from './perform-in-view';
import { conversationsOf } from './scene';

/** What a person would see go wrong, as the page is told; null: it is no such error. */
export function failureShown(error: unknown): Extract<Outcome, { ok: false }> | null {
  if (error instanceof NotPossible) return { ok: false, code: 'not_possible', detail: error.message };
  if (error instanceof OperationFailed) return { ok: false, code: error.code, detail: error.message };
  if (error instanceof ClockStuck) return { ok: false, code: 'clock_stuck', detail: error.message };
  return null;
}

/** Does it as this person. @throws what is neither a person's nor the app's doing */
export async function perform(context: PageContext, me: PersonShown, doing: Doing): Promise<Outcome> {
  try {
    return { ok: true, ...(await performed(context, me, doing)) };
  } catch (error) {
    const failure = failureShown(error);
    if (failure) return failure;
    throw error;
  }
}

async function performed(context: PageContext, { id }: PersonShown, doing: Doing): Promise<Done> {
  const { practice, mover } = context;
  const person = practice.slack.as(id);
  switch (doing.kind) {
    case 'act':
      return act(person, doing);
    case 'suggest':
      return suggest(person, doing);
    case 'type':
      type(person, doing);
      practice.keepSoon();
      return {};
    case 'submit':
      return submit(person, doing);
    case 'close':
      return close(person, doing);
    case 'command':
      await person.command(doing.line, { channel: doing.channel });
      return {};
    case 'say':
      assertWritable(context, id, doing.channel);
      await person.post(doing.channel, doing.text, threadOf(doing));
      return {};
    case 'edit':
      await person.edit(doing.channel, doing.ts, doing.text);
      return {};
    case 'delete':
      await person.delete(doing.channel, doing.ts);
      return {};
    case 'dismiss':
      person.dismiss(doing.ts);
      return {};
    case 'global_shortcut':
      await person.globalShortcut(doing.callbackId);
      return {};
    case 'message_shortcut':
      await person.messageShortcut(doing.callbackId, doing);
      return {};
    case 'open_home':
      await person.openHome();
      return {};
    case 'read':
      conversationOf(context, id, doing.channel);
      practice.readMarks.advance(id, doing.channel, doing.ts);
      return {};
    case 'locale':
      await practice.slack.changeUser(id, { locale: doing.locale });
      return {};
    case 'move_clock':
      await mover.move(doing.to);
      return {};
  }
}

function threadOf({ threadTs }: Extract<Doing, { kind: 'say' }>): { threadTs?: string } {
  return threadTs === undefined ? {} : { threadTs };
}

/** @throws {NotPossible} where Slack has no composer for her */
function assertWritable(context: PageContext, userId: string, channelId: string): void {
  if (conversationOf(context, userId, channelId).writable) return;
  throw new NotPossible(`${userId} can't write in ${channelId}`);
}

/** @throws {NotPossible} when she isn't in it */
function conversationOf(context: PageContext, userId: string, channelId: string): Conversation {
  const conversation = conversationsOf(context, userId).find(({ id }) => id === channelId);
  if (conversation) return conversation;
  throw new NotPossible(`${userId} is not in ${channelId}`);
}

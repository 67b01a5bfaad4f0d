import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import type { CheckInContent } from '../../domain/check-in';
import { truncate } from '../../domain/text';
import { openCheckIn } from '../../usecases/open-check-in';
import { askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { checkInModal } from '../modals/check-in/open';
import { longest } from '../modals/limits';
import { openInTime } from '../modals/open-in-time';
import { permalinkOf } from '../permalink';

type Shortcut = SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs;

/** "Log as check-in" on any message: the modal with its text, and a link back to it. */
export function logMessageShortcut(deps: BotDeps) {
  return async ({ ack, shortcut, context, client }: Shortcut): Promise<void> => {
    await ack();
    const asker = askerOf(context);
    const { workspaceId, userId: viewerId } = asker;
    const { channel, message, trigger_id: triggerId } = shortcut;
    const opened = openCheckIn(deps.context(), {
      workspaceId,
      viewerId,
      channelId: channel.id,
      name: '',
      given: givenBy(shortcut, viewerId),
    });
    const link = permalinkOf(deps, client, { channel: channel.id, ts: message.ts });
    const content = Promise.all([opened, link]).then(([form, permalink]) =>
      checkInModal(deps, asker, form, { channelId: channel.id, permalink }),
    );
    await openInTime(deps, client, { asker, triggerId, how: 'open', title: (t) => t.checkIn.title }, content);
  };
}

/**
 * A message that she wrote to somebody is the one that was sent: in a direct message, or with a mention ahead of it. What
 * others wrote, or she herself about somebody, is a note.
 */
function givenBy({ channel, message }: MessageShortcut, viewerId: string): Partial<CheckInContent> {
  const text = message.text ?? '';
  const addressed = channel.id.startsWith('D') || text.startsWith('<@');
  if (message.user === viewerId && addressed) return { sentText: truncate(text, longest.sentText) };
  return { note: truncate(text, longest.note) };
}

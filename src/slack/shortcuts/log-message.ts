import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import type { CheckInContent } from '../../domain/check-in';
import { truncate } from '../../domain/text';
import { openCheckIn } from '../../usecases/open-check-in';
import { plainMessage } from '../../usecases/plain-messages';
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
    const written = plainMessage(deps.context().db, asker, message.text ?? '');
    const opened = written.then((text) =>
      openCheckIn(deps.context(), {
        ...{ workspaceId, viewerId, channelId: channel.id, name: '' },
        given: givenBy(shortcut, viewerId, text),
      }),
    );
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
function givenBy(
  { channel, message }: MessageShortcut,
  viewerId: string,
  text: string,
): Partial<CheckInContent> {
  const addressed = channel.id.startsWith('D') || message.text?.startsWith('<@');
  if (message.user === viewerId && addressed) return { sentText: truncate(text, longest.sentText) };
  return { note: truncate(text, longest.note) };
}

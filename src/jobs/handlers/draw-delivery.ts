import type { Delivery } from '../../db/deliveries';
import { messagesFor } from '../../i18n';
import { digestMessage } from '../../slack/messages/digest';
import { leadNoticeMessage } from '../../slack/messages/lead-notice';
import type { Message } from '../../slack/messages/message';
import { reminderMessage } from '../../slack/messages/reminder';
import { buildDigest } from '../../usecases/build-digest';
import { buildLeadNotice } from '../../usecases/build-lead-notice';
import { buildReminder } from '../../usecases/build-reminder';
import type { JobDeps } from './deps';

/** A delivery as it reads now, in its reader's language. Null: there is nothing to say any more. */
export async function drawDelivery({ context }: JobDeps, delivery: Delivery): Promise<Message | null> {
  const { db, now } = context();
  switch (delivery.kind) {
    case 'digest': {
      const built = await buildDigest(db, delivery, now);
      return built && digestMessage(built.model, messagesFor(built.locale));
    }
    case 'reminder': {
      const built = await buildReminder(db, delivery, now);
      return built && reminderMessage(built.model, messagesFor(built.locale));
    }
    case 'lead_notice': {
      const built = await buildLeadNotice(db, delivery);
      return built && leadNoticeMessage(built.notice, messagesFor(built.locale));
    }
  }
}

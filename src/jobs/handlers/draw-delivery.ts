import type { Delivery } from '../../db/deliveries';
import { messagesFor } from '../../i18n';
import { careAnswerMessage } from '../../slack/messages/care-answer';
import { careMessage } from '../../slack/messages/care-message';
import { coverAnswerMessage, coverEndedMessage } from '../../slack/messages/cover-answer';
import { coverCardsMessage } from '../../slack/messages/cover-cards';
import { coverRequestMessage } from '../../slack/messages/cover-request';
import { digestMessage } from '../../slack/messages/digest';
import { escalationMessage } from '../../slack/messages/escalation';
import { leadNoticeMessage } from '../../slack/messages/lead-notice';
import type { Message } from '../../slack/messages/message';
import { reminderMessage } from '../../slack/messages/reminder';
import { importMessage } from '../../slack/messages/roster-import';
import { buildCareAnswer, buildCareMessage } from '../../usecases/build-care-message';
import { buildCards, buildCoverRequest, buildRequest } from '../../usecases/build-cover-message';
import { buildDigest } from '../../usecases/build-digest';
import { buildEscalation } from '../../usecases/build-escalation';
import { buildImport } from '../../usecases/build-import';
import { buildLeadNotice } from '../../usecases/build-lead-notice';
import { buildReminder } from '../../usecases/build-reminder';
import type { JobDeps } from './deps';
import { drawConsultation } from './draw-consultation';

/** A delivery as it reads now, in its reader's language. Null: there is nothing to say any more. */
export async function drawDelivery({ context }: JobDeps, delivery: Delivery): Promise<Message | null> {
  const { db, now } = context();
  switch (delivery.kind) {
    case 'digest': {
      const built = await buildDigest(db, delivery, now);
      return built && digestMessage(built.model, messagesFor(built.locale));
    }
    case 'reminder':
    case 'second_look': {
      const built = await buildReminder(db, delivery, now);
      return built && reminderMessage(built.model, messagesFor(built.locale));
    }
    case 'escalation': {
      const built = await buildEscalation(db, delivery, now);
      return built && escalationMessage(built.model, messagesFor(built.locale));
    }
    case 'cover_request': {
      const built = await buildCoverRequest(db, delivery, now);
      return built && coverRequestMessage(built, messagesFor(built.locale));
    }
    case 'cover_answer': {
      const built = await buildRequest(db, delivery, now);
      return built && coverAnswerMessage(built, messagesFor(built.locale));
    }
    case 'cover_ended': {
      const built = await buildRequest(db, delivery, now);
      return built && coverEndedMessage(built, messagesFor(built.locale));
    }
    case 'cover_cards': {
      const built = await buildCards(db, delivery, now);
      return built && coverCardsMessage(built, messagesFor(built.locale));
    }
    case 'import': {
      const built = await buildImport(db, delivery);
      return built && importMessage(built.model, messagesFor(built.locale));
    }
    case 'lead_notice': {
      const built = await buildLeadNotice(db, delivery);
      return built && leadNoticeMessage(built.notice, messagesFor(built.locale));
    }
    case 'care_team':
    case 'care_urgent': {
      const built = await buildCareMessage(db, delivery);
      return built && careMessage(built.model, messagesFor(built.locale));
    }
    case 'care_answer': {
      const built = await buildCareAnswer(db, delivery);
      return built && careAnswerMessage(built.model, messagesFor(built.locale));
    }
    case 'consultation':
    case 'consultation_joined':
    case 'consultation_case':
    case 'consultation_nudge':
    case 'consultation_closed':
    case 'consultation_reopened':
    case 'follow_up':
      return drawConsultation({ db, now }, delivery, delivery.kind);
  }
}

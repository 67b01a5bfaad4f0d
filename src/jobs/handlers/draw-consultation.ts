import type { Queryable } from '../../db/client';
import { findNudge } from '../../db/consultation-nudges';
import type { Delivery } from '../../db/deliveries';
import { messagesFor } from '../../i18n';
import { consultationMessage, joinedMessage, nudgeMessage } from '../../slack/messages/consultation';
import { closedNoteMessage, reopenedNoteMessage } from '../../slack/messages/consultation-closed';
import { followUpMessage } from '../../slack/messages/follow-up';
import type { Message } from '../../slack/messages/message';
import { namedCaseMessage } from '../../slack/messages/named-case';
import { buildClosedNote, buildReopenedNote } from '../../usecases/consultation/build-closed';
import { buildFollowUp } from '../../usecases/consultation/build-follow-up';
import { buildJoined, buildPost } from '../../usecases/consultation/build-post';
import { buildNamedCase } from '../../usecases/library/name-case';

type ConsultationKind = Extract<Delivery['kind'], `consultation${string}` | 'follow_up'>;

/** A message about a consultation as it reads now. Null: there is nothing to say any more. */
export async function drawConsultation(
  { db, now }: { db: Queryable; now: Date },
  delivery: Delivery,
  kind: ConsultationKind,
): Promise<Message | null> {
  switch (kind) {
    case 'consultation': {
      const built = await buildPost(db, delivery);
      return built && consultationMessage(built.model, messagesFor(built.locale));
    }
    case 'consultation_joined': {
      const built = await buildJoined(db, delivery);
      return built && joinedMessage(built.model, messagesFor(built.locale));
    }
    case 'consultation_case': {
      const built = await buildNamedCase(db, delivery);
      return built && namedCaseMessage(built.named, messagesFor(built.locale));
    }
    case 'consultation_nudge': {
      const nudge = await findNudge(db, delivery, delivery.id);
      return nudge && nudgeMessage(nudge, messagesFor(nudge.locale));
    }
    case 'consultation_closed': {
      const built = await buildClosedNote(db, delivery, now);
      return built && closedNoteMessage(built.model, messagesFor(built.locale));
    }
    case 'consultation_reopened': {
      const built = await buildReopenedNote(db, delivery);
      return built && reopenedNoteMessage(built.byName, messagesFor(built.locale));
    }
    case 'follow_up': {
      const built = await buildFollowUp(db, delivery);
      return built && followUpMessage(built.model, messagesFor(built.locale));
    }
  }
}

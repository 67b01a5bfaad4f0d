import type { LocalDate } from '../../domain/dates';
import type { Messages } from '../../i18n';
import { button, section } from '../block-kit';
import { rowActions } from '../ids';
import { bold, line } from '../mrkdwn';
import { answer } from './answers';
import { longestName, type Message } from './message';

export function profileSavedMessage(name: string, t: Messages): Message {
  return answer(t.profile.saved({ name: bold(line(name, longestName)) }));
}

interface Added {
  learnerId: string;
  learnerName: string;
  dueOn: LocalDate | null;
}

/** Who was added, when the first contact is due, and a button to her card. */
export function addedMessage({ learnerId, learnerName, dueOn }: Added, t: Messages): Message {
  const text = t.profile.added({ name: bold(line(learnerName, longestName)) });
  const next = dueOn === null ? t.breaks.nothingNext : t.breaks.next({ on: dueOn });
  const open = button({ actionId: rowActions.card.idFor(learnerId), text: t.card.title, value: learnerId });
  return { text, blocks: [{ ...section(`${text}\n${next}`), accessory: open }] };
}

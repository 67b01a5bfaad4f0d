import type { NextContact } from '../../domain/cadence';
import type { LocalDate } from '../../domain/dates';
import type { Messages } from '../../i18n';
import { button, section } from '../block-kit';
import { rowActions } from '../ids';
import { bold, line } from '../mrkdwn';
import { longestName, type Message } from './message';
import { reasonOf } from './state-words';

export interface SavedCheckIn {
  checkInId: string;
  learnerName: string;
  contactedOn: LocalDate;
  /** Whether it counts towards rhythm and floor. */
  counts: boolean;
  next: Pick<NextContact, 'dueOn' | 'reason'> & { watchedBecause: string | null };
  /** Who makes the next contact, where it isn't the author. */
  companionName: string | null;
  /** Whether an earlier check-in was corrected rather than a new one logged. */
  corrected: boolean;
}

/** The answer that only its author sees: what was saved, when to be in touch next and why. */
export function checkInSavedMessage(saved: SavedCheckIn, t: Messages): Message {
  const { checkInId, contactedOn: on, corrected } = saved;
  const name = bold(line(saved.learnerName, longestName));
  const what = corrected ? t.saved.corrected({ name, on }) : t.saved.logged({ name, on });
  return {
    text: t.saved.notification,
    blocks: [
      {
        ...section(`${what}\n${nextWords(saved, t)}`),
        accessory: button({
          actionId: rowActions.correct.idFor(checkInId),
          text: t.saved.correct,
          value: checkInId,
        }),
      },
    ],
  };
}

function nextWords({ next, counts, companionName }: SavedCheckIn, t: Messages): string {
  const { dueOn, reason } = next;
  if (dueOn === null || reason === 'over') return t.saved.nothingNext;
  const words = counts ? whenNext({ ...next, dueOn, reason }, t) : t.care.notCounted({ on: dueOn });
  return companionName === null ? words : `${words}\n${t.saved.companion(line(companionName, longestName))}`;
}

interface NextReached {
  dueOn: LocalDate;
  reason: Exclude<NextContact['reason'], 'over'>;
  watchedBecause: string | null;
}

function whenNext({ dueOn: on, reason, watchedBecause }: NextReached, t: Messages): string {
  if (watchedBecause !== null) return t.watch.saved({ on, reason: reasonOf(watchedBecause) });
  return t.saved.next({ on, why: t.saved.reasons[reason] });
}

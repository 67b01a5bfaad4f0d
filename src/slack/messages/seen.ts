import type { SectionBlock } from '@slack/types';
import type { Messages } from '../../i18n';
import { button, context, section } from '../block-kit';
import { rowActions } from '../ids';
import { bold, line } from '../mrkdwn';
import { longestName, type Message } from './message';

/** Whether a program notices messages, what that means, and how to change it. */
export function seesMessagesMessage(
  { programName, on }: { programName: string; on: boolean },
  t: Messages,
): Message {
  const program = bold(line(programName, longestName));
  const text = on ? t.seen.isOn({ program }) : t.seen.isOff({ program });
  return { text, blocks: [section(text), context(t.seen.about)] };
}

interface Offer {
  learnerId: string;
  learnerName: string;
}

/** Offers, to the author alone, to log what she just wrote: a row for each learner to whom she wrote. */
export function offerMessage(offers: readonly Offer[], ts: string, t: Messages): Message {
  return {
    text: t.seen.notification,
    blocks: [...offers.map((offer) => offerRow(offer, ts, t)), context(t.seen.nothingKept)],
  };
}

function offerRow({ learnerId, learnerName }: Offer, ts: string, t: Messages): SectionBlock {
  return {
    ...section(t.seen.offer({ learner: bold(line(learnerName, longestName)) })),
    accessory: button({
      actionId: rowActions.logSeen.idFor(learnerId),
      text: t.seen.log,
      value: `${learnerId} ${ts}`,
    }),
  };
}

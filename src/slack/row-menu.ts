import type { Overflow } from '@slack/types';
import type { Messages } from '../i18n';
import { overflow } from './block-kit';
import { rowActions } from './ids';

/** What "more" beside a learner offers, in its order: its words are in i18n `more`, its deeds in actions/more.ts. */
export const rowMenuChoices = ['card', 'plan', 'consult', 'handOver'] as const;
export type RowMenuChoice = (typeof rowMenuChoices)[number];

/** The menu beside a learner. Its options carry her id: Slack gives an overflow menu no value of its own. */
export function rowMenu(learnerId: string, t: Messages): Overflow {
  return overflow(
    rowActions.more.idFor(learnerId),
    rowMenuChoices.map((one) => ({ value: `${one}:${learnerId}`, text: t.more[one] })),
  );
}

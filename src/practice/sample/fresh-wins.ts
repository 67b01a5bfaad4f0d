import { addDays, type LocalDate } from '../../domain/dates';
import type { PastContact } from './history';

/** For how long the same words aren't shared once more in one team, in days. */
const freshDays = 10;

/**
 * Learners know only so many words, but a team hardly shares the same ones twice in a few days: later ones stay
 * unshared. Changes the contacts, which belong to one team.
 */
export function shareFreshWinsOnly(contacts: readonly PastContact[]): void {
  const sharedOn = new Map<string, LocalDate>();
  const inOrder = [...contacts].sort((a, b) => a.loggedAt.getTime() - b.loggedAt.getTime());
  for (const { content } of inOrder) {
    if (!content.shareAsWin) continue;
    const { learnerWords, contactedOn } = content;
    const before = sharedOn.get(learnerWords);
    content.shareAsWin = before === undefined || before < addDays(contactedOn, -freshDays);
    if (content.shareAsWin) sharedOn.set(learnerWords, contactedOn);
  }
}

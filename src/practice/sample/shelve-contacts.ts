import type { LocalDate } from '../../domain/dates';
import type { ProgramScope } from '../../domain/scope';
import { checkInEntries } from '../../domain/search/check-in-entries';
import type { LibraryEntryInput } from '../../domain/search/entry';
import type { PastContact } from './history';
import type { SampleMessage } from './library/library';

interface Logged {
  id: string;
  learner: ProgramScope & { startedOn: LocalDate; endsOn: LocalDate };
  contact: PastContact;
}

/**
 * What the made-up check-ins offer to others. The sample's learners name nobody and its messages come without names;
 * words that several learners share stand in the library once, as said last.
 */
export function shelveContacts(
  logged: readonly Logged[],
  kept: ReadonlyMap<PastContact, SampleMessage>,
): LibraryEntryInput[] {
  const entries = logged.flatMap(({ id: checkInId, learner, contact }) => {
    const message = kept.get(contact);
    const { workspaceId, programId } = learner;
    const content = message ? { ...contact.content, sentText: message.text } : contact.content;
    const written = { workspaceId, programId, checkInId, content, course: learner };
    return checkInEntries(written, (text) => text).map((entry) =>
      entry.kind === 'message' && message ? { ...entry, title: message.situation } : entry,
    );
  });
  const inOrder = entries.sort((a, b) => a.happenedOn.localeCompare(b.happenedOn));
  return [...new Map(inOrder.map((entry) => [JSON.stringify([entry.kind, entry.body]), entry])).values()];
}

import type { CheckInContent } from '../check-in';
import type { LocalDate } from '../dates';
import { courseWeek } from '../learner-card';
import type { ProgramScope } from '../scope';
import type { LibraryEntryInput, LibraryKind } from './entry';

/** What others read of a check-in: the learner's own words that are shared, and the message that worked. */
export type OfferedKind = Exclude<LibraryKind, 'case'>;

/** What of a check-in its author offers to others. */
export function offeredKinds(content: CheckInContent): OfferedKind[] {
  const { shareAsWin, learnerWords, sentTextHelped, sentText } = content;
  return [
    ...(shareAsWin && learnerWords.trim() !== '' ? (['win'] as const) : []),
    ...(sentTextHelped && sentText.trim() !== '' ? (['message'] as const) : []),
  ];
}

interface Written extends ProgramScope {
  checkInId: string;
  content: CheckInContent;
  /** When the learner's course begins and ends. */
  course: { startedOn: LocalDate; endsOn: LocalDate };
}

/**
 * A check-in's entries in the library: its words, and the situation as facts alone. The note is the team's and stays
 * out of it; the title is left to whoever shows the facts. The unit is the course's word for it and not looked
 * through for names: somebody may be called Ruby.
 */
export function checkInEntries(
  { workspaceId, programId, checkInId, content, course }: Written,
  nameless: (text: string) => string,
): LibraryEntryInput[] {
  const { learnerWords, sentText, concerns, unit, motivation, contactedOn } = content;
  const texts = { win: learnerWords, message: sentText };
  return offeredKinds(content).map((kind) => ({
    ...{ workspaceId, programId, kind, sourceId: checkInId },
    title: '',
    body: [{ text: nameless(texts[kind]), weight: 'B' }],
    ...{ concerns, unit, motivation },
    courseWeek: courseWeek(course, contactedOn).week,
    outcome: null,
    helpedCount: 0,
    happenedOn: contactedOn,
  }));
}

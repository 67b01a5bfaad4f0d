import type { LocalDate } from './dates';

/** What can be expected of a roster, with what its wording needs. Headers are as the file writes them. */
interface Expectations {
  content: object;
  header: object;
  csv: object;
  encoding: object;
  closingQuote: object;
  quotedCell: object;
  /** `columns` are named in both languages, as in 'goal (目標), unit (単元)'. */
  knownHeader: { columns: string };
  singleHeader: { column: string };
  column: { column: string };
  cells: { columnCount: number; cellCount: number };
  cellsInQuotes: { columnCount: number; cellCount: number };
  learnerName: object;
  plainText: object;
  length: { max: number };
  day: object;
  dayFrom: { column: string; startedOn: LocalDate };
  slackUser: object;
  careMember: { max: number };
  careMemberInPlainText: object;
  rhythm: object;
  weeklyHours: { max: number };
  /** `rows`: the numbers of the others. */
  singleSlackId: { rows: string; column: string };
  singleName: { rows: string; column: string; startColumn: string };
  singleLearner: { rows: string; learner: string };
  otherName: { column: string; startColumn: string; idColumn: string };
  /** `supporters`: their Slack ids; empty: the program has none. */
  supporter: { supporters: string };
  activeUser: object;
}

export type ExpectationKind = keyof Expectations;

/** What a roster's reader expected where it found something else. */
export type RosterExpectation<Kind extends ExpectationKind = ExpectationKind> = {
  [K in Kind]: { kind: K } & Expectations[K];
}[Kind];

/** One text for each kind, in one language. */
export type ExpectationWords = { [K in ExpectationKind]: (expected: Expectations[K]) => string };

export function expectationText<K extends ExpectationKind>(
  expected: RosterExpectation<K>,
  words: ExpectationWords,
): string {
  return words[expected.kind](expected);
}

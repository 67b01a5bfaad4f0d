import type { ExpectationWords } from '../../domain/roster-expectation';

const slackId = 'a Slack user id such as U024BE7LH';

/** What was expected in a roster; each completes "expected …". */
export const rosterExpectations: ExpectationWords = {
  content: () => 'a header row and a row for each learner; the file is empty',
  header: () => 'a header row and a row for each learner',
  csv: () => 'a text file (CSV) in UTF-8 or Shift_JIS; this is UTF-16 or no text',
  encoding: () => 'text in UTF-8 or Shift_JIS; neither fits',
  closingQuote: () => 'a closing quotation mark for the one that opens here',
  quotedCell: () => 'quotation marks around the whole cell, and each one inside it doubled ("")',
  knownHeader: ({ columns }) => `one of ${columns}`,
  singleHeader: ({ column }) => `each header once; ${column} stands here for the second time`,
  column: ({ column }) => `a column ${column}`,
  cells: ({ columnCount, cellCount }) => `${columnCount} cells, as in the header; there are ${cellCount}`,
  cellsInQuotes: ({ columnCount, cellCount }) =>
    `${columnCount} cells, as in the header; there are ${cellCount}: is a cell with a comma not in quotes?`,
  learnerName: () => "the learner's name",
  plainText: () => 'text without control characters',
  length: ({ max }) => `at most ${max} characters`,
  day: () => 'a real day, YYYY-MM-DD or YYYY/M/D',
  dayFrom: ({ column, startedOn }) => `a day on or after ${column} (${startedOn})`,
  slackUser: () => `${slackId}, or nothing`,
  careMember: ({ max }) => `${slackId}, or a name of at most ${max} characters`,
  careMemberInPlainText: () => `${slackId}, or a name of text without control characters`,
  rhythm: () =>
    "2/week (1 to 7), every 3 days, mon,thu, 週2回, 3日ごと, 月・木, or nothing for the program's",
  weeklyHours: ({ max }) => `hours a week, 0 to ${max}, with at most one decimal, or nothing`,
  singleSlackId: ({ rows, column }) => `each learner once; row ${rows} has the same ${column}`,
  singleName: ({ rows, column, startColumn }) =>
    `each learner once; row ${rows} has the same ${column} and ${startColumn}`,
  singleLearner: ({ rows, learner }) => `each learner once; row ${rows} means the same one (${learner})`,
  otherName: ({ column, startColumn, idColumn }) =>
    `another ${column} or ${startColumn}; a learner with another ${idColumn} has these`,
  supporter: ({ supporters }) => `a supporter of the program (${supporters || 'it has none'})`,
  activeUser: () => 'an active user of the Slack workspace, or a name',
};

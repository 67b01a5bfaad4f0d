import { rosterExpectations } from './roster-expectations';

/** `/banso import`: learners come in from a CSV file. */
export const rosterImport = {
  title: 'Import learners',
  submit: 'Import',
  cancel: 'Cancel',
  intro: ({ program }: { program: string }) =>
    `Adds and updates the learners of ${program} from your file. Learners who aren’t in it stay as they are. If anything is wrong, nothing is changed and you see every row to correct.`,
  file: 'Roster',
  fileHint: 'A CSV file in UTF-8 or Shift_JIS, with commas or tabs. One row for each learner.',
  columns: ({ columns }: { columns: string }) => `Its header row, in English or Japanese: ${columns}`,
  begun: 'Your file is on its way in. A direct message from Banso shows how far it is.',
  notification: 'Your import of learners',
  reading: 'Reading the file …',
  writing: ({ doneCount, totalCount }: { doneCount: number; totalCount: number }) =>
    `${doneCount.toLocaleString('en')} of ${totalCount.toLocaleString('en')} learners. Nothing is visible to the team before all are in.`,
  cancelImport: 'Cancel the import',
  stopping: 'Cancelling …',
  cancelled: 'The import was cancelled. Nothing was changed.',
  done: ({
    addedCount,
    changedCount,
    unchangedCount,
  }: {
    addedCount: number;
    changedCount: number;
    unchangedCount: number;
  }) => `Done: ${addedCount} added, ${changedCount} changed, ${unchangedCount} unchanged.`,
  next: 'The learners are on the next lists, from their first day on. Log a contact with `/checkin`.',
  problems: {
    fileGone: 'The file is no longer in Slack, so nothing was changed. Upload it again.',
    fileTooLarge: 'The file is larger than 10 MB, so nothing was changed. Split it into several files.',
    noAccess:
      'Banso may not read files in this workspace, so nothing was changed. Ask your operator to install the app again from the current manifest.',
    slackAway:
      'For an hour Slack did not answer what Banso asked for, so nothing was changed. Upload the file again later.',
    unexpected:
      'The import failed several times, and nothing was changed. Try again; if it happens again, tell your operator.',
  },
  again: 'Upload a file',
  refused: ({ n }: { n: number }) =>
    `${n === 1 ? '1 mistake' : `${n} mistakes`} in the file, so *nothing was changed*. Correct ${n === 1 ? 'it' : 'them'} and upload the file again.`,
  row: ({ row }: { row: number }) => `row ${row}`,
  column: ({ column }: { column: string }) => column,
  place: (parts: readonly string[]) => parts.join(', '),
  empty: 'is empty',
  cell: ({ value }: { value: string }) => `says “${value}”`,
  expected: ({ expected }: { expected: string }) => `; expected ${expected}`,
  expectations: rosterExpectations,
  moreInThread: ({ n }: { n: number }) =>
    `These are the first ${n}. The others are in this message’s thread.`,
  untold: ({ n }: { n: number }) => `… and ${n} more, which show once these are corrected.`,
};

export const importErrors = {
  rosterMissing: () => 'Choose a CSV file.',
  rosterTooLarge: ({ max }: { max: number }) =>
    `The file is larger than ${max} MB. Split it into several files.`,
  importUnderWay: () =>
    'Another import into this program is under way. Wait until its message says that it is done, then try again.',
  importOver: () => 'It was too late to cancel: this import is over. Its message says what came of it.',
};

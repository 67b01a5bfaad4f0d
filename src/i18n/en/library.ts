import type { LocalDate } from '../../domain/dates';
import { formatDate, formatFullDate } from '../dates';

const day = (on: LocalDate) => formatDate('en', on);

/** Cases, wins and messages that worked: looking for them, reading them, and keeping them in order. */
export const library = {
  title: 'Cases',
  open: 'Look for cases',
  search: 'Search',
  close: 'Close',
  words: 'What are you looking for?',
  wordsPlaceholder: 'e.g. night shifts, gave up asking questions',
  wordsHint: 'Part of a word will do, in kana or kanji, in Japanese or English.',
  unit: 'Unit',
  unitPlaceholder: 'e.g. JavaScript',
  kinds: { case: 'Case', win: 'Win', message: 'Message that worked' },
  anyKind: 'Any kind',
  anyConcern: 'Any concern',
  anyOutcome: 'Any outcome',
  anyWeek: 'Any week',
  weeks: ({ from, to }: { from: number; to: number | null }) =>
    to === null ? `From week ${from}` : `Weeks ${from}–${to}`,
  week: ({ n }: { n: number }) => `week ${n}`,
  helpedCount: ({ n }: { n: number }) => `:sparkles: helped ${n} ${n === 1 ? 'person' : 'people'}`,
  on: ({ on }: { on: LocalDate }) => formatFullDate('en', on),
  found: ({ n }: { n: number }) => `${n} found, the closest first`,
  newest: 'The newest, and what has helped most',
  nothing:
    'Nothing like that yet. Try fewer or other words, or ask the team with `/consult`: your question may become the first case.',
  empty: 'There are no cases yet. They come from consultations: ask the team with `/consult`.',
  read: 'Read',
  newer: '← Back',
  older: 'More →',
  caseTitle: 'Case',
  situation: 'What happened',
  tried: 'What was tried',
  helped: 'What helped',
  wentOn: 'How it went on, two weeks later',
  thanks: ({ names }: { names: string }) => `:bouquet: Thanks to ${names}`,
  author: ({ name, on }: { name: string; on: LocalDate }) =>
    `Written by ${name} · ${formatFullDate('en', on)}`,
  thisHelped: 'This helped',
  takeBackHelped: '✓ This helped',
  use: 'Use in a consultation',
  edit: 'Edit',
  merge: 'Merge',
  retire: 'Retire',
  restore: 'Bring back',
  retired: ':file_folder: This case is retired: searches don’t find it any more.',
  mergedInto: ({ title }: { title: string }) => `:file_folder: This case has become part of “${title}”.`,
  readOther: 'Read that one',
  history: 'History',
  changes: {
    edited: ({ parts }: { parts: string }) => `edited: ${parts}`,
    merged: 'merged into another case',
    retired: 'retired',
    restored: 'brought back',
    followedUp: 'told how it went on',
  },
  parts: {
    title: 'title',
    situation: 'what happened',
    tried: 'what was tried',
    helped: 'what helped',
    outcome: 'outcome',
    concerns: 'concerns',
    tags: 'tags',
  },
  change: ({ on, name, what }: { on: LocalDate; name: string; what: string }) =>
    `${day(on)} · ${name} ${what}`,
  similar: 'Cases like this one',
  toRead: {
    win: 'A learner’s own words, shared for all of us to enjoy.',
    message:
      'Shared to read and learn from, not to send. Your learner is another person: write to her in your own words.',
  },
  editTitle: 'Edit the case',
  save: 'Save',
  cancel: 'Cancel',
  titleLabel: 'Title',
  outcome: 'How it ended',
  concerns: 'Concerns',
  tags: 'Tags',
  tagsHint: 'Separated by commas',
  noNames:
    'Please keep out the names of learners and of the team. Those that are found are replaced when you save.',
  mergeTitle: 'Merge cases',
  mergeInto: 'Into which case?',
  mergePlaceholder: 'Type words of its title',
  mergeHint:
    'The other case stays as it is, and gets the thanks and “This helped” of this one. This one is retired.',
  mergeDo: 'Merge',
  edited: 'The case is saved. What it said before stays in its history.',
  editedWithoutNames:
    'The case is saved, with names replaced: please have another look. What it said before stays in its history.',
  merged: 'The cases are merged.',
  useTitle: 'Use in a consultation',
  useIn: 'In which consultation?',
  useDo: 'Post in the thread',
  useHint: 'A note with this case goes into the thread, so that all can read it.',
  about: ({ name, on }: { name: string; on: LocalDate }) => `${name} · since ${day(on)}`,
  noConsultation:
    'You have no open consultation. Ask the team with `/consult` first; then come back to this case with `/cases`.',
  used: 'Posted in the thread of your consultation.',
  noteNotification: 'A past case for this consultation.',
  note: ':books: A past case that may help here:',
};

export const libraryErrors = {
  caseGone: () => 'This case no longer exists, or it is of a program that you don’t support.',
  caseLeadsOnly: () => 'Only a lead of the case’s program can do this. Ask one of them.',
  caseNotMergeable: () => 'These cases can’t be merged. Choose another case of the same program.',
  caseTitleMissing: () => 'A case needs a title.',
  caseSituationMissing: () => 'Say in a few words what happened.',
  mergeMissing: () => 'Choose a case.',
  consultationOver: () => 'This consultation is closed, or it isn’t yours any more. Choose another one.',
};

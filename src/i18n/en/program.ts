import type { LocalDate } from '../../domain/dates';
import { formatDate, formatFullDate } from '../dates';

const day = (on: LocalDate) => formatDate('en', on);
const fullDay = (on: LocalDate) => formatFullDate('en', on);
const learners = (n: number) => `${n} ${n === 1 ? 'learner' : 'learners'}`;

/** What a lead sees and changes of a program. */
export const program = {
  title: 'Program settings',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  setBy: ({ name, on }: { name: string | null; on: LocalDate }) =>
    `set by ${name ?? 'your operator'} on ${fullDay(on)}`,
  policy: ({ times, floorDays }: { times: number; floorDays: number }) =>
    `*${times === 1 ? 'Once' : times === 2 ? 'Twice' : `${times} times`} a week* · client’s minimum: *every ${floorDays === 1 ? 'day' : `${floorDays} days`}*`,
  since: (on: LocalDate) => `since ${fullDay(on)}`,
  from: ({ on }: { on: LocalDate }) => `from ${fullDay(on)}`,
  endedBy: ({ name, on }: { name: string | null; on: LocalDate }) =>
    `replaced or taken back by ${name ?? 'your operator'} on ${fullDay(on)}`,
  current: 'Rhythm and client’s minimum',
  planned: 'Planned changes',
  takeBack: 'Take back',
  history: 'History',
  older: ({ n }: { n: number }) => `and ${n} older`,
  progress: ({ done, total }: { done: number; total: number }) =>
    `Due days are being worked out: ${done} of ${learners(total)} done.`,
  refresh: 'Refresh',
  closures: 'Days off',
  noClosures: 'No days off of your own are planned. Public holidays are days off anyway.',
  more: (n: number) => `and ${n} more`,
  range: ({ from, to }: { from: LocalDate; to: LocalDate }) =>
    from === to ? fullDay(from) : `${fullDay(from)} – ${fullDay(to)}`,
  changePolicy: 'Change the rhythm',
  changeClosures: 'Days off',
  changeOther: 'Other settings',
  otherPrograms: 'Your other programs',
  moreOthers: 'For the others, type `/banso program` in their channels.',
  policyForm: {
    title: 'Change the rhythm',
    preview: 'See the effect',
    contacts: 'Contacts per week',
    contactsHint: 'For learners without a rhythm of their own.',
    floor: 'Client’s minimum: at most so many days between two contacts',
    on: 'Takes effect on',
    onHint: 'Another change for the same day is replaced.',
    reason: 'Why?',
    reasonPlaceholder: 'e.g. agreed with the school in November’s review',
    counting: 'Counting what this changes…',
    effect: ({
      on,
      earlierCount,
      laterCount,
    }: {
      on: LocalDate;
      earlierCount: number;
      laterCount: number;
    }) =>
      earlierCount + laterCount === 0
        ? `As things stand today, nobody’s due day would change on ${day(on)}.`
        : `As things stand today, on ${day(on)} *${learners(earlierCount)}* would become due earlier, *${laterCount}* later.`,
    breached: ({ breachedCount }: { breachedCount: number }) =>
      `*${learners(breachedCount)}* would be past the client’s minimum that day.`,
    partly: ({ n, total }: { n: number; total: number }) =>
      `Counted for ${n} of ${total} learners; the others will change likewise.`,
    notCounted: 'What this changes could not be counted just now. You can save it all the same.',
    confirm: 'Press *Save* to set it, or change something above and look again.',
  },
  closureForm: {
    title: 'Days off',
    submit: 'Add',
    add: 'Add days off',
    from: 'First day',
    to: 'Last day',
    toHint: 'Leave it empty for a single day.',
    label: 'What for?',
    labelPlaceholder: 'e.g. New Year',
    remove: 'Remove',
  },
  settingsForm: {
    title: 'Other settings',
    name: 'Name of the program',
    digestAt: ({ zone }: { zone: string }) => `Time of the digest (${zone})`,
    weekdays: 'Working days',
    country: 'Public holidays of',
    countryGroup: ({ first, last }: { first: string; last: string }) => `${first} – ${last}`,
    locale: 'Language in the channel',
    locales: { ja: 'Japanese', en: 'English' },
    roles: 'Whose contacts keep the rhythm and the client’s minimum?',
    rolesHint: 'Holds for contacts logged from now on; those logged before stay as they are.',
    roleNames: { companion: 'Companion', cover: 'Whoever stands in', mentor: 'Mentor', advisor: 'Advisor' },
    weekdayNames: {
      '1': 'Monday',
      '2': 'Tuesday',
      '3': 'Wednesday',
      '4': 'Thursday',
      '5': 'Friday',
      '6': 'Saturday',
      '7': 'Sunday',
    },
  },
};

export const programErrors = {
  policyInPast: () => 'A change can’t take effect in the past. Choose today or a later day.',
  policyTooFar: ({ until }: { until: LocalDate }) =>
    `That is very far ahead. Choose ${fullDay(until)} or an earlier day.`,
  policyInForce: () =>
    'This has taken effect already, so it can’t be taken back. Change the rhythm again instead.',
  policyReasonMissing: () => 'Add a few words on why: the team reads them in the history.',
  closureInPast: () => 'This day has passed. Choose today or a later day.',
  closureBackwards: () => 'The last day is before the first. Choose the first day or a later one.',
  closureTooLong: ({ max }: { max: number }) => `That is a long time. Add ${max} days at once at most.`,
  dateMissing: () => 'Choose a day.',
  chooseOne: () => 'Choose at least one.',
};

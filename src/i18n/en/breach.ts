import type { LocalDate } from '../../domain/dates';
import { formatDate } from '../dates';

const day = (on: LocalDate) => formatDate('en', on);

/** A minimum that was missed, and why. */
export const breach = {
  heading: 'Minimum missed: why?',
  ask: 'Your answer goes into the monthly review, so that the team and the school can learn from it.',
  missed: ({ on }: { on: LocalDate }) => `until ${day(on)}`,
  more: (n: number) => `and ${n} more: they move up as you answer.`,
  explain: 'Say why',
  title: 'Why was it missed?',
  submit: 'Save',
  cancel: 'Cancel',
  standing: ({ name, on }: { name: string; on: LocalDate }) =>
    `The minimum for ${name} ended on *${day(on)}* without a contact.`,
  cause: 'Cause',
  causes: {
    no_cover: 'Nobody covered',
    unreachable: 'The learner could not be reached',
    forgotten: 'It was forgotten',
    other: 'Something else',
  },
  note: 'A few words',
  notePlaceholder: 'What would have helped?',
  explained: ({ name, on }: { name: string; on: LocalDate }) =>
    `Noted why the minimum for ${name} was missed on ${day(on)}. Thank you.`,
};

export const breachErrors = {
  breachCauseMissing: () => 'Choose what comes closest.',
  breachGone: () =>
    'This entry no longer exists: a contact in time was logged after all, or you no longer lead the program. Close the window and look at your Home.',
  leadsOnly: () => 'Only a lead of the program can do this. Ask one of them.',
};

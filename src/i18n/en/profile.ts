import type { LocalDate } from '../../domain/dates';
import { formatFullDate } from '../dates';

/** Adding a learner, and changing what is known of her. */
export const profile = {
  edit: 'Edit',
  add: 'Add a learner',
  title: { edit: 'Edit a learner', add: 'Add a learner' },
  submit: { edit: 'Save', add: 'Add' },
  cancel: 'Cancel',
  program: 'Program',
  companion: 'Companion',
  nobody: 'Nobody yet',
  fields: {
    name: 'Name',
    reading: 'Reading of the name',
    startedOn: 'First day of the course',
    endsOn: 'Last day of the course',
    rhythm: 'Rhythm of contacts',
    weeklyHours: 'Hours a week they mean to study',
    goal: 'Goal',
    background: 'Background',
    tone: 'Tone that works',
    avoid: 'Better not raised',
    mentor: 'Mentor',
    advisor: 'Advisor',
    slackUserId: 'Their own Slack account',
  },
  inSlack: ({ role }: { role: string }) => `${role} (in Slack)`,
  byName: ({ role }: { role: string }) => `${role} (by name)`,
  pickPerson: 'Pick a person',
  nameHint: 'Add a nickname in brackets after the name: it is then replaced as well wherever the name is.',
  rhythmHint: 'e.g. 2/week, every 3 days, mon,thu. Empty: the program’s.',
  conflict: 'Somebody changed these meanwhile. Your text is below; saving again puts it in place of theirs.',
  theirs: ({ field, value, name }: { field: string; value: string; name: string }) =>
    `*${field}*, now by ${name}: ${value}`,
  operator: 'a roster import',
  empty: 'empty',
  day: (on: LocalDate) => formatFullDate('en', on),
  saved: ({ name }: { name: string }) => `Saved what you changed about ${name}.`,
  added: ({ name }: { name: string }) => `${name} is added.`,
};

export const profileErrors = {
  learnerNameMissing: () => 'Enter a name with at least one letter.',
  courseDayMissing: () => 'Choose a day.',
  courseEndsBeforeStart: () => 'The course would end before it begins. Choose a later day.',
  rhythmUnknown: () => 'Write it like 2/week, every 3 days or mon,thu, or leave it empty for the program’s.',
  careMemberTwice: () => 'Choose somebody in Slack or write a name, not both. Clear one of the two.',
  learnerNameTaken: () =>
    'The program has a learner of this name with the same first day. Add something to tell them apart.',
  learnerAccountTaken: ({ name }: { name: string }) =>
    `This Slack account is ${name}’s already. Choose another one.`,
  personUnknown: () =>
    'Mentor and advisor need an active account in this Slack. Choose a person, or write a name.',
  companionUnknown: () => 'This person does not support the program now. Choose another one.',
};

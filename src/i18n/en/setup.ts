import type { LocalDate } from '../../domain/dates';
import { formatDate } from '../dates';

/** `/banso setup`: a program is made in a channel. */
export const setup = {
  title: 'Set up a program',
  submit: 'Set up',
  cancel: 'Cancel',
  intro:
    'A program is one client’s course, followed by the team of this channel. Everything is filled in already: change what you like.',
  name: 'Name',
  people: 'Team',
  peopleHint: 'Whoever supports learners here. They must be in this channel; more can be added at any time.',
  morePeople: ({ max }: { max: number }) =>
    `This channel has more people: up to ${max} are filled in. Take out who isn’t on the team, and add the others later with \`/banso people\`.`,
  leads: 'Leads',
  leadsHint: 'They import learners and change the team.',
  contactsPerWeek: 'Usual contacts a week',
  times: ({ n }: { n: number }) => (n === 1 ? 'once a week' : `${n} times a week`),
  floorDays: 'Client’s minimum: most days between two contacts',
  floorDaysHint: 'From 1 to 60. Banso never plans a contact later than this.',
  digestAt: 'When the day’s list is posted here',
  zone: 'Time zone',
  country: 'Public holidays of',
  language: 'Language of posts in this channel',
  languages: { ja: '日本語', en: 'English' },
  notification: 'Your program is set up.',
  done: ({
    program,
    count,
    on,
    time,
    zone,
  }: {
    program: string;
    count: number;
    on: LocalDate;
    time: string;
    zone: string;
  }) =>
    `${program} is set up, with ${count === 1 ? 'you as its team' : `a team of ${count}`}. The first list comes here on *${formatDate('en', on)}* at ${time} (${zone}).`,
  nextSteps:
    'Next, bring the learners in with `/banso import`. The team can be changed at any time with `/banso people`.',
  importRoster: 'Import learners',
  openPeople: 'Change the team',
};

/** `/banso people`: who is on a program's team. */
export const people = {
  title: 'Team',
  submit: 'Save',
  cancel: 'Cancel',
  intro: ({ program }: { program: string }) => `The team of ${program}`,
  leads: 'Leads',
  supporters: 'Supporters',
  notYet: ({ people: names }: { people: string }) => `In the channel, but not on the team: ${names}`,
  notYetMore: ({ people: names, n }: { people: string; n: number }) =>
    `In the channel, but not on the team: ${names} and ${n} more`,
  leaving: 'These people will leave the team:',
  confirm: 'Yes, change the team',
  leaves: ({ person, n }: { person: string; n: number }) =>
    n === 0
      ? `${person} has no learners.`
      : `${person}: ${n === 1 ? '1 learner' : `${n} learners`} will have nobody.`,
  afterwards:
    'Learners without a companion stand at the top of the team’s list, where anybody can take them. All that was logged stays. Whoever comes back has their learners again, unless somebody took them.',
  notification: 'The team was changed.',
  saved: ({ program, n }: { program: string; n: number }) =>
    `The team of ${program} is saved: ${n === 1 ? '1 person' : `${n} people`}.`,
  nobodyLeft: 'Nobody is left on this list for you to contact.',
  uncovered: ({ n }: { n: number }) =>
    n === 1
      ? '1 learner needs a new companion: take them in the team’s next list.'
      : `${n} learners need a new companion: take them in the team’s next list.`,
};

/** Home, for whoever is new. */
export const nextStep = {
  begin:
    'To begin with a team of your own: open its channel, invite Banso with `/invite @Banso`, and type `/banso setup`.',
  importRoster: ({ program }: { program: string }) =>
    `Welcome to ${program}! It has no learners yet. Next, bring them in from a CSV file.`,
  addPeople: ({ program }: { program: string }) =>
    `${program} has its learners, and you are its whole team. Next, add the others who support them.`,
  awaitRoster: ({ program }: { program: string }) =>
    `Welcome to ${program}! Its lead is about to bring the learners in; then your list and your week appear here.`,
  awaitLearners: ({ program }: { program: string }) =>
    `Welcome to ${program}! No learners are yours yet. Ask its lead for some, or press “I’ll take it” in the team’s list for somebody whom nobody covers; then your list and your week appear here.`,
  firstCheckIn: ({ program }: { program: string }) =>
    `Welcome to ${program}! After your first contact with a learner, press “Check in” below their name, or “Log a check-in” at the top. Banso then knows when the next one is due.`,
};

export const setupErrors = {
  channelNeeded: () =>
    'A program lives in a team’s channel. Open that channel and type `/banso setup` there.',
  botNotInChannel: () => 'Banso is not in this channel yet. Type `/invite @Banso` here, then try again.',
  fullMemberNeeded: () =>
    'Programs are set up by members of the workspace who are in the channel. Ask one of them.',
  channelTaken: ({ program }: { program: string }) =>
    `This channel has a program already: “${program}”. Its leads change its team with /banso people and its learners with /banso import.`,
  programNameTaken: () => 'Another program has this name. Choose another one.',
  programNameMissing: () => 'Give the program a name.',
  leadMissing: () => 'A program needs a lead. Choose at least one person.',
  choiceMissing: () => 'Choose one of these.',
  cannotSupport: ({ people: names }: { people: string }) =>
    `These are bots or accounts that no longer exist: ${names}. Take them out.`,
  ofAnotherOrganisation: ({ people: names }: { people: string }) =>
    `These belong to another organisation: ${names}. Learners are supported by members of this workspace: take them out.`,
  notInTheChannel: ({ people: names }: { people: string }) =>
    `Not in this channel: ${names}. Invite them to it, or take them out.`,
  savedAsSent: () =>
    'This was saved a moment ago, as it was when you first pressed. What you have changed since was not: close the window and change it there.',
  notLead: () => 'This is for leads of the program. Ask one of them.',
  noProgramLed: () =>
    'You lead no program yet. Set one up with /banso setup in your team’s channel, or ask a lead to make you one.',
  severalProgramsLed: () => 'You lead several programs. Type this in the channel of the one you mean.',
  teamTooLarge: ({ max }: { max: number }) =>
    `This team has more than ${max} people, more than Slack shows in a window. Ask your operator to change it.`,
  teamChanged: () =>
    'Somebody else changed the team in the meantime, so yours was not saved. Close the window and open it again.',
};

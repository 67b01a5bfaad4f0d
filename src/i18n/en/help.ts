/** `/banso help`: what there is to type. */
export const help = {
  title: 'What Banso does for you',
  unknown: (word: string) => `Banso doesn’t know “${word}” yet. This is what you can type:`,
  /** By command, in the order in which they are shown. */
  commands: {
    '/checkin': 'log a contact with a learner',
    '/checkin name': 'the same, with the learner filled in',
    '/learner name': 'see a learner’s card: goal, care team, trend, last check-ins',
    '/learner add': 'add a learner',
    '/consult name': 'ask the team about a learner',
    '/cases words': 'look for past cases, wins and messages that worked',
  },
  /** By the word after `/banso`. */
  banso: {
    away: 'plan time away and ask who stands in',
    handover: 'hand learners over for good',
    settings: 'your working days, hours and reminders',
    program: 'see and change your program’s rhythm, days off and settings (leads)',
    seen: 'notice who writes to whom in this workspace, on or off (leads)',
    setup: 'set up a program for the team of this channel',
    people: 'who is on the team, and who leads it (leads)',
    import: 'bring the learners in from a CSV file (leads)',
  },
  help: 'show this list',
  more: 'You can also open Banso under *Apps* for your list and your week, or log any message with *⋯ → Log as check-in*.',
};

import type { LocalDate } from '../../domain/dates';
import { formatDate } from '../dates';

const day = (on: LocalDate) => formatDate('en', on);

/** What somebody promised, in her Home and her reminder. */
export const promises = {
  mine: 'My promises',
  due: 'Promises to keep today',
  by: ({ on }: { on: LocalDate }) => `by ${day(on)}`,
  today: 'due today',
  overdue: 'its day has passed',
  done: 'Done',
  moveTo: ({ on }: { on: LocalDate }) => `Move to ${day(on)}`,
  moveElsewhere: 'Another date…',
  restBelow: ({ n }: { n: number }) => `*And ${n} more* They move up as you go.`,
  restAtHome: ({ n }: { n: number }) => `*And ${n} more* Open Home: “My promises” has the buttons.`,
  restOfTeam: ({ n }: { n: number }) => `*And ${n} more*`,
  nobodyDue: 'Nobody is due today, but there is something you promised.',
  notification: ({ n }: { n: number }) =>
    n === 1 ? 'You have a promise to keep today.' : `You have ${n} promises to keep today.`,
  kept: ({ name }: { name: string }) => `The promise to ${name} is ticked off. Thank you for keeping it! 🌿`,
  moved: ({ name, on }: { name: string; on: LocalDate }) =>
    `The promise to ${name} now stands for *${day(on)}*.`,
  move: {
    title: 'Move a promise',
    submit: 'Move',
    cancel: 'Cancel',
    standing: ({ name, on }: { name: string; on: LocalDate }) => `Promised to ${name} by *${day(on)}*:`,
    on: 'New date',
  },
};

export const promisesErrors = {
  promiseGone: () => 'This promise no longer exists. If you need it, write it down with the next check-in.',
  promiseKept: ({ name }: { name: string }) =>
    `${name} has kept this promise already, so nothing was changed. Look at the latest list.`,
};

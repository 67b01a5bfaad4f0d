import type { LocalDate } from '../../domain/dates';
import { away } from './cover';

type Days = { from: LocalDate; to: LocalDate };

/** Home's parts about being away, and for a lead. */
export const homeParts = {
  away: 'My time away',
  awayOn: ({ from, to }: Days) => `Away ${away.days({ from, to })}`,
  nobodyCovers: 'nobody stands in yet',
  covering: ({ name, from, to }: Days & { name: string }) =>
    `You stand in for ${name} ${away.days({ from, to })}`,
  askedToCover: ({ name, from, to }: Days & { name: string }) =>
    `${name} asks whether you could stand in ${away.days({ from, to })}`,
  openAway: 'Time away',
  openSettings: 'Settings',
  programSettings: 'Program settings',
  team: ({ program }: { program: string }) => `The team of ${program}`,
  allCovered: 'Everybody who is due has somebody who acts for them.',
  load: 'Learners by supporter',
  loadOf: ({ name, count }: { name: string; count: number }) => `${name}: ${count}`,
  dueOf: ({ count }: { count: number }) => `${count} due`,
  hardOf: ({ count }: { count: number }) => `${count} need closer care`,
  nobody: 'Nobody yet',
  noLearners: 'No learners yet.',
  otherPrograms: 'Your other programs:',
};

import type { LocalDate } from '../../domain/dates';
import { formatDate, formatFullDate } from '../dates';

const day = (on: LocalDate) => formatDate('en', on);

/** `/learner`: finding somebody, and her card. */
export const card = {
  title: 'Learner',
  colon: ': ',
  close: 'Close',
  status: { active: 'active', paused: 'paused', completed: 'completed', withdrawn: 'left the course' },
  course: ({ from, to }: { from: LocalDate; to: LocalDate }) =>
    `${formatFullDate('en', from)} – ${formatFullDate('en', to)}`,
  week: ({ n, total }: { n: number; total: number }) => `week ${n} of ${total}`,
  goal: 'Goal',
  background: 'Background',
  team: 'Care team',
  companion: 'companion',
  mentor: 'mentor',
  advisor: 'advisor',
  nobody: 'nobody yet',
  rhythm: ({ rhythm }: { rhythm: string }) => `Rhythm: ${rhythm}`,
  programsRhythm: 'the program’s',
  ownRhythm: 'their own',
  weeklyHours: ({ hours }: { hours: number }) => `goal: ${hours} h a week`,
  nextContact: ({ on, why }: { on: LocalDate; why: string }) => `Next contact: *${day(on)}* (${why})`,
  nothingNext: 'No contact is due.',
  floor: ({ until }: { until: LocalDate }) => `client’s minimum until ${day(until)}`,
  plan: ({ reason }: { reason: string }) => `Why that date: ${reason}`,
  plannedBy: ({ name }: { name: string }) => `planned by ${name}`,
  motivation: 'Motivation',
  studyHours: 'Study hours',
  unit: 'Unit',
  concerns: 'What keeps coming up',
  times: ({ concern, times }: { concern: string; times: number }) => `${concern} (${times} times)`,
  promises: 'Open promises',
  timeline: 'Timeline',
  find: {
    title: 'Find a learner',
    several: ({ typed }: { typed: string }) => `Several learners match “${typed}”. Who is it?`,
    none: ({ typed }: { typed: string }) =>
      `Nobody matches “${typed}”. Try a part of the name or its reading.`,
    learner: 'Learner',
    open: 'Open',
    finished: 'Finished or left',
  },
};

import type { LocalDate } from '../../domain/dates';
import { formatDate } from '../dates';

/** All that happened around one learner. */
export const timeline = {
  title: 'Timeline',
  close: 'Back',
  of: ({ name }: { name: string }) => `What happened around ${name}, newest first`,
  nothing: 'Nothing is logged yet.',
  hours: ({ hours }: { hours: number }) => `${hours} h studied that week`,
  concerns: ({ concerns }: { concerns: string }) => `Weighed on them: ${concerns}`,
  flagged: ({ audiences }: { audiences: string }) => `Meant for: ${audiences}`,
  learnerWords: 'The learner’s own words',
  sentText: 'The message that was sent',
  corrected: 'corrected',
  answer: ({ role, name }: { role: string; name: string }) => `${role} · ${name} answered`,
  pause: ({ until }: { until: LocalDate }) => `On a break until ${formatDate('en', until)}`,
  handover: ({ fromName, toName }: { fromName: string; toName: string }) =>
    `Went from ${fromName} to ${toName}`,
  takenOver: ({ toName }: { toName: string }) => `${toName} took over`,
  asked: ({ name }: { name: string }) => `${name} asked the team`,
  askedUntil: ({ on }: { on: LocalDate }) => `closed ${formatDate('en', on)}`,
  newer: 'Newer',
  older: 'Older',
};

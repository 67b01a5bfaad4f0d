import type { LocalDate } from '../../domain/dates';
import { formatDate } from '../dates';

const day = (on: LocalDate) => formatDate('en', on);

/** Planning the next contact, sooner or later than the rhythm. */
export const plan = {
  title: 'Plan the next contact',
  open: 'Plan a contact',
  submit: 'Save',
  cancel: 'Cancel',
  standing: ({ name, dueOn }: { name: string; dueOn: LocalDate }) => `${name} is due on *${day(dueOn)}*.`,
  planned: ({ on, by }: { on: LocalDate; by: string }) => `${by} planned it for *${day(on)}*.`,
  range: ({ from, until }: { from: LocalDate; until: LocalDate }) =>
    from === until
      ? `*${day(until)}* is the only day that keeps the client’s minimum.`
      : `Choose from *${day(from)}* to *${day(until)}*: that keeps the client’s minimum.`,
  usual: ({ on }: { on: LocalDate }) =>
    `The usual rhythm would have *${day(on)}*. Sooner is always fine; for a later day, say why.`,
  choice: 'Next contact',
  back: 'Back to the usual rhythm',
  own: 'A date of my own',
  on: 'Your own date',
  reason: 'Why that date?',
  reasonHint: 'Needed when you wait longer than the usual rhythm.',
  reasonPlaceholder: 'e.g. in good flow, an exam this week',
  done: ({ name, on }: { name: string; on: LocalDate }) =>
    `Planned: next contact with ${name} on *${day(on)}*.`,
  watching: ({ name, on }: { name: string; on: LocalDate }) =>
    `Quietly watching over ${name} until *${day(on)}*. The list of that day has them again.`,
  returned: ({ name, on }: { name: string; on: LocalDate }) =>
    `Back to the usual rhythm: next contact with ${name} on *${day(on)}*.`,
};

/** Quiet watching, wherever a learner is shown. */
export const watch = {
  lasting: ({ on, reason }: { on: LocalDate; reason: string }) =>
    `quietly watched until ${day(on)}${reason === '' ? '' : `: ${reason}`}`,
  ended: ({ reason }: { reason: string }) => `quiet watch ends${reason === '' ? '' : `: ${reason}`}`,
  by: ({ by }: { by: string }) => `planned by ${by}`,
  saved: ({ on, reason }: { on: LocalDate; reason: string }) =>
    `Quietly watching until *${day(on)}*${reason === '' ? '' : ` (${reason})`}. The list of that day has them again.`,
  /** Under the date in the check-in modal. */
  plannable: ({ until }: { until: LocalDate }) =>
    `After a contact today, any day until ${day(until)} keeps the client’s minimum.`,
};

/** What "more" beside a learner offers. */
export const more = {
  card: 'Open the card',
  plan: 'Plan sooner or later',
  consult: 'Ask the team',
  handOver: 'Hand over',
};

export const plansErrors = {
  nothingToPlan: () =>
    'This can’t wait any longer: the client’s minimum or the course ends. If you can’t write today, ask a colleague in the team’s channel.',
  learnerNotShown: () => 'One moment: wait until this learner is shown, then choose the date.',
};

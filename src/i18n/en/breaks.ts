import type { LocalDate } from '../../domain/dates';
import { formatDate, formatFullDate } from '../dates';

const day = (on: LocalDate) => formatDate('en', on);

/** Breaks of a learner, and the end of a course. */
export const breaks = {
  pause: 'Add a break',
  more: {
    completed: 'Mark as completed…',
    withdrawn: 'Note that they have left…',
  },
  resume: 'Bring back',
  lasting: ({ from, to }: { from: LocalDate; to: LocalDate }) => `Break: *${day(from)} – ${day(to)}*`,
  reason: ({ reason }: { reason: string }) => ` · ${reason}`,
  end: 'End the break',
  takeBack: 'Take it back',
  status: {
    paused: 'On a break, without a return day',
    completed: 'Has completed the course',
    withdrawn: 'Has left the course',
  },
  since: (on: LocalDate) => ` (since ${formatFullDate('en', on)})`,
  form: {
    title: 'Add a break',
    submit: 'Save',
    cancel: 'Cancel',
    about: ({ name }: { name: string }) =>
      `${name} is not due during the break, and greeted on the first working day after it.`,
    from: 'First day',
    to: 'Last day',
    toHint: 'Leave it empty if nobody knows yet: then bring them back from the card.',
    reason: 'Why?',
    reasonPlaceholder: 'e.g. moving house, an exam, unwell',
    done: ({ name, from, to }: { name: string; from: LocalDate; to: LocalDate }) =>
      `${name} has a break from *${day(from)}* to *${day(to)}*.`,
    doneOpen: ({ name }: { name: string }) =>
      `${name} is on a break. When they return, press “Bring back” on the card (/learner).`,
  },
  finish: {
    title: { completed: 'Complete the course', withdrawn: 'Left the course' },
    submit: { completed: 'Complete', withdrawn: 'Save' },
    about: {
      completed: ({ name }: { name: string }) =>
        `${name} has completed the course: nothing more will be due. You can bring them back any time.`,
      withdrawn: ({ name }: { name: string }) =>
        `${name} has left the course: nothing more will be due. You can bring them back any time.`,
    },
    reason: 'What would the team want to know?',
    done: {
      completed: ({ name }: { name: string }) =>
        `${name} has completed the course. Thank you for being there to the end.`,
      withdrawn: ({ name }: { name: string }) => `Noted: ${name} has left the course.`,
    },
  },
  ended: ({ name }: { name: string }) => `The break of ${name} is over.`,
  takenBack: ({ name }: { name: string }) => `The break planned for ${name} is taken back.`,
  back: ({ name }: { name: string }) => `${name} is back.`,
  next: ({ on }: { on: LocalDate }) => `Next contact: *${day(on)}*.`,
  nothingNext: 'No contact is due until the end of the course.',
  courseOver: ({ on }: { on: LocalDate }) =>
    `The course ended on ${formatFullDate('en', on)}, so no contact is due.`,
};

export const breaksErrors = {
  pauseEndsBeforeStart: () => 'The last day lies before the first. Choose a later one.',
  pauseIsOver: () => 'This break would be over already. Choose today or a later day.',
  pauseNeedsEnd: () => 'A break that begins later needs its last day. Choose one.',
  pauseReasonMissing: () => 'Add a few words on why, for whoever stands in for you.',
  pauseGone: () => 'This break is over or was taken back already. Open the card again to see the latest.',
};

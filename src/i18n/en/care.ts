import type { LocalDate } from '../../domain/dates';
import { formatDate } from '../dates';

const day = (on: LocalDate) => formatDate('en', on);

/** What mentor and advisor are told and answer. */
export const care = {
  roles: { mentor: 'mentor', advisor: 'advisor' },
  /** In the check-in modal, below "Mentor" and "Advisor": how each hears of it. */
  audience: {
    byMessage: ({ name }: { name: string }) => `${name}, by message from Banso`,
    byYourself: ({ name }: { name: string }) => `${name}, not in Slack: please tell them yourself`,
    /** Room for the name in the longer of the two: Slack takes 75 characters. */
    longestName: 30,
  },
  urgent: 'Urgent?',
  urgentOption: 'Tell mentor and advisor at once',
  /** What a colleague flagged for somebody of the care team. */
  message: {
    title: ({ on }: { on: LocalDate }) => `From your colleagues · ${day(on)}`,
    urgentTitle: 'A colleague asks you to look soon',
    notification: ({ n }: { n: number }) =>
      n === 1 ? 'A check-in was flagged for you.' : `${n} check-ins were flagged for you.`,
    urgentNotification: 'A colleague asks you to look at a check-in soon.',
    intro: 'Your answer joins the learner’s timeline, and whoever wrote the check-in hears of it at once.',
    by: ({ name }: { name: string }) => `written by ${name}`,
    concerns: ({ list }: { list: string }) => `Weighs on them: ${list}`,
    words: ({ words }: { words: string }) => `In their own words: ${words}`,
    answered: ({ on }: { on: LocalDate }) => `✓ You answered on ${day(on)}.`,
    nothing: 'Nothing in this message concerns you any more.',
    answer: 'Answer',
    logContact: 'Log my own contact',
  },
  answer: {
    title: 'Answer a check-in',
    submit: 'Answer',
    cancel: 'Cancel',
    about: ({ name, author, on }: { name: string; author: string; on: LocalDate }) =>
      `${author}’s check-in with ${name} on ${day(on)}`,
    text: 'Your answer',
    placeholder: 'What do you see? What might help?',
    hint: 'It joins the learner’s timeline, which the whole team reads.',
    done: ({ name, told }: { name: string; told: string | null }) =>
      `Your answer is in ${name}’s timeline.${told === null ? '' : ` ${told} hears of it now.`}`,
  },
  /** What the check-in's author is told of an answer. */
  answered: {
    notification: 'There is an answer to a check-in.',
    head: (answer: { name: string; author: string; role: string; on: LocalDate }) =>
      `${answer.author} (${answer.role}) answered the check-in with ${answer.name} of ${day(answer.on)}:`,
  },
  /** In the check-in modal, among the last check-ins. */
  answerBy: ({ name, role, on }: { name: string; role: string; on: LocalDate }) =>
    `↳ Answer of ${day(on)} · ${name} (${role})`,
  notCounted: ({ on }: { on: LocalDate }) =>
    `It doesn’t count towards the client’s minimum in this program: the next contact is on *${day(on)}*.`,
};

export const careErrors = {
  nobodyToTell: () =>
    'Banso can’t tell any of those you chose. Choose a mentor or advisor who is in Slack, or clear “at once” and tell them yourself.',
  flagGone: () =>
    'This check-in no longer exists, or it is no longer meant for you. Ask whoever wrote it if you are unsure.',
  notInCareTeam: () =>
    'You are no longer this learner’s mentor or advisor, so this was not saved. Copy your text and pass it on to a supporter.',
  answerMissing: () => 'Write a few words, or close the window.',
  answerSavedBefore: () =>
    'Your answer was saved a moment ago, as you first wrote it. Close the window and press “Answer” again to add to it.',
};

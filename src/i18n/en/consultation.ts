import type { LocalDate } from '../../domain/dates';
import { formatDate } from '../dates';

const day = (on: LocalDate) => formatDate('en', on);
const people = (n: number) => (n === 1 ? 'one person' : `${n} people`);

/** Asking one's peers about a hard case. */
export const consult = {
  title: 'Ask the team',
  open: 'Ask the team',
  submit: 'Ask',
  cancel: 'Cancel',
  situation: 'What is happening',
  situationPlaceholder: 'What you notice, since when, and what worries you. A few words are enough.',
  tried: 'What was tried',
  wanted: 'What would help',
  wants: {
    ideas: 'Ideas',
    cases: 'How similar cases went',
    view: 'Another view',
    takeOver: 'Somebody to take over',
  },
  shown: 'Check-ins to show',
  shownHint: 'Untick what should stay out of the post.',
  hideName: 'The learner’s name',
  hideNameOption: 'Ask without the name',
  hideNameHint:
    'The name is left out of the post and the thread, and replaced where you typed it as it is on record. Please use no nickname that isn’t.',
  joins: ({ name, on }: { name: string; on: LocalDate }) =>
    `${name} has asked about this learner since ${day(on)}. Your question joins that thread.`,
  lookForSimilar: 'Look for similar cases',
  similarHint: 'Past cases like what you wrote are shown here.',
  noneSimilar: 'No similar case yet. Yours may be the one that helps the next person.',
  notification: 'Somebody asks the team for help.',
  heading: 'A question to the team',
  asked: ({ author, name }: { author: string; name: string }) => `${author} asks about ${name}.`,
  askedHidden: ({ author }: { author: string }) => `${author} asks about a learner (without the name).`,
  noAnswerYet: 'no answer yet',
  answered: ({ n }: { n: number }) => `${people(n)} answered`,
  joined: ({ n }: { n: number }) => `${people(n)} joined with a question`,
  answerHere: 'answer in the thread',
  closed: ({ on, name }: { on: LocalDate; name: string }) => `closed ${day(on)} by ${name}`,
  close: 'Close the question',
  reopen: 'Open it again',
  joinedNotification: 'Somebody has a question about the same learner.',
  joinedBy: ({ author }: { author: string }) => `${author} has a question about the same learner.`,
  done: ({ name }: { name: string }) =>
    `Your question about ${name} goes to the team channel. Answers come in its thread.`,
  joinedDone: ({ name }: { name: string }) => `Your question joined the thread about ${name}.`,
  openAbout: ({ name, on }: { name: string; on: LocalDate }) =>
    `${name} has asked the team about this learner since ${day(on)}.`,
  /** In the digest and on Home. */
  unanswered: 'Questions without an answer',
  unansweredLine: ({ author, name, on }: { author: string; name: string | null; on: LocalDate }) =>
    `${author}${name === null ? '' : ` about ${name}`}, since ${day(on)}`,
  mine: 'My open questions',
  mineLine: ({ name, on }: { name: string; on: LocalDate }) => `${name}, since ${day(on)}`,
  nudge: ({ person, author }: { person: string; author: string }) =>
    `${person}, ${author} is still waiting for a word here. Would you share what comes to your mind? A line is enough.`,
  nudgeExperienced: ({ person, author }: { person: string; author: string }) =>
    `${person}, ${author} is still waiting for a word here. You have helped with something similar before: would you share what comes to your mind? A line is enough.`,
  nudgeNotification: 'A question is still waiting for a word.',
  /** What stands for people whose names are hidden. */
  people: {
    learner: 'the learner',
    supporter: 'a supporter',
    mentor: 'the mentor',
    advisor: 'the advisor',
    somebody: 'somebody',
  },
};

export const consultErrors = {
  situationMissing: () => 'Write a few words about what is happening.',
  wantsMissing: () => 'Choose what would help you.',
  consultationNamed: () =>
    'A consultation that names this learner is open by now. Your question would join its thread, where everyone sees whom it is about. If that is all right, untick “Ask without the name” and ask again.',
  consultationNamedNow: () =>
    'The consultation without her name has been closed, and one that names her was begun. Your question can’t be asked without the name there. Copy what you wrote, close this and use `/consult` once more.',
};

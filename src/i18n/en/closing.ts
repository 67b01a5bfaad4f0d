import type { LocalDate } from '../../domain/dates';
import { formatDate } from '../dates';

const day = (on: LocalDate) => formatDate('en', on);

/** Closing a consultation, opening it again, and asking how it went on. */
export const closing = {
  outcomes: {
    resolved: 'Resolved',
    better: 'Better',
    noChange: 'No change',
    left: 'The learner left the course',
    handedToMentor: 'Handed to the mentor',
    handedToAdvisor: 'Handed to the advisor',
    handedToSchool: 'Handed to the school',
  },
  followUps: { better: 'Better still', same: 'About the same', worse: 'Worse again' },
  form: {
    title: 'Close a consultation',
    submit: 'Preview',
    cancel: 'Cancel',
    about: ({ name }: { name: string }) => `The consultation about ${name}`,
    aboutHidden: 'A consultation without a name',
    intro:
      'What was learned becomes a case that the whole team can find with `/cases`. The draft is what was written in the thread: shorten it as you like. Names are replaced in the next step.',
    facts: ({ unit, n }: { unit: string; n: number | null }) =>
      [
        ...(unit === '' ? [] : [`Unit: ${unit}`]),
        ...(n === null ? [] : [`Course week ${n} when it was asked`]),
      ].join(' · '),
    outcome: 'How did it end?',
    outcomePlaceholder: 'Choose',
    caseTitle: 'Title of the case',
    caseTitlePlaceholder: 'e.g. Night shifts leave no energy to study',
    situation: 'What happened?',
    tried: 'What was tried?',
    helped: 'What helped, or what came of it?',
    helpedPlaceholder: 'In your own words',
    replies: ({ part, parts }: { part: number; parts: number }) =>
      `Answers that helped${parts === 1 ? '' : ` (${part} of ${parts})`}`,
    repliesHint: ({ max }: { max: number }) =>
      `Ticked ones join the case, up to ${max}, and can be shortened below.`,
    noReplies: 'Nobody has answered in the thread yet.',
    somebody: 'somebody',
    passage: ({ name }: { name: string | null }) =>
      name === null ? 'From an answer' : `From ${name}’s answer`,
    passageHint: 'Keep what helped. It joins the case after your own words.',
    tags: 'Tags',
    tagsHint: 'With commas between them, e.g. night shift, first month',
    concerns: 'What weighed on the learner?',
  },
  preview: {
    title: 'Preview of the case',
    submit: 'Close',
    back: 'Back',
    replaced: 'Names were replaced. This is what the case will say:',
    nothingReplaced: 'No names were found. This is what the case will say:',
    check:
      'Please look through it once more. You can still change it here; names are replaced again when it is saved.',
    places: 'Replaced here:',
    andMore: ({ n }: { n: number }) => `and in ${n} more ${n === 1 ? 'place' : 'places'}`,
  },
  done: ({ title }: { title: string }) => `Closed. The case is in the library: ${title}`,
  doneNotification: 'The consultation is closed.',
  note: {
    notification: 'A consultation was closed.',
    head: ({ name, outcome }: { name: string; outcome: string }) =>
      `✓ ${name} closed this consultation: ${outcome}`,
    headAgain: ({ outcome }: { outcome: string }) => `This consultation had been closed: ${outcome}`,
    person: ({ name }: { name: string }) => name,
    thanks: ({ names }: { names: string }) => `Thank you for your answers, ${names}.`,
    helped: ({ names }: { names: string }) => `What helped most came from ${names}.`,
    case: ({ title }: { title: string }) => `What was learned is kept as a case: ${title}`,
    find: 'You find it with `/cases`.',
    reopenable: ({ on }: { on: LocalDate }) => `It can be opened again until ${day(on)}.`,
    reopened: 'It was opened again since.',
    followUp: ({ answer, line }: { answer: string; line: string }) =>
      `Two weeks later: ${answer}${line === '' ? '' : ` – ${line}`}`,
  },
  reopened: {
    notification: 'A consultation was opened again.',
    head: ({ name }: { name: string }) =>
      `${name} opened this consultation again. Your thoughts are welcome here in the thread.`,
  },
  followUp: {
    notification: 'How did it go on after a consultation?',
    head: 'How did it go on?',
    about: ({ name, title, on }: { name: string | null; title: string; on: LocalDate | null }) =>
      `The consultation${name === null ? '' : ` about ${name}`}${on === null ? '' : `, closed on ${day(on)}`}: ${title}`,
    why: 'Your answer joins the case, for whoever meets the same situation next.',
    answered: ({ answer, line }: { answer: string; line: string }) =>
      `✓ ${answer}${line === '' ? '' : ` – ${line}`}\nThank you! It is in the case now.`,
    reopened: 'The consultation was opened again: this question comes back after its next closing.',
    title: 'How did it go on?',
    submit: 'Answer',
    cancel: 'Cancel',
    answer: 'How is it now?',
    line: 'In a few words',
    lineHint: 'Names are replaced.',
  },
};

export const closingErrors = {
  consultationGone: () =>
    'This consultation no longer exists, or it is not in a program of yours. Ask whoever began it.',
  notYourConsultation: () =>
    'Only those who ask in a consultation, or a lead, can do this. Tell one of them in the thread.',
  consultationClosed: ({ name, on }: { name: string; on: LocalDate }) =>
    `${name} closed this consultation on ${day(on)}. If something is missing, open it again, or ask a lead to edit the case.`,
  consultationOpenAgain: () =>
    'This consultation was opened again. You will be asked once more after its next closing.',
  reopenTooLate: ({ on }: { on: LocalDate }) =>
    `This could be opened again until ${day(on)}. Ask anew with /consult: the case can be mentioned there.`,
  otherConsultationOpen: () =>
    'Another consultation about this learner is open. Go on in its thread, or close it first.',
  followUpAnswered: () =>
    'This was answered already. What you would like to add, tell the team in the consultation’s thread.',
  outcomeOfCaseMissing: () => 'Choose how it ended.',
  caseTitleMissing: () => 'Give the case a title by which others recognise it.',
  caseSituationMissing: () => 'Describe the situation in a few words.',
  tooManyReplies: ({ max }: { max: number }) => `Choose ${max} answers at most.`,
  tagsTooMany: ({ count, length }: { count: number; length: number }) =>
    `At most ${count} tags, of ${length} characters each.`,
  helpedTooLong: ({ over }: { over: number }) =>
    `Together with the answers you chose, this is ${over} characters too long. Shorten it, or choose fewer answers.`,
  caseTooLong: ({ max }: { max: number }) =>
    `With the names replaced, a text is longer than ${max} characters. Shorten it a little.`,
};

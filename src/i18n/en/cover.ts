import type { LocalDate } from '../../domain/dates';
import { formatDate } from '../dates';

const day = (on: LocalDate) => formatDate('en', on);
const days = ({ from, to }: { from: LocalDate; to: LocalDate }) =>
  from === to ? `on ${day(from)}` : `from ${day(from)} to ${day(to)}`;
const learners = (n: number) => `${n} ${n === 1 ? 'learner' : 'learners'}`;

/** Being away, and who stands in. */
export const away = {
  title: 'Time away',
  submit: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  intro: 'While you are away nobody reminds you, and your learners stay in good hands.',
  from: 'First day away',
  to: 'Last day away',
  cover: 'Who could stand in for you?',
  coverHint: 'They are asked and can say no. You can also ask later.',
  note: 'A line for them',
  notePlaceholder: 'e.g. thank you! Two of them have an exam that week',
  none: 'You have no time away planned.',
  days,
  add: 'Plan time away',
  /** Buttons of one absence. */
  addCover: 'Ask somebody',
  endNow: 'I’m back',
  takeBack: 'Take back',
  nobodyAsked: 'Nobody is asked yet: learners who fall due will be listed as needing cover.',
  status: {
    asked: ({ name }: { name: string }) => `⏳ ${name} is asked`,
    accepted: ({ name }: { name: string }) => `✅ ${name} stands in`,
    declined: ({ name }: { name: string }) => `${name} can’t`,
    withdrawn: ({ name }: { name: string }) => `${name}: no longer needed`,
  },
  everyone: 'everyone else',
  some: ({ count }: { count: number }) => learners(count),
  saved: (period: { from: LocalDate; to: LocalDate }) => `Noted: you are away ${days(period)}.`,
  savedAsked: ({ name }: { name: string }) =>
    `${name} is asked to stand in; you will hear as soon as there is an answer.`,
  savedNobody: 'Nobody is asked to stand in yet: you can ask somebody with the button.',
  covering: ({ name, from, to }: { name: string; from: LocalDate; to: LocalDate }) =>
    `On these days you had promised to stand in for ${name} (${days({ from, to })}). Please tell ${name}, so that somebody else can be asked.`,
  ended: 'Welcome back! Your learners are yours again from today.',
  cancelled: (period: { from: LocalDate; to: LocalDate }) => `Your time away ${days(period)} is taken back.`,
  ask: {
    title: 'Ask somebody',
    submit: 'Ask',
    period: (period: { from: LocalDate; to: LocalDate }) => `For your time away ${days(period)}.`,
    person: 'Whom?',
    learners: 'For which learners?',
    learnersHint: 'Leave this empty for everyone of whom nobody else is asked.',
    learnersPlaceholder: 'Type a name',
    asked: ({ name }: { name: string }) => `${name} is asked. You will hear as soon as there is an answer.`,
  },
};

/** Being asked to take learners over, and what one needs to know then. */
export const cover = {
  notification: 'A colleague asks you to stand in.',
  handoverNotification: 'A colleague asks you to take learners over.',
  ask: ({ name, from, to }: { name: string; from: LocalDate; to: LocalDate }) =>
    `*${name}* is away ${days({ from, to })} and asks whether you could stand in.`,
  askHandover: ({ name }: { name: string }) =>
    `*${name}* asks whether you could take learners over for good.`,
  askHandoverFrom: ({ name, owner }: { name: string; owner: string }) =>
    `*${name}* asks whether you could take learners over from ${owner} for good.`,
  learners: ({ count, names }: { count: number; names: string }) => `${learners(count)}: ${names}`,
  nobody: 'No learners at the moment.',
  accept: 'Gladly',
  decline: 'I can’t this time',
  state: {
    accepted: '✅ You said yes. Thank you!',
    declined: 'You said no. That is fine; somebody else will be asked.',
    withdrawn: 'This is no longer needed.',
  },
  over: 'It is over. Thank you!',
  goesBack: 'Afterwards they go back by themselves.',
  cardsComing: 'On the first morning you get what you need to know about each of them.',
  answered: {
    notification: 'There is an answer to your question.',
    accepted: ({ name }: { name: string }) => `*${name}* stands in for you. Enjoy your time away!`,
    declined: ({ name }: { name: string }) => `*${name}* can’t stand in this time. Whom else could you ask?`,
    handoverAccepted: ({ name }: { name: string }) => `*${name}* has taken the learners over.`,
    handoverDeclined: ({ name }: { name: string }) =>
      `*${name}* can’t take the learners over. You can ask somebody else with \`/banso handover\` or from the learner’s card.`,
    askAnother: 'Ask somebody else',
  },
  ended: {
    notification: 'You no longer need to stand in.',
    text: ({ name }: { name: string }) =>
      `*${name}* is back, so their learners are with them again. Thank you for standing in!`,
    cancelled: ({ name, from, to }: { name: string; from: LocalDate; to: LocalDate }) =>
      `*${name}* is not away ${days({ from, to })} after all, so you need not stand in. Thank you for being ready to!`,
  },
  cards: {
    notification: 'What to know about the learners you are taking over.',
    title: ({ count }: { count: number }) => `${learners(count)} to take over`,
    coverTitle: ({ name, until }: { name: string; until: LocalDate }) =>
      `You stand in for ${name} until ${day(until)}. This is what they would tell you:`,
    handoverTitle: ({ name }: { name: string }) =>
      `You have taken these learners over from ${name}. This is what to know:`,
    takenTitle: 'Thank you for taking this over. This is what to know:',
    week: ({ n, total }: { n: number; total: number }) => `week ${n} of ${total}`,
    next: (on: LocalDate) => `next contact ${day(on)}`,
    goal: ({ text }: { text: string }) => `*Goal:* ${text}`,
    tone: ({ text }: { text: string }) => `*Tone that works:* ${text}`,
    avoid: ({ text }: { text: string }) => `*Better not raised:* ${text}`,
    team: ({ text }: { text: string }) => `*Care team:* ${text}`,
    trend: ({ text }: { text: string }) => `*Motivation:* ${text}`,
    promise: ({ text, on }: { text: string; on: LocalDate }) => `🤝 promised by ${day(on)}: ${text}`,
    moreInThread: 'More of them in this message’s thread.',
    moved: 'with somebody else by now',
    noNotes: 'No check-in yet.',
  },
};

export const handover = {
  title: 'Hand over for good',
  submit: 'Ask',
  cancel: 'Cancel',
  about: ({ name }: { name: string }) => `Who should be ${name}’s companion from now on?`,
  learners: 'Learners',
  learnersPlaceholder: 'Type a name',
  person: 'To whom?',
  personHint: 'They are asked and can say no; until then nothing changes.',
  note: 'A line for them',
  tone: 'Tone that works',
  tonePlaceholder: 'e.g. short and cheerful; likes to be asked about the dog',
  avoid: 'Better not raised',
  avoidPlaceholder: 'e.g. the job that didn’t work out',
  asked: ({ name }: { name: string }) => `${name} is asked. You will hear as soon as there is an answer.`,
};

export const taking = {
  notification: 'Thank you for taking it.',
  forDay: ({ name, on }: { name: string; on: LocalDate }) =>
    `${name} is yours for today (${day(on)}). Thank you!`,
  forGood: ({ name }: { name: string }) => `${name} is in your caseload now. Thank you!`,
  makeForGood: 'Take over for good',
  handed: ({ to }: { to: string }) => `→ ${to}`,
  coversFor: ({ name }: { name: string }) => `for ${name}`,
};

export const coverErrors = {
  awayDatesMissing: () => 'Choose the first and the last day.',
  awayOrder: () => 'The last day is before the first one. Choose a later last day.',
  awayPast: () => 'These days have passed. Choose days from today on.',
  awayTooLong: ({ maxDays }: { maxDays: number }) => `Choose at most ${maxDays} days.`,
  awayOverlaps: (period: { from: LocalDate; to: LocalDate }) =>
    `You are away ${days(period)} already. Take that back first, or choose other days.`,
  absenceOver: () => 'This time away is over or was taken back. Open /banso away to see the latest.',
  coverYourself: () => 'That is the person who has the learners already. Choose somebody else.',
  coverNotSupporter: () => 'They don’t support these learners’ program. Choose somebody of the team.',
  coverAway: ({ name, from, to }: { name: string; from: LocalDate; to: LocalDate }) =>
    `${name} is away ${days({ from, to })}. Choose somebody else.`,
  coverAwayYourself: (period: { from: LocalDate; to: LocalDate }) =>
    `You are away ${days(period)} yourself. Change that with /banso away first, or say that you can’t.`,
  coverGone: () => 'This is no longer needed: it was taken back or is over. You need not do anything.',
  coverAnswered: () => 'You have answered this already. To change your mind, please talk to them directly.',
  coverPersonMissing: () => 'Choose somebody to ask.',
  askForHandover: ({ name }: { name: string }) =>
    `${name} is their companion: ask ${name} or a lead for a handover from the card.`,
  takeNotDue: () =>
    'They aren’t due any more: somebody was in touch, planned a later day, or they are on a break. Nothing has changed; choose another one on the list.',
  takeAway: (period: { from: LocalDate; to: LocalDate }) =>
    `By your own entry you are away ${days(period)}, so nobody was handed to you. Ask a colleague to take them, or end your time away first with /banso away.`,
  takeUnreachable: () =>
    'Banso’s messages don’t reach you in Slack at the moment, so nobody was handed to you. Please ask a colleague to take them.',
  hintsChanged: () =>
    'Somebody has changed the tone or what is better not raised in the meantime. Copy your text, then open this again to see theirs; nobody was asked yet.',
  notYourLearners: () =>
    'You can only ask for learners of your own. For others, ask their companion or a lead.',
};

import type { LocalDate } from '../domain/dates';
import { formatDate, formatFullDate } from './dates';
import { breach, breachErrors } from './en/breach';
import { breaks, breaksErrors } from './en/breaks';
import { card } from './en/card';
import { care, careErrors } from './en/care';
import { closing, closingErrors } from './en/closing';
import { consult, consultErrors } from './en/consultation';
import { away, cover, coverErrors, handover, taking } from './en/cover';
import { escalation } from './en/escalation';
import { help } from './en/help';
import { homeParts } from './en/home';
import { keptMessages, keptMessagesErrors } from './en/kept-messages';
import { library, libraryErrors } from './en/library';
import { more, plan, plansErrors, watch } from './en/plans';
import { profile, profileErrors } from './en/profile';
import { program, programErrors } from './en/program';
import { promises, promisesErrors } from './en/promises';
import { replies, repliesErrors } from './en/replies';
import { importErrors, rosterImport } from './en/roster-import';
import { seen, seenErrors } from './en/seen';
import { settings, settingsErrors } from './en/settings';
import { nextStep, people, setup, setupErrors } from './en/setup';
import { timeline } from './en/timeline';

const day = (on: LocalDate) => formatDate('en', on);
const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** Every text that people read. The keys are defined here; each other catalogue has the same shape. */
export const en = {
  away,
  cover,
  handover,
  care,
  consult,
  help,
  library,
  settings,
  taking,
  program,
  breach,
  escalation,
  seen,
  replies,
  setup,
  people,
  rosterImport,
  nextStep,
  plan,
  watch,
  more,
  promises,
  keptMessages,
  breaks,
  card,
  profile,
  timeline,
  closing,
  dates: {
    day,
  },
  lists: {
    separator: ', ',
    aside: (text: string) => ` (${text})`,
    startedOn: (on: LocalDate) => `started ${formatFullDate('en', on)}`,
    companion: (name: string) => `companion: ${name}`,
    continued: '(continued)',
    more: (n: number) => `and ${n} more`,
    page: ({ page, pages }: { page: number; pages: number }) => ` · page ${page} of ${pages}`,
  },
  outcomes: { sent: 'Message sent', replied: 'Got a reply', talked: 'Talked' },
  motivation: {
    '1': '1 – very low',
    '2': '2 – low',
    '3': '3 – so-so',
    '4': '4 – good',
    '5': '5 – very good',
  },
  concerns: {
    time: 'Finding time',
    difficulty: 'Difficulty of the material',
    motivation: 'Motivation',
    work: 'Work',
    family: 'Family',
    health: 'Health',
    tools: 'Computer and tools',
    jobHunting: 'Job hunting',
    loneliness: 'Loneliness',
    other: 'Something else',
  },
  audiences: { mentor: 'Mentor', advisor: 'Advisor', school: 'The school (without the name)' },
  states: {
    due: 'due today',
    upcoming: (on: LocalDate) => `due ${day(on)}`,
    overdue: (workingDays: number) => `${counted(workingDays, 'working day', 'working days')} over`,
    overdueShort: (workingDays: number) => `${counted(workingDays, 'day', 'days')} over`,
    breached: 'client’s minimum missed',
    floorToday: 'last day for the client’s minimum',
    postponed: (on: LocalDate) => `→ ${day(on)}`,
    closed: 'on a break or finished',
    first: 'first contact',
    return: 'back from a break',
    closing: 'last contact of the course',
    planned: 'a planned date',
    watched: (reason: string) => `planned because: ${reason}`,
  },
  checkIn: {
    title: 'Log a check-in',
    correctTitle: 'Correct a check-in',
    submit: 'Log',
    save: 'Save',
    cancel: 'Cancel',
    learner: 'Learner',
    learnerPlaceholder: 'Type a name',
    ownCaseload: 'My caseload',
    program: 'Program',
    correcting: ({ name }: { name: string }) => `Check-in with ${name}`,
    standing: ({ dueOn, floorOn }: { dueOn: LocalDate; floorOn: LocalDate | null }) =>
      `Next contact ${day(dueOn)}${floorOn === null ? '' : ` · client’s minimum until ${day(floorOn)}`}`,
    recent: 'Last check-ins',
    noneYet: 'No check-in yet.',
    nobodyFound: ({ typed }: { typed: string }) =>
      `Nobody matches “${typed}”. Type a part of the name or its reading below.`,
    severalFound: ({ typed }: { typed: string }) => `Several learners match “${typed}”. Choose one below.`,
    correct: 'Correct',
    motivationShort: (motivation: number) => `motivation ${motivation}/5`,
    outcome: 'How did the contact go?',
    contactedOn: 'Day of the contact',
    motivation: 'Motivation',
    motivationPlaceholder: 'As it seemed to you',
    unit: 'Current unit',
    studyHours: 'Hours studied this week',
    concerns: 'What weighs on the learner?',
    note: 'Note',
    notePlaceholder: 'How are they? What would the next person want to know?',
    learnerWords: 'The learner’s own words',
    shareAsWin: 'Share',
    shareAsWinOption: 'Share as a win with the team',
    promise: 'What did you promise?',
    promisePlaceholder: 'e.g. find an article on recursion',
    promiseDueOn: 'By when?',
    next: 'Next contact',
    nextRhythm: 'The usual rhythm',
    nextPlanned: 'A date of my own',
    nextOn: 'Your own date',
    nextReason: 'Why that date?',
    nextReasonHint: 'Needed when you wait longer than the usual rhythm.',
    audiences: 'Who else should know?',
    audiencesHint:
      'Mentor and advisor hear once a day what was flagged. Banso sends nothing to the school: that mark is kept with the check-in.',
    pickDate: 'Pick a date',
  },
  saved: {
    logged: ({ name, on }: { name: string; on: LocalDate }) =>
      `Logged your contact with ${name} on ${day(on)}.`,
    corrected: ({ name, on }: { name: string; on: LocalDate }) =>
      `Corrected the check-in with ${name} of ${day(on)}.`,
    notification: 'Your check-in is saved.',
    next: ({ on, why }: { on: LocalDate; why: string }) => `Next contact: *${day(on)}* (${why}).`,
    companion: (name: string) => `The next contact is ${name}’s.`,
    nothingNext: 'No further contact is due: the course is over or paused.',
    correct: 'Correct',
    reasons: {
      first: 'first contact',
      rhythm: 'usual rhythm',
      planned: 'a planned date',
      floor: 'to keep the client’s minimum',
      return: 'after the break',
      closing: 'to close the course together',
    },
  },
  notice: { title: 'Banso', close: 'Close' },
  loading: { text: 'One moment, getting things ready…', cancel: 'Cancel' },
  reminder: {
    title: (on: LocalDate) => `Who to contact · ${day(on)}`,
    notification: ({ open, total }: { open: number; total: number }) =>
      open === 0
        ? total === 1
          ? 'The contact on your list is done. Thank you!'
          : `All ${total} contacts on your list are done. Thank you!`
        : `${counted(open, 'learner is', 'learners are')} waiting for your contact today.`,
    secondTitle: (on: LocalDate) => `Still open today · ${day(on)}`,
    secondNotification: ({ open }: { open: number }) =>
      open === 0
        ? 'Everybody has heard from you. Thank you!'
        : `Before your day ends: ${counted(open, 'learner is', 'learners are')} still open.`,
    progress: ({ open, total }: { open: number; total: number }) => `${open} of ${total} still open`,
    allDone: 'Everybody on your list has heard from you. Thank you for being there. 🌿',
    foot: 'One person at a time: a short, warm line is enough.',
    moreInThread: 'The list goes on in this message’s thread.',
    neverContacted: 'No contact yet',
    last: 'Last',
    unit: (unit: string) => `Unit: ${unit}`,
    checkIn: 'Check in',
    postpone: 'Postpone',
  },
  home: {
    ...homeParts,
    logCheckIn: 'Log a check-in',
    count: (n: number) =>
      `${counted(n, 'learner is', 'learners are')} waiting for your contact, longest first.`,
    nobodyDue: 'Nobody is due right now. Enjoy the quiet, or send a line to whoever is on your mind. 🌿',
    others: (n: number) => `And ${n} more`,
    /** People, where a list of names is cut. */
    more: (n: number) => `and ${n} more`,
    othersHow: 'Use “Log a check-in” above for them: type a name. They move up as you go.',
    week: 'My next seven days',
    nobodyAhead: 'Nobody is due in the next seven days.',
    nobodyOnDay: 'nobody due',
    watching: 'Quietly watching over: ',
    watchingBeyond: 'Watching over beyond that: ',
    later: 'After that: ',
    onBreak: 'On a break: ',
    onBreakSince: ({ on }: { on: LocalDate }) => `since ${day(on)}`,
    afterBreak: ({ on }: { on: LocalDate }) => `after a break, ${day(on)}`,
    watchedUntil: ({ on, reason }: { on: LocalDate; reason: string | null }) =>
      `until ${day(on)}${reason === null ? '' : `, ${reason}`}`,
    asOf: (when: string) => `As of ${when}. Always fresh when you open this page.`,
    guest: {
      title: 'Welcome to Banso',
      about:
        'Banso helps a team of supporters run alongside their learners: it remembers each contact and tells in time who would be glad of the next one.',
      ask: 'You are not in any program yet. If you support learners, ask your team’s lead to add you as a supporter; then your list and your week appear here.',
    },
  },
  digest: {
    title: ({ on, program }: { on: LocalDate; program: string }) => `${program} · contacts for ${day(on)}`,
    notification: ({ open, total }: { open: number; total: number }) =>
      total === 0
        ? 'Nobody is due today.'
        : `Today’s contacts: ${open} of ${counted(total, 'learner', 'learners')} still open.`,
    counts: ({ total, done, overdue }: { total: number; done: number; overdue: number }) =>
      `${counted(total, 'learner', 'learners')} · ${done} done · ${overdue} overdue`,
    countsOnPage: ({ total, open }: { total: number; open: number }) =>
      `${counted(total, 'learner', 'learners')} in all · ${open} still open`,
    nobodyDue: 'Nobody is due today. A quiet day to think of somebody. 🌿',
    allDone: 'Everybody on today’s list has been contacted. Thank you! 🌿',
    uncovered: 'Nobody covers these learners yet',
    take: 'I’ll take it',
    floorsToday: 'Last day for the client’s minimum',
    floorsNext: 'Last day for the client’s minimum: the next working day',
    awaitingReply: 'Awaiting a reply',
    since: (on: LocalDate) => `since ${day(on)}`,
    watchesEnding: 'Quiet watches that end today',
    promises: 'Promises due',
    promisedBy: ({ name, on }: { name: string; on: LocalDate }) => `${name}, by ${day(on)}`,
    wins: 'Wins',
    winBy: ({ learner, author }: { learner: string; author: string }) => `${learner}, heard by ${author}`,
    log: 'Log a check-in',
    moreInThread: 'The list goes on in this message’s thread.',
  },
  leadNotice: {
    notification: 'Banso could not deliver a message.',
    title: ({ subject, program }: { subject: string; program: string | null }) =>
      `Banso could not deliver a message to ${subject}${program === null ? '' : ` (${program})`}.`,
    reasons: {
      personGone:
        'Their Slack account is deactivated. Type `/banso people` in the program’s channel and take them off the team: their learners then head the list, where others can take them.',
      personClosed:
        'They can’t receive direct messages from Banso. Ask them to open Banso under Apps and allow messages.',
      notInChannel: 'Banso is not a member of the channel. Invite it there with `/invite @Banso`.',
      channelGone:
        'The channel does not exist, or Banso can’t see it. Invite Banso there, or ask your operator to choose another channel.',
      archived: 'The channel is archived. Unarchive it, or ask your operator to choose another channel.',
      restricted:
        'Posting in the channel is restricted. Allow Banso to post there in the channel’s settings.',
      token:
        'Slack no longer accepts Banso’s token. Ask your operator to install the app again and renew the token.',
      scope: 'The app lacks a permission. Ask your operator to install it again from the current manifest.',
      other: (code: string) => `Slack answered “${code}”. Tell your operator.`,
    },
    once: 'Other messages go on as usual. You hear of this once.',
  },
  errors: {
    ...coverErrors,
    ...settingsErrors,
    ...programErrors,
    ...breachErrors,
    ...seenErrors,
    ...repliesErrors,
    ...careErrors,
    ...consultErrors,
    ...libraryErrors,
    ...setupErrors,
    ...importErrors,
    ...plansErrors,
    ...promisesErrors,
    ...breaksErrors,
    ...keptMessagesErrors,
    ...profileErrors,
    ...closingErrors,
    noProgramHere: () =>
      'You are not in any program yet. Ask your team’s lead to add you. To begin with a team of your own, type /banso setup in its channel.',
    notSupporter: () =>
      'You are not on this program’s team, so its learners stay private. Ask a lead to add you.',
    noPrograms: () => 'You are not in any program yet. Ask a lead to add you as a supporter, then try again.',
    learnerMissing: () => 'Choose a learner.',
    learnerGone: () =>
      'This learner has been removed from Banso. What you wrote can’t be saved any more: copy what you want to keep.',
    learnerElsewhere: () =>
      'This learner is no longer in a program of yours. Choose somebody else, or ask a lead to add you to the team.',
    learnerInactive: () =>
      'This learner has finished or left the course. If they are back, open their card with /learner and press “Bring back”.',
    outcomeMissing: () => 'Choose how the contact went.',
    contactInFuture: () => 'This day is still to come. Choose today or an earlier day.',
    contactBeforeCourse: ({ from }: { from: LocalDate }) =>
      `That is long before the course. Choose ${formatFullDate('en', from)} or a later day.`,
    planPastFloor: ({ floorOn }: { floorOn: LocalDate }) =>
      `That is past the client’s minimum. Choose ${day(floorOn)} or an earlier day.`,
    planNotAfterToday: () => 'Choose a day after today.',
    planDateMissing: () => 'Choose your date, or go back to the usual rhythm.',
    planNotChosen: () => 'You also set a date below. Choose “A date of my own”, or clear the date.',
    planReasonMissing: () =>
      'You are waiting longer than usual: add a few words on why, for whoever stands in for you.',
    planAfterCourse: ({ endsOn }: { endsOn: LocalDate }) =>
      `The course ends on ${day(endsOn)}. Choose that day or an earlier one.`,
    promiseDateMissing: () => 'Add the day by which you want to keep the promise.',
    promiseTextMissing: () => 'Add what you promised, or clear the date.',
    promiseDatePast: () => 'This day has passed. Choose today or a later day.',
    numberExpected: ({ min, max }: { min: number; max: number }) => `Enter a number from ${min} to ${max}.`,
    tooLong: ({ max }: { max: number }) => `Shorten this to ${max} characters at most.`,
    notSaved: () =>
      'This could not be saved just now. Your text is still here: wait a moment, then press the button again.',
    savedBefore: () =>
      'This was saved a moment ago, as it was when you first pressed. Close the window and press “Correct” in Banso’s message to change it.',
    notYourCheckIn: () => 'Only the author of a check-in or a lead can correct it. Ask one of them.',
    changedMeanwhile: () =>
      'Somebody changed this in the meantime, so yours was not saved. Copy your text, then open it again to see the latest.',
    checkInGone: () => 'This check-in no longer exists. If you need it, log it again with /checkin.',
    alreadyTaken: ({ name }: { name: string }) =>
      `${name} has already taken this learner. Choose another one on the list.`,
    unexpected: ({ reference }: { reference: string }) =>
      `Something went wrong, but nothing that was saved is lost. Try again; if it happens again, tell your operator this reference: ${reference}`,
    viewExpired: () => 'This window is out of date. Copy your text, then close it and open it again.',
  },
};

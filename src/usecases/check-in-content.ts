import type { CheckIn } from '../db/check-ins';
import type { CheckInContent } from '../domain/check-in';

/** What a stored check-in says. */
export function contentOf(checkIn: CheckIn, promise: CheckInContent['promise']): CheckInContent {
  const { contactedOn, outcome, motivation, unit, studyHours, concerns } = checkIn;
  const { note, learnerWords, shareAsWin, sentText, sentTextHelped, flaggedFor, urgent } = checkIn;
  return {
    contactedOn,
    outcome,
    motivation,
    unit,
    studyHours,
    concerns,
    note,
    learnerWords,
    shareAsWin,
    sentText,
    sentTextHelped,
    promise,
    flaggedFor,
    urgent,
  };
}

/** Whether two say the same, word for word. */
export function sameContent(a: CheckInContent, b: CheckInContent): boolean {
  return JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
}

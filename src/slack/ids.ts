/** Every id that Slack hands back to us, named once. Commands and shortcuts are those of manifest.json. */
export const ids = {
  commands: { checkin: '/checkin' },
  shortcuts: { checkInGlobal: 'checkin_global', checkInMessage: 'checkin_message' },
  views: {
    checkIn: 'checkin',
    correctCheckIn: 'checkin_correct',
    loading: 'loading',
    postpone: 'postpone',
    notice: 'notice',
  },
  actions: {
    /** The type-ahead: picking a learner dispatches it, and each key asks for suggestions. */
    learner: 'checkin_learner',
    /** "Log a check-in" under the digest and on Home. */
    logCheckIn: 'checkin_new',
    /** The one element of an input block: its block tells what it is. */
    field: 'field',
  },
  blocks: {
    learner: 'learner',
    outcome: 'outcome',
    contactedOn: 'contacted_on',
    motivation: 'motivation',
    unit: 'unit',
    studyHours: 'study_hours',
    concerns: 'concerns',
    note: 'note',
    learnerWords: 'learner_words',
    shareAsWin: 'share_as_win',
    promiseText: 'promise_text',
    promiseDueOn: 'promise_due_on',
    next: 'next',
    nextOn: 'next_on',
    nextReason: 'next_reason',
    audiences: 'audiences',
    postponeOn: 'postpone_on',
    postponeReason: 'postpone_reason',
  },
} as const;

/** A block whose initial value is one learner's: of its own id, so that Slack takes up the next learner's. */
export function learnersBlock(blockId: string, learnerId: string | null): string {
  return learnerId === null ? blockId : `${blockId}:${learnerId}`;
}

/** Buttons that stand once per row of a message or modal, where an action id may stand only once. */
export const rowActions = {
  /** Opens the check-in modal for the row's learner. */
  checkIn: rowAction('checkin_row'),
  postpone: rowAction('postpone_row'),
  /** "I'll take it" */
  take: rowAction('take_row'),
  /** Opens a check-in for correction: in the modal's history and after a log. */
  correct: rowAction('correct_row'),
};

function rowAction(prefix: string) {
  return {
    /** The action id of the row of that learner or check-in. */
    idFor: (rowId: string) => `${prefix}:${rowId}`,
    /** Matches the action ids of all rows: for registration. */
    pattern: new RegExp(`^${prefix}:`),
  };
}

/** Every id that Slack hands back to us, named once. Commands and shortcuts are those of manifest.json. */
export const ids = {
  commands: {
    checkin: '/checkin',
    learner: '/learner',
    consult: '/consult',
    cases: '/cases',
    banso: '/banso',
  },
  shortcuts: {
    checkInGlobal: 'checkin_global',
    checkInMessage: 'checkin_message',
    askTeam: 'consult_message',
    replyHelped: 'reply_helped',
  },
  views: {
    checkIn: 'checkin',
    correctCheckIn: 'checkin_correct',
    loading: 'loading',
    plan: 'plan',
    movePromise: 'promise_move',
    card: 'learner_card',
    findLearner: 'learner_find',
    timeline: 'learner_timeline',
    editLearner: 'learner_edit',
    addLearner: 'learner_add',
    pause: 'learner_pause',
    complete: 'learner_complete',
    withdraw: 'learner_withdraw',
    notice: 'notice',
    away: 'away',
    awayOverview: 'away_overview',
    askCover: 'ask_cover',
    handOver: 'hand_over',
    settings: 'settings',
    program: 'program',
    programPolicy: 'program_policy',
    programClosures: 'program_closures',
    programOther: 'program_other',
    breach: 'breach',
    answer: 'answer',
    setup: 'setup',
    people: 'people',
    importRoster: 'import',
    consult: 'consult',
    cases: 'cases',
    retiredCases: 'cases_retired',
    case: 'case',
    editCase: 'case_edit',
    mergeCase: 'case_merge',
    useCase: 'case_use',
    closing: 'closing',
    closingPreview: 'closing_preview',
    followUp: 'follow_up',
  },
  actions: {
    /** The type-ahead: picking a learner dispatches it, and each key asks for suggestions. */
    learner: 'checkin_learner',
    /** "Log a check-in" under the digest and on Home. */
    logCheckIn: 'checkin_new',
    /** "Plan time away": on Home and in the overview. */
    planAway: 'away_new',
    /** "Settings" and "Time away" on Home. */
    openSettings: 'settings_open',
    openAway: 'away_open',
    /** Type-aheads: learners of her own caseload, and time zones. */
    ownLearners: 'own_learners',
    zone: 'zone',
    /** Opens a program's settings, which its value names; without a value, those of any program that she leads. */
    programSettings: 'program_settings',
    /** In a program's settings: what each opens stands in its name, its value is the program. */
    programPolicy: 'program_policy',
    programClosures: 'program_closures',
    programOther: 'program_other',
    /** "Plan a contact" under the digest. */
    newPlan: 'plan_new',
    /** The type-ahead of the plan modal. */
    planLearner: 'plan_learner',
    /** The type-ahead of `/learner`: picking somebody turns the modal into her card. */
    cardLearner: 'learner_pick',
    /** "Add a learner" where somebody is looked for. */
    addLearner: 'learner_new',
    /** The program of a new learner: choosing one shows its supporters. */
    program: 'learner_program',
    /** "Ask the team" under the digest and on Home. */
    newConsult: 'consult_new',
    /** In the modal that asks the team: its type-ahead, its choices, and the button that looks for similar cases. */
    consultLearner: 'consult_learner',
    consultWants: 'consult_wants',
    consultSimilar: 'consult_similar',
    /** In the modal that closes a consultation: choosing replies shows them. */
    closingReplies: 'closing_replies',
    /** The pages of a timeline: towards the past, and back towards now. */
    olderEntries: 'timeline_older',
    newerEntries: 'timeline_newer',
    /** "Look for cases" on Home. */
    openCases: 'cases_open',
    /** What narrows a search, each dispatching it; and its pages, whose value is where they begin. */
    caseWords: 'cases_words',
    caseUnit: 'cases_unit',
    caseKind: 'cases_kind',
    caseConcern: 'cases_concern',
    caseOutcome: 'cases_outcome',
    caseWeeks: 'cases_weeks',
    nextCases: 'cases_next',
    previousCases: 'cases_previous',
    /** The retired ones, for leads; and their pages, whose value is where they begin. */
    retiredCases: 'cases_retired',
    nextRetired: 'cases_retired_next',
    previousRetired: 'cases_retired_previous',
    /** The type-ahead of cases to merge into. */
    mergeInto: 'case_merge_into',
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
    sentText: 'sent_text',
    sentTextHelped: 'sent_text_helped',
    promiseText: 'promise_text',
    promiseDueOn: 'promise_due_on',
    next: 'next',
    nextOn: 'next_on',
    nextReason: 'next_reason',
    audiences: 'audiences',
    urgent: 'urgent',
    answerText: 'answer_text',
    awayFrom: 'away_from',
    awayTo: 'away_to',
    person: 'person',
    learners: 'learners',
    requestNote: 'request_note',
    tone: 'tone',
    avoid: 'avoid',
    days: 'days',
    weekdays: 'weekdays',
    startsAt: 'starts_at',
    endsAt: 'ends_at',
    zone: 'zone',
    messages: 'messages',
    policyContacts: 'policy_contacts',
    policyFloor: 'policy_floor',
    policyOn: 'policy_on',
    policyReason: 'policy_reason',
    closureFrom: 'closure_from',
    closureTo: 'closure_to',
    closureLabel: 'closure_label',
    programName: 'program_name',
    programDigestAt: 'program_digest_at',
    programWeekdays: 'program_weekdays',
    programCountry: 'program_country',
    programLocale: 'program_locale',
    programRoles: 'program_roles',
    breachCause: 'breach_cause',
    breachNote: 'breach_note',
    setupName: 'setup_name',
    setupPeople: 'setup_people',
    setupLeads: 'setup_leads',
    setupLocale: 'setup_locale',
    setupZone: 'setup_zone',
    setupCountry: 'setup_country',
    setupDigestAt: 'setup_digest_at',
    setupContactsPerWeek: 'setup_contacts_per_week',
    setupFloorDays: 'setup_floor_days',
    leads: 'people_leads',
    supporters: 'people_supporters',
    rosterFile: 'import_file',
    closingOutcome: 'closing_outcome',
    closingTitle: 'closing_title',
    closingSituation: 'closing_situation',
    closingTried: 'closing_tried',
    closingHelped: 'closing_helped',
    closingTags: 'closing_tags',
    followUpAnswer: 'follow_up_answer',
    followUpLine: 'follow_up_line',
    planChoice: 'plan_choice',
    planOn: 'plan_on',
    planReason: 'plan_reason',
    promiseMovedOn: 'promise_moved_on',
    program: 'program',
    companion: 'companion',
    pauseFrom: 'pause_from',
    pauseTo: 'pause_to',
    pauseReason: 'pause_reason',
    finishReason: 'finish_reason',
    caseWords: 'cases_words',
    caseUnit: 'cases_unit',
    caseFilters: 'cases_filters',
    caseTitle: 'case_title',
    caseSituation: 'case_situation',
    caseTried: 'case_tried',
    caseHelped: 'case_helped',
    caseOutcome: 'case_outcome',
    caseConcerns: 'case_concerns',
    caseTags: 'case_tags',
    mergeInto: 'case_merge_into',
    useIn: 'case_use_in',
    consultSituation: 'consult_situation',
    consultTried: 'consult_tried',
    consultWants: 'consult_wants',
    consultShown: 'consult_shown',
    consultHideName: 'consult_hide_name',
    consultSimilar: 'consult_similar',
  },
} as const;

/** A block whose initial value is one learner's: of its own id, so that Slack takes up the next learner's. */
export function learnersBlock(blockId: string, learnerId: string | null): string {
  return learnerId === null ? blockId : `${blockId}:${learnerId}`;
}

/** The part of the replies to choose from, ten each. */
export function repliesBlock(part: number): string {
  return `closing_replies:${part}`;
}

/** What is kept of a chosen reply, by its ts. */
export function passageBlock(ts: string): string {
  return `closing_passage:${ts}`;
}

/** Buttons that stand once per row of a message or modal, where an action id may stand only once. */
export const rowActions = {
  /** Opens the check-in modal for the row's learner. */
  checkIn: rowAction('checkin_row'),
  /** Logs what somebody just wrote to the row's learner. */
  logSeen: rowAction('seen_row'),
  /** Opens the plan modal for the row's learner. */
  plan: rowAction('plan_row'),
  /** The menu of what else can be done for the row's learner. */
  more: rowAction('more_row'),
  /** "I'll take it" */
  take: rowAction('take_row'),
  /** The same for good: in the answer to "I'll take it". */
  takeForGood: rowAction('take_for_good_row'),
  /** Answers to a request to take learners over. */
  acceptCover: rowAction('accept_cover_row'),
  declineCover: rowAction('decline_cover_row'),
  /** Asks somebody to cover an absence, of the row. */
  askCover: rowAction('ask_cover_row'),
  /** Ends an absence, or takes one back. */
  endAbsence: rowAction('end_absence_row'),
  /** Hands the row's learner over for good. */
  handOver: rowAction('hand_over_row'),
  /** Answers a check-in that was flagged for the reader. */
  answer: rowAction('answer_row'),
  /** "Done" beside a promise. */
  keepPromise: rowAction('promise_keep'),
  /** The menu with the days to which a promise can be moved. */
  movePromise: rowAction('promise_move'),
  /** Opens a check-in for correction: in the modal's history and after a log. */
  correct: rowAction('correct_row'),
  /** Another program of a lead, in the settings of one. */
  program: rowAction('program_row'),
  /** Takes a planned policy back. */
  takeBackPolicy: rowAction('policy_back_row'),
  /** Opens a program on days off; its value is `from/to`. */
  removeClosure: rowAction('closure_remove_row'),
  /** Asks a lead for the cause of a breach. */
  explainBreach: rowAction('breach_row'),
  /** Opens the people of a program. */
  people: rowAction('people_row'),
  /** Opens the modal that takes a program's roster. */
  importRoster: rowAction('import_row'),
  /** Stops an import that is under way. */
  cancelImport: rowAction('import_cancel_row'),
  /** Opens a learner's card. */
  card: rowAction('card_row'),
  timeline: rowAction('timeline_row'),
  edit: rowAction('edit_row'),
  pause: rowAction('pause_row'),
  /** Of the pause's own id. */
  endPause: rowAction('pause_end'),
  resume: rowAction('resume_row'),
  /** Asks the team about the row's learner. */
  consult: rowAction('consult_row'),
  /** Of the consultation's own id. */
  closeConsultation: rowAction('consult_close'),
  reopenConsultation: rowAction('consult_reopen'),
  /** Reads an entry of the library; its value is `kind/id`. */
  readEntry: rowAction('entry_row'),
  /** "This helped" on a case, and taking that back. */
  markCase: rowAction('case_mark'),
  unmarkCase: rowAction('case_unmark'),
  useCase: rowAction('case_use'),
  editCase: rowAction('case_edit'),
  mergeCase: rowAction('case_merge'),
  retireCase: rowAction('case_retire'),
  restoreCase: rowAction('case_restore'),
  /** How it went on after a consultation; its value is `answer/consultation`. */
  followUp: rowAction('follow_up_row'),
  /** The menu of a card: how a course ends. */
  cardMenu: rowAction('card_menu'),
};

function rowAction(prefix: string) {
  return {
    /** The action id of the row of that learner, check-in, program or import. */
    idFor: (rowId: string) => `${prefix}:${rowId}`,
    /** The row of an action id: a menu has no value of its own. */
    rowOf: (actionId: string) => actionId.slice(prefix.length + 1),
    /** Matches the action ids of all rows: for registration. */
    pattern: new RegExp(`^${prefix}:`),
  };
}

/** Most characters that people may write into each field. */
export const longest = {
  unit: 100,
  note: 3000,
  learnerWords: 3000,
  sentText: 3000,
  promise: 300,
  reason: 200,
  request: 500,
  label: 60,
  programName: 80,
  breachNote: 500,
  answer: 3000,
  name: 100,
  reading: 200,
  story: 3000,
  rhythm: 60,
  caseWords: 200,
  caseTitle: 100,
  caseText: 3000,
  tags: 500,
  followUpLine: 300,
  question: 2000,
} as const;

/** Hours studied in one week: all there are. */
export const studyHours = { min: 0, max: 168 } as const;

/** What the client's policy may ask for; the database holds the same. */
export const policyLimits = { floorDays: { min: 1, max: 60 } } as const;
/** People of one program who are chosen in a modal: Slack is asked about each of them while somebody waits. */
export const mostPeople = 40;

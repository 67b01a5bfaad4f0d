/** Most characters that people may write into each field. */
export const longest = { unit: 100, note: 3000, learnerWords: 3000, promise: 300, reason: 200 } as const;

/** Hours studied in one week: all there are. */
export const studyHours = { min: 0, max: 168 } as const;

/** Somebody who could be asked by name to answer a question. */
export interface PossibleHelper {
  userId: string;
  /** In how many similar cases she has helped. */
  experience: number;
  /** When she was last asked so; null: never. */
  askedAt: Date | null;
  /** Whether she was the last one who was asked. */
  askedLast: boolean;
  worksToday: boolean;
}

/** So many people are asked at most, one a working day: after that the digest still says that there is no answer. */
export const mostNudges = 3;

/**
 * Who is asked by name when a question has no answer: of those who work today, and never the same person twice running,
 * whoever has most experience of similar cases; of several, who was asked longest ago. Null: nobody.
 */
export function whomToAsk<T extends PossibleHelper>(people: readonly T[]): T | null {
  const [first] = people
    .filter(({ worksToday, askedLast }) => worksToday && !askedLast)
    .sort(
      (a, b) =>
        b.experience - a.experience ||
        (a.askedAt?.getTime() ?? 0) - (b.askedAt?.getTime() ?? 0) ||
        (a.userId < b.userId ? -1 : 1),
    );
  return first ?? null;
}

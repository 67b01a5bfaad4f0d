import type { Concern, Outcome } from '../../../domain/check-in';

/** All that the people of a sample program write, in one language. */
export interface Words {
  /** What stands between two sentences of a note. */
  space: string;
  /** What a supporter writes of the contact itself, by how it went. */
  contactNotes: Readonly<Record<Outcome, readonly string[]>>;
  /** What supporters promise. */
  promiseTexts: readonly string[];
  /** By the words with which a background begins. */
  lives: Readonly<Record<string, Life>>;
  /** The life of whoever has another background. */
  anyLife: Life;
  /** The units of the course, in its order. */
  course: readonly Study[];
}

/** How a way of life shows in a supporter's notes. */
export interface Life {
  fine: readonly string[];
  hard: readonly string[];
  /** Why a supporter waits a little. */
  quiet: string;
  /** What weighs on somebody who lives like this. */
  concern: Concern;
}

/** How a unit of the course shows in notes, and in what a learner says of it. */
export interface Study {
  unit: string;
  well: readonly string[];
  badly: readonly string[];
  /** The learner's own words when it goes well. */
  words: readonly string[];
}

export function lifeOf({ lives, anyLife }: Words, background: string): Life {
  const key = Object.keys(lives).find((start) => background.startsWith(start));
  return (key && lives[key]) || anyLife;
}

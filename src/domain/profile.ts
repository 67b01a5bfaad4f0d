import { canonical } from './canonical';
import type { RosterLearner } from './roster';

/** For whoever stands in or takes over. */
export interface Hints {
  /** The tone that works. */
  tone: string;
  /** What is better not raised. */
  avoid: string;
}

/**
 * What the team knows of a learner as a person: what a roster says, without whose she is and how far she has come, and
 * the hints, which no roster has.
 */
export type Profile = Omit<RosterLearner, 'companionId' | 'unit'> & Hints;
export type ProfileField = keyof Profile;

/** In the order of the form. */
const profileFields = [
  'name',
  'reading',
  'startedOn',
  'endsOn',
  'rhythm',
  'weeklyHours',
  'goal',
  'background',
  'tone',
  'avoid',
  'mentor',
  'advisor',
  'slackUserId',
] as const satisfies readonly ProfileField[];

/** The fields in which two profiles differ. White space around a text is no difference. */
export function changedFields(a: Profile, b: Profile): ProfileField[] {
  return profileFields.filter((field) => comparable(a[field]) !== comparable(b[field]));
}

export interface Merge {
  /** Where only one of the two changed a field, that change; where both did, `mine`. */
  merged: Profile;
  /** Fields that both changed, each in another way. */
  conflicts: ProfileField[];
}

/** Brings together what two people made of one profile, each without knowing of the other. */
export function mergeProfiles({ base, mine, theirs }: Record<'base' | 'mine' | 'theirs', Profile>): Merge {
  const byMe = changedFields(base, mine);
  const byThem = new Set(changedFields(base, theirs));
  const different = new Set(changedFields(mine, theirs));
  const kept = Object.fromEntries(byMe.map((field) => [field, mine[field]]));
  return {
    merged: { ...theirs, ...kept },
    conflicts: byMe.filter((field) => byThem.has(field) && different.has(field)),
  };
}

function comparable(value: Profile[ProfileField]): string {
  return canonical(typeof value === 'string' ? value.trim() : value);
}

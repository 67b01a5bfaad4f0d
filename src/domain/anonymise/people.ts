/** What somebody is to the learner whom a text is about; `somebody`: mentioned, and not known to us. */
export type Role = 'learner' | 'supporter' | 'mentor' | 'advisor' | 'somebody';

/** Somebody whose name must not stand in a text. */
export interface Named {
  role: Exclude<Role, 'somebody'>;
  /**
   * Display name, full name, reading, nicknames, in any script; family and given name with a space between
   * them, the family name first in Japanese. What a reading gives in Latin letters must be among them
   * (`nameForms` makes it).
   */
  names: readonly string[];
  slackUserId?: string | null;
}

/** A name in a text, with the honorific and the title that go with it: `text.slice(from, to)`. */
export interface Found {
  from: number;
  to: number;
  text: string;
  role: Role;
}

/** A word of a text, in the forms in which it is kept and looked for. */
export interface Word {
  /** Where it stands in the text as it was given. */
  start: number;
  end: number;
  /** Any of these finds it, each with all of its words. */
  forms: readonly (readonly string[])[];
  /** What finds it too, but says less: single kanji of a compound. */
  parts: readonly string[];
  /** How much it tells beside other words of a query: 1 for a usual word. */
  worth: number;
}

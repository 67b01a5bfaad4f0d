import type { FoldedText } from './fold';
import { honorificEnd, titleStart } from './honorifics';
import { type Ordinary, ordinaryWord } from './ordinary';
import type { Span } from './spans';

/** What is known of a name in a text besides its letters. */
export interface Marks {
  /** Somebody is addressed or spoken of by it: さん after it, `Mr.` or `@` before it. */
  addressed: boolean;
  /** What else its letters mean; null: nothing. */
  ordinary: Ordinary | null;
}

export function marksOf(text: FoldedText, { start, end }: Span): Marks {
  return {
    addressed: honorificEnd(text, end) > end || titleStart(text, start) < start,
    ordinary: ordinaryWord(text.key.slice(start, end)),
  };
}

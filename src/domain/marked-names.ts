import type { Named, Role } from './anonymise/people';
import { withoutNames } from './anonymise/without-names';
import type { Locale } from './locale';

/** What stands in a case in the place of somebody's name. */
export const roleWords: Readonly<Record<Locale, Readonly<Record<Role, string>>>> = {
  ja: {
    learner: '受講生',
    supporter: 'サポーター',
    mentor: 'メンター',
    advisor: 'アドバイザー',
    somebody: 'ほかの方',
  },
  en: {
    learner: 'the learner',
    supporter: 'a supporter',
    mentor: 'the mentor',
    advisor: 'the advisor',
    somebody: 'somebody',
  },
};

/** A text in which names were replaced. */
export interface MarkedText {
  text: string;
  /** Where the words stand that may have replaced a name, in order; none where no name was found. */
  marks: { from: number; to: number }[];
}

/** The text with a word for each name, and where to look at what became of it. */
export function markedWithoutNames(text: string, people: readonly Named[], locale: Locale): MarkedText {
  const words = roleWords[locale];
  const replaced = withoutNames(text, people, words);
  return { text: replaced, marks: replaced === text ? [] : placesOf(Object.values(words), replaced) };
}

function placesOf(words: readonly string[], text: string): MarkedText['marks'] {
  return words
    .flatMap((word) =>
      Array.from(text.matchAll(new RegExp(word, 'g')), ({ index }) => ({
        from: index,
        to: index + word.length,
      })),
    )
    .sort((a, b) => a.from - b.from);
}

/** How much is shown on either side of a replaced name, in UTF-16 units. */
const around = 16;

/** A part of a text around replaced names: `pieces` alternate between what stands there and what replaced a name. */
export interface Excerpt {
  before: string;
  word: string;
  after: string;
}

/** Each replaced name with the words around it, as many as `max`. */
export function excerptsOf({ text, marks }: MarkedText, max: number): Excerpt[] {
  return marks.slice(0, max).map(({ from, to }) => ({
    before: `${from > around ? '…' : ''}${text.slice(Math.max(0, from - around), from)}`,
    word: text.slice(from, to),
    after: `${text.slice(to, to + around)}${to + around < text.length ? '…' : ''}`,
  }));
}

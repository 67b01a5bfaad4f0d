import { inHiragana, kanaKey } from '../fold';
import { life } from './life';
import { mind } from './mind';
import { phrases } from './phrases';
import { study } from './study';
import { kanaOnly, technical } from './technical';
import { work } from './work';

const lines = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(' '));

/** How words are written in kanji, by the kana that they begin with: つづけ and つづか are both 続. */
export const readings: ReadonlyMap<string, readonly string[]> = gather(
  [life, mind, study, work].flatMap((text) =>
    lines(text).flatMap(([written = '', ...kana]) =>
      kana.map((one): [string, readonly string[]] => [inHiragana(one), written.split('/')]),
    ),
  ),
);

/** How words that kanji write are read, for those that are read in one way. */
export const readingOf: ReadonlyMap<string, string> = new Map(
  [life, mind, study, work]
    .flatMap(lines)
    .map(([written = '', kana = '']): [string, string] => [written.split('/')[0] ?? '', kana])
    .reverse(),
);

/** The English of a word in kana, by its kana key; and of what is short for it. */
export const inEnglish: ReadonlyMap<string, string> = new Map(
  lines(technical).flatMap(([word = '', ...others]) =>
    others.map((other): [string, string] => [kanaKey(other), word]),
  ),
);

/** Words that are written in katakana, or in kana only, as they stand in hiragana, with their key. */
export const kanaWords: ReadonlyMap<string, string> = new Map(
  [...lines(technical).map(([, ...kana]) => kana), ...lines(kanaOnly)].flatMap(([first = '', ...others]) =>
    [first, ...others]
      .filter((kana) => /^[ぁ-ヺー]{3,}$/.test(kana))
      .map((kana): [string, string] => [
        inHiragana(kana),
        kanaKey(inEnglish.has(kanaKey(kana)) ? kana : first),
      ]),
  ),
);

/** Two words of English that count as one. */
export const joined: ReadonlySet<string> = new Set(lines(phrases).map((words) => words.join(' ')));

/** What is short for something, and what it is short for; and spellings of one word that share no kanji. */
export const alike: ReadonlyMap<string, readonly string[]> = new Map([
  ['就活', ['就職', '活動']],
  ['転活', ['転職', '活動']],
  ['育休', ['育児', '休業']],
  ['子供', ['子']],
  ['恐', ['怖']],
  ['交代', ['交替']],
  ['解', ['分']],
  ['独', ['一人']],
  ['友人', ['友達']],
  ['母親', ['親']],
  ['父親', ['親']],
]);

function gather(pairs: readonly [string, readonly string[]][]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [kana, written] of pairs) {
    found.set(kana, [...new Set([...(found.get(kana) ?? []), ...written])]);
  }
  return found;
}

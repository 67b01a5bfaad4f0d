import { inHiragana } from './fold';
import { kanaWords, readings } from './lexicon';

/** A stretch of kana that the lexicon knows. */
export interface KnownKana {
  start: number;
  end: number;
  /** How it is written in kanji: any of these. Empty: not in kanji. */
  written: readonly string[];
  /** The key of a word that only kana write. */
  key: string | null;
}

const runs = /[ぁ-ゖァ-ヺー]+/g;
const longest = Math.max(...[...readings.keys(), ...kanaWords.keys()].map((kana) => kana.length));

/** After what a short word may begin: anything else would find つか in どこか. */
const particle = /[はがをにでともへのや]/;

/** The words in kana of a folded text that the lexicon knows, the longest at each place. */
export function knownKana(folded: string): KnownKana[] {
  return [...folded.matchAll(runs)].flatMap(({ 0: run, index }) => knownIn(inHiragana(run), index));
}

function knownIn(run: string, offset: number): KnownKana[] {
  const found: KnownKana[] = [];
  for (let at = 0; at < run.length; ) {
    const kana = knownAt(run, at, at === (found.at(-1)?.end ?? offset) - offset);
    if (kana) found.push({ start: offset + at, end: offset + at + kana.length, ...meaning(kana) });
    at += kana?.length ?? 1;
  }
  return found;
}

function knownAt(run: string, at: number, begins: boolean): string | null {
  const boundary = begins || particle.test(run.charAt(at - 1));
  const least = boundary ? 2 : 3;
  for (let length = Math.min(longest, run.length - at); length >= least; length -= 1) {
    const kana = run.slice(at, at + length);
    if (readings.has(kana) || kanaWords.has(kana)) return kana;
  }
  return null;
}

function meaning(kana: string): Pick<KnownKana, 'written' | 'key'> {
  return { written: readings.get(kana) ?? [], key: kanaWords.get(kana) ?? null };
}

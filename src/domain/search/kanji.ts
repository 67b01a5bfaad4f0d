import { alike } from './lexicon';
import type { Word } from './word';

/** What the segmenter cut: a stretch of a folded text. */
export interface Token {
  text: string;
  start: number;
  end: number;
}

/** Kana before kanji that belong to the word, other than what is there for politeness. */
const led = /^(?![おご])[ぁ-ゖ]+\p{Script=Han}+$/u;

/** Kanji that stand in every text: 出る, 思う, 人. */
const frequent = new Set('出言思見行来入使作持取上下方人事日時中気何今一大小分合会話書度回前後間手目的');

const runs = /\p{Script=Han}+/gu;

/**
 * The words that kanji write. What is conjugated is known by its kanji alone, so 続かない, 続ける and 続いた are 続;
 * compounds by each two kanji of theirs, so that it doesn't matter where they are cut.
 */
export function kanjiWords(folded: string, tokens: readonly Token[]): Word[] {
  const mixed = tokens.filter(
    ({ text }) => /\p{Script=Han}[ぁ-ゖ]+\p{Script=Han}/u.test(text) || led.test(text),
  );
  const inside = ({ start }: Token) => mixed.some((token) => token.start <= start && start < token.end);
  const found = [...folded.matchAll(runs)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
  return [
    ...mixed.map(mixedWord),
    ...found.filter((run) => !inside(run)).flatMap((run) => runWords(run, tokens)),
  ];
}

/** 引き継ぎ, which is written 引継ぎ too; やる気, of which 気 alone says nothing. */
function mixedWord({ text, start, end }: Token): Word {
  if (led.test(text)) return { start, end, forms: [[text]], parts: text.match(runs) ?? [], worth: 1 };
  const kanji = text.match(runs) ?? [];
  const whole = kanji.join('');
  return { start, end, forms: [...kanjiForms(whole), kanji], parts: [...whole], worth: 1 };
}

function runWords(run: Token, tokens: readonly Token[]): Word[] {
  const pieces = piecesOf(run, tokens);
  const cuts = new Set(pieces.map(({ end }) => end - run.start));
  const across = pairsOf(run.text).filter((_, i) => cuts.has(i + 1));
  return pieces
    .flatMap((piece) => (piece.text.length === 1 ? [single(piece, tokens)] : pairWords(piece)))
    .map((word, i) => (i === 0 ? { ...word, parts: [...word.parts, ...across] } : word));
}

function pairWords({ text, start }: Token): Word[] {
  return pairsOf(text).map((pair, i, all) => ({
    start: start + i,
    end: start + i + 2,
    forms: pairForms(pair),
    parts: [...pair],
    worth: all.length > 1 ? 0.8 : 1,
  }));
}

/** A run of kanji, cut where the segmenter is sure: a single kanji is a word of its own only if it is conjugated. */
function piecesOf(run: Token, tokens: readonly Token[]): Token[] {
  const within = tokens.filter(({ start, end }) => run.start < end && start < run.end);
  const pieces: Token[] = [];
  for (const { start, end } of within) {
    const from = Math.max(start, run.start);
    const to = Math.min(end, run.end);
    const last = pieces.at(-1);
    const joins = last && (last.text.length === 1 || (to - from === 1 && end <= run.end));
    const piece = { start: joins ? last.start : from, end: to };
    if (joins) pieces.pop();
    pieces.push({ ...piece, text: run.text.slice(piece.start - run.start, piece.end - run.start) });
  }
  return pieces;
}

/** A single kanji with what is conjugated after it, as far as the segmenter keeps it together. */
function single(run: Token, tokens: readonly Token[]): Word {
  const token = tokens.find(({ start, end }) => start <= run.start && run.end <= end);
  return {
    start: run.start,
    end: token && /^\p{Script=Han}[ぁ-ゖ]*$/u.test(token.text) ? token.end : run.end,
    forms: pairForms(run.text),
    parts: [],
    worth: frequent.has(run.text) ? 0.3 : 0.7,
  };
}

function pairForms(word: string): string[][] {
  const other = alike.get(word);
  return other ? [[word], [...other]] : [[word]];
}

/** The forms by which a word that is written so is found: a compound has all of its pairs. */
export function kanjiForms(written: string): string[][] {
  if (led.test(written)) return [[written]];
  const kanji = (written.match(runs) ?? []).join('');
  if (kanji.length <= 2) return pairForms(kanji);
  const even = kanji.length % 2 === 0 ? pairsOf(kanji).filter((_, i) => i % 2 === 0) : pairsOf(kanji);
  return [even];
}

function pairsOf(kanji: string): string[] {
  return [...kanji].slice(1).map((second, i) => kanji.charAt(i) + second);
}

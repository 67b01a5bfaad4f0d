import { concernWords } from './concern-words';
import type { LibraryEntryInput, Weight } from './entry';
import { lettersOf } from './letters';
import { mark, programKey, quoted } from './lexemes';
import { wordsOf } from './words';

/** What the database keeps of an entry so that it is found. */
interface FoundBy {
  /** A tsvector, as PostgreSQL reads one. */
  words: string;
  /** Its words in Latin letters, for parts of words and slips. */
  letters: string;
}

/** The longest text that is worth reading for words, in UTF-16 code units: far above what a case is. */
const longest = 12_000;

/** Whom an entry has helped are many from so many on: a team has eight or so. */
const many = 5;

/** An entry as its row keeps it. */
export function libraryRow(entry: LibraryEntryInput) {
  const {
    workspaceId,
    programId,
    kind,
    sourceId,
    title,
    unit,
    courseWeek,
    outcome,
    helpedCount,
    happenedOn,
  } = entry;
  const body = entry.body.map(({ text }) => text.trim()).filter((text) => text !== '');
  return {
    ...{ workspaceId, programId, kind, sourceId, title, unit, courseWeek, outcome, helpedCount, happenedOn },
    body: body.join('\n'),
    motivation: entry.motivation ?? null,
    concerns: [...entry.concerns],
    ...foundBy(entry),
  };
}

/** What an entry is found by, each word with the weight of the most telling place at which it stands. */
function foundBy(entry: LibraryEntryInput): FoundBy {
  const parts: { text: string; weight: Weight }[] = [
    { text: entry.title, weight: 'A' },
    { text: (entry.tags ?? []).join('\n'), weight: 'B' },
    ...entry.body,
    { text: entry.unit, weight: 'C' },
    { text: entry.concerns.map((concern) => concernWords[concern]).join('\n'), weight: 'D' },
  ];
  const weights = new Map<string, Weight>();
  for (const { text, weight } of parts) weigh(weights, text.slice(0, longest), weight);
  for (const it of marksOf(entry, weights)) weights.set(it, 'D');
  const key = programKey(entry.programId);
  const words = [...weights].map(([word, weight]) => `${quoted(key + word)}:1${weight}`);
  const text = parts.map((part) => part.text.slice(0, longest)).join('\n');
  return { words: words.join(' '), letters: lettersOf(text) };
}

function endedWell({ outcome }: LibraryEntryInput): boolean {
  return outcome === null || outcome === 'resolved' || outcome === 'better';
}

function weigh(weights: Map<string, Weight>, text: string, weight: Weight): void {
  const put = (word: string, its: Weight) => {
    const known = weights.get(word);
    if (known === undefined || its < known) weights.set(word, its);
  };
  for (const { forms, parts } of wordsOf(text)) {
    for (const word of forms.flat()) put(word, weight);
    for (const part of parts) put(part, 'D');
  }
}

function marksOf(entry: LibraryEntryInput, weights: ReadonlyMap<string, Weight>): string[] {
  const titled = [...weights].filter(([, weight]) => weight === 'A').map(([word]) => mark.inTitle(word));
  const unit = wordsOf(entry.unit).flatMap(({ forms }) => forms.flat().map(mark.unit));
  return [
    '',
    ...titled,
    ...unit,
    mark.kind(entry.kind),
    ...entry.concerns.map(mark.concern),
    ...(entry.outcome ? [mark.outcome(entry.outcome)] : []),
    ...(entry.courseWeek === null ? [] : [mark.week(entry.courseWeek)]),
    ...(entry.helpedCount > 0 ? [mark.helped] : []),
    ...(entry.helpedCount >= many && endedWell(entry) ? ['', ...weights.keys()].map(mark.proven) : []),
  ];
}

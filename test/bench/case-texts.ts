import { concerns } from '../../src/domain/check-in';
import { caseOutcomes } from '../../src/domain/consultation';
import { addDays } from '../../src/domain/dates';
import type { LibraryEntryInput } from '../../src/domain/search/entry';
import { wordsOf } from '../../src/domain/search/words';
import english from '../../src/practice/sample/library/cases-en.json';
import japanese from '../../src/practice/sample/library/cases-ja.json';
import { populationDay } from '../support/population';

/** Numbers from 0 to 1, the same in every run. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** How many words there are beside those of the sample: names of tools, places, illnesses, …, each rarer than the last. */
const madeUp = 20_000;
/** Of the words of a text, how many are such. */
const madeUpShare = 0.3;

/**
 * Words as texts have them: the sample's as often as the sample has them, and such that no sample has, by Zipf's law. So a
 * word is in more than half of all cases or in three of them.
 */
export function vocabularyOf(roll: () => number): () => string {
  const known = [...japanese, ...english].flatMap(({ title, situation, tried, helped }) => {
    const text = [title, situation, tried, helped].join('\n');
    return wordsOf(text).map(({ start, end }) => text.slice(start, end));
  });
  const kanji = [...new Set(known.join('').match(/\p{Script=Han}/gu))];
  const any = () => kanji[Math.floor(roll() * kanji.length)] ?? '';
  const others = Array.from({ length: madeUp }, () => any() + any());
  // The integral of 1/x, turned round: the word of rank r comes up about as often as 1/r.
  const other = () => others[Math.floor(others.length ** roll()) - 1] ?? '';
  return () => (roll() < madeUpShare ? other() : (known[Math.floor(roll() * known.length)] ?? ''));
}

/** Cases of about 300 letters over three years, in the order in which they happened, as a library gets them. */
export function* madeUpCases(
  { workspaceId, programIds, count }: { workspaceId: string; programIds: readonly string[]; count: number },
  word: () => string,
  roll: () => number,
): Generator<LibraryEntryInput> {
  const among = <T>(things: readonly T[]): T => things[Math.floor(roll() * things.length)] as T;
  const text = (length: number) =>
    Array.from({ length }, (_, i) => word() + among([...'がをにではの', i % 7 === 6 ? '。' : 'と'])).join('');
  for (let i = 0; i < count; i += 1) {
    yield {
      ...{ workspaceId, programId: among(programIds), kind: 'case', sourceId: crypto.randomUUID() },
      title: text(4),
      body: [
        { text: text(25), weight: 'B' },
        { text: text(12), weight: 'C' },
        { text: text(20), weight: 'C' },
      ],
      tags: [word(), word()],
      concerns: [among(concerns)],
      unit: `HTML/CSS ${Math.floor(roll() * 12)}`,
      courseWeek: 1 + Math.floor(roll() * 16),
      outcome: among(caseOutcomes),
      helpedCount: Math.floor(roll() ** 4 * 10),
      happenedOn: addDays(populationDay, -Math.floor((1 - i / count) * 1000)),
    };
  }
}

import type { LibraryEntryInput } from '../../../src/domain/search/entry';
import { libraryRow } from '../../../src/domain/search/found-by';
import { lettersAsked, lettersOf, slipsOf } from '../../../src/domain/search/letters';
import { place } from '../../../src/domain/search/lexemes';
import { excerpt, marksOf } from '../../../src/domain/search/marks';
import { libraryQuery } from '../../../src/domain/search/query';
import { wordsOf } from '../../../src/domain/search/words';

/** The forms in which a text's words are kept. */
const forms = (text: string) => [...new Set(wordsOf(text).flatMap((word) => word.forms.flat()))].sort();

describe('wordsOf', () => {
  it.each([
    ['another inflection', '続かない', '続けた'],
    ['kana for kanji, inflected', 'つづかない', '続いた'],
    ['kana for a compound', 'かんきょうこうちく', '環境構築'],
    ['katakana for kanji', 'シゴト', '仕事'],
    ['half width', 'ﾎﾟｰﾄﾌｫﾘｵ', 'ポートフォリオ'],
    ['full width', 'ＪａｖａＳｃｒｉｐｔ', 'javascript'],
    ['English for katakana', 'portfolio', 'ポートフォリオ'],
    ['katakana in hiragana', 'もちべーしょん', 'モチベーション'],
    ['okurigana left out', '引継ぎ', '引継'],
    ['long vowels left out', 'サーバー', 'サーバ'],
    ['a dash for a long vowel', 'サ-バ-', 'サーバー'],
    ['plural and -ing', 'studies', 'studying'],
    ['-ion and -ed', 'motivation', 'motivated'],
    ['British spelling', 'organise', 'organized'],
    ['a possessive', 'learner’s', 'learners'],
    ['accents', 'résumé', 'resume'],
    ['two words for one', 'night shift', 'night-shifts'],
  ])('has one form for %s', (_, one, other) => {
    expect(forms(one)).toEqual(expect.arrayContaining(forms(other).slice(0, 1)));
  });

  it('cuts Japanese and English in one text, and says where each word stands', () => {
    const text = '夜勤で GitHub が怖い';
    const words = wordsOf(text).map(({ start, end }) => text.slice(start, end));
    expect(words).toEqual(['夜勤', 'GitHub', '怖い']);
  });

  it.each(['', '。、！', '\u0000\uD800', 'a'.repeat(5000), 'ー'.repeat(200), '🙇‍♀️🙇‍♀️'])(
    'takes any text: %j',
    (text) => {
      expect(() => wordsOf(text)).not.toThrow();
    },
  );
});

const entry: LibraryEntryInput = {
  ...{ workspaceId: 'T', programId: 'abcd0000', kind: 'case', sourceId: 'x', title: '夜勤', tags: ["it's"] },
  body: [{ text: '眠れない', weight: 'B' }],
  ...{ concerns: ['work'], unit: 'Git', courseWeek: 4, outcome: 'better', helpedCount: 0 },
  happenedOn: '2026-11-24',
};

it('writes each word with its most telling place, and what narrows a search beside them', () => {
  const { words } = libraryRow(entry);
  for (const lexeme of ["'abcd夜勤':1A", "'abcd眠':1B", "'abcdt:夜勤':1D", "'abcdc:work':1D", "'abcdw:4':1D"])
    expect(words.split(' ')).toContain(lexeme);
});

it('quotes whatever is typed: nothing of it is an operator', () => {
  const all = libraryQuery({ text: `x' | 'y & !z:* <-> (§夜勤 夜§勤 a${place}b`, filters: {} })?.all ?? '';
  expect(all.replace(/'§(?:[^'\\§]|''|\\\\)*'/g, 'w')).toMatch(/^[w &()|]+$/);
});

it('asks for nothing where there are no words', () => {
  expect(libraryQuery({ text: ' 。 ', filters: {} })).toBeNull();
});

describe('letters', () => {
  it('spell kana as they sound, and kanji as they are read', () => {
    expect(lettersOf('夜勤でイライラ、GitHub')).toMatch(/^(?=.*\byakin\b)(?=.*\biraira\b)(?=.*\bgithub\b)/);
    expect(lettersAsked('インポスター')).toEqual(['inposuta']);
  });

  it('know one wrong, missing or added letter', () => {
    const matches = (text: string) =>
      slipsOf('potoforio').some((it) => new RegExp(it.replaceAll('%', '.*').replaceAll('_', '.')).test(text));
    expect(['potoforio', 'potaforio', 'ptoforio', 'potooforio'].map(matches)).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
});

describe('marks', () => {
  it('stand on what was looked for in whatever form', () => {
    const text = '続けるのが難しい';
    expect(marksOf(text, 'つづかない').map(({ start, end }) => text.slice(start, end))).toEqual(['続ける']);
  });

  it('are in the excerpt, however far behind they stand', () => {
    const parts = excerpt(`${'あいう。'.repeat(60)}夜勤が多い方です。`, 'やきん', 80);
    expect(parts).toContainEqual({ text: '夜勤', marked: true });
    expect(parts.map(({ text }) => text).join('').length).toBeLessThanOrEqual(82);
    expect(parts[0]).toEqual({ text: '…', marked: false });
  });

  it('are in an excerpt that begins with a whole word', () => {
    const parts = excerpt(`${'keep it online '.repeat(30)}without a redesign.`, 'redesign', 80);
    expect(parts.slice(0, 2)).toEqual([
      { text: '…', marked: false },
      { text: 'keep it online without a ', marked: false },
    ]);
  });
});

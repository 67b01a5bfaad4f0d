import { locales } from '../../src/domain/locale';
import { sampleLibrary } from '../../src/practice/sample/library/library';
import { englishWords } from '../../src/practice/sample/words/en';
import { japaneseWords } from '../../src/practice/sample/words/ja';
import englishQueries from '../search/quality-en.json';
import japaneseQueries from '../search/quality-ja.json';

const expected = {
  ja: { cases: 40, messages: 60, title: 40, words: japaneseWords, queries: japaneseQueries, atLeast: 44 },
  en: { cases: 20, messages: 20, title: 70, words: englishWords, queries: englishQueries, atLeast: 22 },
};

const forms = ['same', 'kana', 'kanji', 'inflection', 'width', 'spelling', 'katakana'];

/** How many sentences a text has; what somebody is quoted with counts as a part of one. */
function sentences(text: string): number {
  const unquoted = text.replaceAll(/「[^」]*」|“[^”]*”/g, (quoted) => (/[.!?]”$/.test(quoted) ? 'X.' : 'X'));
  return unquoted.split(/[。！？]|[.!?](?=\s|$)/).filter((part) => part.trim() !== '').length;
}

const between = (least: number, most: number) =>
  Array.from({ length: most - least + 1 }, (_, i) => least + i);

describe.each(locales)('the sample library in %s', (locale) => {
  const { cases, messages } = sampleLibrary[locale];
  const { words, queries, ...bounds } = expected[locale];

  test('holds as many cases and messages as it has to, each under a key of its own', () => {
    expect({ cases: cases.length, messages: messages.length }).toEqual({
      cases: bounds.cases,
      messages: bounds.messages,
    });
    const keys = [...cases, ...messages].map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !key.startsWith(`${locale}-`))).toEqual([]);
  });

  test('keeps to units of the course', () => {
    const course = new Set(words.course.map(({ unit }) => unit));
    expect([...cases, ...messages].filter(({ unit }) => !course.has(unit))).toEqual([]);
    expect(new Set(cases.map(({ unit }) => unit))).toEqual(course);
  });

  test('says no text twice', () => {
    const texts = [
      ...cases.flatMap(({ title, situation, tried, helped, followUp, replies }) => [
        title,
        situation,
        tried,
        helped,
        ...(followUp ? [followUp.line] : []),
        ...replies.map(({ text }) => text),
      ]),
      ...messages.flatMap(({ situation, text, reaction }) => [situation, text, reaction].filter(Boolean)),
    ];
    expect(new Set(texts).size).toBe(texts.length);
    const parts = texts.flatMap((text) => text.split(/(?<=[。.])/)).map((part) => part.trim());
    const long = parts.filter((part) => part.length >= 12);
    expect(long.filter((part, at) => long.indexOf(part) !== at)).toEqual([]);
  });

  test.each(cases)('tells $key in a few sentences', ({ title, situation, tried, helped, replies }) => {
    expect([...title].length).toBeLessThanOrEqual(bounds.title);
    expect(between(2, 4)).toContain(sentences(situation));
    expect(between(1, 3)).toContain(sentences(tried));
    expect(between(2, 4)).toContain(sentences(helped));
    for (const { text } of replies) expect(between(1, 3)).toContain(sentences(text));
  });

  test('has asked on only where two weeks have passed', () => {
    expect(cases.filter(({ followUp, closedDaysAgo }) => followUp && closedDaysAgo < 14)).toEqual([]);
  });

  test('tells of every outcome, most of them good', () => {
    const good = cases.filter(({ outcome }) => outcome === 'resolved' || outcome === 'better');
    expect(good.length / cases.length).toBeGreaterThan(0.5);
    expect(good.length / cases.length).toBeLessThan(0.75);
    expect(new Set(cases.map(({ outcome }) => outcome)).size).toBe(5);
  });

  test('writes messages of three to seven sentences, with a reply where they helped', () => {
    expect(messages.filter(({ text }) => !between(3, 7).includes(sentences(text)))).toEqual([]);
    expect(messages.filter(({ helped, reaction }) => helped !== (reaction !== ''))).toEqual([]);
    const share = messages.filter(({ helped }) => helped).length / messages.length;
    expect(share).toBeGreaterThan(0.6);
    expect(share).toBeLessThan(0.75);
  });

  test('has queries for its search that point to its cases', () => {
    const keys = new Set(cases.map(({ key }) => key));
    expect(queries.length).toBeGreaterThanOrEqual(bounds.atLeast);
    expect(queries.filter(({ expect: key }) => !keys.has(key))).toEqual([]);
    expect(new Set(queries.map(({ query }) => query)).size).toBe(queries.length);
    for (const { query } of queries) expect(between(1, 4)).toContain(query.split(/\s/).length);
  });

  test('has half of them at least in a form that the case does not use', () => {
    expect(queries.filter(({ form }) => !forms.includes(form))).toEqual([]);
    const claimsWrongly = queries.filter(({ query, expect: key, form }) => {
      const said = JSON.stringify(cases.find((it) => it.key === key)).toLowerCase();
      const asItStands = query.toLowerCase().split(/\s/);
      return (form === 'same') !== asItStands.every((word) => said.includes(word));
    });
    expect(claimsWrongly).toEqual([]);
    const other = queries.filter(({ form }) => form !== 'same');
    expect(other.length / queries.length).toBeGreaterThanOrEqual(0.5);
  });
});

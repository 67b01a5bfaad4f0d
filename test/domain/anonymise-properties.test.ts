import fc from 'fast-check';
import { foldName, foldText } from '../../src/domain/anonymise/fold';
import { namesIn } from '../../src/domain/anonymise/names-in';
import type { Named, Role } from '../../src/domain/anonymise/people';
import { withoutNames } from '../../src/domain/anonymise/without-names';
import { nameForms } from '../../src/usecases/name-forms';

const ja = {
  learner: '受講生',
  supporter: '伴走者',
  mentor: 'メンター',
  advisor: 'アドバイザー',
  somebody: '関係者',
};
const en = {
  learner: 'the learner',
  supporter: 'the supporter',
  mentor: 'the mentor',
  advisor: 'the advisor',
  somebody: 'somebody',
} satisfies Record<Role, string>;

const japanese = [
  ['佐藤 美咲', 'さとう みさき'],
  ['鈴木 蓮', 'すずき れん'],
  ['高橋 陽菜', 'たかはし ひな'],
  ['渡邉 大翔', 'わたなべ はると'],
  ['山本 さくら', 'やまもと さくら'],
  ['小林 葵', 'こばやし あおい'],
  ['林 健一', 'はやし けんいち'],
  ['大野 遥', 'おおの はるか'],
  ['長谷川 未来', 'はせがわ みらい'],
  ['五十嵐 純', 'いがらし じゅん'],
  ['工藤 裕太', 'くどう ゆうた'],
  ['齋藤 愛', 'さいとう あい'],
  ['森 光', 'もり ひかる'],
  ['後藤 新', 'ごとう あらた'],
] as const;

const latin = [
  'Maria Garcia',
  'Zoë Kravitz',
  'José Ángel Núñez',
  'Łukasz Nowak',
  "Siobhan O'Neill",
  'Anne-Marie Dupont',
  'Will Young',
  'Ben Carter',
  'Nguyen Van Anh',
  'Priya Raman',
];

const roles: Named['role'][] = ['learner', 'supporter', 'mentor', 'advisor'];

interface Person {
  named: Named;
  /** What a text may call the person without an honorific. */
  bare: string[];
  /** What it may call the person with one. */
  short: string[];
}

const katakana = (kana: string) =>
  kana.replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));

function japanesePerson(
  [name, reading]: readonly [string, string],
  role: Named['role'],
  nth: number,
): Person {
  const [family = '', given = ''] = name.split(' ');
  const [familyKana = '', givenKana = ''] = reading.split(' ');
  const [romaji = ''] = nameForms([reading]).filter((form) => /^[a-z' ]+$/.test(form));
  const capital = romaji.replace(/(?:^| )[a-z]/g, (letter) => letter.toUpperCase());
  const full = [name, name.replace(' ', ''), name.replace(' ', '\u3000'), katakana(reading), capital];
  const long = [family, katakana(familyKana)].filter((it) => it.length > 2);
  const lone = [...long, capital.split(' ')[0] ?? capital, ...(family.length === 2 ? [family] : [])];
  return {
    named: { role, names: nameForms([name, reading]), slackUserId: `U0PERSON${nth}` },
    bare: [
      ...full,
      ...lone,
      capital.split(' ').reverse().join(' '),
      romaji.toUpperCase(),
      `<@U0PERSON${nth}>`,
    ],
    short: [family, given, familyKana, givenKana, katakana(familyKana), katakana(givenKana)],
  };
}

function latinPerson(name: string, role: Named['role'], nth: number): Person {
  const words = name.split(' ');
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '');
  const bare = [name, plain, name.toUpperCase(), [...words].reverse().join(' '), `<@U0PERSON${nth}|x>`];
  return {
    named: { role, names: nameForms([name]), slackUserId: `U0PERSON${nth}` },
    bare,
    short: [name, words.at(-1) ?? name, words[0] ?? name],
  };
}

const team = fc
  .tuple(
    fc.shuffledSubarray([...japanese, ...latin], { minLength: 1, maxLength: 4 }),
    fc.shuffledSubarray(roles, { minLength: 4 }),
  )
  .map(([names, some]) =>
    names.map((name, nth) => {
      const role = some[nth] ?? 'learner';
      return typeof name === 'string' ? latinPerson(name, role, nth) : japanesePerson(name, role, nth);
    }),
  );

const japaneseSentences = [
  '昨日、{}が課題を提出しました。',
  '{}は今週3回ログインしました',
  '（{}）の件で相談です',
  '家族の看病で、{}には余裕がないようです。\n続きはまた書きます',
  '「{}も元気です」と聞いた👩‍👩‍👧',
];
const englishSentences = [
  'Yesterday {} handed in the exercise.',
  'I wrote to {}: no answer yet',
  "Is {}'s string of benefits in the mail?",
  '({}) fell silent after week 3 👍🏽',
];
const japaneseHonorifics = ['さん', 'くん', 'ちゃん', '様', 'さま', '氏', '先輩', '先生', ' さん'];
const englishHonorifics = ['-san', '-kun', '-chan', '-sama'];

/** A sentence about somebody, and what is to be left of it. */
function aboutSomebody(sentences: string[], honorifics: string[], words: Record<Role, string>) {
  const choice = fc.tuple(
    team,
    fc.nat(),
    fc.nat(),
    fc.constantFrom(...sentences),
    fc.constantFrom(...honorifics),
  );
  return choice.map(([people, which, form, sentence, honorific]) => {
    const person = people[which % people.length] as Person;
    const forms = [...person.bare, ...person.short.map((short) => short + honorific)];
    const called = forms[form % forms.length] ?? '';
    const named = people.map((it) => it.named);
    return {
      named,
      called,
      text: sentence.replace('{}', called),
      expected: sentence.replace('{}', words[person.named.role]),
    };
  });
}

describe('withoutNames', () => {
  it.each([
    ['Japanese', aboutSomebody(japaneseSentences, japaneseHonorifics, ja), ja],
    ['English', aboutSomebody(englishSentences, englishHonorifics, en), en],
  ] as const)('leaves nothing of a name in a sentence in %s, and all the rest', (_, sentences, words) => {
    fc.assert(
      fc.property(sentences, ({ named, called, text, expected }) => {
        const left = withoutNames(text, named, words);
        expect(left).toBe(expected);
        expect(foldText(left).key.replace(/ /g, '')).not.toContain(foldName(called));
      }),
      { numRuns: 500 },
    );
  });

  it('changes no sentence without names', () => {
    const nobody = fc.constantFrom('受講生', '本人', '担当者', '○○さん', 'the learner', 'people', '友人');
    const sentence = fc.constantFrom(...japaneseSentences, ...englishSentences);
    fc.assert(
      fc.property(team, sentence, nobody, (people, form, who) => {
        const text = form.replace('{}', who);
        const named = people.map((it) => it.named);
        expect(withoutNames(text, named, ja)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  const pieces = fc.constantFrom(
    ...japanese.flat().flatMap((name) => [...name.split(' '), name]),
    ...latin.flatMap((name) => [...name.split(' '), name]),
    ...[...Object.values(ja), ...Object.values(en), ...japaneseHonorifics, ...englishHonorifics],
    ...[
      '<@U0PERSON1>',
      '<@U0NOBODY>',
      '@',
      ' ',
      '、',
      'は',
      'と',
      '今日',
      'の',
      "'s",
      '(',
      '）',
      '\n',
      '林',
      '\u200b',
    ],
    ...['Mr. ', 'da', 'ﾀﾞ', '👩‍👧', '\u3099', '\u0301'],
  );
  const anyText = fc.oneof(
    fc.array(pieces, { maxLength: 12 }).map((some) => some.join('')),
    fc.string({ unit: 'grapheme' }),
  );

  it('has nothing to do a second time', () => {
    fc.assert(
      fc.property(team, anyText, fc.constantFrom(ja, en), (people, text, words) => {
        const named = people.map((it) => it.named);
        const once = withoutNames(text, named, words);
        expect(withoutNames(once, named, words)).toBe(once);
        expect(namesIn(once, named, Object.values(words))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('cuts between characters, in the order of the text, and nothing twice', () => {
    const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });
    fc.assert(
      fc.property(team, anyText, (people, text) => {
        const edges = new Set([...characters.segment(text)].map(({ index }) => index)).add(text.length);
        let last = 0;
        for (const found of namesIn(
          text,
          people.map((it) => it.named),
        )) {
          expect(found.from).toBeGreaterThanOrEqual(last);
          expect(found.to).toBeGreaterThan(found.from);
          expect(edges.has(found.from) && edges.has(found.to)).toBe(true);
          expect(found.text).toBe(text.slice(found.from, found.to));
          last = found.to;
        }
      }),
      { numRuns: 500 },
    );
  });
});

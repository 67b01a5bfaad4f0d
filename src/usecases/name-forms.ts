import { toHiragana, toRomaji } from 'wanakana';

/** What wanakana spells by the letter: ティ is ti, not tei. */
const borrowed = {
  てぃ: 'ti',
  でぃ: 'di',
  とぅ: 'tu',
  どぅ: 'du',
  ふぁ: 'fa',
  ふぃ: 'fi',
  ふぇ: 'fe',
  ふぉ: 'fo',
  うぃ: 'wi',
  うぇ: 'we',
  うぉ: 'wo',
  ゔぁ: 'va',
  ゔぃ: 'vi',
  ゔぇ: 've',
  ゔぉ: 'vo',
};

/** What a Japanese passport and the school's Romanisation spell otherwise. */
const kunrei: readonly (readonly [RegExp, string])[] = [
  [/sh(?=[auo])/g, 'sy'],
  [/ch(?=[auo])/g, 'ty'],
  [/j(?=[auo])/g, 'zy'],
  [/sh(?=[ie])/g, 's'],
  [/ch(?=[ie])/g, 't'],
  [/j(?=[ie])/g, 'z'],
  [/ts(?=u)/g, 't'],
  [/fu/g, 'hu'],
];

/** Longer than any word of a name; each long vowel doubles the forms or worse. */
const mostForms = 64;

/**
 * The names, and what their kana give in Latin letters: さとう becomes Satou, Sato and Satoh, in Hepburn and in
 * Kunrei spelling, with the family name before the given name as in the reading. Accents are left out: they are
 * not looked for.
 */
export function nameForms(names: readonly string[]): string[] {
  return [...new Set(names.flatMap((name) => [name, ...latinForms(name)]))];
}

function latinForms(name: string): string[] {
  const words = name.normalize('NFKC').split(/[\s・]+/);
  if (!words.every((word) => /^[\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u.test(word))) return [];
  const forms = words.map(latinWords);
  const most = Math.max(...forms.map(({ length }) => length));
  return Array.from({ length: most }, (_, nth) =>
    forms.map((word) => word[Math.min(nth, word.length - 1)]).join(' '),
  );
}

/** The spellings of one word, the fullest first. */
function latinWords(kana: string): string[] {
  const hepburn = toRomaji(toHiragana(kana, { convertLongVowelMark: false }), {
    customRomajiMapping: borrowed,
  }).toLowerCase();
  const spelled = [hepburn, kunrei.reduce((word, [from, to]) => word.replace(from, to), hepburn)];
  const forms = spelled.flatMap(longVowels).flatMap((word) => [word, word.replace(/n(?=[bmp])/g, 'm')]);
  return [...new Set(forms)];
}

/** With each long vowel in full, short, and for an o with an h: Ohno. */
function longVowels(word: string): string[] {
  let forms = [''];
  // What the pattern has caught stands at every second place.
  word.split(/(ou|oo|uu|aa|ee|[aeiou]-)/).forEach((piece, at) => {
    const spelled = at % 2 === 0 || forms.length > mostForms ? [piece] : vowels(piece);
    forms = forms.flatMap((form) => spelled.map((vowel) => form + vowel));
  });
  return forms;
}

function vowels(long: string): string[] {
  const [short = ''] = long;
  const full = long.replace('-', short);
  return short === 'o' ? [full, short, 'oh'] : [full, short];
}

/** Letters that carry no separable accent and are typed without it. */
const LATIN: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ł', 'l'],
  ['ı', 'i'],
]);

/** Variants of kanji that are common in names and hard to type, with the form that people search by. */
const KANJI: ReadonlyMap<string, string> = new Map(
  ['髙高', '﨑崎', '碕崎', '邊辺', '邉辺', '齋斎', '齊斉', '濵浜', '濱浜', '德徳', '𠮷吉', '澤沢', '廣広']
    .concat(['嶋島', '嶌島', '櫻桜', '國国', '眞真', '惠恵', '瀨瀬', '栁柳', '槇槙', '冨富'])
    .map((pair) => [...pair])
    .map(([variant = '', usual = '']) => [variant, usual]),
);

const KATAKANA_TO_HIRAGANA = 'ァ'.charCodeAt(0) - 'ぁ'.charCodeAt(0);

/** The text with hiragana for katakana of full width; as long as it was. */
export function hiraganaOf(text: string): string {
  return text.replace(/[ァ-ヶヽヾ]/g, (kana) =>
    String.fromCharCode(kana.charCodeAt(0) - KATAKANA_TO_HIRAGANA),
  );
}

/** The text without accents on Latin letters (kana keep theirs) and with the usual form of each kanji; case stays. */
export function usualLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[\p{Script=Latin}\p{Script=Han}]/gu, usualLetter);
}

function usualLetter(letter: string): string {
  const usual = LATIN.get(letter) ?? KANJI.get(letter);
  return usual ?? LATIN.get(letter.toLowerCase())?.toUpperCase() ?? letter;
}

/**
 * One form of a name for searching: kanji, kana and Latin, half and full width alike.
 *
 * Lower case, hiragana for katakana, no accents on Latin letters (kana keep theirs: が is not か), no white
 * space, no punctuation: 'ﾜﾀﾅﾍﾞ ﾀﾛｳ' gives 'わたなべたろう', 'Zoë' gives 'zoe'.
 */
export function searchKey(text: string): string {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{Z}\p{C}]/gu, '');
  return hiraganaOf(usualLetters(letters));
}

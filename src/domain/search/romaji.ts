/** Each sound of the kana, in the order of the alphabet that follows it. */
const rows: Readonly<Record<string, string>> = {
  '': 'あいうえお',
  k: 'かきくけこ',
  g: 'がぎぐげご',
  s: 'さしすせそ',
  z: 'ざじずぜぞ',
  t: 'たちつてと',
  d: 'だぢづでど',
  n: 'なにぬねの',
  h: 'はひふへほ',
  b: 'ばびぶべぼ',
  p: 'ぱぴぷぺぽ',
  m: 'まみむめも',
  y: 'や ゆ よ',
  r: 'らりるれろ',
  w: 'わ   を',
};

/** Sounds that are written otherwise than their row says, as most people type them. */
const others = `し:shi じ:ji ち:chi ぢ:ji つ:tsu づ:zu ふ:fu ん:n を:o ゔ:bu ゐ:i ゑ:e
  ゃ:ya ゅ:yu ょ:yo ぁ:a ぃ:i ぅ:u ぇ:e ぉ:o ゎ:wa ー: っ:`;

const sounds = new Map([
  ...Object.entries(rows).flatMap(([consonant, kana]) =>
    [...kana].map((one, i): [string, string] => [one, consonant + 'aiueo'.charAt(i)]),
  ),
  ...others.split(/\s+/).map((pair): [string, string] => [pair.charAt(0), pair.slice(2)]),
]);

/** A sound and the small kana that changes its vowel: きゃ is kya, しゃ sha, ふぁ fa. */
function glide(first: string, small: string): string {
  const before = first.slice(0, -1);
  return /^(?:sh|ch|j|f)$/.test(before) ? before + small.slice(-1) : before + small;
}

/**
 * How hiragana sound, in Latin letters; long vowels and double consonants are written short, so that words which are
 * spelt with or without them are alike.
 */
export function romaji(hiragana: string): string {
  let text = '';
  for (const kana of hiragana) {
    const sound = sounds.get(kana) ?? '';
    const isSmall = /[ゃゅょぁぃぅぇぉ]/.test(kana);
    text = isSmall && text !== '' ? text.slice(0, -3) + glide(text.slice(-3), sound) : text + sound;
  }
  return text.replace(/([a-z])\1/g, '$1').replace(/ou/g, 'o');
}

import { firstWordEnd, foldName, plainOf } from './fold';
import { honorificOfName } from './honorifics';
import type { Named } from './people';
import { lettersIn, scriptOf } from './script';

/** A family name, a given name or a nickname in one script. */
export interface Part {
  /** As `foldName` gives it. */
  key: string;
  /** Where it stands in the name: 0 is the family name in Japanese, and whatever has no order, as Latin letters. */
  place: number;
  /** False: it is looked for beside other parts only, or with an honorific, as the Min of Min-ho. */
  whole: boolean;
}

/** Between the names that one field may hold: 'Sato Taro (佐藤太郎)'. */
const betweenNames = /[()[\]{}<>【】「」『』〔〕/|@;]/;

const betweenParts = /[\s・=.,_、。·]+/;

/** What people write beside their name in Slack. */
const notNames =
  /^(?:伴走(?:者|サポーター)?|サポーター|メンター|アドバイザー|受講生|リーダー|代理|事務局|運営|休み|お休み|不在|companion|supporter|mentor|advisor|learner|lead|leader|coach|team|away|off|jr|sr)$/iu;

/** Belong to a name and are none: Maria de la Cruz. */
const particles = new Set(
  'de da do dos das del della di la le van von der den ten bin binti ibn al el y e'.split(' '),
);

/** A hyphenated half with fewer letters is rather a word: the min of Min-ho, the co of Co-rinne. */
const longEnoughHalf = 4;

/** What to look for, each once. A name of kanji without a space is taken apart where a dictionary does. */
export function partsOf({ names }: Named): Part[] {
  const parts = names
    .flatMap((name) => plainOf(name).split(betweenNames))
    .map((name) => name.trim())
    .filter((name) => !notNames.test(name))
    .flatMap((name) => [name, withoutHonorific(name)])
    .flatMap(partsOfName)
    .filter(({ key }) => /\p{L}/u.test(key));
  const once = new Map<string, Part>();
  for (const part of parts) {
    const id = `${part.place} ${part.key}`;
    if (!once.get(id)?.whole) once.set(id, part);
  }
  return [...once.values()];
}

/** Of a nickname that is more than a name: はなちゃん gives はな; さっちゃん gives nothing that anybody is called. */
function withoutHonorific(name: string): string {
  const rest = name.replace(honorificOfName, '');
  return lettersIn(rest) < 2 || rest.endsWith('っ') ? '' : rest;
}

function partsOfName(name: string): Part[] {
  const words = name.split(betweenParts).filter((word) => word !== '');
  const [only = ''] = words;
  if (words.length === 1 && scriptOf(only) === 'kanji') return partsOfKanji(only);
  return words.flatMap((word, place) => {
    const halves = word.split(/['-]/).filter((half) => half !== '');
    return halves.map((half) => ({
      key: foldName(half),
      place: scriptOf(half) === 'alphabet' ? 0 : place,
      whole: (halves.length === 1 || lettersIn(half) >= longEnoughHalf) && !isParticle(half, words),
    }));
  });
}

/** Le is a name where it is the last of two, as in Minh Le. */
function isParticle(word: string, words: readonly string[]): boolean {
  return words.length > 2 && particles.has(word.toLowerCase());
}

function partsOfKanji(name: string): Part[] {
  const cut = firstWordEnd(name);
  const halves =
    cut > 0 && cut < name.length && lettersIn(name) > 2 ? [name.slice(0, cut), name.slice(cut)] : [];
  return [
    { key: foldName(name), place: 0, whole: true },
    ...halves.map((half, place) => ({ key: foldName(half), place, whole: true })),
  ];
}

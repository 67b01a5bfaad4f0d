import { chainsIn, endOf, startOf } from './chains';
import { type FoldedText, foldText, plainOf } from './fold';
import { honorificEnd, titleStart } from './honorifics';
import { mentionsIn } from './mentions';
import { partsOf } from './parts';
import type { Found, Named } from './people';
import { contains, lengthOf, overlap, type Place, spansOf } from './spans';
import { meansName } from './standing';

/** Between two finds of one person that are one: a space in a name, or the reading in brackets after it. */
const joined = /^(?: ?[・=.·] ?| {0,3}|-)$/;
const bracket = /^ ?\($/;

/**
 * Where the names of the people stand in the text, in its order, none within another: full names, either half,
 * nicknames, and mentions of anybody, with the honorific that belongs to them.
 *
 * Longest first: 佐藤花子 is the supporter though 佐藤 alone is the learner. Of two people with one name it is the
 * learner, whom the text is most likely about and who has most to lose, then the first of the people.
 *
 * @param keep what names are not looked for in, such as the words that they were replaced by.
 */
export function namesIn(text: string, people: readonly Named[], keep: readonly string[] = []): Found[] {
  const folded = foldText(text);
  const kept = keep.flatMap((word) => spansOf(folded.plain, plainOf(word)));
  const mentions = mentionsIn(folded, people);
  const names = people.flatMap((named, person) => placesOfNames(folded, named, person));
  const free = names.filter((name) => kept.every((it) => !overlap(it, name) || contains(name, it)));
  const chosen = withoutOverlaps([...mentions, ...free.sort(byWeight)]);
  return merged(folded, widened(folded, chosen)).map(({ start, end, role }) => {
    const [from = 0, to = text.length] = [folded.from[start], folded.to[end - 1]];
    return { from, to, text: text.slice(from, to), role };
  });
}

function placesOfNames(text: FoldedText, named: Named, person: number): Place[] {
  return chainsIn(text, partsOf(named))
    .filter((chain) => meansName(text, chain))
    .map((chain) => ({ start: startOf(chain), end: endOf(chain), role: named.role, person }));
}

function byWeight(a: Place, b: Place): number {
  const longer = lengthOf(b) - lengthOf(a);
  const learnerFirst = Number(b.role === 'learner') - Number(a.role === 'learner');
  return longer || a.start - b.start || learnerFirst;
}

/** By place; of those that overlap the first in the list. */
function withoutOverlaps(places: readonly Place[]): Place[] {
  const taken = new Set<number>();
  const chosen = places.filter(({ start, end }) => {
    const units = Array.from({ length: end - start }, (_, nth) => start + nth);
    if (units.some((unit) => taken.has(unit))) return false;
    for (const unit of units) taken.add(unit);
    return true;
  });
  return chosen.sort((a, b) => a.start - b.start);
}

/** With honorifics and titles, up to the next name: 佐藤さまんさ is no 佐藤さま. */
function widened(text: FoldedText, places: readonly Place[]): Place[] {
  return places.map((place, index) => ({
    ...place,
    start: Math.max(titleStart(text, place.start), places[index - 1]?.end ?? 0),
    end: Math.min(honorificEnd(text, place.end), places[index + 1]?.start ?? text.plain.length),
  }));
}

/** One find for 佐藤 太郎, whose halves were found on their own, and for 佐藤（さとう）さん. */
function merged(text: FoldedText, places: readonly Place[]): Place[] {
  const all: Place[] = [];
  for (const place of places) {
    const last = all.at(-1);
    const gap =
      last && last.person !== null && last.person === place.person && text.plain.slice(last.end, place.start);
    const closes = text.plain[place.end] === ')';
    if (last && typeof gap === 'string' && joined.test(gap)) last.end = place.end;
    else if (last && typeof gap === 'string' && bracket.test(gap) && closes)
      last.end = honorificEnd(text, place.end + 1);
    else all.push({ ...place });
  }
  return all;
}

import type { FoldedText } from './fold';
import { after, before } from './script';
import type { Span } from './spans';

/** What follows a person in a sentence and hardly a thing: と話した, に連絡した, は言った, の件. */
const likePerson = new RegExp(
  [
    'と(?:話(?!題)|相談|面談|通話|電話|会[いうえおっ])',
    '[はがも](?:言[いうえおっ]|話[しすせそ]|聞[いきくけこ]|泣|笑|頑張|がんば|悩[みん]|欠席|参加|受講|提出|退会|ろぐいん)',
    '(?:に|へ|から)(?:連絡|聞[いきくけこ]|相談|電話|返信|返事|質問|めーる)',
    'の(?:件|担当)',
  ]
    .map((words) => `^${words}`)
    .join('|'),
);

/** What follows a person, and does not make a place or a thing of it as で and を do. */
const ofPerson = /^(?:は|が|も|と|に|へ|から)/;

/** What follows a noun in a sentence. */
const particle = /^(?:は|が|も|と|に|へ|を|の|で|から|より|や|だ|って)/;

const inCharge = /担当(?:は|:|、)? ?$/;

const mark = /^[\s\p{P}\p{S}]?$/u;

/** Whether the sentence says something of it that is said of persons, or names it as the one in charge. */
export function isSpokenOfAsPerson({ key }: FoldedText, { start, end }: Span): boolean {
  return likePerson.test(key.slice(end, end + 6)) || inCharge.test(key.slice(Math.max(0, start - 5), start));
}

/** Whether a particle follows that makes somebody do something, or something be done to them. */
export function isActor({ key }: FoldedText, { end }: Span): boolean {
  return ofPerson.test(key.slice(end, end + 2));
}

/** Whether a particle, a mark or nothing follows. */
export function isNounOfItsOwn({ plain, key }: FoldedText, { end }: Span): boolean {
  return particle.test(key.slice(end, end + 2)) || mark.test(after(plain, end));
}

/** Whether white space, punctuation, or nothing is on both sides: （森）. */
export function isBetweenMarks({ plain }: FoldedText, { start, end }: Span): boolean {
  return mark.test(before(plain, start)) && mark.test(after(plain, end));
}

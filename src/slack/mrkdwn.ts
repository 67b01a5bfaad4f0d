import { truncate } from '../domain/text';

/** Slack's limit for one text object. */
export const longestSection = 3000;

const WORD_JOINER = '\u2060';
const ZERO_WIDTH_SPACE = '\u200b';
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** Marks that turn the direction of what follows: they would reach past the text that holds them. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const NOBODY = '–';
const longestId = 60;

/**
 * Text that a person wrote, made safe for mrkdwn: it can form no link and mention nobody, neither a person,
 * a channel nor everybody.
 */
export function escapeText(text: string): string {
  return text
    .replace(DIRECTION_MARKS, '')
    .replace(/[&<>]/g, (mark) => ENTITIES[mark] ?? '')
    .replace(/@(?=channel|here|everyone)/gi, `@${WORD_JOINER}`);
}

/** One line of at most `max` characters, for plain_text: no line breaks, no control characters. Never empty. */
export function plainLine(text: string, max: number): string {
  const line = text
    .replace(DIRECTION_MARKS, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return truncate(line, max) || NOBODY;
}

/** `plainLine`, escaped for mrkdwn. Escaping makes it up to five times as long. */
export function line(text: string, max: number): string {
  return escapeText(plainLine(text, max));
}

/** Somebody in Slack by the name that she has there; in a message it pings her. Ids of another shape than Slack's stay text. */
export function mention(userId: string): string {
  return /^[UW][A-Z0-9]+$/.test(userId) ? `<@${userId}>` : line(userId, longestId);
}

/** A link that Slack gave, under words that are escaped already; the words alone where there is none. */
export function linked(escaped: string, url: string | null): string {
  return url !== null && /^https:\/\/[^\s|<>]+$/.test(url)
    ? `<${url}|${escaped.replaceAll('|', '｜')}>`
    : escaped;
}

/**
 * A tilde inside would end the line through it. Right after Japanese text or punctuation Slack takes a mark for
 * a letter, hence the space of no width before it.
 */
export function strike(escaped: string): string {
  return `${ZERO_WIDTH_SPACE}~${escaped.replaceAll('~', '～')}~`;
}

/** An asterisk inside would end the bold type. */
export function bold(escaped: string): string {
  return `*${escaped.replaceAll('*', '＊')}*`;
}

/** Bold within Japanese text, where Slack takes a mark right beside a letter for one of its own. */
export function boldWithin(escaped: string): string {
  return `${ZERO_WIDTH_SPACE}${bold(escaped)}${ZERO_WIDTH_SPACE}`;
}

export function quote(escaped: string): string {
  return escaped.replace(/^/gm, '> ');
}

/** What somebody wrote, with its line breaks, for plain_text: no control characters, and no marks that turn it around. */
export function writtenText(text: string): string {
  return text
    .replace(DIRECTION_MARKS, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .trim();
}

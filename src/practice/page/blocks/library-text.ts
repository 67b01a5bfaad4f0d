import { isRecord, type Json, textOf, wordsOf } from './json';

/**
 * Text objects as the drawing library has to get them, so that it shows what Slack shows. On its own it reads plain
 * text as mrkdwn, `verbatim` as "no marks at all", mrkdwn as Markdown, and turns `&lt;@U1&gt;` into a mention.
 */
function forLibrary(text: Json): Json {
  return text.type === 'mrkdwn'
    ? { type: 'mrkdwn', text: mrkdwnForLibrary(textOf(text.text)) }
    : plainForLibrary(text);
}

/** What `verbatim` means to the library is what plain text is; only names of emoji have to be looked for. */
function plainForLibrary(text: Json): Json {
  const words = wordsOf(text);
  const hasEmoji = text.emoji !== false && /:[\w+-]+:/.test(words);
  return hasEmoji
    ? { type: 'mrkdwn', text: plainMarks(decoded(words)) }
    : { type: 'mrkdwn', verbatim: true, text: decoded(words) };
}

/** Code, what stands in angle brackets, and everything between. */
const parts = /(```[\s\S]+?```|`[^`\n]+`|<[^<>\n]+>)/;

function mrkdwnForLibrary(text: string): string {
  return text
    .split(parts)
    .map((part, at) =>
      at % 2 === 0 ? wordsForLibrary(part) : part.startsWith('`') ? codeForLibrary(part) : part,
    )
    .join('');
}

/** Code is shown as it stands: no entities in it are read, and what looks like a link of Markdown is none. */
function codeForLibrary(code: string): string {
  return decoded(code).replaceAll('](', `]${wordJoiner}(`);
}

/** Has no width. */
const wordJoiner = '\u2060';

/** Marks of Markdown that Slack doesn't have become characters; so do angle brackets that were escaped. */
function wordsForLibrary(words: string): string {
  return words
    .replace(/[\\[\]|]/g, entity)
    .replace(/&(lt|gt);/g, (_, name: string) => entity(name === 'lt' ? '<' : '>'))
    .replace(/^(\s*)([-+*=#])(?=[\s\-+*=#])/gm, (_, space: string, mark: string) => `${space}${entity(mark)}`)
    .replace(/(?<=\s)[*_~](?=\s)/g, entity)
    .replace(/^ {2,}/gm, (spaces) => '\u00a0'.repeat(spaces.length));
}

/** Everything that could be a mark becomes a character. */
function plainMarks(words: string): string {
  return words.replace(/[&<>*_~`\\[\]|#]/g, entity);
}

function entity(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

function decoded(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

/** A block as the library shall draw it: its texts made ready, nothing fetched, none of its ids in the page. */
export function blockForLibrary(block: Json): Json {
  const { block_id: _ours, ...rest } = converted(block) as Json;
  return rest;
}

function converted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(converted);
  if (!isRecord(value)) return value;
  if (value.type === 'mrkdwn' || value.type === 'plain_text') return forLibrary(value);
  if (value.type === 'image') return { type: 'mrkdwn', verbatim: true, text: textOf(value.alt_text) };
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, converted(inner)]));
}

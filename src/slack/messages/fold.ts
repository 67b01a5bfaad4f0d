import { longestSection } from '../mrkdwn';

interface Run {
  /** Stands before the entries. */
  head: string;
  /** Stands before them where they go on in a further text. */
  continuedHead: string;
  entries: readonly string[];
  separator: string;
}

/** Texts within Slack's limit that hold all entries in order, none of them cut in two. */
export function splitRun({ head, continuedHead, entries, separator }: Run, max = longestSection): string[] {
  const texts: string[] = [];
  let text = '';
  for (const entry of entries) {
    if (text !== '' && text.length + separator.length + entry.length <= max) {
      text += separator + entry;
      continue;
    }
    if (text !== '') texts.push(text);
    text = (texts.length === 0 ? head : continuedHead) + entry;
  }
  return text === '' ? texts : [...texts, text];
}

/** The same in at most `most` texts: the entries that don't fit are counted, together with `more`. */
export function splitCut(
  run: Run,
  { more, wordsForMore, most }: { more: number; wordsForMore: (n: number) => string; most: number },
  max = longestSection,
): string[] {
  let shown = run.entries.length;
  for (;;) {
    const left = run.entries.length - shown + more;
    const entries = run.entries.slice(0, shown);
    const texts = splitRun({ ...run, entries: left > 0 ? [...entries, wordsForMore(left)] : entries }, max);
    if (texts.length <= most || shown === 0) return texts;
    shown -= Math.max(1, Math.floor((shown * (texts.length - most)) / texts.length / 2));
  }
}

/** The texts joined to as few as keep within Slack's limit, in order. */
export function pack(texts: readonly string[], max = longestSection): string[] {
  return splitRun({ head: '', continuedHead: '', entries: texts, separator: '\n\n' }, max);
}

/**
 * A title and as many entries as fit below it, a line each. The rest is counted, together with `more`, never
 * left out in silence.
 */
export function cutList(
  title: string,
  { items, more }: { items: readonly string[]; more: number },
  wordsForMore: (n: number) => string,
  max = longestSection,
): string {
  const room = max - wordsForMore(items.length + more).length - 1;
  let text = title;
  let shown = 0;
  for (const item of items) {
    if (text.length + 1 + item.length > room) break;
    text += `\n${item}`;
    shown += 1;
  }
  const left = items.length - shown + more;
  return left === 0 ? text : `${text}\n${wordsForMore(left)}`;
}

/** As many entries as fit into one text, in order; the rest is counted. The first entry is never left out. */
export function cutRun(
  { entries, separator }: Pick<Run, 'entries' | 'separator'>,
  wordsForMore: (n: number) => string,
  max = longestSection,
): string {
  const [first = '', ...others] = entries;
  const room = max - separator.length - wordsForMore(entries.length).length;
  let text = first;
  let shown = 1;
  for (const entry of others) {
    if (text.length + separator.length + entry.length > room) break;
    text += separator + entry;
    shown += 1;
  }
  const left = entries.length - shown;
  return left <= 0 ? text : text + separator + wordsForMore(left);
}

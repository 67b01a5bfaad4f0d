const ELLIPSIS = '…';
const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * The text cut to at most `max` UTF-16 code units, as Slack counts, with '…' where something was left off.
 *
 * It cuts between characters as people see them, never inside an emoji or a letter with its marks.
 */
export function truncate(text: string, max: number): string {
  if (text.length <= max) return text;
  if (max < ELLIPSIS.length) return '';
  let end = 0;
  for (const { index, segment } of characters.segment(text)) {
    if (index + segment.length > max - ELLIPSIS.length) break;
    end = index + segment.length;
  }
  return text.slice(0, end) + ELLIPSIS;
}

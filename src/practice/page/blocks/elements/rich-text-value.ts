import { isRecord, type Json, recordsIn, textOf } from '../json';

/** A rich_text block of one section; null for nothing. */
export function richTextOf(text: string): Json | null {
  if (text === '') return null;
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
  };
}

/** What a rich_text block says, without its marks; a part per line. */
export function plainOf(value: unknown): string {
  if (!isRecord(value)) return '';
  return recordsIn(value.elements).map(wordsIn).join('\n');
}

function wordsIn(part: Json): string {
  if (part.type === 'rich_text_list') return recordsIn(part.elements).map(wordsIn).join('\n');
  if (Array.isArray(part.elements)) return recordsIn(part.elements).map(wordsIn).join('');
  return textOf(part.text) || textOf(part.url);
}

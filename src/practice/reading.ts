import { type Message, readableText, type View } from '../emulator';

const invisible = /[\u200b\u2060]/g;
const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** A message or modal as a person reads it, for a terminal: what only Slack's own drawing needs is undone. */
export function readAloud({ blocks }: Pick<Message | View, 'blocks'>): string {
  return readableText(blocks)
    .replace(invisible, '')
    .replace(/&(lt|gt|amp);/g, (entity) => entities[entity] ?? entity);
}

/** Text in a frame, under a heading. */
export function framed(heading: string, text: string): string {
  const lines = text.split('\n').map((line) => `  │ ${line}`);
  return [`  ┌ ${heading}`, ...lines, '  └', ''].join('\n');
}

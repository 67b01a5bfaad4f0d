import { checkBlocks, checkView, wording } from '../../../src/emulator/blocks/validate';

/** What Slack would refuse in a modal, in its words. */
export function modalFaults(view: unknown): string[] {
  return checkView(view, 'modal').map(wording);
}

/** What Slack would refuse in a message, in its words. */
export function messageFaults({ text, blocks }: { text: string; blocks: unknown[] }): string[] {
  const tooLong = text.length > 4000 ? ['text: over 4000 characters'] : [];
  return [...tooLong, ...checkBlocks(blocks, 'message', '/blocks').map(wording)];
}

/** What Slack would refuse in a Home, in its words. */
export function homeFaults(view: unknown): string[] {
  const bytes = Buffer.byteLength(JSON.stringify(view));
  const tooLarge = bytes > 250_000 ? [`view: ${bytes} bytes, over 250000`] : [];
  return [...tooLarge, ...checkView(view, 'home').map(wording)];
}

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

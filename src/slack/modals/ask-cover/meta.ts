import { z } from 'zod';
import { decodeMeta } from '../decode-meta';
import { placeMeta } from '../place-meta';

const askCoverMeta = placeMeta.extend({ absenceId: z.uuid() });

export type AskCoverMeta = z.infer<typeof askCoverMeta>;

/** For `private_metadata`. Throws when a part isn't what it should be. */
export function encodeAskCoverMeta(meta: AskCoverMeta): string {
  return JSON.stringify(askCoverMeta.parse(meta));
}

/** Reads `private_metadata`; null when another version of Banso wrote it. */
export function decodeAskCoverMeta(text: string): AskCoverMeta | null {
  return decodeMeta(askCoverMeta, text);
}

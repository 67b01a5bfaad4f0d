import { z } from 'zod';
import { locales } from '../../../domain/locale';
import { decodeMeta } from '../decode-meta';

const importMeta = z.strictObject({
  /** The language in which the modal speaks. */
  locale: z.enum(locales),
  /** Where it was asked for: the answer goes there. */
  channelId: z.string().max(30).nullable(),
  programId: z.uuid(),
});

/** What the modal that takes a roster carries along unseen. */
export type ImportMeta = z.infer<typeof importMeta>;

/** For `private_metadata`. Throws when a part isn't what it should be. */
export function encodeImportMeta(meta: ImportMeta): string {
  return JSON.stringify(importMeta.parse(meta));
}

/** Reads `private_metadata`; null when another version of Banso wrote it. */
export function decodeImportMeta(text: string): ImportMeta | null {
  return decodeMeta(importMeta, text);
}

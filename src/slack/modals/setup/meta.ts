import { z } from 'zod';
import { locales } from '../../../domain/locale';
import { decodeMeta } from '../decode-meta';

const setupMeta = z.strictObject({
  /** The language in which the modal speaks. */
  locale: z.enum(locales),
  /** Where the program is to live. */
  channelId: z.string().max(30),
});

/** What the setup modal carries along unseen. */
export type SetupMeta = z.infer<typeof setupMeta>;

/** For `private_metadata`. Throws when a part isn't what it should be. */
export function encodeSetupMeta(meta: SetupMeta): string {
  return JSON.stringify(setupMeta.parse(meta));
}

/** Reads `private_metadata`; null when another version of Banso wrote it. */
export function decodeSetupMeta(text: string): SetupMeta | null {
  return decodeMeta(setupMeta, text);
}

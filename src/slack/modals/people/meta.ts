import { z } from 'zod';
import { locales } from '../../../domain/locale';
import { decodeMeta } from '../decode-meta';

const peopleMeta = z.strictObject({
  /** The language in which the modal speaks. */
  locale: z.enum(locales),
  /** Where it was asked for: the answer goes there. */
  channelId: z.string().max(30).nullable(),
  programId: z.uuid(),
  /** The team as it was shown. */
  mark: z.uuid(),
  /** Those who would leave, as the modal has said. */
  warnedOf: z.array(z.string().max(30)).max(100),
});

/** What the modal of a program's people carries along unseen. */
export type PeopleMeta = z.infer<typeof peopleMeta>;

/** For `private_metadata`. Throws when a part isn't what it should be. */
export function encodePeopleMeta(meta: PeopleMeta): string {
  return JSON.stringify(peopleMeta.parse(meta));
}

/** Reads `private_metadata`; null when another version of Banso wrote it. */
export function decodePeopleMeta(text: string): PeopleMeta | null {
  return decodeMeta(peopleMeta, text);
}

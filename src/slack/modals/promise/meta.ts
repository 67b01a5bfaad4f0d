import { z } from 'zod';
import { isLocalDate } from '../../../domain/dates';
import { locales } from '../../../domain/locale';
import { decodeMeta } from '../decode-meta';

const promiseMeta = z.strictObject({
  /** The language in which the modal speaks. */
  locale: z.enum(locales),
  /** Where the menu was used: the answer goes there. Null: on Home. */
  channelId: z.string().max(30).nullable(),
  promiseId: z.uuid(),
  /** The program's local date when the modal was opened. */
  today: z.string().refine(isLocalDate),
});

/** What the modal that moves a promise carries along unseen. */
export type PromiseMeta = z.infer<typeof promiseMeta>;

/** For `private_metadata`. Throws when a part isn't what it should be. */
export function encodePromiseMeta(meta: PromiseMeta): string {
  return JSON.stringify(promiseMeta.parse(meta));
}

/** Reads `private_metadata`; null when another version of Banso wrote it. */
export function decodePromiseMeta(text: string): PromiseMeta | null {
  return decodeMeta(promiseMeta, text);
}

import { z } from 'zod';
import { locales } from '../../../domain/locale';
import { decodeMeta } from '../decode-meta';

const breachMeta = z.strictObject({
  /** The language in which the modal speaks. */
  locale: z.enum(locales),
  breachId: z.uuid(),
  /** When the cause was last set, as shown: somebody else's newer one isn't overwritten. Null: there was none. */
  setAt: z.iso.datetime().nullable(),
});

/** What the modal carries along unseen that asks for the cause of a breach. */
export type BreachMeta = z.infer<typeof breachMeta>;

/** For `private_metadata`. Throws when a part isn't what it should be. */
export function encodeBreachMeta(meta: BreachMeta): string {
  return JSON.stringify(breachMeta.parse(meta));
}

/** Reads `private_metadata`; null when another version of Banso wrote it. */
export function decodeBreachMeta(text: string): BreachMeta | null {
  return decodeMeta(breachMeta, text);
}

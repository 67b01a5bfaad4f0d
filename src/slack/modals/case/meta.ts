import { z } from 'zod';
import { locales } from '../../../domain/locale';
import { decodeMeta } from '../decode-meta';

/** What a modal over a case carries along unseen. */
const caseMeta = z.strictObject({
  /** The language in which the modal speaks. */
  locale: z.enum(locales),
  channelId: z.string().max(30).nullable(),
  caseId: z.uuid(),
  /** Which version it shows. */
  version: z.int().min(1),
  /** The case that lies under it, to be drawn again; null: none does. */
  viewId: z.string().max(30).nullable(),
});

export type CaseMeta = z.infer<typeof caseMeta>;

export function encodeCaseMeta(meta: CaseMeta): string {
  return JSON.stringify(caseMeta.parse(meta));
}

/** Null when another version of Banso wrote it. */
export function decodeCaseMeta(text: string): CaseMeta | null {
  return decodeMeta(caseMeta, text);
}

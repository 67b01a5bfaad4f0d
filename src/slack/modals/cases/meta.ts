import { z } from 'zod';
import { locales } from '../../../domain/locale';
import { decodeMeta } from '../decode-meta';

/** What the modals of the library carry along unseen. */
const casesMeta = z.strictObject({
  /** The language in which the modal speaks. */
  locale: z.enum(locales),
  /** Where she was when she opened it; null: in no conversation. */
  channelId: z.string().max(30).nullable(),
  /** The list of retired cases and the place of its first: itself (viewId is null), or the one that lies under a case. */
  retired: z.strictObject({ viewId: z.string().max(30).nullable(), offset: z.int().min(0) }).optional(),
});

export type CasesMeta = z.infer<typeof casesMeta>;

/** What one modal of the library hands on to the next. */
export type Carried = Omit<CasesMeta, 'locale'>;

export function encodeCasesMeta(meta: CasesMeta): string {
  return JSON.stringify(casesMeta.parse(meta));
}

/** Null when another version of Banso wrote it. */
export function decodeCasesMeta(text: string): CasesMeta | null {
  return decodeMeta(casesMeta, text);
}

import { z } from 'zod';
import { concerns } from '../../../domain/check-in';
import { caseOutcomes } from '../../../domain/consultation';
import { decodeMeta } from '../decode-meta';
import { placeMeta } from '../place-meta';

const closingMeta = placeMeta.extend({ consultationId: z.uuid() });

/** What the preview carries along unseen: what was chosen before it. Its texts stand in its fields. */
const previewMeta = closingMeta.extend({
  outcome: z.enum(caseOutcomes),
  concerns: z.array(z.enum(concerns)),
  tags: z.array(z.string()),
  /** Slack's ids of the chosen replies. */
  chosen: z.array(z.string().max(30)),
});

export type ClosingMeta = z.infer<typeof closingMeta>;
export type PreviewMeta = z.infer<typeof previewMeta>;

/** For `private_metadata`. Throws when a part isn't what it should be. */
export function encodeClosingMeta(meta: ClosingMeta): string {
  return JSON.stringify(closingMeta.parse(meta));
}

/** Reads `private_metadata`; null when another version of Banso wrote it. */
export function decodeClosingMeta(text: string): ClosingMeta | null {
  return decodeMeta(closingMeta, text);
}

export function encodePreviewMeta(meta: PreviewMeta): string {
  return JSON.stringify(previewMeta.parse(meta));
}

export function decodePreviewMeta(text: string): PreviewMeta | null {
  return decodeMeta(previewMeta, text);
}

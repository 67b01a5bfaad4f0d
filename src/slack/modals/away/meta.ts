import { z } from 'zod';
import { isLocalDate } from '../../../domain/dates';
import { decodeMeta } from '../decode-meta';
import { type PlaceMeta, placeMeta } from '../place-meta';

const awayMeta = placeMeta.extend({
  /** Her local date when the modal was opened. */
  today: z.string().refine(isLocalDate),
});

export type AwayMeta = z.infer<typeof awayMeta>;

/** For `private_metadata`. Throws when a part isn't what it should be. */
export function encodeAwayMeta(meta: AwayMeta): string {
  return JSON.stringify(awayMeta.parse(meta));
}

/** Reads `private_metadata`; null when another version of Banso wrote it. */
export function decodeAwayMeta(text: string): AwayMeta | null {
  return decodeMeta(awayMeta, text);
}

/** Of the overview, from which the form is opened. */
export function decodeOverviewMeta(text: string): PlaceMeta | null {
  return decodeMeta(placeMeta, text);
}

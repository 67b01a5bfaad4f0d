import { z } from 'zod';
import { isLocalDate } from '../../../domain/dates';
import { locales } from '../../../domain/locale';
import { cardBelow } from '../card-below';
import { decodeMeta } from '../decode-meta';

const planMeta = z.strictObject({
  /** The language in which the modal speaks. */
  locale: z.enum(locales),
  /** Where the modal was opened from: the answer goes there. */
  channelId: z.string().max(30).nullable(),
  /** Undefined: it was opened elsewhere than from a card. */
  card: cardBelow.optional(),
  /** The learner whom the modal shows. */
  learnerId: z.uuid().nullable(),
  /** Whether the learner is picked in the modal. */
  picking: z.boolean(),
  /** The program's local date when the modal was opened. */
  today: z.string().refine(isLocalDate),
});

/** What the plan modal carries along unseen. */
export type PlanMeta = z.infer<typeof planMeta>;

/** For `private_metadata`. Throws when a part isn't what it should be. */
export function encodePlanMeta(meta: PlanMeta): string {
  return JSON.stringify(planMeta.parse(meta));
}

/** Reads `private_metadata`; null when another version of Banso wrote it. */
export function decodePlanMeta(text: string): PlanMeta | null {
  return decodeMeta(planMeta, text);
}

import { z } from 'zod';
import { isLocalDate } from '../../domain/dates';
import { locales } from '../../domain/locale';
import { cardBelow } from './card-below';
import { decodeMeta } from './decode-meta';

const learnerMeta = z.strictObject({
  /** The language in which the modal speaks. */
  locale: z.enum(locales),
  /** Where the modal was opened from: the answer goes there. */
  channelId: z.string().max(30).nullable(),
  learnerId: z.uuid(),
  /** Undefined: it was opened elsewhere than from a card. */
  card: cardBelow.optional(),
  /** The program's local date when the modal was opened. */
  today: z.string().refine(isLocalDate),
});

/** What a modal about one learner carries along unseen. */
export type LearnerMeta = z.infer<typeof learnerMeta>;

/** For `private_metadata`. Throws when a part isn't what it should be. */
export function encodeLearnerMeta(meta: LearnerMeta): string {
  return JSON.stringify(learnerMeta.parse(meta));
}

/** Reads `private_metadata`; null when another version of Banso wrote it. */
export function decodeLearnerMeta(text: string): LearnerMeta | null {
  return decodeMeta(learnerMeta, text);
}

import { z } from 'zod';
import { locales } from '../../domain/locale';

/** What every modal carries along: the language in which it speaks, and where its answer goes. */
export const placeMeta = z.strictObject({
  locale: z.enum(locales),
  /** Null: there was no conversation. */
  channelId: z.string().max(30).nullable(),
});

export type PlaceMeta = z.infer<typeof placeMeta>;

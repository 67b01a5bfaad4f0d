import { z } from 'zod';

/** The card that lies under a modal: it is drawn again once that modal has changed something. */
export const cardBelow = z.strictObject({ viewId: z.string().max(30), learnerId: z.uuid() });

export type CardBelow = z.infer<typeof cardBelow>;

import { z } from 'zod';

const row = z.strictObject({ learnerId: z.uuid(), deliveryId: z.uuid() });

/** Which row of which list a button stands in. */
export type Row = z.infer<typeof row>;

/** The `value` of a button in a list. */
export function encodeRow({ learnerId, deliveryId }: Row): string {
  return JSON.stringify({ learnerId, deliveryId });
}

/** Throws when the value isn't one that `encodeRow` made. */
export function decodeRow(value: string): Row {
  return row.parse(JSON.parse(value));
}

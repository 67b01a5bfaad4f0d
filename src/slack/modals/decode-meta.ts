import type { z } from 'zod';

/**
 * What a modal carries along, checked; null when it isn't what this version writes: a modal may stay open
 * while Banso is replaced by a newer version.
 */
export function decodeMeta<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

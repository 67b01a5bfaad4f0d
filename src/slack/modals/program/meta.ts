import { z } from 'zod';
import { isLocalDate } from '../../../domain/dates';
import { locales } from '../../../domain/locale';
import { decodeMeta } from '../decode-meta';

const day = z.string().refine(isLocalDate);

/** What each of a program's modals carries along unseen. */
const base = {
  /** The language in which the modal speaks. */
  locale: z.enum(locales),
  programId: z.uuid(),
};

const pushed = {
  ...base,
  /** The modal below, with the program's settings: it is drawn again after a change. */
  overviewId: z.string().max(100),
};

const overview = z.strictObject(base);
const closures = z.strictObject(pushed);
const policy = z.strictObject({
  ...pushed,
  /** The policy whose effect the modal tells; null: none yet. */
  previewed: z.strictObject({ effectiveOn: day, contactsPerWeek: z.int(), floorDays: z.int() }).nullable(),
});
const other = z.strictObject({
  ...pushed,
  zone: z.string(),
  /** What stood in the modal when it was opened: what she changes is what differs from it. */
  shown: z.strictObject({
    name: z.string(),
    locale: z.enum(locales),
    country: z.string(),
    workingWeekdays: z.array(z.int()),
    digestAt: z.string(),
    countedRoles: z.array(z.string()),
  }),
});

export type ClosuresMeta = z.infer<typeof closures>;
export type PolicyMeta = z.infer<typeof policy>;
export type OtherMeta = z.infer<typeof other>;

/** By modal: each writes `private_metadata`, and reads it back; null when another version of Banso wrote it. */
export const programMeta = {
  overview: codec(overview),
  closures: codec(closures),
  policy: codec(policy),
  other: codec(other),
};

function codec<T>(schema: z.ZodType<T>) {
  return {
    encode: (meta: T): string => JSON.stringify(schema.parse(meta)),
    decode: (text: string): T | null => decodeMeta(schema, text),
  };
}

import { z } from 'zod';
import { concerns } from '../../../domain/check-in';
import type { Locale } from '../../../domain/locale';
import englishCases from './cases-en.json';
import japaneseCases from './cases-ja.json';
import englishMessages from './messages-en.json';
import japaneseMessages from './messages-ja.json';

const text = z.string().min(1);

/** Where in the course a learner stood, and what weighed on them. */
const circumstances = {
  key: text,
  concerns: z.array(z.enum(concerns)).min(1).max(3),
  unit: text,
  courseWeek: z.int().min(1).max(17),
};

/** A closed consultation: nobody is named in it. */
const sampleCase = z.strictObject({
  ...circumstances,
  title: text,
  situation: text,
  /** What the supporter had done before asking. */
  tried: text,
  /** What helped, or what came of it. */
  helped: text,
  outcome: z.enum(['resolved', 'better', 'no_change', 'left', 'handed_over']),
  tags: z.array(text).min(1).max(4),
  closedDaysAgo: z.int().min(5).max(400),
  /** How many colleagues said since that it helped them. */
  helpedCount: z.int().min(0).max(9),
  /** What the author answered two weeks later; null: nothing, or not asked yet. */
  followUp: z.strictObject({ answer: z.enum(['better', 'same', 'worse']), line: text }).nullable(),
  /** What colleagues wrote in the thread, and whether it was part of what helped. */
  replies: z
    .array(z.strictObject({ text, helped: z.boolean() }))
    .min(2)
    .max(4),
});

/** A message that a supporter wrote to a learner, and what became of it. */
const sampleMessage = z.strictObject({
  ...circumstances,
  /** What it was written into, in a line. */
  situation: text,
  text,
  /** The learner's reply in a line; empty: none that can be told. */
  reaction: z.string(),
  helped: z.boolean(),
  sentDaysAgo: z.int().min(3).max(400),
});

export interface SampleCase extends z.infer<typeof sampleCase> {}
export interface SampleMessage extends z.infer<typeof sampleMessage> {}

/**
 * What the sample teams know from earlier learners, by the language in which it was written.
 * @throws {z.ZodError} on import, when an entry is not what it has to be.
 */
export const sampleLibrary: Readonly<
  Record<Locale, { cases: readonly SampleCase[]; messages: readonly SampleMessage[] }>
> = {
  ja: read({ cases: japaneseCases, messages: japaneseMessages }),
  en: read({ cases: englishCases, messages: englishMessages }),
};

function read(entries: { cases: unknown; messages: unknown }) {
  return z.strictObject({ cases: z.array(sampleCase), messages: z.array(sampleMessage) }).parse(entries);
}

import type { Queryable } from '../../db/client';
import { requireProgram } from '../../db/programs';
import { type CaseTexts, type ClosingPreview, helpedText } from '../../domain/closing';
import { type MarkedText, markedWithoutNames } from '../../domain/marked-names';
import type { ProgramScope } from '../../domain/scope';
import { UserError } from '../../errors';
import type { Context } from '../context';
import { type ConsultationKey, ownConsultation, refuseClosed } from './closable';
import { namesAround } from './names-of';
import { readableReplies } from './open-closing';

/** What people write that goes into a case. */
export interface Written {
  texts: CaseTexts;
  tags: readonly string[];
}

export interface PreviewInput extends ConsultationKey, Written {
  /** The replies that follow her own words of what helped; `text` null: as they were written. */
  chosen: readonly { ts: string; text: string | null }[];
}

/** Most characters of each text of a case: as many as can be edited later. */
const longestCaseText = 3000;

/**
 * What the case would say: all names of the learner and of those around her replaced.
 * @throws {UserError} helpedTooLong where that is more than fits together with the replies, caseTooLong where another text
 * is, and as openClosing does.
 */
export async function previewClosing(
  { db }: Pick<Context, 'db'>,
  { texts, tags, chosen, ...key }: PreviewInput,
): Promise<ClosingPreview> {
  const seen = await ownConsultation({ db }, key);
  await refuseClosed({ db }, seen);
  // One that was deleted meanwhile goes nowhere.
  const standing = new Map((await readableReplies(db, seen)).map((reply) => [reply.ts, reply.text]));
  const passages = chosen.flatMap(({ ts, text }) =>
    standing.has(ts) ? (text ?? standing.get(ts) ?? '') : [],
  );
  const whole = { ...texts, helped: helpedText(texts.helped, passages) };
  const preview = replacedIn({ texts: whole, tags }, await nameReplacer(db, seen.consultation));
  const over = preview.texts.helped.text.length - longestCaseText;
  if (over > 0) throw new UserError('helpedTooLong', { over });
  const { situation, tried } = preview.texts;
  if (Math.max(situation.text.length, tried.text.length) > longestCaseText)
    throw new UserError('caseTooLong', { max: longestCaseText });
  return preview;
}

/** Replaces names in whatever is written about a learner, in her program's language. */
export async function nameReplacer(
  db: Queryable,
  { workspaceId, programId, learnerId }: ProgramScope & { learnerId: string },
): Promise<(text: string) => MarkedText> {
  const { locale } = await requireProgram(db, { workspaceId, programId });
  const people = await namesAround(db, { workspaceId, programId }, learnerId);
  return (text) => markedWithoutNames(text.trim(), people, locale);
}

export function replacedIn({ texts, tags }: Written, replace: (text: string) => MarkedText): ClosingPreview {
  return {
    texts: {
      title: replace(texts.title),
      situation: replace(texts.situation),
      tried: replace(texts.tried),
      helped: replace(texts.helped),
    },
    tags: [...new Set(tags.map((tag) => replace(tag).text))],
  };
}

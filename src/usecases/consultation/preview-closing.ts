import { type CaseTexts, type ClosingPreview, helpedText } from '../../domain/closing';
import type { MarkedText } from '../../domain/marked-names';
import { UserError } from '../../errors';
import type { Context } from '../context';
import { type ConsultationKey, ownConsultation, refuseClosed } from './closable';
import { nameReplacer } from './names-of';
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
  namelessTexts(preview);
  return preview;
}

/**
 * What is saved of texts in which names were replaced.
 * @throws {UserError} caseTooLong where a word that replaced a name has made one longer than can be edited.
 */
export function namelessTexts({ texts, tags }: ClosingPreview): CaseTexts & { tags: string[] } {
  const { title, situation, tried, helped } = texts;
  const longest = Math.max(...[situation, tried, helped].map(({ text }) => text.length));
  if (longest > longestCaseText) throw new UserError('caseTooLong', { max: longestCaseText });
  return { title: title.text, situation: situation.text, tried: tried.text, helped: helped.text, tags };
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

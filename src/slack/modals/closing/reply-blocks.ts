import type { InputBlock, KnownBlock, PlainTextOption } from '@slack/types';
import { type ClosingReply, mostReplies } from '../../../domain/closing';
import { inParts } from '../../../domain/grouping';
import type { Messages } from '../../../i18n';
import { context, field, typed } from '../../block-kit';
import { ids, passageBlock, repliesBlock } from '../../ids';
import { longestName } from '../../messages/message';
import { plainLine } from '../../mrkdwn';
import { textInput } from '../field-elements';
import { longest } from '../limits';

/** Slack's most boxes to tick in one field, and its longest words beside one. */
export const mostBoxes = 10;
const longestOption = 75;

/**
 * The thread's replies to choose from, and of each chosen one its text, to be shortened. Choosing draws the modal again:
 * what stands in a field stays, as all fields keep their ids.
 */
export function replyBlocks(replies: readonly ClosingReply[], t: Messages): KnownBlock[] {
  if (replies.length === 0) return [context(t.closing.form.noReplies)];
  const parts = inParts(replies, mostBoxes);
  const chosen = replies.filter((reply) => reply.chosen).slice(0, mostReplies.chosen);
  return [
    ...parts.map((part, index) => choiceOf(part, { part: index + 1, parts: parts.length }, t)),
    ...chosen.map((reply) => passageOf(reply, t)),
  ];
}

function choiceOf(
  replies: readonly ClosingReply[],
  place: { part: number; parts: number },
  t: Messages,
): InputBlock {
  const chosen = replies.filter((reply) => reply.chosen).map((reply) => optionOf(reply, t));
  const input = field({
    blockId: repliesBlock(place.part),
    label: t.closing.form.replies(place),
    hint: t.closing.form.repliesHint({ max: mostReplies.chosen }),
    element: {
      type: 'checkboxes',
      action_id: ids.actions.closingReplies,
      options: replies.map((reply) => optionOf(reply, t)),
      ...(chosen.length > 0 && { initial_options: chosen }),
    },
  });
  return { ...input, dispatch_action: true };
}

function optionOf({ ts, text, authorName }: ClosingReply, t: Messages): PlainTextOption {
  return {
    text: typed(plainLine(text, longestOption)),
    description: typed(plainLine(authorOf(authorName, t), longestOption)),
    value: ts,
  };
}

function authorOf(name: string | null, { closing }: Messages): string {
  return name === null ? closing.form.somebody : closing.note.person({ name });
}

function passageOf({ ts, text, authorName }: ClosingReply, t: Messages): InputBlock {
  const { form } = t.closing;
  return field({
    blockId: passageBlock(ts),
    label: form.passage({ name: authorName === null ? null : plainLine(authorName, longestName) }),
    hint: form.passageHint,
    element: textInput({ max: longest.caseText, value: text, multiline: true }),
  });
}

import type {
  AllMiddlewareArgs,
  BlockAction,
  ExternalSelectAction,
  SlackActionMiddlewareArgs,
} from '@slack/bolt';
import type { InputBlock } from '@slack/types';
import type { Messages } from '../../i18n';
import { field, plain, typed } from '../block-kit';
import { ids } from '../ids';
import { plainLine } from '../mrkdwn';

const longestName = 75;

/** What a listener is given when a learner is picked. */
export type LearnerPick = SlackActionMiddlewareArgs<BlockAction<ExternalSelectAction>> & AllMiddlewareArgs;

/** The type-ahead over learners: each key asks for suggestions, and picking one dispatches `actionId`. */
export function learnerField(
  actionId: string,
  learner: { id: string; name: string } | null,
  t: Messages,
): InputBlock {
  const input = field({
    blockId: ids.blocks.learner,
    label: t.checkIn.learner,
    required: true,
    element: {
      type: 'external_select',
      action_id: actionId,
      min_query_length: 0,
      placeholder: plain(t.checkIn.learnerPlaceholder),
      ...(learner && {
        initial_option: { text: typed(plainLine(learner.name, longestName)), value: learner.id },
      }),
    },
  });
  return { ...input, dispatch_action: true };
}

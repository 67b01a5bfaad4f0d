import type { ModalView } from '@slack/types';
import type { Messages } from '../../../i18n';
import { field, plain, section } from '../../block-kit';
import { ids } from '../../ids';
import { longestName } from '../../messages/message';
import { bold, line } from '../../mrkdwn';
import { textInput } from '../field-elements';
import { encodeLearnerMeta, type LearnerMeta } from '../learner-meta';
import { longest } from '../limits';

/** How a course may end. */
export const endings = ['completed', 'withdrawn'] as const;
export type Ending = (typeof endings)[number];

/** The modal of each ending: a view of its own. */
const finishViews = {
  completed: ids.views.complete,
  withdrawn: ids.views.withdraw,
} as const satisfies Record<Ending, string>;

/** Asks once more before a learner is followed up no longer. */
export function finishView(
  { ending, name }: { ending: Ending; name: string },
  t: Messages,
  meta: LearnerMeta,
): ModalView {
  const { finish, form } = t.breaks;
  return {
    type: 'modal',
    callback_id: finishViews[ending],
    private_metadata: encodeLearnerMeta(meta),
    title: plain(finish.title[ending]),
    submit: plain(finish.submit[ending]),
    close: plain(form.cancel),
    blocks: [
      section(finish.about[ending]({ name: bold(line(name, longestName)) })),
      field({
        blockId: ids.blocks.finishReason,
        label: finish.reason,
        element: textInput({ max: longest.note, multiline: true }),
      }),
    ],
  };
}

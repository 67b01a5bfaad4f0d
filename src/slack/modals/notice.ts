import type { ModalView } from '@slack/types';
import { truncate } from '../../domain/text';
import type { Messages } from '../../i18n';
import { plain, typed } from '../block-kit';
import { ids } from '../ids';
import { longestSection } from '../mrkdwn';

/** A modal that says one thing, for example why the one before it can't be filled in. */
export function noticeView(text: string, t: Messages): ModalView {
  return {
    type: 'modal',
    callback_id: ids.views.notice,
    title: plain(t.notice.title),
    close: plain(t.notice.close),
    blocks: [{ type: 'section', text: typed(truncate(text, longestSection)) }],
  };
}

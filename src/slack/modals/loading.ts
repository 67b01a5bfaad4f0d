import type { ModalView } from '@slack/types';
import type { Messages } from '../../i18n';
import { plain, section } from '../block-kit';
import { ids } from '../ids';

/** What stands there until the database has answered: opened at once, since a trigger lives for three seconds. */
export function loadingView(t: Messages): ModalView {
  return {
    type: 'modal',
    callback_id: ids.views.loading,
    title: plain(t.loading.title),
    close: plain(t.loading.cancel),
    blocks: [section(t.loading.text)],
  };
}

import type { ModalView } from '@slack/types';
import type { Messages } from '../../i18n';
import { plain, section } from '../block-kit';
import { ids } from '../ids';

/**
 * What stands there, under the title of what is coming, until the database has answered: opened at once, since
 * a trigger lives for three seconds.
 */
export function loadingView(title: string, t: Messages): ModalView {
  return {
    type: 'modal',
    callback_id: ids.views.loading,
    title: plain(title),
    close: plain(t.loading.cancel),
    blocks: [section(t.loading.text)],
  };
}

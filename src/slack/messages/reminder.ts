import type { KnownBlock } from '@slack/types';
import type { ReminderModel } from '../../domain/due-list';
import type { Messages } from '../../i18n';
import { context, header, section } from '../block-kit';
import type { Message } from './message';
import { reminderRow } from './reminder-rows';

/**
 * A page of a supporter's reminder: who is due, with what was last said and a button each. At most 20 learners
 * (domain/paging), so 2 + 40 + 2 blocks. Pages after the first are replies in its thread.
 */
export function reminderMessage(model: ReminderModel, t: Messages): Message {
  const { items } = model;
  const severalPrograms = new Set(items.map(({ programName }) => programName)).size > 1;
  const title = titleOf(model, t);
  return {
    text: model.page === 0 ? t.reminder.notification(model) : title,
    blocks: [
      header(title),
      context(t.reminder.progress(model)),
      ...items.flatMap((item) => reminderRow(item, t, { on: model.on, severalPrograms })),
      ...foot(model, t),
    ],
  };
}

function titleOf({ on, page, pages }: ReminderModel, t: Messages): string {
  return t.reminder.title(on) + (page === 0 ? '' : t.lists.page({ page: page + 1, pages }));
}

function foot({ page, pages, open }: ReminderModel, t: Messages): KnownBlock[] {
  if (page === 0 && open === 0) return [section(t.reminder.allDone)];
  if (page === 0 && pages > 1) return [context(t.reminder.moreInThread)];
  return page === pages - 1 && open > 0 ? [context(t.reminder.foot)] : [];
}

import type { KnownBlock } from '@slack/types';
import type { ReminderModel } from '../../domain/due-list';
import type { Messages } from '../../i18n';
import { context, header, section } from '../block-kit';
import { bold } from '../mrkdwn';
import { type Message, mostBlocks } from './message';
import { promiseRows } from './promise-rows';
import { reminderRow } from './reminder-rows';

/**
 * A page of a supporter's reminder: who is due, with what was last said and a button each; on the first page also her
 * promises that fall due. At most 20 learners (domain/paging), so 2 + 40 + 1 blocks, and promises in what is left.
 * Pages after the first are replies in its thread.
 */
export function reminderMessage(model: ReminderModel, t: Messages): Message {
  const { items, page, promises } = model;
  const severalPrograms = new Set(items.map(({ programName }) => programName)).size > 1;
  const title = titleOf(model, t);
  const head = [header(title), summary(model, t)];
  const rows = items.flatMap((item) => reminderRow(item, t, { on: model.on, severalPrograms }));
  const tail = foot(model, t);
  const room = mostBlocks - head.length - rows.length - tail.length;
  return {
    text: page > 0 ? title : notification(model, t),
    blocks: [...head, ...rows, ...promisePart(promises, t, room), ...tail],
  };
}

function notification(model: ReminderModel, t: Messages): string {
  const { kind, total, promises } = model;
  if (total === 0 && promises.length === 0) return t.people.nobodyLeft;
  if (total === 0) return t.promises.notification({ n: promises.length });
  return kind === 'second_look' ? t.reminder.secondNotification(model) : t.reminder.notification(model);
}

/** A posted list loses learners when its reader leaves their program. */
function summary({ page, items, promises, open, total }: ReminderModel, t: Messages): KnownBlock {
  if (items.length === 0 && promises.length === 0 && (page > 0 || total === 0))
    return section(t.people.nobodyLeft);
  return total === 0 ? section(t.promises.nobodyDue) : context(t.reminder.progress({ open, total }));
}

function promisePart(promises: ReminderModel['promises'], t: Messages, room: number): KnownBlock[] {
  if (promises.length === 0) return [];
  return [
    section(bold(t.promises.due)),
    ...promiseRows(promises, t, { room: room - 1, rest: t.promises.restAtHome }),
  ];
}

function titleOf({ kind, on, page, pages }: ReminderModel, t: Messages): string {
  const title = kind === 'second_look' ? t.reminder.secondTitle(on) : t.reminder.title(on);
  return title + (page === 0 ? '' : t.lists.page({ page: page + 1, pages }));
}

function foot({ page, pages, open, total }: ReminderModel, t: Messages): KnownBlock[] {
  if (total === 0) return [];
  if (page === 0 && open === 0) return [section(t.reminder.allDone)];
  if (page === 0 && pages > 1) return [context(t.reminder.moreInThread)];
  return page === pages - 1 && open > 0 ? [context(t.reminder.foot)] : [];
}

import { latestCheckIns } from '../db/check-ins';
import type { Queryable } from '../db/client';
import { type Delivery, listPages } from '../db/deliveries';
import { type ItemOnPage, listedLearners } from '../db/due-lists';
import { findMember } from '../db/members';
import { type ProgramWithRules, programsByIds } from '../db/programs';
import { localDateAt } from '../domain/dates';
import type { ReminderItem, ReminderModel } from '../domain/due-list';
import type { Locale } from '../domain/locale';
import { isOpen, itemOnList } from './list-items';

export interface BuiltReminder {
  locale: Locale;
  model: ReminderModel;
}

/**
 * One page of a supporter's reminder from live data. Null: nobody on the reminder is open any more and it
 * hasn't been posted, so there is nothing to remind of.
 */
export async function buildReminder(
  db: Queryable,
  delivery: Delivery,
  now: Date,
): Promise<BuiltReminder | null> {
  const member = await findMember(db, delivery, delivery.recipient);
  if (!member) return null;
  const pages = await listPages(db, delivery);
  const listed = await listedLearners(
    db,
    delivery,
    pages.map(({ id }) => id),
  );
  const programs = await programsByIds(db, delivery, [...new Set(listed.map((item) => item.programId))]);
  const all = listed.flatMap((learner) => {
    const program = programs.get(learner.programId);
    return program ? [{ learner, item: itemFor(learner, program, delivery, now) }] : [];
  });
  const open = all.filter(({ item }) => isOpen(item)).length;
  if (open === 0 && delivery.status !== 'sent') return null;
  const onPage = all.filter(({ learner }) => learner.deliveryId === delivery.id);
  const last = await latestCheckIns(
    db,
    delivery,
    onPage.map(({ learner }) => learner.learnerId),
  );
  const items = onPage.map(
    ({ learner, item }): ReminderItem => ({
      ...item,
      programName: learner.programName,
      unit: learner.unit,
      planReason: learner.planReason,
      last: last.get(learner.learnerId) ?? null,
    }),
  );
  const { onDate: on, page } = delivery;
  return {
    locale: member.locale,
    model: { on, page, pages: pages.length, total: all.length, open, items },
  };
}

function itemFor(learner: ItemOnPage, program: ProgramWithRules, delivery: Delivery, now: Date) {
  return itemOnList(learner, program.rules, {
    listedOn: localDateAt(delivery.createdAt, program.zone),
    today: localDateAt(now, program.zone),
  });
}

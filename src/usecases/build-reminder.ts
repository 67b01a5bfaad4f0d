import { latestCheckIns } from '../db/check-ins';
import type { Queryable } from '../db/client';
import { type Delivery, listPages } from '../db/deliveries';
import { type ItemOnPage, listedLearners } from '../db/due-lists';
import { findMember, type Member } from '../db/members';
import { memberKey, type ProgramWithRules, programsOfMembers } from '../db/programs';
import { localDateAt } from '../domain/dates';
import type { DueItem, ReminderItem, ReminderModel } from '../domain/due-list';
import type { Locale } from '../domain/locale';
import type { OwnPromise } from '../domain/promises';
import { isOpen, itemOnList } from './list-items';
import { ownPromises, reminderPlaces } from './own-promises';
import { workersOf } from './working-times';

export interface BuiltReminder {
  locale: Locale;
  model: ReminderModel;
}

/**
 * One page of a supporter's reminder from live data, with the learners of the programs that she supports now. Null: nobody
 * on the reminder is open any more, no promise falls due, and it hasn't been posted, so there is nothing to remind of.
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
    now,
  );
  const supported = (await programsOfMembers(db, [member])).get(memberKey(member)) ?? [];
  const programs = new Map(supported.map((program) => [program.id, program]));
  const all = listed.flatMap((learner) => {
    const program = programs.get(learner.programId);
    return program ? [{ learner, item: itemFor(learner, program, delivery, now) }] : [];
  });
  const open = all.filter(({ item }) => isOpen(item)).length;
  const promises = await promisesFor(db, member, delivery);
  const promised = promises.some(({ state }) => state === 'ahead' || state === 'due');
  const onPage = all.filter(({ learner }) => learner.deliveryId === delivery.id);
  const isEmptyReply = delivery.page > 0 && onPage.length === 0;
  if (((open === 0 && !promised) || isEmptyReply) && delivery.status !== 'sent') return null;
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
    model: {
      kind: delivery.kind === 'second_look' ? 'second_look' : 'reminder',
      on,
      page,
      pages: pages.length,
      total: all.length,
      open,
      items,
      promises,
    },
  };
}

/** Her promises that fall due before her next reminder, as of when this one was made: on its first page. */
async function promisesFor(db: Queryable, member: Member, delivery: Delivery): Promise<OwnPromise[]> {
  const { kind, page, createdAt } = delivery;
  if (kind !== 'reminder' || page > 0) return [];
  const [worker] = await workersOf(db, [member], createdAt);
  return worker ? ownPromises(db, member, reminderPlaces(worker, createdAt), createdAt) : [];
}

function itemFor(learner: ItemOnPage, program: ProgramWithRules, delivery: Delivery, now: Date): DueItem {
  const item = itemOnList(learner, program.rules, {
    listedOn: localDateAt(delivery.createdAt, program.zone),
    today: localDateAt(now, program.zone),
  });
  const { actor } = item;
  const isElsewhere = isOpen(item) && actor !== null && actor.userId !== delivery.recipient;
  return isElsewhere ? { ...item, state: { kind: 'handed', to: actor.name } } : item;
}

import type { Queryable } from '../db/client';
import { type Delivery, listPages } from '../db/deliveries';
import { listedLearners } from '../db/due-lists';
import { findProgram } from '../db/programs';
import { localDateAt } from '../domain/dates';
import type { DigestModel, DueItem } from '../domain/due-list';
import { groupBy } from '../domain/grouping';
import type { Locale } from '../domain/locale';
import { digestExtras } from './digest-extras';
import { isOpen, itemOnList } from './list-items';
import { loadNeedsCover } from './needs-cover';

export interface BuiltDigest {
  locale: Locale;
  model: DigestModel;
}

/** One page of a program's digest from live data. Null: the program is gone. */
export async function buildDigest(db: Queryable, delivery: Delivery, now: Date): Promise<BuiltDigest | null> {
  const { workspaceId, programId, onDate: on, page } = delivery;
  const program = programId ? await findProgram(db, { workspaceId, programId }) : null;
  if (!program) return null;
  const pages = await listPages(db, delivery);
  const listed = await listedLearners(
    db,
    delivery,
    pages.map(({ id }) => id),
    now,
  );
  const needsCover = await loadNeedsCover(db, delivery, listed, now);
  const days = { listedOn: on, today: localDateAt(now, program.zone) };
  const all = listed.map((learner) => ({
    deliveryId: learner.deliveryId,
    item: withCover(itemOnList(learner, program.rules, days), needsCover(learner)),
  }));
  const items = all.filter(({ deliveryId }) => deliveryId === delivery.id).map(({ item }) => item);
  const model: DigestModel = {
    on,
    programName: program.name,
    page,
    pages: pages.length,
    total: all.length,
    open: all.filter(({ item }) => isOpen(item)).length,
    groups: groupsOf(items, previousOf(all, delivery.id)),
    uncovered: items.filter((item) => item.actor === null),
    extras: page === 0 ? await digestExtras(db, program, { on, now, madeAt: delivery.createdAt }) : null,
  };
  return { locale: program.locale, model };
}

/** Whoever acts for a learner but can't be in time stands among those whom nobody covers. */
function withCover(item: DueItem, needed: boolean): DueItem {
  return needed && isOpen(item) ? { ...item, actor: null } : item;
}

/** The last learner of the page before, whose group may go on here. */
function previousOf(
  all: readonly { deliveryId: string; item: DueItem }[],
  deliveryId: string,
): DueItem | null {
  const first = all.findIndex((entry) => entry.deliveryId === deliveryId);
  return all[first - 1]?.item ?? null;
}

/** Whoever was taken over since the list was made moves to the group of whoever acts for her now. */
function groupsOf(items: readonly DueItem[], previous: DueItem | null): DigestModel['groups'] {
  const covered = items.flatMap((item) => (item.actor ? [{ item, actor: item.actor }] : []));
  const groups = groupBy(covered, ({ actor }) => actor.userId);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { actor } = first;
    const continued = actor.userId === previous?.actor?.userId;
    return [{ actor, continued, items: group.map(({ item }) => item) }];
  });
}

import { type Listed, type NewDelivery, planDeliveries, retireLists } from '../db/deliveries';
import { newId } from '../db/ids';
import { deliverJob } from '../jobs/catalog';
import type { Unit } from './context';

export interface PlannedPage {
  delivery: NewDelivery;
  learners: Listed[];
}

type Base = Omit<NewDelivery, 'id' | 'dedupeKey' | 'page' | 'parentId'>;

/** A list cut into pages of these sizes: the first is the message, of this id, the others reply in its thread. */
export function pagesFor(
  base: Base,
  key: string,
  learners: readonly Listed[],
  sizes: readonly number[],
  rootId: string = newId(),
): PlannedPage[] {
  let from = 0;
  return (sizes.length === 0 ? [0] : sizes).map((size, page) => {
    const onPage = learners.slice(from, from + size);
    from += size;
    return {
      learners: onPage,
      delivery: {
        ...base,
        id: page === 0 ? rootId : newId(),
        dedupeKey: pageKey(key, page),
        page,
        parentId: page === 0 ? null : rootId,
      },
    };
  });
}

/** What one page of a list is known by. */
export function pageKey(key: string, page: number): string {
  return `${key}-${page}`;
}

/**
 * Writes those lists that aren't there yet, has them posted, and ends the life of the lists before them. A list
 * that is there already keeps its pages, whatever has come due since.
 */
export async function writeLists({ db, jobs }: Unit, pages: readonly PlannedPage[]): Promise<void> {
  const messages = pages.filter(({ delivery }) => !delivery.parentId);
  const fresh = await planDeliveries(db, messages);
  const replies = pages.filter(({ delivery: { parentId } }) => parentId && fresh.has(parentId));
  const freshReplies = await planDeliveries(db, replies);
  const lists = messages.map(({ delivery }) => delivery).filter(({ id }) => fresh.has(id));
  await retireLists(db, lists, new Set([...fresh, ...freshReplies]));
  for (const { id } of lists) jobs.push(deliverJob(id, 0));
}

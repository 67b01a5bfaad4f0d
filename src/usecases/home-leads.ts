import type { Queryable } from '../db/client';
import { dueUntil } from '../db/due-lists';
import type { HomeKey } from '../db/homes';
import { findDesk } from '../db/members';
import { type CaseloadSize, caseloadSizes } from '../db/team-load';
import { groupBy } from '../domain/grouping';
import { type HomeProgram, homeUncovered } from '../domain/home';
import type { Place } from './home-place';
import { dueItem } from './list-items';
import { loadNeedsCover } from './needs-cover';

/** Home's part for a lead: who needs cover now and how the learners are spread, of each program that she leads. */
export async function leadParts(
  db: Queryable,
  key: HomeKey,
  places: readonly Place[],
  now: Date,
): Promise<HomeProgram[]> {
  const desk = await findDesk(db, key, key.userId);
  const led = new Set(desk?.programs.filter(({ role }) => role === 'lead').map(({ id }) => id));
  const own = places.filter(({ program }) => led.has(program.id));
  const slots = own.map(({ program, today }) => ({ programId: program.id, today }));
  const due = await dueUntil(db, key, slots, now);
  const needsCover = await loadNeedsCover(db, key, due, now);
  const uncovered = groupBy(due.filter(needsCover), ({ programId }) => programId);
  const sizes = groupBy(await caseloadSizes(db, key, slots), ({ programId }) => programId);
  return own
    .map((place) => {
      const { id } = place.program;
      const items = (uncovered.get(id) ?? []).map((learner) => ({
        ...dueItem(learner, place.program.rules, place.today),
        today: place.today,
      }));
      return {
        programId: id,
        programName: place.program.name,
        uncovered: {
          items: items.slice(0, homeUncovered),
          more: Math.max(0, items.length - homeUncovered),
        },
        load: (sizes.get(id) ?? []).map(loadOf),
      };
    })
    .sort((a, b) => (a.programName < b.programName ? -1 : 1));
}

/** What makes a learner hard is told by signals, which are still to come. */
function loadOf({ name, learners, due }: CaseloadSize): HomeProgram['load'][number] {
  return { name, learners, due, hard: null };
}

import type { Queryable } from '../db/client';
import { type Delivery, listPages } from '../db/deliveries';
import { listedLearners } from '../db/due-lists';
import { leadsToTell } from '../db/members';
import { findProgram } from '../db/programs';
import { localDateAt } from '../domain/dates';
import type { EscalationModel } from '../domain/escalation';
import type { Locale } from '../domain/locale';
import { isOpen, itemOnList } from './list-items';

export interface BuiltEscalation {
  locale: Locale;
  model: EscalationModel;
}

/**
 * One page of an escalation from live data. Null: the program is gone, or everybody was contacted before it was
 * posted, so there is nothing to ask.
 */
export async function buildEscalation(
  db: Queryable,
  delivery: Delivery,
  now: Date,
): Promise<BuiltEscalation | null> {
  const { workspaceId, programId, onDate: listedOn, page } = delivery;
  const program = programId ? await findProgram(db, { workspaceId, programId }) : null;
  if (!program) return null;
  const pages = await listPages(db, delivery);
  const listed = await listedLearners(
    db,
    delivery,
    pages.map(({ id }) => id),
    now,
  );
  const days = { listedOn, today: localDateAt(now, program.zone) };
  const all = listed.map((learner) => ({
    deliveryId: learner.deliveryId,
    item: itemOnList(learner, program.rules, days),
  }));
  const open = all.filter(({ item }) => isOpen(item)).length;
  if (open === 0 && delivery.status !== 'sent') return null;
  const leadIds = page === 0 ? await leadsToTell(db, { workspaceId, programIds: [program.id] }) : [];
  const items = all.filter(({ deliveryId }) => deliveryId === delivery.id).map(({ item }) => item);
  return {
    locale: program.locale,
    model: { on: listedOn, page, pages: pages.length, total: all.length, open, leadIds, items },
  };
}

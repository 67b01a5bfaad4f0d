import { unexplainedBreaches } from '../db/breaches';
import type { Queryable } from '../db/client';
import type { HomeKey } from '../db/homes';
import type { MissedFloor } from '../domain/breach';
import type { Cut } from '../domain/due-list';

/** How many a lead is shown at once: each takes a row of her Home. */
const shown = 5;

/** They are counted up to here. */
const counted = 100;

/** The missed minimums without a cause in the programs that somebody leads, newest first; none for anybody else. */
export async function missedFloors(db: Queryable, key: HomeKey): Promise<Cut<MissedFloor>> {
  const found = await unexplainedBreaches(db, key, key.userId, counted);
  const items = found.map(({ id, learnerName: name, startedOn, namesake, floorOn, companionName }) => ({
    breachId: id,
    name,
    startedOn: namesake ? startedOn : null,
    floorOn,
    companionName,
  }));
  return { items: items.slice(0, shown), more: Math.max(0, items.length - shown) };
}

import {
  claimHomeRow,
  endHomeDrawing,
  findHome,
  forgetHome,
  type Home,
  type HomeKey,
  noteHomeOpened,
} from '../db/homes';
import { homeJob } from '../jobs/catalog';
import { type Context, transact } from './context';
import { touchHomesOf } from './touch-homes';

/** Whoever takes longer than this for one drawing counts as dead, in milliseconds. */
export const homeLeaseMs = 15_000;

/** Notes that somebody opened her Home. False: nobody whom Banso knows, whose Home there is nothing to draw from. */
export async function openHome({ db, now }: Context, key: HomeKey): Promise<boolean> {
  return noteHomeOpened(db, key, now);
}

export type HomeClaim =
  | { kind: 'claimed'; home: Home }
  /** Somebody else is drawing it, and will see to it that it shows everything. */
  | { kind: 'taken'; home: Home }
  | { kind: 'upToDate' };

/** Takes somebody's Home to draw it: one at a time, so that an older drawing never follows a newer one. */
export async function claimHome({ db, now }: Context, key: HomeKey): Promise<HomeClaim> {
  const abandonedBefore = new Date(now.getTime() - homeLeaseMs);
  const claimed = await claimHomeRow(db, key, { now, abandonedBefore });
  if (claimed) return { kind: 'claimed', home: claimed };
  const home = await findHome(db, key);
  return home && home.wantedRevision > home.shownRevision ? { kind: 'taken', home } : { kind: 'upToDate' };
}

/**
 * Records that a Home shows all that was known when it was claimed, and asks for more if more has happened. Whoever drew
 * for longer than the lease may have been overtaken, and have put an older Home over a newer one: it is drawn again.
 */
export async function recordHome(context: Context, claimed: Home): Promise<void> {
  await transact(context, async (unit) => {
    const home = await endHomeDrawing(unit.db, claimed, { shownRevision: claimed.wantedRevision });
    if (!home) await touchHomesOf(unit, claimed, [claimed.userId]);
    else if (home.wantedRevision > home.shownRevision) unit.jobs.push(homeJob(home, home.shownRevision));
  });
}

/** Gives a claimed Home back, to be drawn by whoever claims it next. */
export async function giveBackHome({ db }: Context, claimed: Home): Promise<void> {
  await endHomeDrawing(db, claimed, {});
}

/** Leaves a Home alone that Slack won't show, until it is opened again. */
export async function closeHome({ db }: Context, claimed: Home): Promise<void> {
  await forgetHome(db, claimed);
}

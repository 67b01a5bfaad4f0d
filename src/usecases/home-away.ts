import { absencesShown, coversShown } from '../db/availability';
import type { Queryable } from '../db/client';
import type { Member } from '../db/members';
import { localDateAt } from '../domain/dates';
import type { HomeAway } from '../domain/home';

/** Home's part about being away: what of it isn't over. */
export async function awayPart(db: Queryable, member: Member, now: Date): Promise<HomeAway> {
  const on = localDateAt(now, member.zone);
  const [absences, covers] = await Promise.all([absencesShown(db, member, on), coversShown(db, member, now)]);
  return {
    absences: absences.map(({ from, to, requests }) => ({
      from,
      to,
      covers: requests.map(({ toName: name, status }) => ({ name, status })),
    })),
    covers: covers.map(({ fromName: name, from, to, status }) => ({ name, from, to, status })),
    remindersOn: member.remindersOn,
  };
}

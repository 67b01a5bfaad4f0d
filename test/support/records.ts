import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Database } from '../../src/db/client';
import {
  careTeam as careTeams,
  checkIns,
  learners,
  members,
  policies,
  programs,
  promises,
  supporters,
  workspaces,
} from '../../src/db/schema';
import { localeFrom } from '../../src/domain/locale';
import { searchKey } from '../../src/domain/names';
import type { FakeClock } from './clock';
import { workspaceSeed } from './workspace';

type New<T extends { $inferInsert: object }> = Partial<T['$inferInsert']>;

/** Writes rows for tests, with defaults for whatever a test doesn't speak of. */
export type Records = ReturnType<typeof createRecords>;

export function createRecords(db: Database, clock: FakeClock, workspaceId: string) {
  const createdAt = clock.now();
  const workspace = async (id = workspaceId) => {
    await db.insert(workspaces).values({ id, name: id, createdAt }).onConflictDoNothing();
  };

  /** A member as the seed describes the user; her reminder's hour has just come. */
  const member = async (userId: string, given: New<typeof members> = {}) => {
    const user = workspaceSeed.users.find(({ id }) => id === userId);
    await workspace(given.workspaceId);
    await db
      .insert(members)
      .values({
        workspaceId,
        userId,
        name: user?.name ?? userId,
        zone: user?.tz ?? 'Asia/Tokyo',
        locale: localeFrom(user?.locale ?? 'ja-JP'),
        nextReminderAt: clock.now(),
        ...given,
      })
      .onConflictDoNothing();
  };

  /** A program in C0TEAM with its lead and supporters. */
  const program = async (given: New<typeof programs> & { people?: string[] } = {}) => {
    const { people = ['U0AOI', 'U0MORI'], ...row } = given;
    await workspace(row.workspaceId);
    const [added] = await db
      .insert(programs)
      .values({
        workspaceId,
        name: 'Web開発',
        channelId: 'C0TEAM',
        zone: 'Asia/Tokyo',
        locale: 'ja',
        country: 'JP',
        digestAt: '09:00',
        nextDigestAt: clock.now(),
        nextEscalationAt: clock.now(),
        createdAt,
        ...row,
      })
      .returning();
    if (!added) throw new Error('program: expected a row');
    const scope = { workspaceId: added.workspaceId, programId: added.id };
    await db.insert(policies).values({ ...scope, effectiveOn: '2026-01-01', setAt: createdAt });
    await supporter(scope, 'U0LEAD', 'lead');
    for (const userId of people) await supporter(scope, userId);
    return { ...added, ...scope };
  };

  const supporter = async (
    scope: { workspaceId: string; programId: string },
    userId: string,
    role: 'lead' | 'supporter' = 'supporter',
  ) => {
    await member(userId, { workspaceId: scope.workspaceId });
    await db.insert(supporters).values({ ...scope, userId, role });
  };

  /** A learner of U0AOI's who is due on 2026-11-24. */
  const learner = async (
    { workspaceId: owner, programId }: { workspaceId: string; programId: string },
    given: New<typeof learners> = {},
  ) => {
    const name = given.name ?? `受講生 ${randomUUID().slice(0, 6)}`;
    const reading = given.reading ?? '';
    const [added] = await db
      .insert(learners)
      .values({
        workspaceId: owner,
        programId,
        name,
        reading,
        nameKey: searchKey(name),
        readingKey: searchKey(reading),
        startedOn: '2026-10-05',
        endsOn: '2027-01-31',
        companionId: 'U0AOI',
        lastContactOn: '2026-11-20',
        dueOn: '2026-11-24',
        floorOn: '2026-11-27',
        dueReason: 'rhythm',
        dueSetOn: '2026-11-20',
        createdAt,
        ...given,
      })
      .returning();
    if (!added) throw new Error('learner: expected a row');
    return added;
  };

  /** A contact with a learner, logged by her companion. */
  const checkIn = async (
    of: { workspaceId: string; programId: string; id: string; companionId: string | null },
    given: New<typeof checkIns> = {},
  ) => {
    const [added] = await db
      .insert(checkIns)
      .values({
        workspaceId: of.workspaceId,
        programId: of.programId,
        learnerId: of.id,
        authorId: of.companionId ?? 'U0LEAD',
        contactedOn: '2026-11-20',
        outcome: 'replied',
        counts: true,
        submissionKey: randomUUID(),
        createdAt: clock.now(),
        ...given,
      })
      .returning();
    if (!added) throw new Error('check-in: expected a row');
    return added;
  };

  /** A mentor or advisor: a Slack user by her id, else somebody who is known by name alone. */
  /** What the author of a check-in with a learner promised, for 2026-11-24. */
  const promise = async (of: Parameters<typeof checkIn>[0], given: New<typeof promises> = {}) => {
    const { id: checkInId, authorId } = given.checkInId
      ? { id: given.checkInId, authorId: 'U0AOI' }
      : await checkIn(of);
    const [added] = await db
      .insert(promises)
      .values({
        workspaceId: of.workspaceId,
        programId: of.programId,
        learnerId: of.id,
        checkInId,
        madeBy: authorId,
        text: '記事を送る',
        dueOn: '2026-11-24',
        ...given,
      })
      .returning();
    if (!added) throw new Error('promise: expected a row');
    return added;
  };

  /** A mentor or advisor who is known by name alone. */
  const careTeam = async (
    { workspaceId: owner, id: learnerId }: { workspaceId: string; id: string },
    role: 'mentor' | 'advisor',
    who: string,
  ) => {
    const inSlack = workspaceSeed.users.some(({ id }) => id === who);
    if (inSlack) await member(who, { workspaceId: owner });
    const person = inSlack ? { userId: who } : { name: who };
    await db.insert(careTeams).values({ workspaceId: owner, learnerId, role, ...person });
  };

  /** A learner as if she had never been there. */
  const erase = async ({ id }: { id: string }) => {
    await db.delete(learners).where(eq(learners.id, id));
  };

  return { workspace, member, program, supporter, learner, checkIn, promise, careTeam, erase };
}

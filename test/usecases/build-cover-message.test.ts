import { and, asc, eq } from 'drizzle-orm';
import { listPages } from '../../src/db/deliveries';
import { absences, coverRequests, deliveries, supporters } from '../../src/db/schema';
import { buildCards } from '../../src/usecases/build-cover-message';
import { claimDelivery } from '../../src/usecases/claim-delivery';
import { transact } from '../../src/usecases/context';
import { fillCards } from '../../src/usecases/fill-cards';
import { planCards } from '../../src/usecases/plan-cards';
import { startWorld, type World } from '../support/world';

let world: World;
let program: Awaited<ReturnType<World['records']['program']>>;
beforeAll(async () => {
  world = await startWorld();
  program = await world.records.program();
});
afterAll(() => world.close());

/** Cards for U0MORI, planned but not posted yet; the pages in their order. */
async function planned(dedupeKey: string, rows: readonly { id: string }[]) {
  const { db } = world.deps;
  const onDate = '2026-11-24';
  const learnerIds = rows.map(({ id }) => id);
  await transact(world.deps.context(), (unit) =>
    planCards(unit, program, {
      ...{ dedupeKey, recipient: 'U0MORI', learnerIds, onDate, requestId: null },
      runAt: new Date('2026-11-25T00:00:00Z'),
    }),
  );
  const pages = await db.select().from(deliveries).orderBy(asc(deliveries.page));
  return pages.filter((page) => page.dedupeKey.startsWith(dedupeKey));
}

const draw = (pages: Awaited<ReturnType<typeof planned>>) =>
  Promise.all(pages.map((page) => buildCards(world.deps.db, page, world.clock.now())));

async function leave({ programId }: { programId: string }, removedAt: Date | null = world.clock.now()) {
  await world.deps.db
    .update(supporters)
    .set({ removedAt })
    .where(and(eq(supporters.programId, programId), eq(supporters.userId, 'U0MORI')));
}

const learnersOf = (of: typeof program, count: number) =>
  Promise.all(Array.from({ length: count }, () => world.records.learner(of)));

/** The cards of U0MORI, who has agreed to stand in for somebody without learners so far; not filled yet. */
async function agreed(submissionKey: string) {
  const { workspaceId } = program;
  const at = world.clock.now();
  const days = { fromOn: '2026-11-24', toOn: '2026-11-24', createdAt: at };
  const [absence] = await world.deps.db
    .insert(absences)
    .values({ workspaceId, userId: 'U0LEAD', submissionKey, ...days })
    .returning();
  const people = { fromId: 'U0LEAD', toId: 'U0MORI', askedBy: 'U0LEAD' };
  const accepted = { status: 'accepted', askedAt: at, answeredAt: at } as const;
  const [request] = await world.deps.db
    .insert(coverRequests)
    .values({
      ...{ workspaceId, submissionKey, absenceId: absence?.id ?? null, extent: 'everyone' },
      ...{ ...people, ...accepted },
    })
    .returning();
  const requestId = request?.id ?? '';
  await transact(world.deps.context(), (unit) =>
    planCards(unit, program, {
      ...{ dedupeKey: submissionKey, recipient: 'U0MORI', learnerIds: [], requestId },
      ...{ onDate: '2026-11-24', runAt: at },
    }),
  );
  const [page] = await world.deps.db.select().from(deliveries).where(eq(deliveries.requestId, requestId));
  if (!page) throw new Error('expected cards');
  return page;
}

describe('cards of learners who are taken over', () => {
  it('are filled as they are sent, once, however often that is tried', async () => {
    const page = await agreed('cards-filled');
    const join = (count: number) =>
      Promise.all(
        Array.from({ length: count }, () => world.records.learner(program, { companionId: 'U0LEAD' })),
      );
    await join(11);
    const claim = await claimDelivery(world.deps.context(), page.id);
    if (!claim) throw new Error('expected a claim');
    await Promise.all([fillCards(world.deps.context(), claim), fillCards(world.deps.context(), claim)]);
    await join(1);
    await fillCards(world.deps.context(), claim);
    const pages = await listPages(world.deps.db, page);
    expect(pages.map(({ page: number }) => number)).toEqual([0, 1]);
    expect(await buildCards(world.deps.db, page, world.clock.now())).toMatchObject({ total: 11, pages: 2 });
  });

  it('stand each on one page, and every page counts them all', async () => {
    const built = await draw(await planned('cards-pages', await learnersOf(program, 12)));
    expect(built).toMatchObject([
      { page: 0, pages: 2, total: 12 },
      { page: 1, pages: 2, total: 12 },
    ]);
    expect(built.map((page) => page?.cards.length)).toEqual([10, 2]);
  });

  it('show the promises that are open', async () => {
    const [row] = await learnersOf(program, 1);
    if (!row) throw new Error('expected a learner');
    await world.records.promise(row, { text: '資料を送る', dueOn: '2026-11-26' });
    await world.records.promise(row, { keptAt: world.clock.now(), keptBy: 'U0AOI' });
    const [built] = await draw(await planned('cards-promises', [row]));
    expect(built?.cards.map(({ card }) => card.promises)).toEqual([
      [{ text: '資料を送る', dueOn: '2026-11-26' }],
    ]);
  });

  it('hold the last three of several check-ins, the last eight motivations, the care team, and a quiet watch', async () => {
    const watch = { watching: true, plannedOn: '2026-11-27', planReason: '試験期間', dueOn: '2026-11-27' };
    const row = await world.records.learner(program, { ...watch, goal: '転職', tone: '短く', avoid: '前職' });
    for (let n = 1; n <= 9; n += 1) {
      const motivation = (n % 5) + 1;
      await world.records.checkIn(row, { contactedOn: `2026-11-0${n}`, note: `メモ ${n}`, motivation });
    }
    await world.records.careTeam(row, 'mentor', 'U0MENT');
    const [built] = await draw(await planned('cards-contents', [row]));
    expect(built?.cards).toMatchObject([
      {
        today: '2026-11-24',
        moved: false,
        card: {
          ...{ goal: '転職', tone: '短く', avoid: '前職', dueOn: '2026-11-27', watchedBecause: '試験期間' },
          motivations: [3, 4, 5, 1, 2, 3, 4, 5],
          team: [{ role: 'mentor', name: '江口' }],
        },
      },
    ]);
    expect(built?.cards.map(({ card }) => card.recent.map(({ note }) => note))).toEqual([
      ['メモ 9', 'メモ 8', 'メモ 7'],
    ]);
  });

  it('leave with the program: somebody who was removed from it reads of its learners no more', async () => {
    const other = await world.records.program({
      name: 'デザイン',
      channelId: 'C0SECOND',
      people: ['U0MORI'],
    });
    const pages = await planned('cards-left', [
      ...(await learnersOf(program, 10)),
      ...(await learnersOf(other, 2)),
    ]);
    await leave(program);
    const built = await draw(pages);
    expect(built).toMatchObject([
      { total: 2, cards: [] },
      { total: 2, cards: [{}, {}] },
    ]);
    await leave(other);
    expect(await draw(pages)).toEqual([null, null]);
    await leave(program, null);
    const [first, second] = await draw(pages);
    expect(first).toMatchObject({ total: 10 });
    expect(second).toBeNull();
  });
});

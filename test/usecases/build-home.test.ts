import { and, eq } from 'drizzle-orm';
import { supporters } from '../../src/db/schema';
import { addDays } from '../../src/domain/dates';
import type { HomeModel } from '../../src/domain/home';
import { buildHome } from '../../src/usecases/build-home';
import { createRecords, type Records } from '../support/records';
import { startWorld, type World } from '../support/world';
import { logContact } from './log-contact';

type Program = Awaited<ReturnType<Records['program']>>;

const today = '2026-11-24';
let world: World;
let program: Program;
beforeEach(async () => {
  world = await startWorld();
  program = await world.records.program({ people: ['U0AOI', 'U0MORI', 'U0KUDO'] });
});
afterEach(() => world.close());

const built = (userId: string, workspaceId = 'T0TEST') =>
  buildHome(world.deps.db, { workspaceId, userId }, world.clock.now());

async function homeOf(userId = 'U0AOI', workspaceId?: string): Promise<HomeModel> {
  const home = (await built(userId, workspaceId))?.home;
  if (!home) throw new Error(`${userId} has no Home of a supporter`);
  return home;
}

/** A learner of U0AOI's, last contacted early in the month. */
const learner = (name: string, given: Parameters<Records['learner']>[1] = {}, of = program) =>
  world.records.learner(of, { name, lastContactOn: '2026-11-02', ...given });

const namesIn = (home: HomeModel) => ({
  due: home.due.rows.map(({ name }) => name),
  week: home.week.flatMap(({ on, due }) => due.map(({ name }) => `${on} ${name}`)),
});

async function leave(userId: string, { programId }: Program): Promise<void> {
  await world.deps.db
    .update(supporters)
    .set({ removedAt: world.clock.now() })
    .where(and(eq(supporters.programId, programId), eq(supporters.userId, userId)));
}

describe('who is due', () => {
  it('is everybody up to today, longest due first, and who comes later stands in the week', async () => {
    await learner('tomorrow', { dueOn: '2026-11-25' });
    await learner('today', { dueOn: today });
    await learner('overdue', { dueOn: '2026-11-19' });
    await learner('seventh day', { dueOn: '2026-12-01' });
    await learner('eighth day', { dueOn: '2026-12-02' });
    expect(namesIn(await homeOf())).toEqual({
      due: ['overdue', 'today'],
      week: ['2026-11-25 tomorrow', '2026-12-01 seventh day'],
    });
  });

  it('is nobody of somebody else, and nobody who rests or has finished', async () => {
    await learner('hers', { companionId: 'U0MORI' });
    await learner('nobody’s', { companionId: null });
    await learner('resting', { status: 'paused' });
    await learner('finished', { status: 'completed' });
    await learner('over', { dueOn: null, floorOn: null, dueReason: 'over' });
    expect(namesIn(await homeOf())).toEqual({ due: [], week: [] });
    expect(namesIn(await homeOf('U0LEAD'))).toEqual({ due: [], week: [] });
  });

  it('stands with what was last said, in the words of a reminder', async () => {
    const row = await learner('佐藤 花子', { unit: '配列', dueOn: '2026-11-20', floorOn: '2026-12-01' });
    await world.records.checkIn(row, { contactedOn: '2026-11-16', note: 'before' });
    await world.records.checkIn(row, { contactedOn: '2026-11-18', note: 'last' });
    expect((await homeOf()).due.rows).toMatchObject([
      {
        learnerId: row.id,
        state: { kind: 'overdue', workingDays: 1 },
        unit: '配列',
        programName: 'Web開発',
        last: { contactedOn: '2026-11-18', note: 'last', authorName: '青木' },
        today,
      },
    ]);
  });

  it('tells two of one name apart, also in the week', async () => {
    await learner('佐藤 花子', { startedOn: '2026-10-01' });
    await learner('佐藤 花子', { startedOn: '2026-11-02', dueOn: '2026-11-25' });
    const { due, week } = await homeOf();
    expect(due.rows).toMatchObject([{ startedOn: '2026-10-01' }]);
    expect(week[0]?.due).toMatchObject([{ startedOn: '2026-11-02' }]);
  });

  it('is judged by the program’s date where that is a day ahead of hers', async () => {
    world.clock.set('2026-11-24T18:00:00Z');
    await learner('due in Tokyo', { companionId: 'U0KUDO', dueOn: '2026-11-25' });
    await learner('next', { companionId: 'U0KUDO', dueOn: '2026-11-26' });
    const home = await homeOf('U0KUDO');
    expect(home.due).toMatchObject({
      on: '2026-11-24',
      rows: [{ name: 'due in Tokyo', today: '2026-11-25', state: { kind: 'due' } }],
    });
    expect(home.week[0]).toMatchObject({ on: '2026-11-26', due: [{ name: 'next' }] });
  });
});

describe('a Home of many learners', () => {
  async function withDue(count: number): Promise<HomeModel['due']> {
    for (let n = 0; n < count; n += 1) {
      await learner(`#${String(n).padStart(3, '0')}`, {
        dueOn: addDays(today, -Math.floor((count - 1 - n) / 10)),
      });
    }
    return (await homeOf()).due;
  }

  it('gives 15 their buttons, and folds nobody of those', async () => {
    const { rows, others } = await withDue(15);
    expect([rows.length, others]).toEqual([15, { items: [], more: 0 }]);
  });

  it('names who comes after them, and counts whoever comes after 120 more', async () => {
    const { rows, others } = await withDue(138);
    expect([rows[0]?.name, rows.at(-1)?.name, rows.length]).toEqual(['#000', '#014', 15]);
    expect([others.items[0]?.name, others.items.at(-1)?.name]).toEqual(['#015', '#134']);
    expect([others.items.length, others.more]).toEqual([120, 3]);
  });
});

describe('quiet watches that last longer than the week', () => {
  it('are hers with their end and reason, soonest first; nobody else’s, and nobody who is merely due later', async () => {
    const watch = { watching: true, dueReason: 'planned', planReason: '論文' } as const;
    await learner('later', { ...watch, dueOn: '2026-12-14' });
    await learner('sooner', { ...watch, dueOn: '2026-12-02' });
    await learner('in the week', { ...watch, dueOn: '2026-12-01' });
    await learner('a colleague’s', { ...watch, dueOn: '2026-12-02', companionId: 'U0MORI' });
    await learner('not watched', { dueOn: '2026-12-02' });
    expect((await homeOf()).watchedBeyond).toEqual([
      { name: 'sooner', startedOn: null, on: '2026-12-02', reason: '論文' },
      { name: 'later', startedOn: null, on: '2026-12-14', reason: '論文' },
    ]);
  });
});

describe('a newcomer', () => {
  const stepOf = async (userId?: string) => (await homeOf(userId)).nextStep?.kind ?? null;

  it('is welcomed until she logs her first check-in, whoever has contacted her learners before', async () => {
    const row = await learner('handed over', { dueOn: '2026-12-08' });
    await world.records.checkIn(row, { authorId: 'U0MORI' });
    expect(await stepOf()).toBe('firstCheckIn');
    await logContact(world, row);
    expect(await stepOf()).toBeNull();
  });

  it('is told how to come to learners where the program’s are others’', async () => {
    await learner('a colleague’s', { companionId: 'U0MORI' });
    expect([await stepOf(), await stepOf('U0MORI')]).toEqual(['awaitLearners', 'firstCheckIn']);
  });

  it('waits with her lead for the roster of a fresh program', async () => {
    expect([await stepOf(), await stepOf('U0LEAD')]).toEqual(['awaitRoster', 'importRoster']);
  });

  it('is nobody who has logged in another program, though a new one begins, or her old ones left her', async () => {
    await world.records.checkIn(await learner('finished', { status: 'completed' }));
    const fresh = await world.records.program({ name: '次の期', channelId: 'C0NEXT', people: ['U0AOI'] });
    await learner('not yet contacted', { lastContactOn: null, dueOn: '2026-12-08' }, fresh);
    expect(await stepOf()).toBeNull();
    await leave('U0AOI', program);
    expect(await stepOf()).toBeNull();
  });
});

describe('the rest of her caseload', () => {
  it('is named with its days, soonest first: who comes after the week, and who is on a break', async () => {
    await learner('later', { dueOn: '2026-12-08' });
    await learner('on a break', { dueOn: '2026-12-10', dueReason: 'return' });
    await learner('eighth day', { dueOn: '2026-12-02' });
    await learner('seventh day', { dueOn: '2026-12-01' });
    await learner('watched', { dueOn: '2026-12-14', watching: true, planReason: '論文' });
    await learner('a colleague’s', { dueOn: '2026-12-08', companionId: 'U0MORI' });
    await learner('finished', { dueOn: null, floorOn: null, status: 'completed' });
    const rest = { startedOn: null, afterBreak: false };
    expect((await homeOf()).later).toEqual([
      { ...rest, name: 'eighth day', on: '2026-12-02' },
      { ...rest, name: 'later', on: '2026-12-08' },
      { ...rest, name: 'on a break', on: '2026-12-10', afterBreak: true },
    ]);
  });

  it('names who is on a break of which nobody knows the end, the longest first, so that nobody is forgotten', async () => {
    const away = { dueOn: null, floorOn: null, dueReason: 'over', status: 'paused' } as const;
    await learner('since last week', { ...away, statusOn: '2026-11-18' });
    await learner('since spring', { ...away, statusOn: '2026-10-20' });
    await learner('a colleague’s', { ...away, companionId: 'U0MORI' });
    expect((await homeOf()).onBreak).toEqual([
      { name: 'since spring', startedOn: null, since: '2026-10-20' },
      { name: 'since last week', startedOn: null, since: '2026-11-18' },
    ]);
  });

  it('tells two of one name apart', async () => {
    await learner('佐藤 花子', { startedOn: '2026-10-01', dueOn: '2026-12-08' });
    await learner('佐藤 花子', { startedOn: '2026-11-02', dueOn: '2026-12-09' });
    expect((await homeOf()).later).toMatchObject([{ startedOn: '2026-10-01' }, { startedOn: '2026-11-02' }]);
  });

  it('is no longer shown of a program that she left', async () => {
    await learner('left', { dueOn: '2026-12-08' });
    await world.records.program({ name: 'データ分析', channelId: 'C0OTHER', people: ['U0AOI'] });
    await leave('U0AOI', program);
    expect((await homeOf()).later).toEqual([]);
  });
});

describe('the week ahead', () => {
  it('holds her program’s working days, the empty ones too', async () => {
    await learner('on a Saturday', { dueOn: '2026-11-28' });
    expect((await homeOf()).week.map(({ on, due }) => [on, due.length])).toEqual([
      ['2026-11-25', 0],
      ['2026-11-26', 0],
      ['2026-11-27', 0],
      ['2026-11-28', 1],
      ['2026-11-30', 0],
      ['2026-12-01', 0],
    ]);
  });

  it('tells whose quiet watch ends, and why she chose to wait', async () => {
    const planned = { dueOn: '2026-11-26', plannedOn: '2026-11-26', dueReason: 'planned' as const };
    await learner('watched', { ...planned, planReason: '試験前', watching: true });
    await learner('sooner', { ...planned, planReason: '面談のあと' });
    const day = (await homeOf()).week.find(({ on }) => on === '2026-11-26');
    expect(day?.watched).toMatchObject([{ name: 'watched', reason: '試験前' }]);
    expect(day?.due).toMatchObject([{ name: 'sooner' }]);
  });
});

describe('somebody of several programs', () => {
  it('reads of each learner in which program she is, where those who are due are in several', async () => {
    const other = await world.records.program({
      name: 'データ分析',
      channelId: 'C0OTHER',
      people: ['U0AOI'],
    });
    await learner('A', { dueOn: '2026-11-19' });
    await learner('B', { dueOn: '2026-11-25' }, other);
    expect((await homeOf()).due.severalPrograms).toBe(false);
    await learner('C', { dueOn: '2026-11-20' }, other);
    const home = await homeOf();
    expect(home.due.severalPrograms).toBe(true);
    expect(home.due.rows.map(({ name, programName }) => [name, programName])).toEqual([
      ['A', 'Web開発'],
      ['C', 'データ分析'],
    ]);
    expect(namesIn(home).week).toEqual(['2026-11-25 B']);
  });

  it('has each program’s own today', async () => {
    world.clock.set('2026-11-24T18:00:00Z');
    const america = { name: 'Web West', zone: 'America/Los_Angeles', country: 'US', channelId: 'C0OTHER' };
    const other = await world.records.program({ ...america, people: ['U0AOI'] });
    await learner('Tokyo', { dueOn: '2026-11-25' });
    await learner('Los Angeles', { dueOn: '2026-11-25' }, other);
    expect(namesIn(await homeOf())).toEqual({ due: ['Tokyo'], week: ['2026-11-25 Los Angeles'] });
  });

  it('no longer sees the learners of a program that she left', async () => {
    const other = await world.records.program({
      name: 'データ分析',
      channelId: 'C0OTHER',
      people: ['U0AOI'],
    });
    await learner('left', { dueOn: '2026-11-20' });
    await learner('left too', { dueOn: '2026-11-25' });
    await learner('kept', { dueOn: '2026-11-20' }, other);
    await leave('U0AOI', program);
    expect(namesIn(await homeOf())).toEqual({ due: ['kept'], week: [] });
  });
});

describe('whoever supports no program', () => {
  it('has no list: a mentor, and somebody who left her only program', async () => {
    await learner('hers once');
    await world.records.member('U0MENT');
    await leave('U0AOI', program);
    expect(await built('U0MENT')).toEqual({ locale: 'ja', home: null });
    expect(await built('U0AOI')).toEqual({ locale: 'ja', home: null });
  });

  it('is unknown when no member', async () => {
    expect(await built('U0GUEST')).toBeNull();
  });
});

describe('another workspace', () => {
  it('sees nothing of this one, though the people have the same ids', async () => {
    const elsewhere = createRecords(world.deps.db, world.clock, 'T0ELSE');
    const theirs = await elsewhere.program({ people: ['U0AOI'] });
    await learner('ours');
    const row = await elsewhere.learner(theirs, { name: 'theirs' });
    await elsewhere.checkIn(row, { note: 'their note' });
    expect(namesIn(await homeOf('U0AOI')).due).toEqual(['ours']);
    expect(namesIn(await homeOf('U0AOI', 'T0ELSE')).due).toEqual(['theirs']);
    expect(await built('U0MORI', 'T0ELSE')).toBeNull();
  });
});

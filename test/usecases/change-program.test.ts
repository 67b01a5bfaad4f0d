import { eq } from 'drizzle-orm';
import { findProgram } from '../../src/db/programs';
import { findRestatement } from '../../src/db/restatements';
import { lockRoster } from '../../src/db/roster';
import { auditEvents, closures, learners, members, policies } from '../../src/db/schema';
import { addClosure, removeClosure } from '../../src/usecases/change-closures';
import { changePolicy } from '../../src/usecases/change-policy';
import { changeProgram } from '../../src/usecases/change-program';
import { openProgram } from '../../src/usecases/open-program';
import { previewPolicy } from '../../src/usecases/preview-policy';
import { takeBackPolicy } from '../../src/usecases/take-back-policy';
import { startWorld, type World } from '../support/world';

let world: World;
let program: Awaited<ReturnType<World['records']['program']>>;
beforeEach(async () => {
  world = await startWorld();
  program = await world.records.program();
});
afterEach(() => world.close());

const scopeOf = (leadId = 'U0LEAD') => ({ workspaceId: 'T0TEST', programId: program.programId, leadId });
const context = () => world.deps.context();
const jst = (text: string) => new Date(`${text}+09:00`);
const policy = { effectiveOn: '2026-12-01', contactsPerWeek: 3, floorDays: 5, reason: '合意' };
const page = (viewerId = 'U0LEAD') =>
  openProgram(context(), { workspaceId: 'T0TEST', viewerId, programId: program.programId, channelId: null });

async function now(id: string) {
  const [row] = await world.deps.db.select().from(learners).where(eq(learners.id, id));
  return row;
}

const digestAt = async () => (await findProgram(world.deps.db, program))?.nextDigestAt;

const escalationAt = async () => (await findProgram(world.deps.db, program))?.nextEscalationAt;

async function reminderAt(userId: string) {
  const [row] = await world.deps.db.select().from(members).where(eq(members.userId, userId));
  return row?.nextReminderAt;
}

const actions = async () => (await world.deps.db.select().from(auditEvents)).map(({ action }) => action);

describe('closures', () => {
  it('over New Year move due days, the digest and reminders behind them, and give them back', async () => {
    world.clock.set('2026-12-25T03:00:00Z');
    const learner = await world.records.learner(program, {
      lastContactOn: '2026-12-25',
      dueOn: '2026-12-28',
      floorOn: '2027-01-01',
    });
    await world.sweep();
    const before = [await digestAt(), await reminderAt('U0AOI')];
    expect(before).toEqual([jst('2026-12-28T09:00'), jst('2026-12-28T09:00')]);
    await addClosure(context(), scopeOf(), { from: '2026-12-28', to: '2027-01-04', label: '年末年始' });
    await world.sweep();
    expect([await digestAt(), await reminderAt('U0AOI')]).toEqual([
      jst('2027-01-05T09:00'),
      jst('2027-01-05T09:00'),
    ]);
    // No working day is left before the floor: the first one after the contact.
    expect(await now(learner.id)).toMatchObject({
      dueOn: '2027-01-05',
      floorOn: '2027-01-01',
      dueReason: 'floor',
    });
    expect((await page()).closures).toEqual([{ from: '2026-12-28', to: '2027-01-04', label: '年末年始' }]);
    await removeClosure(context(), scopeOf(), { from: '2026-12-28', to: '2027-01-04' });
    await world.sweep();
    expect(await now(learner.id)).toMatchObject({ dueOn: '2026-12-28', dueReason: 'rhythm' });
    expect([await digestAt(), await reminderAt('U0AOI')]).toEqual(before);
    expect(await actions()).toEqual(['closure.added', 'closure.removed']);
  });

  it('taken back on the weekend before give the escalation of that week back', async () => {
    const days = { from: '2026-11-30', to: '2026-12-04' };
    world.clock.set('2026-11-27T04:00:00Z');
    await world.sweep();
    await addClosure(context(), scopeOf(), { ...days, label: '' });
    expect(await escalationAt()).toEqual(jst('2026-11-27T13:00'));
    await world.sweep();
    expect(await escalationAt()).toEqual(jst('2026-12-07T12:00'));
    world.clock.set('2026-11-29T04:00:00Z');
    await removeClosure(context(), scopeOf(), days);
    expect(await escalationAt()).toEqual(jst('2026-11-30T12:00'));
  });

  it('removed twice change nothing the second time', async () => {
    await addClosure(context(), scopeOf(), { from: '2026-12-01', to: '2026-12-01', label: '' });
    await removeClosure(context(), scopeOf(), { from: '2026-12-01', to: '2026-12-01' });
    const { revision } = (await findRestatement(world.deps.db, program)) ?? {};
    await removeClosure(context(), scopeOf(), { from: '2026-12-01', to: '2026-12-01' });
    expect(await findRestatement(world.deps.db, program)).toMatchObject({ revision });
    expect(await actions()).toHaveLength(2);
  });

  it.each([
    ['2026-11-23', '2026-11-24', 'closureInPast'],
    ['2026-12-02', '2026-12-01', 'closureBackwards'],
    ['2026-12-01', '2027-12-01', 'closureTooLong'],
  ])('from %s to %s are refused: %s', async (from, to, code) => {
    await expect(addClosure(context(), scopeOf(), { from, to, label: '' })).rejects.toMatchObject({ code });
    expect(await world.deps.db.select().from(closures)).toEqual([]);
  });
});

describe('a program’s settings', () => {
  it('of another country have its holidays, for due days and lists alike', async () => {
    world.clock.set('2026-12-22T03:00:00Z');
    const learner = await world.records.learner(program, {
      lastContactOn: '2026-12-22',
      dueOn: '2026-12-25',
    });
    await world.sweep();
    await changeProgram(context(), scopeOf(), { country: 'US' });
    await world.sweep();
    expect(await now(learner.id)).toMatchObject({ dueOn: '2026-12-28', dueReason: 'rhythm' });
    world.clock.set('2026-12-24T03:00:00Z');
    await world.sweep();
    expect([await digestAt(), await reminderAt('U0AOI')]).toEqual([
      jst('2026-12-28T09:00'),
      jst('2026-12-28T09:00'),
    ]);
  });

  it('of other working days count at once, and the digest of today comes when its hour is moved before now', async () => {
    world.clock.set('2026-11-27T03:00:00Z');
    await world.sweep();
    await changeProgram(context(), scopeOf(), { workingWeekdays: [1, 2, 3, 4, 5, 6] });
    await world.sweep();
    expect(await digestAt()).toEqual(jst('2026-11-28T09:00'));
    await changeProgram(context(), scopeOf(), { digestAt: '15:00:00' });
    expect(await digestAt()).toEqual(jst('2026-11-27T15:00'));
    await changeProgram(context(), scopeOf(), { digestAt: '08:00:00' });
    await world.sweep();
    expect(world.slack.messages('C0TEAM')).toHaveLength(1);
    expect(await digestAt()).toEqual(jst('2026-11-28T08:00'));
  });

  it('are written where they differ only: the same again is repeated', async () => {
    const changes = { name: 'Web 27', locale: 'en' as const, countedRoles: ['companion', 'mentor'] };
    expect(await changeProgram(context(), scopeOf(), changes)).toEqual({ repeated: false });
    expect(await changeProgram(context(), scopeOf(), changes)).toEqual({ repeated: true });
    expect(await findProgram(world.deps.db, program)).toMatchObject(changes);
    expect(await findRestatement(world.deps.db, program)).toBeNull();
    const [event] = await world.deps.db.select().from(auditEvents);
    expect(event).toMatchObject({ details: { name: true, locale: true, countedRoles: true } });
  });

  it('refuse the name of another program', async () => {
    await world.records.program({ name: '別の講座', channelId: 'C0OTHER' });
    const renamed = changeProgram(context(), scopeOf(), { name: '別の講座' });
    await expect(renamed).rejects.toMatchObject({ code: 'programNameTaken' });
  });
});

describe('a planned policy', () => {
  it('is taken back once, however often it is asked for, and its day then changes nothing', async () => {
    const learner = await world.records.learner(program);
    await changePolicy(context(), scopeOf(), policy);
    const [planned] = (await page()).planned;
    for (let n = 0; n < 2; n += 1) await takeBackPolicy(context(), scopeOf(), planned?.id ?? '');
    expect(await actions()).toEqual(['policy.set', 'policy.taken_back']);
    expect(await findRestatement(world.deps.db, program)).toMatchObject({ nextAt: null, startedAt: null });
    world.clock.set('2026-12-02T00:00:00Z');
    await world.sweep();
    expect(await now(learner.id)).toMatchObject({ version: 1 });
    expect((await page()).past).toMatchObject([
      { effectiveOn: '2026-12-01', setBy: '相田', ended: { on: '2026-11-24', by: '相田' }, reason: '合意' },
    ]);
  });

  it('is no longer taken back once its day has come, nor is the one in force', async () => {
    await changePolicy(context(), scopeOf(), policy);
    const [first, second] = await world.deps.db.select().from(policies).orderBy(policies.effectiveOn);
    world.clock.set('2026-11-30T15:00:00Z');
    for (const { id } of [first, second].filter((it) => it !== undefined)) {
      await expect(takeBackPolicy(context(), scopeOf(), id)).rejects.toMatchObject({ code: 'policyInForce' });
    }
  });

  it('waits while a roster is imported, whose learners are worked out by the rules as they were', async () => {
    await world.deps.db.transaction(async (db) => {
      await lockRoster(db, program);
      const changed = changePolicy({ ...context(), lockWaitMs: 100 }, scopeOf(), policy);
      await expect(changed).rejects.toMatchObject({ cause: { code: '55P03' } });
    });
    expect(await changePolicy(context(), scopeOf(), policy)).toEqual({ repeated: false });
  });
});

describe('whoever isn’t a lead of the program', () => {
  const everything: [string, (leadId: string) => Promise<unknown>][] = [
    ['openProgram', (leadId) => page(leadId)],
    ['previewPolicy', (leadId) => previewPolicy(context(), scopeOf(leadId), policy)],
    ['changePolicy', (leadId) => changePolicy(context(), scopeOf(leadId), policy)],
    ['takeBackPolicy', (leadId) => takeBackPolicy(context(), scopeOf(leadId), crypto.randomUUID())],
    [
      'addClosure',
      (leadId) => addClosure(context(), scopeOf(leadId), { from: '2026-12-01', to: '2026-12-01', label: '' }),
    ],
    [
      'removeClosure',
      (leadId) => removeClosure(context(), scopeOf(leadId), { from: '2026-12-01', to: '2026-12-01' }),
    ],
    ['changeProgram', (leadId) => changeProgram(context(), scopeOf(leadId), { name: 'x' })],
  ];

  it.each(everything)('is refused by %s', async (_, ask) => {
    await world.records.program({ name: '別の講座', channelId: 'C0OTHER', people: ['U0MENT'] });
    await expect(ask('U0AOI')).rejects.toMatchObject({ code: 'notLead' });
    await expect(ask('U0MENT')).rejects.toMatchObject({ code: 'notSupporter' });
    await expect(ask('U0NOBODY')).rejects.toMatchObject({ code: 'notSupporter' });
    expect(await actions()).toEqual([]);
  });
});

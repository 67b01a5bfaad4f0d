import { openCheckIn, openCheckInFor, openCorrection } from '../../src/usecases/open-check-in';
import { openPlanFor } from '../../src/usecases/open-plan';
import { startWorld, type World } from '../support/world';

let world: World;
let program: Awaited<ReturnType<World['records']['program']>>;
beforeAll(async () => {
  world = await startWorld();
  program = await world.records.program({ people: ['U0AOI', 'U0MORI', 'U0KUDO'] });
});
afterAll(() => world.close());

const open = (viewerId: string, channelId: string | null = 'C0TEAM', name = '') =>
  openCheckIn(world.deps.context(), { workspaceId: 'T0TEST', viewerId, channelId, name, given: {} });

describe('openCheckIn', () => {
  it('takes the date of the channel’s program, wherever the supporter lives', async () => {
    const paris = await world.records.program({
      name: 'Paris',
      channelId: 'C0PARIS',
      zone: 'Europe/Paris',
      people: ['U0KUDO'],
    });
    expect(paris.zone).toBe('Europe/Paris');
    world.clock.set('2026-11-24T16:00:00Z');
    expect((await open('U0KUDO', 'C0TEAM')).form.today).toBe('2026-11-25');
    expect((await open('U0KUDO', 'C0PARIS')).form.today).toBe('2026-11-24');
    world.clock.set('2026-11-24T00:00:00Z');
  });

  it.each([
    ['U0MENT', 'C0TEAM', 'notSupporter'],
    ['U0MENT', 'C0NOWHERE', 'noProgramHere'],
    ['U0MENT', null, 'noPrograms'],
  ])('refuses %s in %s: %s', async (viewerId, channelId, code) => {
    await expect(open(viewerId, channelId)).rejects.toMatchObject({ code });
  });
});

describe('openCheckInFor', () => {
  it('shows a plan that is still to come, not one that has passed', async () => {
    const coming = await world.records.learner(program, { plannedOn: '2026-11-25', planReason: '試験' });
    const passed = await world.records.learner(program, { plannedOn: '2026-11-24', planReason: '試験' });
    const shown = async (learnerId: string) =>
      (
        await openCheckInFor(world.deps.context(), {
          workspaceId: 'T0TEST',
          viewerId: 'U0AOI',
          learnerId,
          given: {},
        })
      ).form.learner;
    expect(await shown(coming.id)).toMatchObject({ plan: { on: '2026-11-25', reason: '試験' } });
    expect(await shown(passed.id)).toMatchObject({ plan: null });
  });

  it('shows who of the care team can be told, and whose check-ins may be corrected', async () => {
    const learner = await world.records.learner(program);
    await world.records.careTeam(learner, 'advisor', '久保');
    await world.records.checkIn(learner, { contactedOn: '2026-11-18', authorId: 'U0MORI', note: '森より' });
    await world.records.checkIn(learner, { contactedOn: '2026-11-20', note: '青木より' });
    const seen = async (viewerId: string) =>
      (
        await openCheckInFor(world.deps.context(), {
          workspaceId: 'T0TEST',
          viewerId,
          learnerId: learner.id,
          given: {},
        })
      ).form.learner;
    expect(await seen('U0AOI')).toMatchObject({
      careTeam: [{ role: 'advisor', userId: null, name: '久保' }],
      recent: [
        { note: '青木より', correctable: true },
        { note: '森より', correctable: false, authorName: '森' },
      ],
    });
    expect((await seen('U0LEAD'))?.recent.map(({ correctable }) => correctable)).toEqual([true, true]);
  });
});

describe('openCorrection', () => {
  it('is refused to a supporter who neither wrote it nor leads', async () => {
    const learner = await world.records.learner(program);
    const { id: checkInId } = await world.records.checkIn(learner);
    const correction = openCorrection(world.deps.context(), {
      workspaceId: 'T0TEST',
      viewerId: 'U0MORI',
      checkInId,
    });
    await expect(correction).rejects.toMatchObject({ code: 'notYourCheckIn' });
  });
});

describe('openPlanFor', () => {
  const planned = async (given: Parameters<World['records']['learner']>[1] = {}) => {
    const learner = await world.records.learner(program, given);
    const viewer = { workspaceId: 'T0TEST', viewerId: 'U0AOI', learnerId: learner.id };
    return (await openPlanFor(world.deps.context(), viewer)).learner;
  };

  it('suggests the next working day, and says which days may be chosen and what the rhythm would have', async () => {
    expect(await planned()).toMatchObject({
      suggestedOn: '2026-11-25',
      firstOn: '2026-11-25',
      lastOn: '2026-11-27',
      usualOn: '2026-11-24',
    });
    world.clock.set('2026-11-27T01:00:00Z');
    expect(await planned({ lastContactOn: '2026-11-25', dueOn: '2026-11-27' })).toMatchObject({
      suggestedOn: '2026-11-30',
      lastOn: '2026-12-02',
    });
    world.clock.set('2026-11-24T00:00:00Z');
  });

  it('names the first day of the course where two have one name', async () => {
    await world.records.learner(program, { name: '同名 太郎', startedOn: '2026-09-01' });
    expect(await planned({ name: '同名 太郎' })).toMatchObject({ startedOn: '2026-10-05' });
    expect(await planned({ name: '一人 花子' })).toMatchObject({ startedOn: null });
  });

  it.each([
    ['the floor is today', { lastContactOn: '2026-11-17', floorOn: '2026-11-24' }],
    ['nothing is due', { dueOn: null, floorOn: null, dueReason: 'over' as const }],
    ['the course ends today', { endsOn: '2026-11-24' }],
  ])('is refused when %s', async (_, given) => {
    await expect(planned(given)).rejects.toMatchObject({ code: 'nothingToPlan' });
  });
});

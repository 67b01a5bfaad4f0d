import { and, eq } from 'drizzle-orm';
import { members } from '../../src/db/schema';
import { updateMember } from '../../src/usecases/update-member';
import { startWorld, type World } from '../support/world';

let world: World;
beforeEach(async () => {
  world = await startWorld({ at: '2026-11-24T03:00:00Z' });
  await world.records.program();
});
afterEach(() => world.close());

const same = { gone: false, name: undefined, zone: undefined, locale: undefined };

async function changed(userId: string, change: Partial<typeof same> | object, workspaceId = 'T0TEST') {
  const at = world.clock.now();
  await updateMember(world.deps.context(), { workspaceId, userId, at, ...same, ...change });
  const [row] = await world.deps.db
    .select()
    .from(members)
    .where(and(eq(members.workspaceId, 'T0TEST'), eq(members.userId, userId)));
  return row;
}

describe('updateMember', () => {
  it('moves the next reminder to nine in the new zone, and to now where nine has passed today', async () => {
    expect(await changed('U0AOI', { zone: 'America/Los_Angeles' })).toMatchObject({
      nextReminderAt: new Date('2026-11-24T17:00:00Z'),
    });
    expect(await changed('U0AOI', { zone: 'Pacific/Auckland' })).toMatchObject({
      zone: 'Pacific/Auckland',
      nextReminderAt: world.clock.now(),
    });
  });

  it('takes no notice of what Slack told before what is known', async () => {
    const at = (seconds: number) => ({ at: new Date(Date.UTC(2026, 10, 24, 3, 0, seconds)) });
    const newer = await changed('U0AOI', { zone: 'America/Los_Angeles', name: '青木 葵', ...at(2) });
    expect(newer).toMatchObject({ zone: 'America/Los_Angeles', name: '青木 葵' });
    expect(await changed('U0AOI', { zone: 'Europe/Paris', name: '青木', gone: true, ...at(1) })).toEqual(
      newer,
    );
    expect(await changed('U0AOI', { zone: 'Europe/Paris', ...at(3) })).toMatchObject({
      zone: 'Europe/Paris',
    });
  });

  it('leaves everything as it is that Slack doesn’t tell, or tells wrongly', async () => {
    const before = await changed('U0AOI', {});
    expect(await changed('U0AOI', { zone: 'Nowhere/Land', name: '  ' })).toEqual(before);
    expect(before).toMatchObject({ zone: 'Asia/Tokyo', name: '青木', locale: 'ja' });
  });

  it('gives no reminder to somebody who supports no program', async () => {
    await world.records.member('U0MENT', { nextReminderAt: null });
    expect(await changed('U0MENT', { zone: 'Europe/Paris' })).toMatchObject({
      zone: 'Europe/Paris',
      nextReminderAt: null,
    });
  });

  it('notes the first day on which she was away, and forgets it when she is back', async () => {
    const left = world.clock.now();
    expect(await changed('U0AOI', { gone: true })).toMatchObject({ unreachableSince: left });
    world.clock.advance(86_400_000);
    expect(await changed('U0AOI', { gone: true })).toMatchObject({ unreachableSince: left });
    expect(await changed('U0AOI', {})).toMatchObject({ unreachableSince: null });
  });

  it('concerns one workspace alone, and no strangers', async () => {
    await world.records.member('U0AOI', { workspaceId: 'T0ELSE' });
    expect(await changed('U0AOI', { name: '別人' }, 'T0ELSE')).toMatchObject({ name: '青木' });
    expect(await changed('U0GUEST', { name: 'guest' })).toBeUndefined();
  });
});

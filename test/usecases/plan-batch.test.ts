import { eq, sql } from 'drizzle-orm';
import { members, programs } from '../../src/db/schema';
import { putOffMs } from '../../src/usecases/plan-batch';
import { deliveriesOf } from '../support/lists';
import { startWorld, type World } from '../support/world';

let world: World;
let broken: Awaited<ReturnType<World['records']['program']>>;

const nine = '2026-11-24T00:00:00Z';

/** A program whose lists can't be written, nor its supporter's, between two that are well. */
beforeEach(async () => {
  world = await startWorld({ at: nine });
  const programOf = async (channelId: string, person: string) => {
    const program = await world.records.program({ name: channelId, channelId, people: [person] });
    await world.records.learner(program, { companionId: person, name: '機密 太郎', floorOn: '2026-11-24' });
    return program;
  };
  await programOf('C0ONE', 'U0AOI');
  broken = await programOf('C0BAD', 'U0HARA');
  await programOf('C0TWO', 'U0MORI');
  await world.deps.db.execute(sql`
    create function refuse() returns trigger language plpgsql as $$
      begin raise exception 'no list for 機密 太郎'; end $$`);
  await world.deps.db.execute(sql`
    create trigger refuse before insert on deliveries for each row
    when (new.recipient in ('C0BAD', 'U0HARA')) execute function refuse()`);
});
afterEach(() => world.close());

const recipientsOf = async (kind: Parameters<typeof deliveriesOf>[1]) =>
  (await deliveriesOf(world, kind)).map(({ recipient }) => recipient).sort();

async function sweepAt(at: string): Promise<void> {
  world.clock.set(at);
  await world.handlers.sweep({});
}

test('one program that cannot be planned keeps no other from its lists', async () => {
  await expect(sweepAt(nine)).rejects.toThrow(`digest of program ${broken.id}`);
  expect(await recipientsOf('digest')).toEqual(['C0ONE', 'C0TWO']);
  expect(await recipientsOf('reminder')).toEqual(['U0AOI', 'U0MORI']);
  const noon = '2026-11-24T03:00:00Z';
  await expect(sweepAt(noon)).rejects.toThrow(`escalation of program ${broken.id}`);
  expect(await recipientsOf('escalation')).toEqual(['C0ONE', 'C0TWO']);
});

test('so does a program whose rules cannot be used, and its people', async () => {
  await world.deps.db.execute(sql`drop trigger refuse on deliveries`);
  await world.deps.db.update(programs).set({ country: 'ZZ' }).where(eq(programs.id, broken.id));
  await expect(sweepAt(nine)).rejects.toThrow(`digest of program ${broken.id}`);
  expect(await recipientsOf('digest')).toEqual(['C0ONE', 'C0TWO']);
  expect(await recipientsOf('reminder')).toEqual(['U0AOI', 'U0MORI']);
});

test('one person whose second look cannot be planned keeps nobody else from hers', async () => {
  const four = '2026-11-24T07:00:00Z';
  await world.deps.db
    .update(members)
    .set({ secondLook: true, nextSecondLookAt: new Date(four), nextReminderAt: null });
  await expect(sweepAt(four)).rejects.toThrow('second look of U0HARA');
  expect(await recipientsOf('second_look')).toEqual(['U0AOI', 'U0MORI']);
});

test('it is put off, so that the next sweep has nothing to do with it, and made once that is mended', async () => {
  await expect(sweepAt(nine)).rejects.toThrow('put off');
  await sweepAt('2026-11-24T00:00:30Z');
  await world.deps.db.execute(sql`drop trigger refuse on deliveries`);
  await sweepAt(new Date(Date.parse(nine) + putOffMs).toISOString());
  expect(await recipientsOf('digest')).toEqual(['C0BAD', 'C0ONE', 'C0TWO']);
  expect(await recipientsOf('reminder')).toEqual(['U0AOI', 'U0HARA', 'U0MORI']);
});

test('what is told of it are ids and a code, and nothing of a learner', async () => {
  await expect(sweepAt(nine)).rejects.toThrow(`reminder of U0HARA of ${broken.workspaceId}`);
  expect(world.logged()).toContain(`put off: reminder of U0HARA of ${broken.workspaceId}`);
  expect(world.logged()).toContain('P0001');
  expect(world.logged()).not.toContain('機密');
});

test('nothing is put off while nothing can be read', async () => {
  const hours = () => world.deps.db.select({ at: programs.nextDigestAt }).from(programs);
  const before = await hours();
  await world.deps.db.execute(sql`alter table programs rename to programs_away`);
  await expect(sweepAt(nine)).rejects.toThrow();
  await world.deps.db.execute(sql`alter table programs_away rename to programs`);
  expect(await hours()).toEqual(before);
});

import { imports, learners } from '../../src/db/schema';
import { importLeaseMs } from '../../src/usecases/claim-import';
import { requestImport } from '../../src/usecases/request-import';
import { largeRoster } from '../roster/roster-text';
import { textOf } from '../support/lists';
import { describeOnEachQueue } from '../support/queues';
import { startWorld, type World } from '../support/world';
import { startWorkerChild } from './worker-child';
import { untilAsync } from './working-world';

const count = 4000;

describeOnEachQueue('an import whose worker is killed half-way', (queue) => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld({ queue });
  });
  afterEach(() => world.close());

  const present = async () => (await world.deps.db.select().from(imports))[0];

  test('leaves nothing, and the next worker imports it once', async () => {
    const { workspaceId, programId } = await world.records.program();
    const bytes = Buffer.from(largeRoster(count));
    const { id: fileId, size } = world.slack
      .as('U0LEAD')
      .upload({ name: 'a.csv', mimetype: 'text/csv', bytes });
    const id = crypto.randomUUID();
    const file = { id: fileId, size };
    await requestImport(world.deps.context(), { id, workspaceId, programId, actorId: 'U0LEAD', file });
    const first = await startWorkerChild(world);
    await untilAsync(async () => ((await present())?.doneCount ?? 0) > 0, 60_000);
    await first.end('SIGKILL');
    expect(await world.deps.db.$count(learners)).toBe(0);
    world.clock.advance(importLeaseMs + 10_000);
    const second = await startWorkerChild(world);
    await untilAsync(async () => (await present())?.status === 'done', 60_000);
    expect(await world.deps.db.$count(learners)).toBe(count);
    expect(await present()).toMatchObject({ attempts: 2, addedCount: count });
    const done = () => textOf(world.slack.dm('U0LEAD').at(0)).includes('4000');
    await untilAsync(async () => done(), 20_000);
    expect(world.slack.dm('U0LEAD')).toHaveLength(1);
    expect(await second.end('SIGTERM')).toBe(0);
  }, 180_000);
});

import pino from 'pino';
import { deliverJob, refreshJob } from '../../src/jobs/catalog';
import { migrateQueue, openQueue } from '../../src/jobs/queue';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { describeOnEachQueue } from '../support/queues';
import { untilAsync } from './working-world';

describeOnEachQueue('a morning full of deliveries', (queue) => {
  let database: TestDatabase;
  const redisUrl = queue.name === 'redis' ? queue.redisUrl : null;

  beforeAll(async () => {
    database = await createTestDatabase();
    await migrateQueue(database.url);
  });
  afterAll(() => database.release());

  test('lets the sweep go first, and runs each delivery once, in order', async () => {
    const jobs = openQueue({ redisUrl, databaseUrl: database.url, logger: pino({ level: 'silent' }) });
    const ids = Array.from({ length: 5 }, (_, n) => `00000000-0000-4000-8000-00000000000${n}`);
    const deliveries = ids.map((id) => deliverJob(id, 0));
    await jobs.add(deliveries);
    await jobs.add([...deliveries, ...ids.slice(0, 1).map((id) => refreshJob(id, 0))]);
    await jobs.keepSweeping(3_600_000);
    const done: string[] = [];
    const ran = (name: string) => async (data: { deliveryId?: string }) => {
      done.push([name, data.deliveryId?.at(-1)].join(' ').trim());
    };
    const other = {
      home: async () => void done.push('home'),
      restate: async () => void done.push('restate'),
      import: async () => void done.push('import'),
    };
    const handlers = { sweep: ran('sweep'), deliver: ran('deliver'), refresh: ran('refresh'), ...other };
    const worker = await jobs.startWorker(handlers, 1, (error) => {
      throw error;
    });
    await untilAsync(async () => done.includes('refresh 0'), 10_000);
    await worker.close();
    await jobs.close();
    expect(done).toEqual([
      'sweep',
      'deliver 0',
      'deliver 1',
      'deliver 2',
      'deliver 3',
      'deliver 4',
      'refresh 0',
    ]);
  }, 20_000);
});

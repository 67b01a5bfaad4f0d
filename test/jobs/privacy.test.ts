import { sql } from 'drizzle-orm';
import { Redis } from 'ioredis';
import { describeOnEachQueue, type TestQueue } from '../support/queues';
import { logContact } from '../usecases/log-contact';
import { startWorkingWorld, type WorkingWorld } from './working-world';

/** A learner's words, with lines that look like frames of a stack. */
const marker = '秘密の言葉';
const words = `${marker}\n    at ${marker} (${marker}.ts:1:1)\nat ${marker}`;

describeOnEachQueue("a learner's words and name", (queue) => {
  let world: WorkingWorld;
  let written: string[];

  beforeEach(async () => {
    written = [];
    for (const stream of [process.stdout, process.stderr]) {
      jest.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    }
    world = await startWorkingWorld({ queue, at: '2026-11-23T23:00:00Z' });
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await world.close();
  });

  /** All that an operator can come to see: logs, console, metrics, the queue's own records. */
  async function seen(): Promise<string> {
    const metrics = await world.deps.metrics.registry.metrics();
    return [world.logged(), ...written, metrics, await storedIn(queue, world)].join('\n');
  }

  test('stay out of logs, metrics and queue while check-ins, deliveries, drawings and statements fail', async () => {
    const given = { name: marker, reading: marker, goal: words, background: words, unit: words };
    const learner = await world.records.learner(world.program, given);
    world.slack.faults.add({ method: 'chat.update', kind: 'error', error: 'invalid_blocks' });
    const when = ({ channel }: Record<string, unknown>) => channel === 'U0AOI';
    world.slack.faults.add({ method: 'chat.postMessage', kind: 'error', error: 'invalid_blocks', when });
    world.clock.set('2026-11-24T00:00:00Z');
    const { ts } = await world.posted('C0TEAM');
    await world.slack.until(() => world.logged().includes('delivery refused by Slack'));

    await refuseStatements(world);
    const person = world.slack.as('U0AOI');
    await person.click({ channel: 'C0TEAM', ts: ts ?? '' }, 'checkin_new');
    await world.slack.until(() => person.modal()?.callback_id === 'checkin');
    await person.suggest('checkin_learner', marker);
    await person.fill({ learner: learner.id });
    await world.slack.until(() => person.modal()?.private_metadata.includes(learner.id));
    await person.submit({ outcome: 'talked', note: words, learner_words: words });
    expect(world.logged()).toMatch(/"level":50.*not saved/);
    await allowStatements(world);

    await logContact(world, learner, { note: words, learnerWords: words, shareAsWin: true });
    await world.slack.until(() => world.logged().includes("list can't be drawn again"));
    expect(JSON.stringify(world.slack.messages('C0TEAM'))).toContain(marker);
    expect(await seen()).not.toContain(marker);
  });

  test('stay out of what the queue keeps of a job that failed, and of the error it threw', async () => {
    const { db } = world.deps;
    await world.records.learner(world.program, { name: marker });
    await db.execute(
      sql`alter table delivery_learners add constraint no_lists check (position < 0) not valid`,
    );
    world.clock.set('2026-11-24T00:00:00Z');
    await world.slack.until(() => world.logged().includes('job failed'));
    expect(world.logged()).toMatch(/"constraint":"no_lists"/);
    expect(await seen()).not.toContain(marker);
  });
});

/** Makes the database refuse check-ins with an error that quotes the row. */
async function refuseStatements({ deps }: WorkingWorld): Promise<void> {
  await deps.db.execute(
    sql`alter table check_ins add constraint nothing_said check (note = 'nothing') not valid`,
  );
}

async function allowStatements({ deps }: WorkingWorld): Promise<void> {
  await deps.db.execute(sql`alter table check_ins drop constraint nothing_said`);
}

/** Everything that a queue has stored, as text. */
async function storedIn(queue: TestQueue, { deps }: WorkingWorld): Promise<string> {
  if (queue.name === 'postgres') {
    const tables = ['job', 'job_log', 'event', 'scheduler', 'dedup', 'meta'];
    const all = await Promise.all(
      tables.map((table) =>
        deps.db.execute(sql`select * from ${sql.identifier('bullmq')}.${sql.identifier(table)}`),
      ),
    );
    return JSON.stringify(all.map(({ rows }) => rows));
  }
  const redis = new Redis(queue.redisUrl);
  const keys = await redis.keys('*');
  const stored = await Promise.all(keys.map((key) => redis.eval(readKey, 1, key)));
  redis.disconnect();
  return JSON.stringify(stored);
}

/** Type and contents in one step: the queue goes on, and a key may become one of another type in between. */
const readKey = `
local key = KEYS[1]
local reads = {
  hash = function() return redis.call('HGETALL', key) end,
  stream = function() return redis.call('XRANGE', key, '-', '+') end,
  list = function() return redis.call('LRANGE', key, 0, -1) end,
  zset = function() return redis.call('ZRANGE', key, 0, -1) end,
  set = function() return redis.call('SMEMBERS', key) end,
  string = function() return redis.call('GET', key) end,
}
local read = reads[redis.call('TYPE', key).ok]
return read and read() or false`;

import { migrate } from '../../src/db/migrate';
import { migrateQueue } from '../../src/jobs/queue';
import { type OwnServer, startOwnPostgres, startOwnRedis } from '../support/own-servers';
import { availableQueues } from '../support/queues';
import { startWorld, type World, type WorldOptions } from '../support/world';
import { untilAsync } from './working-world';

let world: World;
const servers: OwnServer[] = [];

async function start(options: WorldOptions = {}): Promise<void> {
  world = await startWorld({ roles: 'bot,worker', ...options });
}

afterEach(async () => {
  await world.close();
  for (const server of servers.splice(0)) await server.stop();
});

async function ask(path: string): Promise<{ status: number; text: string }> {
  const answer = await fetch(new URL(path, world.url));
  return { status: answer.status, text: await answer.text() };
}

/** Waits until /readyz answers so. */
const readyz = (status: number, text: string) =>
  untilAsync(async () => {
    const answer = await ask('/readyz');
    return answer.status === status && answer.text === text;
  }, 15_000);

test.each(['bot', 'worker', 'bot,worker'] as const)('%s is alive and ready', async (roles) => {
  await start({ roles });
  expect(await ask('/healthz')).toEqual({ status: 200, text: 'ok\n' });
  expect(await ask('/readyz')).toEqual({ status: 200, text: 'database ok\nqueue ok\n' });
});

test('in Socket Mode the pages stand beside the socket', async () => {
  await start({ mode: 'socket' });
  expect(await ask('/readyz')).toEqual({ status: 200, text: 'database ok\nqueue ok\nslack ok\n' });
  expect(await ask('/elsewhere')).toMatchObject({ status: 404 });
});

test('a bot without its socket is not ready until it has one again; that is logged once', async () => {
  await start({ mode: 'socket' });
  expect((await ask('/metrics')).text).toMatch(/^banso_socket_connected 1$/m);
  world.slack.recycleConnections();
  await readyz(503, 'database ok\nqueue ok\nslack away\n');
  expect((await ask('/metrics')).text).toMatch(/^banso_socket_connected 0$/m);
  await readyz(200, 'database ok\nqueue ok\nslack ok\n');
  expect(world.logged().match(/"msg":"(not ready|ready again)"/g)).toEqual([
    '"msg":"not ready"',
    '"msg":"ready again"',
  ]);
}, 40_000);

test('the metrics count deliveries by kind and outcome, without a name', async () => {
  await start({ roles: 'bot' });
  const program = await world.records.program();
  await world.records.learner(program, { name: '佐藤 花子' });
  await world.sweep();
  const { status, text } = await ask('/metrics');
  expect(status).toBe(200);
  expect(text).toContain('banso_deliveries_total{kind="reminder",outcome="sent"} 1');
  expect(text).toContain('banso_deliveries_total{kind="digest",outcome="sent"} 1');
  expect(text).toMatch(/^banso_sweep_seconds_count 1$/m);
  expect(text).toMatch(/^process_cpu_seconds_total /m);
  expect(text).not.toMatch(/佐藤|U0AOI|C0TEAM/);
});

test('the metrics tell how long the oldest due delivery has been waiting', async () => {
  await start({ roles: 'bot' });
  await world.records.learner(await world.records.program());
  await world.handlers.sweep({});
  world.clock.advance(400_000);
  await world.handlers.sweep({});
  expect((await ask('/metrics')).text).toMatch(/^banso_oldest_due_delivery_seconds 400$/m);
});

test('a Postgres that is away is told by name, and the process stays alive until it is back', async () => {
  const postgres = await startOwnPostgres();
  servers.push(postgres);
  await migrate(postgres.url);
  await migrateQueue(postgres.url);
  await start({ databaseUrl: postgres.url });
  await postgres.pause();
  await readyz(503, 'database away\nqueue away\n');
  expect(await ask('/healthz')).toMatchObject({ status: 200 });
  await postgres.resume();
  await readyz(200, 'database ok\nqueue ok\n');
}, 40_000);

const redisAtHand = availableQueues().some(({ name }) => name === 'redis');

if (redisAtHand) {
  test('a worker that starts before its Redis has its pages, says so in one line, and works once it is there', async () => {
    const redis = await startOwnRedis();
    if (!redis) throw new Error('redis-server: expected to start');
    servers.push(redis);
    await redis.pause();
    await start({
      roles: 'worker',
      queue: { name: 'redis', redisUrl: redis.url },
      pace: { sweepEveryMs: 200, scheduleCheckMs: 200 },
    });
    await readyz(503, 'database ok\nqueue away\n');
    expect(world.logged().match(/queue: connection lost/g)).toHaveLength(1);
    await redis.resume();
    await readyz(200, 'database ok\nqueue ok\n');
    await untilAsync(
      async () => /^banso_sweep_seconds_count [1-9]/m.test((await ask('/metrics')).text),
      15_000,
    );
    expect(world.logged().match(/queue: connected again/g)).toHaveLength(1);
  }, 40_000);

  test('a Redis that is away is told by name, and the process stays alive until it is back', async () => {
    const redis = await startOwnRedis();
    if (!redis) throw new Error('redis-server: expected to start');
    servers.push(redis);
    await start({ queue: { name: 'redis', redisUrl: redis.url } });
    await redis.pause();
    await readyz(503, 'database ok\nqueue away\n');
    expect(await ask('/healthz')).toMatchObject({ status: 200 });
    await redis.resume();
    await readyz(200, 'database ok\nqueue ok\n');
  }, 40_000);
}

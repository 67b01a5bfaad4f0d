import { sql } from 'drizzle-orm';
import { ids } from '../../src/slack/ids';
import { answerWords, learnerNow, openCheckIn } from '../slack/app/desk';
import { openPostpone, planOf } from '../slack/app/lists';
import { digestText, reminderText } from '../support/lists';
import { type OwnRedis, startOwnRedis } from '../support/own-servers';
import { describeOnEachQueue, type TestQueue } from '../support/queues';
import { startWorkingWorld, type WorkingWorld } from './working-world';

const { blocks } = ids;

/** Slack waits three seconds for an answer to a submitted modal. */
const slackWaitsMs = 3000;

describeOnEachQueue('a queue that is away', (shared) => {
  let redis: OwnRedis | null = null;
  let world: WorkingWorld;

  beforeEach(async () => {
    redis = shared.name === 'redis' ? await startOwnRedis() : null;
    const queue: TestQueue = redis ? { name: 'redis', redisUrl: redis.url } : { name: 'postgres' };
    world = await startWorkingWorld({ queue, at: '2026-11-23T23:00:00Z' });
  });
  afterEach(async () => {
    await world.close();
    await redis?.stop();
  });

  /** The queue in Postgres is away when its tables are; what it holds stays, while Redis forgets it. */
  const leave = () => redis?.pause() ?? world.deps.db.execute(sql`alter schema bullmq rename to bullmq_away`);
  const comeBack = () =>
    redis?.resume() ?? world.deps.db.execute(sql`alter schema bullmq_away rename to bullmq`);

  async function due(name: string) {
    const learner = await world.records.learner(world.program, { name });
    await world.records.checkIn(learner);
    return learner;
  }

  /** Submits the open modal. @returns how long it took until the person read the answer, in milliseconds */
  async function submit(values: Record<string, string>, answersBefore: number): Promise<number> {
    const began = Date.now();
    expect(await world.slack.as('U0AOI').submit(values)).toEqual({ sent: true });
    await answerWords(world, 'U0AOI', answersBefore);
    return Date.now() - began;
  }

  test('keeps nobody from logging and postponing; once it is back, the lists follow', async () => {
    const [hanako, sakura] = [await due('佐藤 花子'), await due('松本 さくら')];
    world.clock.set('2026-11-24T00:00:00Z');
    await world.posted('C0TEAM');
    await world.posted('U0AOI');
    await leave();
    await expect(world.deps.ping.queue()).rejects.toThrow();

    await openCheckIn(world, 'U0AOI', hanako.name);
    expect(await submit({ [blocks.outcome]: 'replied' }, 0)).toBeLessThan(slackWaitsMs);
    await openPostpone(world, 'U0AOI', sakura);
    const plan = planOf(sakura, '2026-11-26', '試験が近い');
    expect(await submit(plan, 1)).toBeLessThan(slackWaitsMs);
    expect(await learnerNow(world, hanako.id)).toMatchObject({ lastContactOn: '2026-11-24' });
    expect(await learnerNow(world, sakura.id)).toMatchObject({ dueOn: '2026-11-26' });
    expect(reminderText(world, 'U0AOI') + digestText(world)).not.toMatch(/~佐藤 花子~|見守り中/);

    await comeBack();
    const follows = (text: string) =>
      /~佐藤 花子~/.test(text) && /松本 さくら（11\/26\(木\)まで見守り中/.test(text);
    await world.slack.until(
      () => follows(reminderText(world, 'U0AOI')) && follows(digestText(world)),
      15_000,
    );
    expect(world.slack.messages('C0TEAM')).toHaveLength(1);
    expect(world.slack.dm('U0AOI')).toHaveLength(1);
  }, 30_000);
});

import { ids } from '../../src/slack/ids';
import { startWorkerChild, type WorkerChild } from '../jobs/worker-child';
import { type Desk, openCheckIn, startDesk } from '../slack/app/desk';
import { digestText, reminderText } from '../support/lists';
import { describeOnEachQueue } from '../support/queues';

const inTime = 3000;

describeOnEachQueue('a bot and its workers in processes of their own', (queue) => {
  let desk: Desk;
  const workers: WorkerChild[] = [];

  beforeAll(async () => {
    desk = await startDesk({ queue, roles: 'bot' });
  });
  afterAll(async () => {
    for (const worker of workers) await worker.end('SIGKILL');
    await desk.close();
  });

  async function startWorker(): Promise<WorkerChild> {
    const worker = await startWorkerChild(desk);
    workers.push(worker);
    return worker;
  }

  const bothShow = (pattern: RegExp) =>
    desk.slack.until(
      () => pattern.test(reminderText(desk, 'U0AOI')) && pattern.test(digestText(desk)),
      inTime,
    );

  async function log(name: string): Promise<void> {
    await openCheckIn(desk, 'U0AOI', name);
    await desk.slack.as('U0AOI').submit({ [ids.blocks.outcome]: 'replied' });
  }

  test('post one list each, and keep it alive while workers come and go', async () => {
    for (const name of ['佐藤 花子', '松本 さくら']) await desk.records.learner(desk.program, { name });
    const [first] = await Promise.all([startWorker(), startWorker()]);
    await desk.slack.until(() => digestText(desk) !== '' && reminderText(desk, 'U0AOI') !== '');
    await log('佐藤 花子');
    await bothShow(/~佐藤 花子~/);
    expect(await first.end('SIGTERM')).toBe(0);
    await log('松本 さくら');
    await bothShow(/~佐藤 花子~.*~松本 さくら~/s);
    expect(desk.slack.messages('C0TEAM')).toHaveLength(1);
    expect(desk.slack.dm('U0AOI')).toHaveLength(1);
  }, 40_000);
});

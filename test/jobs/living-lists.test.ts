import { rowActions } from '../../src/slack/ids';
import { correctCheckIn } from '../../src/usecases/correct-check-in';
import { planContact } from '../../src/usecases/plan-contact';
import { digestText, reminderText } from '../support/lists';
import { describeOnEachQueue } from '../support/queues';
import { briefContent, logContact } from '../usecases/log-contact';
import { startWorkingWorld, type WorkingWorld } from './working-world';

type Learner = Awaited<ReturnType<WorkingWorld['records']['learner']>>;

/** DESIGN.md promises a tick within three seconds. */
const inTime = 3000;

describeOnEachQueue('a posted list', (queue) => {
  let world: WorkingWorld;
  let hana: Learner;
  let waiting: Learner;

  beforeEach(async () => {
    world = await startWorkingWorld({ queue, at: '2026-11-23T23:00:00Z' });
    hana = await world.records.learner(world.program, { name: '佐藤 花子' });
    await world.records.checkIn(hana);
    waiting = await world.records.learner(world.program, { name: '待つ 人' });
    await world.records.learner(world.program, { name: '一人 の人', companionId: null });
    world.clock.set('2026-11-24T00:00:00Z');
  });
  afterEach(() => world.close());

  const reminder = () => reminderText(world, 'U0AOI');
  const bothShow = (pattern: RegExp) =>
    world.slack.until(() => pattern.test(reminder()) && pattern.test(digestText(world)), inTime);

  async function lists() {
    const [digest, own] = [await world.posted('C0TEAM'), await world.posted('U0AOI')];
    return { digest, own };
  }

  test('ticks off a check-in in place and in time, and opens the row again when it is corrected', async () => {
    const { digest, own } = await lists();
    const { checkInId } = await logContact(world, hana);
    await bothShow(/~佐藤 花子~/);
    expect(reminder()).not.toMatch(/~待つ 人~/);
    await correctCheckIn(world.deps.context(), {
      workspaceId: hana.workspaceId,
      correctorId: 'U0AOI',
      checkInId,
      version: 1,
      content: { ...briefContent, contactedOn: '2026-11-19' },
    });
    await bothShow(/^(?!.*~佐藤 花子~).*佐藤 花子/s);
    expect(world.slack.messages('C0TEAM').map(({ ts }) => ts)).toEqual([digest.ts]);
    expect(world.slack.dm('U0AOI').map(({ ts }) => ts)).toEqual([own.ts]);
  });

  test('shows in time a postponement, and who takes somebody whom nobody covers', async () => {
    const { digest } = await lists();
    const [message] = world.slack.messages('C0TEAM');
    const button = JSON.stringify(message?.blocks).match(/take_row:[-0-9a-f]+/)?.[0] ?? '';
    expect(button).toMatch(rowActions.take.pattern);
    await Promise.all([
      planContact(world.deps.context(), {
        workspaceId: hana.workspaceId,
        supporterId: 'U0AOI',
        learnerId: hana.id,
        plan: { on: '2026-11-26', reason: '試験前なので見守ります' },
      }),
      world.slack.as('U0MORI').click({ channel: 'C0TEAM', ts: digest.ts ?? '' }, button),
    ]);
    await bothShow(/佐藤 花子（11\/26\(木\)まで見守り中・試験前なので見守ります）/);
    await world.slack.until(() => /\*森\*.*\s一人 の人/.test(digestText(world)), inTime);
    expect(JSON.stringify(world.slack.messages('C0TEAM'))).not.toContain('take_row:');
  });

  test('shows what happens while it is being posted', async () => {
    const posting = new Set<unknown>();
    const when = ({ channel }: Record<string, unknown>) => {
      posting.add(channel);
      return true;
    };
    world.slack.faults.add({ method: 'chat.postMessage', kind: 'slow', ms: 500, when });
    await world.slack.until(() => posting.size === 2);
    await logContact(world, hana);
    await bothShow(/~佐藤 花子~/);
  });

  test('shows what happens while it is being drawn', async () => {
    await lists();
    let drawing = false;
    const when = () => {
      drawing = true;
      return true;
    };
    world.slack.faults.add({ method: 'chat.update', kind: 'slow', ms: 500, when, times: 2 });
    await logContact(world, hana);
    await world.slack.until(() => drawing);
    await logContact(world, waiting);
    await bothShow(/~佐藤 花子~.*~待つ 人~/s);
  });
});

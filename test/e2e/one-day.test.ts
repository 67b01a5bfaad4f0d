import { ids } from '../../src/slack/ids';
import { startWorkingWorld, type WorkingWorld } from '../jobs/working-world';
import { answerWords, openCheckIn, pick, suggested } from '../slack/app/desk';
import { openPostpone, planOf } from '../slack/app/lists';
import { digestText, reminderText } from '../support/lists';
import { describeOnEachQueue } from '../support/queues';

const { blocks } = ids;

/** DESIGN.md 4 promises that a list follows what happens; the team sees it within three seconds. */
const inTime = 3000;

describeOnEachQueue('one day of a team', (queue) => {
  let world: WorkingWorld;

  /** Eight in the morning in Tokyo, an hour before the lists, with bot, worker and queue at work. */
  beforeAll(async () => {
    world = await startWorkingWorld({ queue, at: '2026-11-23T23:00:00Z' });
  });
  afterAll(() => world.close());

  /** A learner of U0AOI's who is due today, and may wait until Friday. */
  async function due(name: string, reading: string) {
    const learner = await world.records.learner(world.program, { name, reading });
    await world.records.checkIn(learner, { note: `${name}さんの前回の様子` });
    return learner;
  }

  const bothShow = (pattern: RegExp) =>
    world.slack.until(
      () => pattern.test(reminderText(world, 'U0AOI')) && pattern.test(digestText(world)),
      inTime,
    );

  /** How many messages stand in the channel and with each supporter. */
  const messages = () => ({
    team: world.slack.messages('C0TEAM').length,
    aoi: world.slack.dm('U0AOI').length,
    mori: world.slack.dm('U0MORI').length,
  });

  test('from its lists over a check-in and a postponement to the next morning', async () => {
    const hanako = await due('佐藤 花子', 'さとう はなこ');
    const sakura = await due('松本 さくら', 'まつもと さくら');
    await due('待田 実', 'まちだ みのる');
    const aoi = world.slack.as('U0AOI');

    // Nine o'clock: one digest, and one reminder to whoever has somebody due.
    world.clock.set('2026-11-24T00:00:00Z');
    await world.posted('C0TEAM');
    await world.posted('U0AOI');
    expect(reminderText(world, 'U0AOI')).toContain('佐藤 花子さんの前回の様子');
    expect(digestText(world)).toContain('全3名 ・ 連絡済み0名 ・ 超過0名');
    expect(messages()).toEqual({ team: 1, aoi: 1, mori: 0 });

    // She logs a contact, finding the learner by half of her reading.
    world.clock.set('2026-11-24T01:30:00Z');
    await openCheckIn(world, 'U0AOI');
    expect(await suggested(world, 'U0AOI', 'さとう')).toEqual(['佐藤 花子']);
    await pick(world, 'U0AOI', hanako);
    await aoi.submit({ [blocks.outcome]: 'replied', [blocks.note]: '再帰が解けた。' });
    await bothShow(/~佐藤 花子~/);
    expect(await answerWords(world, 'U0AOI')).toContain('次回のご連絡は *11/27(金)* です');

    // She postpones another.
    await openPostpone(world, 'U0AOI', sakura);
    await aoi.submit(planOf(sakura, '2026-11-26', '試験が近い'));
    await bothShow(/松本 さくら（11\/26\(木\)まで見守り中/);
    expect(digestText(world)).toContain('全3名 ・ 連絡済み1名 ・ 超過0名');
    expect(messages()).toEqual({ team: 1, aoi: 1, mori: 0 });

    // The next morning only the one whom nobody has touched is left, a working day late.
    world.clock.set('2026-11-25T00:00:00Z');
    await world.slack.until(() => messages().team === 2 && messages().aoi === 2);
    expect(reminderText(world, 'U0AOI')).toMatch(/待田 実.*1営業日超過/s);
    expect(digestText(world)).toContain('待田 実（1日超過）');
    for (const text of [reminderText(world, 'U0AOI'), digestText(world)]) {
      expect(text).not.toMatch(/佐藤 花子|松本 さくら/);
    }
    expect(messages()).toEqual({ team: 2, aoi: 2, mori: 0 });
    expect(world.slack.refusals).toEqual([]);
  });
});

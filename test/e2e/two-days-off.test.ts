import { coverRequests } from '../../src/db/schema';
import { ids, rowActions } from '../../src/slack/ids';
import { startWorkingWorld, type WorkingWorld } from '../jobs/working-world';
import { modalAfter, openCheckIn, pick } from '../slack/app/desk';
import { directChannel } from '../slack/app/lists';
import { digestText, reminderText, textOf } from '../support/lists';
import { describeOnEachQueue } from '../support/queues';

const { blocks } = ids;

/** DESIGN.md 4 promises that a list follows what happens; the team sees it within three seconds. */
const inTime = 3000;

describeOnEachQueue('two days off', (queue) => {
  let world: WorkingWorld;

  /** Monday, a holiday in Japan, with bot, worker and queue at work. */
  beforeAll(async () => {
    world = await startWorkingWorld({ queue, at: '2026-11-23T23:30:00Z' });
  });
  afterAll(() => world.close());

  const messagesTo = (userId: string) => world.slack.dm(userId).map(textOf);
  const heard = (userId: string, pattern: RegExp) =>
    world.slack.until(() => world.slack.dm(userId).find((message) => pattern.test(textOf(message))), inTime);

  test('from asking a colleague to coming back', async () => {
    const hanako = await world.records.learner(world.program, {
      name: '佐藤 花子',
      reading: 'さとう はなこ',
      dueOn: '2026-11-25',
      tone: '短く明るく',
      avoid: '転職の話',
    });
    await world.records.checkIn(hanako, { note: '再帰でつまずいている' });
    const [aoi, mori] = [world.slack.as('U0AOI'), world.slack.as('U0MORI')];

    // She will be away for two days, and asks Mori.
    await modalAfter(world, 'U0AOI', () => aoi.command('/banso away', { channel: 'C0TEAM' }));
    await aoi.submit({
      [blocks.awayFrom]: '2026-11-25',
      [blocks.awayTo]: '2026-11-26',
      [blocks.person]: 'U0MORI',
      [blocks.requestNote]: '帰省します',
    });
    const asked = await heard('U0MORI', /代理をお願いできますか？/);
    expect(textOf(asked)).toContain('帰省します');

    // Mori accepts, twice by mistake: one answer, one word to her.
    const [request] = await world.deps.db.select().from(coverRequests);
    const place = { channel: directChannel(world, 'U0MORI'), ts: asked.ts };
    const accept = rowActions.acceptCover.idFor(request?.id ?? '');
    await Promise.all([mori.click(place, accept), mori.click(place, accept)]);
    await heard('U0AOI', /森\*? さんが代理を引き受けてくださいました/);

    // Wednesday at nine: Mori gets her list with Hanako in it, and what one should know of her.
    world.clock.set('2026-11-25T00:00:00Z');
    await heard('U0MORI', /今日ご連絡したい方[\s\S]*佐藤 花子[\s\S]*青木さんの代理/);
    await heard('U0MORI', /佐藤 花子[\s\S]*短く明るく[\s\S]*転職の話[\s\S]*再帰でつまずいている/);
    await world.slack.until(() => /\*森\*\s佐藤 花子（青木さんの代理）/.test(digestText(world)), inTime);

    // She logs a contact, which ticks it off, and flags something urgent for the mentor, who hears of it at once.
    await world.records.careTeam(hanako, 'mentor', 'U0MENT');
    await openCheckIn(world, 'U0MORI');
    await pick(world, 'U0MORI', hanako);
    await mori.submit({
      [blocks.outcome]: 'replied',
      [blocks.note]: '再帰が解けたそうです',
      [blocks.audiences]: ['mentor'],
      [blocks.urgent]: ['urgent'],
    });
    await world.slack.until(() => /~佐藤 花子~/.test(digestText(world)), inTime);
    await heard('U0MENT', /佐藤 花子[\s\S]*再帰が解けたそうです/);

    // Hanako is next due on Monday: in her own list again, with what happened meanwhile.
    world.clock.set('2026-11-30T00:00:00Z');
    await world.slack.until(
      () => /佐藤 花子[\s\S]*再帰が解けたそうです/.test(reminderText(world, 'U0AOI')),
      inTime,
    );
    expect(messagesTo('U0AOI').filter((text) => /今日ご連絡したい方/.test(text))).toHaveLength(1);
    expect(messagesTo('U0AOI').filter((text) => /引き受けてくださいました/.test(text))).toHaveLength(1);
    expect(messagesTo('U0MORI').filter((text) => /今日ご連絡したい方/.test(text))).toHaveLength(1);
    expect(world.slack.refusals).toEqual([]);
  });
});

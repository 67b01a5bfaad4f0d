import { and, eq } from 'drizzle-orm';
import { members } from '../../../src/db/schema';
import { eventually } from '../../support/eventually';
import { type Desk, openCheckIn, startDesk } from './desk';

let desk: Desk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

type Member = typeof members.$inferSelect;

async function member(userId: string): Promise<Member | undefined> {
  const [row] = await desk.deps.db
    .select()
    .from(members)
    .where(and(eq(members.workspaceId, 'T0TEST'), eq(members.userId, userId)));
  return row;
}

/** What is known of U0AOI once it has come to be: events are acked before they are worked on. */
const aoiOnce = (holds: (aoi: Member | undefined) => boolean) => eventually(() => member('U0AOI'), holds);

describe('what changes about a supporter in Slack', () => {
  it('moves her next reminder to nine o’clock in her new zone', async () => {
    await desk.sweep();
    expect((await member('U0AOI'))?.nextReminderAt).toEqual(new Date('2026-11-25T00:00:00Z'));
    await desk.slack.changeUser('U0AOI', { tz: 'Europe/Berlin' });
    const aoi = await aoiOnce((now) => now?.zone !== 'Asia/Tokyo');
    expect(aoi).toMatchObject({
      zone: 'Europe/Berlin',
      nextReminderAt: new Date('2026-11-24T08:00:00Z'),
    });
  });

  it('changes the language of her modals, and the name that others read', async () => {
    await desk.slack.changeUser('U0AOI', { locale: 'en-GB', name: 'Aoi' });
    expect(await aoiOnce((now) => now?.locale === 'en')).toMatchObject({ locale: 'en', name: 'Aoi' });
    expect((await openCheckIn(desk, 'U0AOI')).title.text).toBe('Log a check-in');
  });

  it('makes her unreachable from the day she left Slack until she is back', async () => {
    const left = desk.clock.now();
    await desk.slack.deactivate('U0AOI');
    const gone = await aoiOnce((now) => now?.unreachableSince !== null);
    expect(gone).toMatchObject({ unreachableSince: left, zone: 'Asia/Tokyo' });
    desk.clock.advance(3_600_000);
    await desk.slack.changeUser('U0AOI', { name: '青木（退職）' });
    const renamed = await aoiOnce((now) => now?.name !== '青木');
    expect(renamed).toMatchObject({ name: '青木（退職）', unreachableSince: left });
    await desk.slack.changeUser('U0AOI', { deleted: false });
    const back = await aoiOnce((now) => now?.unreachableSince === null);
    expect(back).toMatchObject({ unreachableSince: null });
  });

  it('is ignored about strangers', async () => {
    await desk.slack.changeUser('U0GUEST', { tz: 'Asia/Tokyo', locale: 'ja-JP' });
    await desk.close();
    expect(desk.logged()).not.toContain('failed');
  });

  it('changes nothing more when Slack repeats the event', async () => {
    await desk.slack.changeUser('U0AOI', { tz: 'Europe/Berlin' });
    const before = await aoiOnce((now) => now?.zone !== 'Asia/Tokyo');
    const first = desk.slack.events.delivered.at(-1);
    await desk.slack.events.redeliver(String(first?.id));
    await desk.slack.changeUser('U0AOI', { name: '青木 葵' });
    const after = await aoiOnce((now) => now?.name !== '青木');
    expect(after).toEqual({ ...before, name: '青木 葵', describedAt: expect.any(Date) });
  });
});

import { deliveries, programs } from '../../../src/db/schema';
import { deliveriesOf, textOf } from '../../support/lists';
import { logContact } from '../../usecases/log-contact';
import { answerWords, type Desk, startDesk } from './desk';
import { digestIn, wordsOf } from './lists';

const nine = '2026-11-24T00:00:00Z';
const beforeNoon = '2026-11-24T02:59:00Z';
const noon = '2026-11-24T03:00:00Z';
const today = '2026-11-24';

let desk: Desk;
afterEach(() => desk.close());

async function start(at = nine): Promise<void> {
  desk = await startDesk({ at });
}

/** A learner of U0AOI's whose minimum ends today. */
const atRisk = (given: Parameters<Desk['records']['learner']>[1] = {}) =>
  desk.records.learner(desk.program, { name: '佐藤 花子', floorOn: today, ...given });

async function sweepAt(at: string): Promise<void> {
  desk.clock.set(at);
  await desk.sweep();
}

/** What stands in the thread of the digest of this moment, the digest itself left out. */
const thread = (ts = digestIn(desk).ts) => desk.slack.messages('C0TEAM', { threadTs: ts }).slice(1);

const asked = () => textOf(thread()[0]);

describe('at noon of the last day that keeps the minimum', () => {
  it('the digest’s thread asks the team, the leads and the companion by name', async () => {
    await start();
    await atRisk();
    await sweepAt(nine);
    await sweepAt(beforeNoon);
    expect(thread()).toEqual([]);
    await sweepAt(noon);
    expect(asked()).toContain('今日が最低頻度の期限で、まだご連絡できていない方が1名いらっしゃいます');
    expect(asked()).toContain('リーダーにもお知らせします：<@U0LEAD>');
    expect(asked()).toContain('*佐藤 花子* · 担当：<@U0AOI>');
    expect(thread()[0]?.text).not.toContain('佐藤');
  });

  it('speaks the program’s language', async () => {
    await start();
    await desk.deps.db.update(programs).set({ locale: 'en' });
    await atRisk({ name: 'Hana Sato', companionId: null });
    await sweepAt(noon);
    expect(asked()).toContain('Today is the last day to keep the minimum for 1 learner');
    expect(asked()).toContain('*Hana Sato* · nobody covers');
  });

  it('ticks off whoever is contacted, and thanks once all are', async () => {
    await start();
    const first = await atRisk();
    const second = await atRisk({ name: '田中 次郎', companionId: 'U0MORI' });
    await sweepAt(noon);
    await logContact(desk, first);
    await desk.sweep();
    expect(asked()).toContain('✅ \u200b~佐藤 花子~');
    expect(asked()).toContain('まだご連絡できていない方が1名');
    await logContact(desk, second);
    await desk.sweep();
    expect(asked()).toContain('このリストの方みなさんにご連絡できました');
    expect(asked()).not.toContain('<@U0LEAD>');
  });

  it('lets whoever presses “I’ll take it” have a learner whom nobody covers', async () => {
    await start();
    const learner = await atRisk({ companionId: null });
    await sweepAt(noon);
    const { ts } = thread()[0] ?? { ts: '' };
    await desk.slack.as('U0MORI').click({ channel: 'C0TEAM', ts }, `take_row:${learner.id}`);
    expect(await answerWords(desk, 'U0MORI')).toContain('佐藤 花子');
    await desk.sweep();
    expect(asked()).toContain('担当：<@U0MORI>');
  });

  it('counts floors that end on the days off after it, and no later ones', async () => {
    await start('2026-11-20T00:00:00Z');
    const due = { dueOn: '2026-11-20', lastContactOn: '2026-11-13' };
    await atRisk({ ...due, name: '金曜', floorOn: '2026-11-20' });
    await atRisk({ ...due, name: '祝日', floorOn: '2026-11-23' });
    await atRisk({ ...due, name: '火曜', floorOn: '2026-11-24' });
    await sweepAt('2026-11-20T03:00:00Z');
    expect(asked()).toMatch(/金曜[\s\S]*祝日/);
    expect(asked()).not.toContain('火曜');
  });

  it('says nothing where everybody was contacted or nobody’s floor ends', async () => {
    await start();
    await atRisk({ name: '連絡済み', lastContactOn: today, dueOn: '2026-11-27', floorOn: today });
    await atRisk({ name: '明日まで', floorOn: '2026-11-25' });
    await atRisk({ name: 'お休み', status: 'paused' });
    await sweepAt(noon);
    expect(await deliveriesOf(desk, 'escalation')).toEqual([]);
    expect(thread()).toEqual([]);
  });

  it('drops the question when the contact was logged before it could be posted', async () => {
    await start();
    const learner = await atRisk();
    await sweepAt(nine);
    desk.clock.set(noon);
    await desk.handlers.sweep({});
    await logContact(desk, learner);
    await desk.sweep();
    expect(thread()).toEqual([]);
    expect(await deliveriesOf(desk, 'escalation')).toMatchObject([{ status: 'dropped' }]);
  });

  it('folds a long list into pages of one flat thread, and leaves nobody out', async () => {
    await start();
    const wild = `<!channel> @here ‮${'あ'.repeat(80)}&*~`;
    for (let n = 0; n < 85; n += 1) await atRisk({ name: `${n}番 ${wild}`.slice(0, 100) });
    await sweepAt(noon);
    const pages = thread().map((message) => textOf(message));
    expect(pages).toHaveLength(3);
    const numbers = pages.flatMap((page) => [...page.matchAll(/\*(\d+)番/g)].map(([, n]) => Number(n)));
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 85 }, (_, n) => n));
    expect(pages.join()).not.toMatch(/<!channel>|@here/);
    expect(desk.slack.refusals).toEqual([]);
  });
});

describe('a noon that was missed', () => {
  it('is made up for once, late on the same day', async () => {
    await start();
    await atRisk();
    await sweepAt(nine);
    await sweepAt('2026-11-24T08:00:00Z');
    await sweepAt('2026-11-24T08:00:30Z');
    expect(thread()).toHaveLength(1);
  });

  it('is let go on a later day', async () => {
    await start();
    await atRisk();
    await sweepAt(nine);
    const { ts } = digestIn(desk);
    await sweepAt('2026-11-25T00:30:00Z');
    expect(await deliveriesOf(desk, 'escalation')).toEqual([]);
    expect(thread(ts)).toEqual([]);
  });

  it('that was planned but not posted in time is dropped', async () => {
    await start();
    await atRisk();
    await sweepAt(nine);
    desk.clock.set(noon);
    await desk.handlers.sweep({});
    await sweepAt('2026-11-25T00:30:00Z');
    expect(await deliveriesOf(desk, 'escalation')).toMatchObject([{ status: 'dropped', ts: null }]);
  });
});

describe('the question', () => {
  it('is asked once when sweeps overlap, and however often its hour is set back', async () => {
    await start();
    await atRisk();
    await sweepAt(nine);
    desk.clock.set(noon);
    await Promise.all([desk.handlers.sweep({}), desk.handlers.sweep({}), desk.handlers.sweep({})]);
    await desk.sweep();
    await desk.deps.db.update(programs).set({ nextEscalationAt: desk.clock.now() });
    await desk.sweep();
    expect(thread()).toHaveLength(1);
    expect(await deliveriesOf(desk, 'escalation')).toHaveLength(1);
  });

  it('waits for a digest that is still under way', async () => {
    await start('2026-11-24T03:30:00Z');
    await atRisk();
    await desk.handlers.sweep({});
    const [escalation] = await deliveriesOf(desk, 'escalation');
    await desk.handlers.deliver({ deliveryId: escalation?.id ?? '' });
    expect(await deliveriesOf(desk, 'escalation')).toMatchObject([{ status: 'planned', attempts: 0 }]);
    await desk.sweep();
    expect(thread()).toHaveLength(1);
  });

  it('stands in the channel itself when there is no digest to reply to', async () => {
    await start();
    await atRisk();
    await desk.sweep();
    const digest = digestIn(desk).ts;
    await desk.deps.db.update(deliveries).set({ status: 'failed', ts: null, channelId: null });
    await sweepAt(noon);
    expect(thread(digest)).toEqual([]);
    expect(wordsOf(digestIn(desk))).toContain('まだご連絡できていない方が1名');
  });
});

import { eq } from 'drizzle-orm';
import { members } from '../../../src/db/schema';
import { ids } from '../../../src/slack/ids';
import { eventually } from '../../support/eventually';
import { wordsIn } from '../support/reading';
import { answerWords, type Desk, modalAfter, startDesk } from './desk';
import { asInteraction, interaction, post } from './requests';

const { blocks } = ids;
let desk: Desk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

const open = (userId: string) =>
  modalAfter(desk, userId, () => desk.slack.as(userId).command('/banso settings', { channel: 'C0TEAM' }));

async function memberNow(userId: string) {
  const [row] = await desk.deps.db.select().from(members).where(eq(members.userId, userId));
  if (!row) throw new Error(`no member ${userId}`);
  return row;
}

const jst = (local: string) => new Date(`${local}:00+09:00`);
const remindersTo = (userId: string) => desk.slack.dm(userId).length;

async function at(local: string): Promise<void> {
  desk.clock.set(jst(local));
  await desk.sweep();
}

describe('a supporter’s settings', () => {
  it('show how it is, and move her lists to her own days and hours', async () => {
    await desk.records.learner(desk.program, { name: '佐藤 花子', dueOn: '2026-11-25' });
    const modal = await open('U0AOI');
    expect(modal.state.values).toMatchObject({
      [blocks.days]: { field: { selected_option: { value: 'programs' } } },
      [blocks.startsAt]: { field: { selected_time: '09:00' } },
      [blocks.endsAt]: { field: { selected_time: '18:00' } },
      [blocks.zone]: { zone: { selected_option: { value: 'slack' } } },
    });
    expect(wordsIn(modal)).toContain('Slackと同じ（Asia/Tokyo）');
    await desk.slack.as('U0AOI').submit({
      [blocks.days]: 'own',
      [blocks.weekdays]: ['3', '5'],
      [blocks.startsAt]: '10:30',
      [blocks.endsAt]: '15:00',
      [blocks.messages]: ['reminders', 'secondLook'],
    });
    expect(await answerWords(desk, 'U0AOI')).toBe('設定を保存しました。');
    expect(await memberNow('U0AOI')).toMatchObject({
      workingWeekdays: [3, 5],
      nextReminderAt: jst('2026-11-25T10:30'),
      nextSecondLookAt: jst('2026-11-25T13:00'),
    });
    await at('2026-11-25T10:29');
    expect(remindersTo('U0AOI')).toBe(0);
    await at('2026-11-25T10:30');
    expect(wordsIn(desk.slack.dm('U0AOI')[0]?.blocks)).toContain('佐藤 花子');
    await at('2026-11-25T13:00');
    const [, again] = desk.slack.dm('U0AOI');
    expect(wordsIn(again?.blocks)).toContain('11/25(水) まだご連絡できていない方');
    // Not a day of hers; the next one is.
    await at('2026-11-26T16:00');
    expect(remindersTo('U0AOI')).toBe(2);
    expect(await memberNow('U0AOI')).toMatchObject({ nextReminderAt: jst('2026-11-27T10:30') });
  });

  it('leave the second look out when nobody is open any more', async () => {
    const row = await desk.records.learner(desk.program);
    await desk.deps.db
      .update(members)
      .set({ secondLook: true, nextSecondLookAt: jst('2026-11-24T16:00') })
      .where(eq(members.userId, 'U0AOI'));
    await at('2026-11-24T09:00');
    await desk.records.checkIn(row, { contactedOn: '2026-11-24' });
    await desk.deps.db.execute(`update learners set last_contact_on = '2026-11-24', due_on = '2026-11-27'`);
    await at('2026-11-24T16:00');
    expect(remindersTo('U0AOI')).toBe(1);
    expect(await memberNow('U0AOI')).toMatchObject({ nextSecondLookAt: jst('2026-11-25T16:00') });
  });

  it('switch reminders off and on again; the digest goes on', async () => {
    await desk.records.learner(desk.program, { name: '佐藤 花子', dueOn: '2026-11-25' });
    await open('U0AOI');
    await desk.slack.as('U0AOI').submit({ [blocks.messages]: null });
    expect(await answerWords(desk, 'U0AOI')).toContain('リマインダーは届きません。');
    await at('2026-11-25T09:00');
    expect(remindersTo('U0AOI')).toBe(0);
    expect(wordsIn(desk.slack.messages('C0TEAM').at(-1)?.blocks)).toContain('*青木*\n佐藤 花子');
    await open('U0AOI');
    await desk.slack.as('U0AOI').submit({ [blocks.messages]: ['reminders'] });
    await answerWords(desk, 'U0AOI', 1);
    await desk.sweep();
    expect(remindersTo('U0AOI')).toBe(1);
  });

  it('keep a chosen zone whatever Slack says later, and go back to Slack’s newest', async () => {
    const kudo = desk.slack.as('U0KUDO');
    await open('U0KUDO');
    const offered = await kudo.suggest(ids.actions.zone, 'tokyo');
    expect(JSON.stringify(offered)).toContain('Asia/Tokyo');
    expect(JSON.stringify(offered[0])).toContain('As in Slack (America/Los_Angeles)');
    await kudo.submit({ [blocks.zone]: 'Asia/Tokyo' });
    await answerWords(desk, 'U0KUDO');
    await desk.slack.changeUser('U0KUDO', { tz: 'Europe/Paris' });
    const now = await eventually(
      () => memberNow('U0KUDO'),
      ({ slackZone }) => slackZone === 'Europe/Paris',
    );
    expect(now).toMatchObject({ zone: 'Asia/Tokyo' });
    const modal = await open('U0KUDO');
    expect(wordsIn(modal)).toContain('Asia/Tokyo (chosen by me)');
    await kudo.suggest(ids.actions.zone, '');
    await kudo.submit({ [blocks.zone]: 'slack' });
    await answerWords(desk, 'U0KUDO', 1);
    expect(await memberNow('U0KUDO')).toMatchObject({ zone: 'Europe/Paris', slackZone: null });
  });

  it.each([
    [
      'no day of her own',
      { [blocks.days]: 'own', [blocks.weekdays]: null },
      blocks.weekdays,
      /曜日を1つ以上/,
    ],
    ['an end before the beginning', { [blocks.endsAt]: '08:00' }, blocks.endsAt, /始まりより前/],
    [
      'a day too short for a second look',
      { [blocks.endsAt]: '10:30', [blocks.messages]: ['reminders', 'secondLook'] },
      blocks.endsAt,
      /2時間前/,
    ],
  ])('refuse %s, in the field that it is about', async (_, values, field, words) => {
    const before = await memberNow('U0AOI');
    await open('U0AOI');
    const { errors } = await desk.slack.as('U0AOI').submit(values);
    expect(errors).toEqual({ [field]: expect.stringMatching(words) });
    expect(await memberNow('U0AOI')).toEqual(before);
  });

  it('are nothing for whoever supports no program', async () => {
    await desk.records.member('U0GUEST');
    await desk.slack.as('U0GUEST').command('/banso settings', { channel: 'C0TEAM' });
    expect(await answerWords(desk, 'U0GUEST')).toContain('You are not in any program yet.');
    const view = {
      id: 'V0FORGED',
      callback_id: ids.views.settings,
      private_metadata: JSON.stringify({ locale: 'en', channelId: 'C0TEAM', slackZone: 'Asia/Tokyo' }),
      state: {
        values: {
          [blocks.startsAt]: { field: { selected_time: '09:00' } },
          [blocks.endsAt]: { field: { selected_time: '17:00' } },
        },
      },
    };
    const forged = { ...interaction('view_submission', { userId: 'U0GUEST' }), view, response_urls: [] };
    const response = await post(desk, asInteraction(forged));
    expect(await response.text()).toContain('You are not in any program yet.');
  });
});

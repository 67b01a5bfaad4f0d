import { eq } from 'drizzle-orm';
import { auditEvents, closures, policies, programs, supporters } from '../../../src/db/schema';
import type { View } from '../../../src/emulator';
import { ids, rowActions } from '../../../src/slack/ids';
import { buttonsIn, mrkdwnIn, wordsIn } from '../support/reading';
import { answerWords, type Desk, learnerNow, modalAfter, startDesk } from './desk';
import { post, submissionOf } from './requests';

const { blocks, actions } = ids;
let desk: Desk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

const openProgram = (userId = 'U0LEAD', channel = 'C0TEAM') =>
  modalAfter(desk, userId, () => desk.slack.as(userId).command('/banso program', { channel }));

/** Opens a part of the program's settings on top of them. */
const openPart = (actionId: string, userId = 'U0LEAD') =>
  modalAfter(desk, userId, () => desk.slack.as(userId).click('modal', actionId));

const rhythm = (given: Record<string, unknown> = {}) => ({
  [blocks.policyContacts]: '7',
  [blocks.policyFloor]: '5',
  [blocks.policyOn]: '2026-11-24',
  [blocks.policyReason]: 'レビューで合意',
  ...given,
});

const top = (userId = 'U0LEAD') => {
  const modal = desk.slack.as(userId).modal();
  if (!modal) throw new Error('expected an open modal');
  return modal;
};

/** The settings below, once they say what is expected. */
const settingsSay = (words: string | RegExp, userId = 'U0LEAD'): Promise<View> =>
  desk.slack.until(() => {
    const modal = desk.slack.as(userId).modal();
    const fits = modal?.callback_id === ids.views.program && wordsIn(modal).match(words);
    return fits ? modal : undefined;
  });

const setPolicies = () => desk.deps.db.select().from(policies).orderBy(policies.setAt, policies.effectiveOn);

describe('the rhythm of a program', () => {
  it('tells what a change would do before it is saved, and does that', async () => {
    const learner = await desk.records.learner(desk.program, {
      dueOn: '2026-11-24',
      lastContactOn: '2026-11-23',
    });
    await desk.records.learner(desk.program, {
      dueOn: '2026-11-24',
      lastContactOn: '2026-11-18',
      name: '<!channel> 様',
    });
    const settings = await openProgram();
    expect(wordsIn(settings)).toContain('*週2回* ・ 最低頻度 *7日に1回* · 2026/1/1から');
    const form = await openPart(actions.programPolicy);
    expect(form.state.values).toMatchObject({
      [blocks.policyOn]: { field: { selected_date: '2026-11-25' } },
      [blocks.policyFloor]: { field: { value: '7' } },
    });
    expect(await desk.slack.as('U0LEAD').submit(rhythm())).toMatchObject({ response_action: 'update' });
    expect(wordsIn(top())).toContain(
      '今の状況では、11/24(火)に予定日が早くなる方は *2名*、遅くなる方は *0名* です。\nその日に最低頻度割れとなる方は *1名* です。',
    );
    expect(top().state.values).toMatchObject({
      [blocks.policyReason]: { field: { value: 'レビューで合意' } },
    });
    expect(await setPolicies()).toHaveLength(1);
    await desk.slack.as('U0LEAD').submit();
    const saved = await settingsSay('予定日を計算し直しています（2名中0名まで完了）。');
    expect(wordsIn(saved)).toContain('*週7回* ・ 最低頻度 *5日に1回*');
    expect(wordsIn(saved)).toContain('2026/11/24に相田さんが設定 · レビューで合意');
    await desk.sweep();
    expect(await learnerNow(desk, learner.id)).toMatchObject({ dueOn: '2026-11-24', floorOn: '2026-11-28' });
    await desk.slack.as('U0LEAD').click('modal', actions.programSettings);
    await desk.slack.until(() => !wordsIn(top()).includes('計算し直しています'));
  });

  it('is told anew when something was changed after the effect was told, and saved once when pressed twice', async () => {
    await openProgram();
    await openPart(actions.programPolicy);
    await desk.slack.as('U0LEAD').submit(rhythm());
    await desk.slack.as('U0LEAD').submit(rhythm({ [blocks.policyContacts]: '1' }));
    expect(await setPolicies()).toHaveLength(1);
    await desk.slack.as('U0LEAD').submitTwice({ [blocks.policyReason]: '書き直した理由' });
    await settingsSay('書き直した理由');
    expect(await setPolicies()).toMatchObject([
      { effectiveOn: '2026-01-01' },
      { effectiveOn: '2026-11-24', contactsPerWeek: 1, reason: '書き直した理由', endedAt: null },
    ]);
  });

  it('planned for later stands there with who, when and why, and may be taken back', async () => {
    await openProgram();
    await openPart(actions.programPolicy);
    await desk.slack.as('U0LEAD').submit(rhythm({ [blocks.policyOn]: '2026-12-01' }));
    await desk.slack.as('U0LEAD').submit();
    const settings = await settingsSay('これからの変更');
    expect(wordsIn(settings)).toContain('2026/12/1から\n2026/11/24に相田さんが設定 · レビューで合意');
    const [, planned] = await setPolicies();
    await desk.slack.as('U0LEAD').click('modal', rowActions.takeBackPolicy.idFor(planned?.id ?? ''));
    const after = await settingsSay('これまでの設定');
    expect(wordsIn(after)).toContain('2026/11/24に相田さんが差し替え・取り消し');
    expect(wordsIn(after)).not.toContain('これからの変更');
  });

  it('is refused for the past, and by a modal of another version, with all that was typed', async () => {
    await openProgram();
    const form = await openPart(actions.programPolicy);
    const past = await desk.slack.as('U0LEAD').submit(rhythm({ [blocks.policyOn]: '2026-11-23' }));
    expect(past.errors?.[blocks.policyOn]).toContain('過ぎた日からの変更はできません。');
    expect(top().callback_id).toBe(ids.views.programPolicy);
    for (const callback_id of [form.callback_id, ids.views.programClosures, ids.views.programOther]) {
      const stale = { ...form, callback_id, private_metadata: '{"version":0}' };
      const answer = await post(desk, submissionOf(stale, 'U0LEAD'));
      expect(await answer.text()).toContain('この画面は古くなりました。');
    }
    expect(await setPolicies()).toHaveLength(1);
  });

  it('is not changed by somebody who is no lead any more, nor on a day that has passed meanwhile', async () => {
    await openProgram();
    await openPart(actions.programPolicy);
    await desk.slack.as('U0LEAD').submit(rhythm());
    desk.clock.set('2026-11-25T00:00:00Z');
    const late = await desk.slack.as('U0LEAD').submit();
    expect(late.errors).toEqual({
      [blocks.policyOn]: '過ぎた日からの変更はできません。今日以降の日付をお選びください。',
    });
    await desk.deps.db.update(supporters).set({ role: 'supporter' }).where(eq(supporters.userId, 'U0LEAD'));
    const refused = await desk.slack.as('U0LEAD').submit(rhythm({ [blocks.policyOn]: '2026-11-26' }));
    expect(Object.values(refused.errors ?? {}).join()).toContain('リーダーにご依頼ください。');
    expect(await setPolicies()).toHaveLength(1);
  });
});

describe('days off', () => {
  it('are added as a range over New Year, shown as one, and removed', async () => {
    await openProgram();
    await openPart(actions.programClosures);
    await desk.slack.as('U0LEAD').submit({
      [blocks.closureFrom]: '2026-12-29',
      [blocks.closureTo]: '2027-01-04',
      [blocks.closureLabel]: '<!channel> 年末年始',
    });
    const settings = await settingsSay('2026/12/29〜2027/1/4（&lt;!channel&gt; 年末年始）');
    expect(mrkdwnIn(settings)).not.toContain('<!');
    const list = await openPart(actions.programClosures);
    const [remove] = buttonsIn(list);
    await desk.slack.as('U0LEAD').click('modal', String(remove?.action_id));
    await desk.slack.until(() => buttonsIn(top()).length === 0);
    expect(await desk.deps.db.select().from(closures)).toEqual([]);
    await desk.slack.as('U0LEAD').closeModal();
    await settingsSay('休業日の予定はありません。');
  });

  it('are refused backwards, under the field that is wrong', async () => {
    await openProgram();
    await openPart(actions.programClosures);
    const result = await desk.slack.as('U0LEAD').submit({
      [blocks.closureFrom]: '2026-12-29',
      [blocks.closureTo]: '2026-12-28',
    });
    expect(Object.keys(result.errors ?? {})).toEqual([blocks.closureTo]);
  });
});

describe('the other settings of a program', () => {
  it('change what she changed, and nothing that somebody else changed meanwhile', async () => {
    await openProgram();
    await openPart(actions.programOther);
    await desk.deps.db.update(programs).set({ name: '新しい名前' });
    await desk.slack.as('U0LEAD').submit({
      [blocks.programCountry]: 'DE',
      [blocks.programDigestAt]: '10:30',
      [blocks.programRoles]: ['companion', 'mentor'],
      [blocks.programWeekdays]: ['1', '2', '3'],
    });
    await settingsSay('新しい名前');
    const [row] = await desk.deps.db.select().from(programs);
    expect(row).toMatchObject({
      ...{ name: '新しい名前', country: 'DE', digestAt: '10:30:00', locale: 'ja' },
      ...{ countedRoles: ['companion', 'mentor'], workingWeekdays: [1, 2, 3] },
    });
  });

  it('refuse the name of another program', async () => {
    await desk.records.program({ name: '別の講座', channelId: 'C0OTHER' });
    await openProgram();
    await openPart(actions.programOther);
    const result = await desk.slack.as('U0LEAD').submit({ [blocks.programName]: '別の講座' });
    expect(Object.keys(result.errors ?? {})).toEqual([blocks.programName]);
  });
});

describe('who may see a program’s settings', () => {
  it('is told to a supporter and a guest: a lead', async () => {
    await desk.slack.as('U0AOI').command('/banso program', { channel: 'C0TEAM' });
    expect(await answerWords(desk, 'U0AOI')).toContain('リーダーにご依頼ください。');
    await desk.slack.as('U0GUEST').command('/banso program', { channel: 'C0TEAM' });
    expect(await answerWords(desk, 'U0GUEST')).toContain('You are not in any program yet.');
    expect(await desk.deps.db.select().from(auditEvents)).toEqual([]);
  });

  it('is a lead of several in English: the channel’s first, the others a button away', async () => {
    const other = await desk.records.program({ name: 'Data 26', channelId: 'C0OTHER', people: [] });
    const third = await desk.records.program({ name: 'Third 26', channelId: 'C0PRIV', people: [] });
    for (const scope of [other, third]) await desk.records.supporter(scope, 'U0KUDO', 'lead');
    const settings = await openProgram('U0KUDO', 'C0OTHER');
    expect(wordsIn(settings)).toContain('Data 26');
    expect(wordsIn(settings)).toContain('*Twice a week* · client’s minimum: *every 7 days*');
    await desk.slack.as('U0KUDO').click('modal', rowActions.program.idFor(third.id));
    await desk.slack.until(() => wordsIn(top('U0KUDO').blocks[0]) === 'Third 26');
    await openPart(actions.programPolicy, 'U0KUDO');
    await desk.slack.as('U0KUDO').submit(rhythm({ [blocks.policyReason]: 'Agreed' }));
    expect(wordsIn(top('U0KUDO'))).toContain(
      'As things stand today, nobody’s due day would change on Tue 24 Nov.',
    );
  });
});

test('a database that takes its time loses nothing that was typed', async () => {
  await desk.close();
  desk = await startDesk({ waits: { patienceMs: 1 } });
  await openProgram();
  await openPart(actions.programPolicy);
  await desk.slack.as('U0LEAD').submit(rhythm());
  await desk.slack.until(() => wordsIn(top()).includes('予定日が変わる方はいません'));
  expect(top().state.values).toMatchObject({
    [blocks.policyContacts]: { field: { selected_option: { value: '7' } } },
    [blocks.policyReason]: { field: { value: 'レビューで合意' } },
  });
  await desk.slack.as('U0LEAD').submit();
  await settingsSay('週7回');
});

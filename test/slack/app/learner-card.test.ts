import { careAnswers, pauses, promises } from '../../../src/db/schema';
import { addDays } from '../../../src/domain/dates';
import { ids, learnersBlock, rowActions } from '../../../src/slack/ids';
import { takeLearner } from '../../../src/usecases/take-learner';
import { buttonsIn, mrkdwnIn, wordsIn } from '../support/reading';
import { answerWords, type Desk, modalAfter, openCheckIn, startDesk } from './desk';

const { blocks } = ids;
let desk: Desk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

/** `/learner`, with a name or without, in the team's channel. */
const openCard = (userId: string, typed = '') =>
  modalAfter(desk, userId, () =>
    desk.slack.as(userId).command(`/learner ${typed}`.trim(), { channel: 'C0TEAM' }),
  );

/** Presses something in the open modal; resolves with the next one on top. */
const press = (userId: string, actionId: string) =>
  modalAfter(desk, userId, () => desk.slack.as(userId).click('modal', actionId));

/** The open modal, once it says something. */
const saying = (userId: string, words: RegExp | string) =>
  desk.slack.until(() => {
    const modal = desk.slack.as(userId).modal();
    return modal && new RegExp(words).test(wordsIn(modal)) ? modal : undefined;
  });

/** A learner of whom much is known. */
async function known() {
  const learner = await desk.records.learner(desk.program, {
    name: '松本 さくら',
    reading: 'まつもと さくら',
    goal: '転職して開発者になる',
    background: '看護師、夜勤あり',
    rhythm: { kind: 'weekdays', weekdays: [1, 4] },
    weeklyHours: 10,
    unit: 'JS 3',
    plannedOn: '2026-11-26',
    planReason: '試験が終わるまで',
    plannedBy: 'U0MORI',
    dueOn: '2026-11-26',
    dueReason: 'planned',
  });
  await desk.records.careTeam(learner, 'mentor', '江口');
  const seen = [
    { contactedOn: '2026-11-13', motivation: 4, studyHours: 8, concerns: ['work' as const] },
    { contactedOn: '2026-11-17', motivation: 2, studyHours: 3, concerns: ['work' as const, 'time' as const] },
    { contactedOn: '2026-11-20', motivation: 3, studyHours: null, note: '試験前で少し不安とのこと' },
  ];
  for (const one of seen) await desk.records.checkIn(learner, one);
  const last = await desk.records.checkIn(learner, { contactedOn: '2026-11-10' });
  const { workspaceId, programId, id: learnerId } = learner;
  const of = { workspaceId, programId, learnerId, checkInId: last.id, madeBy: 'U0AOI' };
  await desk.deps.db.insert(promises).values({ ...of, text: '記事を探す', dueOn: '2026-11-27' });
  return learner;
}

describe('/learner name', () => {
  it('shows the whole person at one glance', async () => {
    await known();
    const card = await openCard('U0AOI', 'まつもと');
    expect(card.title.text).toBe('受講生カード');
    const words = wordsIn(card.blocks);
    for (const line of [
      '松本 さくら（まつもと さくら）',
      '受講中 · Web開発 · 全17週の第8週 · 2026/10/5〜2027/1/31',
      '次回のご連絡： *11/26(木)* （あらかじめ決めた予定日） · 最低頻度の期限は11/27(金)',
      'その日にした理由：試験が終わるまで · 森さんの予定',
      'リズム：月・木（この方のリズム） · 学習の目安：週10時間',
      '*やる気*  ·▆▃▄  4 → 2 → 3',
      '*学習時間*  ·▆▃·  8 → 3',
      '*単元*  JS 3',
      '*くり返し出ている気がかり*  仕事（2回）',
      '• 記事を探す（青木さん・11/27(金)まで）',
      '*目標*\n転職して開発者になる',
      '*背景*\n看護師、夜勤あり',
      '伴走：青木 · メンター：江口 · アドバイザー：未定',
      '試験前で少し不安とのこと',
    ]) {
      expect(words).toContain(line);
    }
  });

  it('speaks English to a supporter who does, and says what is not known yet', async () => {
    await desk.records.learner(desk.program, {
      name: 'Mei',
      companionId: null,
      dueOn: null,
      dueReason: 'over',
    });
    const words = wordsIn((await openCard('U0KUDO', 'mei')).blocks);
    expect(words).toContain('active · Web開発 · week 8 of 17 · 5 Oct 2026 – 31 Jan 2027');
    expect(words).toContain('No contact is due.');
    expect(words).toContain('Rhythm: 2/week (the program’s)');
    expect(words).toContain('companion: nobody yet · mentor: nobody yet · advisor: nobody yet');
    expect(words).toContain('No check-in yet');
  });

  it('opens the one whose whole name was typed, though others’ names hold it', async () => {
    await desk.records.learner(desk.program, { name: '林' });
    await desk.records.learner(desk.program, { name: '小林 誠' });
    expect(wordsIn(await openCard('U0AOI', '林'))).toContain('受講生カード');
  });

  it('asks which of several is meant, and becomes that card', async () => {
    const first = await desk.records.learner(desk.program, { name: '林 健', startedOn: '2026-10-05' });
    await desk.records.learner(desk.program, { name: '林 健', startedOn: '2026-11-02' });
    const finder = await openCard('U0AOI', '林 健');
    expect(wordsIn(finder)).toContain('「*林 健*」に当てはまる方が何名かいらっしゃいます。');
    expect(wordsIn(finder)).toContain('林 健（2026/10/5開始、担当：青木）');
    await desk.slack.as('U0AOI').click('modal', rowActions.card.idFor(first.id));
    expect((await saying('U0AOI', '2026/10/5〜')).id).toBe(finder.id);
  });

  it('says so when nobody matches, and finds somebody by the type-ahead, also who has finished', async () => {
    const gone = await desk.records.learner(desk.program, { name: '佐藤 花子', status: 'completed' });
    await desk.records.learner(desk.program, { name: '佐藤 次郎' });
    expect(wordsIn(await openCard('U0AOI', '<!channel>'))).toContain('「*&lt;!channel&gt;*」に');
    const aoi = desk.slack.as('U0AOI');
    expect((await aoi.suggest(ids.actions.cardLearner, '佐藤')).map(({ value }) => value)).toContain(gone.id);
    await aoi.fill({ [blocks.learner]: gone.id });
    expect(wordsIn(await saying('U0AOI', '修了'))).toContain('佐藤 花子');
  });

  it('without a name asks for one, and finds nobody of another program', async () => {
    const other = await desk.records.program({ name: '別', channelId: 'C0OTHER', people: ['U0MENT'] });
    await desk.records.learner(other, { name: '他所 花', companionId: 'U0MENT' });
    const finder = await openCard('U0AOI');
    expect(finder.title.text).toBe('受講生をさがす');
    expect(await desk.slack.as('U0AOI').suggest(ids.actions.cardLearner, '他所')).toEqual([]);
    expect(wordsIn(await openCard('U0AOI', '他所 花'))).toContain('見つかりません');
  });

  it('tells whoever supports no program how to go on', async () => {
    await desk.slack.as('U0GUEST').command('/learner x', { channel: 'C0TEAM' });
    expect(await answerWords(desk, 'U0GUEST')).toMatch(/^You are not on this program’s team/);
  });

  it('keeps within Slack’s limits and mentions nobody, whatever people wrote', async () => {
    const hostile = '<!channel> *太字* 👩‍👩‍👧‍👦 ＆&‮右から '.repeat(100).slice(0, 3000);
    const learner = await desk.records.learner(desk.program, {
      name: `<@U0LEAD>${hostile}`.slice(0, 100),
      reading: hostile,
      goal: hostile,
      background: hostile,
      unit: hostile,
      planReason: hostile,
      plannedBy: 'U0AOI',
      plannedOn: '2026-11-24',
      dueReason: 'planned',
    });
    for (let n = 0; n < 8; n += 1)
      await desk.records.checkIn(learner, {
        note: hostile,
        learnerWords: hostile,
        unit: hostile.slice(0, 100),
      });
    const card = await openCard('U0AOI', '@U0LEAD');
    expect(wordsIn(card)).toContain('…');
    const timeline = await press('U0AOI', rowActions.timeline.idFor(learner.id));
    expect(timeline.previous_view_id).toBe(card.id);
    for (const view of [card, timeline]) expect(mrkdwnIn(view)).not.toMatch(/<[@!#]|\u202e/);
  });
});

describe('the card’s buttons', () => {
  it('log a check-in over the card, which then shows it', async () => {
    const learner = await known();
    const card = await openCard('U0AOI', '松本');
    const above = await press('U0AOI', rowActions.checkIn.idFor(learner.id));
    expect(above).toMatchObject({ callback_id: ids.views.checkIn, previous_view_id: card.id });
    await desk.slack.as('U0AOI').submit({ [blocks.outcome]: 'talked', [blocks.note]: '試験が終わった' });
    expect(await answerWords(desk, 'U0AOI')).toContain('ご連絡を記録しました');
    expect((await saying('U0AOI', '試験が終わった')).id).toBe(card.id);
  });

  it('postpone over the card, which then shows the new day', async () => {
    const learner = await desk.records.learner(desk.program, { name: '松本' });
    await desk.records.checkIn(learner, { contactedOn: '2026-11-20' });
    await openCard('U0AOI', '松本');
    await press('U0AOI', rowActions.plan.idFor(learner.id));
    await desk.slack.as('U0AOI').submit({
      [learnersBlock(blocks.planOn, learner.id)]: '2026-11-26',
      [learnersBlock(blocks.planReason, learner.id)]: '試験',
    });
    await saying('U0AOI', '次回のご連絡： \\*11/26\\(木\\)\\* [^]*11/26\\(木\\)まで見守り中・試験');
  });

  it('answer a stale one with what happened', async () => {
    const learner = await known();
    await openCard('U0AOI', '松本');
    await desk.records.erase(learner);
    const notice = await press('U0AOI', rowActions.timeline.idFor(learner.id));
    expect(wordsIn(notice)).toContain('Bansoから削除されました');
  });
});

describe('the timeline', () => {
  /** 25 contacts on nine days, of which several share a day and a moment. */
  async function long() {
    const learner = await desk.records.learner(desk.program, { name: '松本' });
    for (let n = 0; n < 25; n += 1) {
      const contactedOn = addDays('2026-11-01', Math.floor(n / 3));
      await desk.records.checkIn(learner, {
        contactedOn,
        note: `メモ${n}。`,
        learnerWords: n === 24 ? '楽しい' : '',
      });
    }
    return learner;
  }

  const notes = (view: object) => [...wordsIn(view).matchAll(/メモ(\d+)。/g)].map(([, n]) => Number(n));

  it('shows each contact once over its pages, newest first, and leads back', async () => {
    const learner = await long();
    await openCard('U0AOI', '松本');
    const timeline = await press('U0AOI', rowActions.timeline.idFor(learner.id));
    const aoi = desk.slack.as('U0AOI');
    const turned = async (actionId: string, before: number[]) => {
      await aoi.click('modal', actionId);
      return desk.slack.until(() => {
        const modal = aoi.modal();
        return modal && notes(modal).join() !== before.join() ? modal : undefined;
      });
    };
    const first = notes(timeline);
    expect(wordsIn(timeline)).toMatch(/ご本人の言葉\n楽しい/);
    expect(wordsIn(timeline)).not.toContain('新しい記録');
    const second = notes(await turned(ids.actions.olderEntries, first));
    const last = await turned(ids.actions.olderEntries, second);
    expect(wordsIn(last)).not.toContain('前の記録');
    expect([first.length, second.length, notes(last).length]).toEqual([10, 10, 5]);
    const all = [...first, ...second, ...notes(last)];
    expect(new Set(all).size).toBe(25);
    expect(all.map((n) => Math.floor(n / 3))).toEqual(
      all.map((n) => Math.floor(n / 3)).sort((a, b) => b - a),
    );
    expect(notes(await turned(ids.actions.newerEntries, notes(last)))).toEqual(second);
    expect(notes(await turned(ids.actions.newerEntries, second))).toEqual(first);
  });

  it('tells what the care team answered, breaks, and who took over, each on its day and page', async () => {
    const learner = await desk.records.learner(desk.program, { name: '松本', companionId: null });
    const checkIn = await desk.records.checkIn(learner, { contactedOn: '2026-11-20', note: 'メモ。' });
    await desk.records.careTeam(learner, 'mentor', 'U0MENT');
    const of = { workspaceId: learner.workspaceId, programId: learner.programId };
    const answered = { authorId: 'U0MENT', role: 'mentor', submissionKey: 'V1' } as const;
    await desk.deps.db.insert(careAnswers).values({
      ...{ ...of, ...answered, learnerId: learner.id, checkInId: checkIn.id },
      text: `<!channel> ${'長'.repeat(2900)}`,
      // Already the 22nd in Tokyo.
      createdAt: new Date('2026-11-21T16:00:00Z'),
    });
    await desk.deps.db.insert(pauses).values({
      ...{ workspaceId: learner.workspaceId, learnerId: learner.id, reason: '出張' },
      ...{ fromOn: '2026-12-07', toOn: '2026-12-11' },
    });
    await takeLearner(desk.deps.context(), {
      ...{ workspaceId: learner.workspaceId, learnerId: learner.id, supporterId: 'U0MORI' },
      forGood: true,
    });
    await openCard('U0AOI', '松本');
    const timeline = await press('U0AOI', rowActions.timeline.idFor(learner.id));
    expect(wordsIn(timeline)).toMatch(
      /12\/7\(月\)\* 12\/11\(金\)までお休み\n出張[\s\S]*11\/24\(火\)\* 森さんが担当に[\s\S]*11\/22\(日\)\* メンター・江口さんからのお返事\n<!channel> 長[\s\S]*メモ。/,
    );
    expect(mrkdwnIn(timeline)).not.toContain('<!channel>');
  });

  it('offers to correct her own entries, and says which were corrected', async () => {
    const learner = await desk.records.learner(desk.program, { name: '松本' });
    const own = await desk.records.checkIn(learner, { note: '自分の', version: 2 });
    await desk.records.checkIn(learner, { note: '森さんの', authorId: 'U0MORI', contactedOn: '2026-11-19' });
    await openCard('U0AOI', '松本');
    const timeline = await press('U0AOI', rowActions.timeline.idFor(learner.id));
    expect(wordsIn(timeline)).toMatch(/青木 · 訂正あり/);
    const correct = buttonsIn(timeline).filter(({ action_id }) =>
      String(action_id).startsWith('correct_row'),
    );
    expect(correct.map(({ value }) => value)).toEqual([own.id]);
    const correction = await press('U0AOI', rowActions.correct.idFor(own.id));
    expect(correction).toMatchObject({
      callback_id: ids.views.correctCheckIn,
      previous_view_id: timeline.id,
    });
  });

  it('of somebody new says that nothing is logged', async () => {
    const learner = await desk.records.learner(desk.program, { name: 'Mei' });
    await openCard('U0KUDO', 'Mei');
    const timeline = await press('U0KUDO', rowActions.timeline.idFor(learner.id));
    expect(wordsIn(timeline)).toContain('Nothing is logged yet.');
  });
});

it('a check-in opened elsewhere still opens by itself', async () => {
  await known();
  expect((await openCheckIn(desk, 'U0AOI', '松本')).previous_view_id).toBeFalsy();
});

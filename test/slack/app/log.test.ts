import { eq } from 'drizzle-orm';
import { promises } from '../../../src/db/schema';
import { ids } from '../../../src/slack/ids';
import {
  answerWords,
  blockIn,
  checkInsOf,
  type Desk,
  learnerNow,
  openCheckIn,
  pick,
  startDesk,
} from './desk';

const { blocks } = ids;
const everything = {
  [blocks.contactedOn]: '2026-11-24',
  [blocks.outcome]: 'talked',
  [blocks.motivation]: '4',
  [blocks.studyHours]: '6.5',
  [blocks.concerns]: ['family', 'time'],
  [blocks.note]: '夜に1時間ずつ。\n再帰で止まっている。',
  [blocks.learnerWords]: '「やっと動いた！」',
  [blocks.shareAsWin]: ['share'],
  [blocks.promiseText]: '再帰の記事を探す',
  [blocks.promiseDueOn]: '2026-11-26',
  [blocks.audiences]: ['school', 'mentor'],
};
const stored = {
  contactedOn: '2026-11-24',
  outcome: 'talked',
  motivation: 4,
  unit: '再帰',
  studyHours: 6.5,
  concerns: ['time', 'family'],
  note: '夜に1時間ずつ。\n再帰で止まっている。',
  learnerWords: '「やっと動いた！」',
  shareAsWin: true,
  flaggedFor: ['mentor', 'school'],
  counts: true,
  sourcePermalink: null,
  version: 1,
};

describe.each(['http', 'socket'] as const)('logging a check-in over %s', (mode) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk({ mode });
    if (mode === 'socket') await desk.slack.until(() => desk.slack.connections > 0);
  });
  afterAll(() => desk.close());

  it('takes four interactions: command, learner, outcome, submit', async () => {
    const learner = await desk.records.learner(desk.program, { name: '佐藤 陽子' });
    const aoi = desk.slack.as('U0AOI');
    await openCheckIn(desk, 'U0AOI');
    await pick(desk, 'U0AOI', learner);
    await aoi.fill({ [blocks.outcome]: 'sent' });
    expect(await aoi.submit()).toEqual({ sent: true });
    expect(await answerWords(desk, 'U0AOI')).toBe(
      '*佐藤 陽子* さんへの11/24(火)のご連絡を記録しました。\n次回のご連絡は *11/27(金)* です（いつものリズム）。\n訂正する',
    );
    expect(aoi.modal()).toBeUndefined();
    expect(await checkInsOf(desk, learner.id)).toMatchObject([
      { outcome: 'sent', contactedOn: '2026-11-24', motivation: null, note: '', authorId: 'U0AOI' },
    ]);
    expect(await learnerNow(desk, learner.id)).toMatchObject({
      lastContactOn: '2026-11-24',
      awaitingReplySince: '2026-11-24',
      dueOn: '2026-11-27',
      floorOn: '2026-12-01',
    });
  });

  it.each([
    ['U0AOI', '鈴木 一郎', '*11/26(木)* です（あらかじめ決めた予定日）'],
    ['U0KUDO', 'Ichiro Suzuki', '*Thu 26 Nov* (a planned date)'],
  ])('stores the whole modal as %s filled it in', async (userId, name, words) => {
    const learner = await desk.records.learner(desk.program, { name, companionId: userId });
    await desk.records.careTeam(learner, 'mentor', '江口');
    const person = desk.slack.as(userId);
    const answers = desk.slack.ephemerals(userId).length;
    const modal = await openCheckIn(desk, userId, name);
    await person.fill(everything);
    const planned = {
      [blockIn(modal, blocks.unit)]: '再帰',
      [blocks.next]: 'planned',
      [blocks.nextOn]: '2026-11-26',
    };
    expect(await person.submit(planned)).toEqual({ sent: true });
    expect(await answerWords(desk, userId, answers)).toContain(words);
    expect(await checkInsOf(desk, learner.id)).toMatchObject([{ ...stored, authorId: userId }]);
    const [promise] = await desk.deps.db.select().from(promises).where(eq(promises.learnerId, learner.id));
    expect(promise).toMatchObject({ text: '再帰の記事を探す', dueOn: '2026-11-26', madeBy: userId });
    expect(await learnerNow(desk, learner.id)).toMatchObject({
      unit: '再帰',
      plannedOn: '2026-11-26',
      dueOn: '2026-11-26',
      awaitingReplySince: null,
    });
  });

  it('speaks English to whoever has Slack in English, and says whose the learner is', async () => {
    const learner = await desk.records.learner(desk.program, { name: 'Zoë Martin' });
    const answers = desk.slack.ephemerals('U0KUDO').length;
    const kudo = desk.slack.as('U0KUDO');
    const modal = await openCheckIn(desk, 'U0KUDO', 'zoe martin');
    expect(modal).toMatchObject({ title: { text: 'Log a check-in' }, submit: { text: 'Log' } });
    await kudo.submit({ [blocks.outcome]: 'replied', [blocks.note]: 'Back in flow.' });
    expect(await answerWords(desk, 'U0KUDO', answers)).toBe(
      'Logged your contact with *Zoë Martin* on Tue 24 Nov.\nNext contact: *Fri 27 Nov* (usual rhythm).\n' +
        'The next contact is 青木’s.\nCorrect',
    );
    expect(await checkInsOf(desk, learner.id)).toMatchObject([{ authorId: 'U0KUDO', note: 'Back in flow.' }]);
  });

  it('takes each of two people who log at the same time for themselves', async () => {
    const learner = await desk.records.learner(desk.program, { name: '田中 実' });
    const people = ['U0AOI', 'U0MORI'];
    await Promise.all(people.map((userId) => openCheckIn(desk, userId, '田中 実')));
    await Promise.all(people.map((userId) => desk.slack.as(userId).submit({ [blocks.outcome]: 'sent' })));
    await answerWords(desk, 'U0MORI');
    const authors = (await checkInsOf(desk, learner.id)).map(({ authorId }) => authorId);
    expect(authors.sort()).toEqual(people);
  });
});

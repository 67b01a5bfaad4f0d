import { learners } from '../../src/db/schema';
import { readableText } from '../../src/emulator';
import { messagesFor } from '../../src/i18n';
import { planContact } from '../../src/usecases/plan-contact';
import { digestText } from '../support/lists';
import { startWorld, type World } from '../support/world';
import { logContact } from './log-contact';

type Learner = Awaited<ReturnType<World['records']['learner']>>;
type Content = Parameters<typeof logContact>[2];

const { digest: titles, lists } = messagesFor('ja');

const partTitles = [
  ...[titles.floorsToday, titles.floorsNext, titles.awaitingReply, titles.watchesEnding],
  ...[titles.promises, titles.wins],
];

let world: World;
let program: Awaited<ReturnType<World['records']['program']>>;

/** The list before that of Tuesday 24 November 2026 is Friday's: Monday is Labour Thanksgiving Day. */
beforeEach(async () => {
  world = await startWorld({ at: '2026-11-16T00:00:00Z' });
  program = await world.records.program({ nextDigestAt: new Date('2026-12-31T00:00:00Z') });
});
afterEach(() => world.close());

/** A learner who is on no list before it is contacted. */
function learner(name: string): Promise<Learner> {
  const quiet = { lastContactOn: null, dueOn: '2026-12-28', floorOn: '2026-12-28' };
  return world.records.learner(program, { name, ...quiet });
}

/** Logs a contact at nine in the morning in Tokyo, or at an instant. @returns with whom */
async function contacted(name: string, on: string, content: Content = {}, at = `${on}T00:00:00Z`) {
  const somebody = await learner(name);
  world.clock.set(at);
  await logContact(world, somebody, { contactedOn: on, ...content });
  return somebody;
}

/** The digest of a day, at nine in the morning. @returns the lines of one part, empty when it isn't there */
async function digestOn(day: string): Promise<(title: string) => string[]> {
  const at = new Date(`${day}T00:00:00Z`);
  world.clock.set(at);
  const before = world.slack.messages('C0TEAM').length;
  await world.deps.db.execute(`update programs set next_digest_at = '${at.toISOString()}'`);
  await world.sweep();
  const [digest, ...more] = world.slack.messages('C0TEAM').slice(before);
  if (!digest || more.length > 0) throw new Error(`${day}: expected one digest`);
  const lines = readableText(digest.blocks).split('\n');
  const heads = new Set(partTitles.map((title) => `*${title}*`));
  return (title) => {
    const from = lines.indexOf(`*${title}*`);
    if (from < 0) return [];
    const rest = lines.slice(from + 1);
    const end = rest.findIndex((line) => heads.has(line));
    return rest.slice(0, end < 0 ? undefined : end).filter((line) => !line.startsWith('['));
  };
}

/** Plans the next contact with somebody. */
function watch({ workspaceId, id: learnerId }: Learner, on: string, reason: string) {
  const input = { workspaceId, supporterId: 'U0AOI', learnerId, plan: { on, reason } };
  return planContact(world.deps.context(), input);
}

/** The names in the lines, in their order. */
const namesIn = (lines: string[]) => lines.flatMap((line) => line.match(/[•* （](\S+の方)/)?.[1] ?? []);

it('names floors that end today or on the next working day, each with the days off after it', async () => {
  // Each may wait seven days.
  for (const day of [16, 17, 18, 19, 20, 21, 22, 24]) await contacted(`${day}日の方`, `2026-11-${day}`);
  const floors = async (day: string) => {
    const part = await digestOn(day);
    return { today: namesIn(part(titles.floorsToday)), next: namesIn(part(titles.floorsNext)) };
  };
  const weekend = ['20日の方', '21日の方', '22日の方'];
  expect({
    tuesday: await floors('2026-11-24'),
    thursday: await floors('2026-11-26'),
    friday: await floors('2026-11-27'),
    monday: await floors('2026-11-30'),
  }).toEqual({
    tuesday: { today: ['17日の方'], next: ['18日の方'] },
    thursday: { today: ['19日の方'], next: weekend },
    friday: { today: weekend, next: [] },
    monday: { today: [], next: ['24日の方'] },
  });
});

it('awaits a reply once three days have passed without one, longest first', async () => {
  await contacted('三日の方', '2026-11-21', { outcome: 'sent' });
  await contacted('返信の方', '2026-11-20', { outcome: 'replied' });
  await contacted('四日の方', '2026-11-20', { outcome: 'sent' });
  await contacted('二日の方', '2026-11-22', { outcome: 'sent' });
  const before = (await digestOn('2026-11-24'))(titles.awaitingReply);
  expect(before).toEqual([
    '• 四日の方 11/20(金)から（担当：青木）',
    '• 三日の方 11/21(土)から（担当：青木）',
  ]);
  expect(namesIn((await digestOn('2026-11-25'))(titles.awaitingReply))).toEqual([
    '四日の方',
    '三日の方',
    '二日の方',
  ]);
});

describe('quiet watches', () => {
  it('are no waiting for a reply while they last, and say themselves where a floor ends', async () => {
    const quiet = await contacted('静かな方', '2026-11-20', { outcome: 'sent' });
    await watch(quiet, '2026-11-27', '順調');
    const during = await digestOn('2026-11-26');
    expect(during(titles.awaitingReply)).toEqual([]);
    expect(during(titles.floorsNext)).toEqual(['• 静かな方（担当：青木） – 11/27(金)まで見守り中・順調']);
    const atItsEnd = await digestOn('2026-11-27');
    expect(atItsEnd(titles.awaitingReply)).toEqual(['• 静かな方 11/20(金)から（担当：青木）']);
    expect(atItsEnd(titles.floorsToday)).toEqual(['• 静かな方（担当：青木）']);
  });

  it('end on the day until which somebody waits, and only there', async () => {
    // The rhythm would have Tuesday 24 for the three of them.
    const [a, b, c] = [
      await contacted('水曜の方', '2026-11-20'),
      await contacted('木曜の方', '2026-11-20'),
      await contacted('金曜の方', '2026-11-20'),
    ];
    await watch(a, '2026-11-25', '試験中');
    await watch(b, '2026-11-26', '順調');
    await watch(c, '2026-11-27', '帰省中');
    const ends = async (day: string) => (await digestOn(day))(titles.watchesEnding);
    expect(await ends('2026-11-25')).toEqual(['• 水曜の方（担当：青木） – 試験中']);
    expect(await ends('2026-11-26')).toEqual(['• 木曜の方（担当：青木） – 順調']);
    expect(await ends('2026-11-27')).toEqual(['• 金曜の方（担当：青木） – 帰省中']);
    expect(await ends('2026-11-30')).toEqual([]);
  });

  it('are none where the plan is sooner than the rhythm or the same, or was overtaken by a contact', async () => {
    const [overtaken, sooner, same] = [
      await contacted('もう話した方', '2026-11-20'),
      await contacted('早めの方', '2026-11-24'),
      await contacted('同じ日の方', '2026-11-24'),
    ];
    await watch(sooner, '2026-11-26', '心配');
    await watch(same, '2026-11-27', 'いつもどおり');
    await watch(overtaken, '2026-11-26', '順調');
    await logContact(world, overtaken, { contactedOn: '2026-11-24' });
    const [thursday, friday] = [await digestOn('2026-11-26'), await digestOn('2026-11-27')];
    expect(thursday(titles.watchesEnding)).toEqual([]);
    expect(friday(titles.watchesEnding)).toEqual([]);
  });
});

it('leaves out somebody whose floor ends, though she is not due, once she is contacted', async () => {
  const somebody = await contacted('18日の方', '2026-11-18');
  await world.deps.db.update(learners).set({ dueOn: '2026-11-27' });
  expect(namesIn((await digestOn('2026-11-24'))(titles.floorsNext))).toEqual(['18日の方']);
  await logContact(world, somebody, { contactedOn: '2026-11-24' });
  await world.sweep();
  expect(digestText(world)).not.toContain('18日の方');
});

it('leaves out somebody awaited, though she is not due, once she is quietly watched over', async () => {
  const somebody = await contacted('20日の方', '2026-11-20', { outcome: 'sent' });
  await world.deps.db.update(learners).set({ dueOn: '2026-11-25' });
  expect(namesIn((await digestOn('2026-11-24'))(titles.awaitingReply))).toEqual(['20日の方']);
  await watch(somebody, '2026-11-26', '試験前');
  await world.sweep();
  expect(digestText(world)).not.toContain('20日の方');
});

it('tells each promise in one digest: on its day, or after the days off on which it fell due', async () => {
  for (const day of [20, 21, 22, 23, 24, 25, 26]) {
    const promise = { text: '記事を送る', dueOn: `2026-11-${day}` };
    await contacted(`${day}日の方`, '2026-11-19', { promise });
  }
  const promises = async (day: string) => (await digestOn(day))(titles.promises);
  expect(await promises('2026-11-20')).toEqual(['*20日の方* – 記事を送る', '青木さん・11/20(金)まで']);
  expect(namesIn(await promises('2026-11-24'))).toEqual(['21日の方', '22日の方', '23日の方', '24日の方']);
  expect(namesIn(await promises('2026-11-25'))).toEqual(['25日の方']);
});

it('shares each win in one digest: by when it was logged, whenever it was heard', async () => {
  const logged = (name: string, at: string, on: string) =>
    contacted(name, on, { shareAsWin: true, learnerWords: '動いた！' }, at);
  await logged('木曜の方', '2026-11-19T14:59:59.999Z', '2026-11-19');
  await logged('金曜の方', '2026-11-19T15:00:00Z', '2026-11-12');
  await contacted('内緒の方', '2026-11-20', { shareAsWin: false, learnerWords: '秘密' });
  await logged('祝日の方', '2026-11-23T14:59:59.999Z', '2026-11-23');
  await logged('今朝の方', '2026-11-23T15:00:00Z', '2026-11-23');
  const wins = async (day: string) => (await digestOn(day))(titles.wins);
  expect(await wins('2026-11-24')).toEqual([
    ...['> 動いた！', '祝日の方さん（聞き手：青木さん）'],
    ...['> 動いた！', '金曜の方さん（聞き手：青木さん）'],
  ]);
  expect(await wins('2026-11-25')).toEqual(['> 動いた！', '今朝の方さん（聞き手：青木さん）']);
});

it('shows ten of each part and counts the others', async () => {
  const twelve = async (who: string, on: string, content: Content = {}, at = `${on}T00:00:00Z`) => {
    const all: Learner[] = [];
    for (let n = 0; n < 12; n += 1) all.push(await contacted(`${who}${n}の方`, on, content, at));
    return all;
  };
  await twelve('今日', '2026-11-18');
  await twelve('次', '2026-11-19');
  await twelve('返信', '2026-11-20', { outcome: 'sent' });
  await twelve('約束', '2026-11-20', { promise: { text: '電話', dueOn: '2026-11-25' } });
  for (const somebody of await twelve('見守り', '2026-11-20')) await watch(somebody, '2026-11-25', '順調');
  const win = { shareAsWin: true, learnerWords: 'できた' };
  await twelve('報告', '2026-11-20', win, '2026-11-24T05:00:00Z');
  const part = await digestOn('2026-11-25');
  const { floorsToday, floorsNext, awaitingReply, watchesEnding, promises, wins } = titles;
  for (const title of [floorsToday, floorsNext, awaitingReply, watchesEnding]) {
    expect({ title, lines: part(title).length, last: part(title).at(-1) }).toEqual({
      title,
      lines: 10 + 1,
      last: lists.more(2),
    });
  }
  expect(namesIn(part(promises))).toHaveLength(10);
  expect(part(promises).at(-1)).toBe(lists.more(2));
  // A win takes two lines.
  expect(part(wins)).toHaveLength(2 * 10 + 1);
  expect(part(wins).at(-1)).toBe(lists.more(2));
});

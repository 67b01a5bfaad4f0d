import { and, eq } from 'drizzle-orm';
import { careTeam, learners, members } from '../../src/db/schema';
import type { CheckInContent } from '../../src/domain/check-in';
import { correctCheckIn } from '../../src/usecases/correct-check-in';
import { deliveriesOf, textOf } from '../support/lists';
import { startWorld, type World } from '../support/world';
import { briefContent, logContact } from './log-contact';

let world: World;
let program: Awaited<ReturnType<World['records']['program']>>;
beforeEach(async () => {
  world = await startWorld();
  program = await world.records.program();
});
afterEach(() => world.close());

/** A learner of U0AOI's, whose mentor is U0MENT unless somebody else is. */
async function learner(name: string, mentor = 'U0MENT') {
  const row = await world.records.learner(program, { name });
  await world.records.careTeam(row, 'mentor', mentor);
  return row;
}
type Learner = Awaited<ReturnType<typeof learner>>;

const flag = (row: Learner, content: Partial<CheckInContent> = {}, authorId = 'U0AOI') =>
  logContact(world, row, { flaggedFor: ['mentor'], ...content }, authorId);

const correct = (checkInId: string, content: Partial<CheckInContent>, version = 1) =>
  correctCheckIn(world.deps.context(), {
    workspaceId: program.workspaceId,
    correctorId: 'U0AOI',
    checkInId,
    version,
    content: { ...briefContent, ...content },
  });

async function at(time: string): Promise<void> {
  world.clock.set(time);
  await world.sweep();
}
const wednesday = '2026-11-25T00:00:00Z';
const thursday = '2026-11-26T00:00:00Z';

/** What U0MENT, or somebody else, has been told, message by message. */
const told = (userId = 'U0MENT') => world.slack.dm(userId).map(textOf);

describe('telling the care team', () => {
  it('gathers what is flagged during the day into one message in the morning', async () => {
    await flag(await learner('佐藤 花子'), { note: '配列で止まっています' });
    world.clock.advance(60_000);
    await flag(await learner('高橋 健'), { note: '夜勤が続いています' }, 'U0MORI');
    await world.sweep();
    await at('2026-11-24T23:59:00Z');
    expect(told()).toEqual([]);
    await at(wednesday);
    await at('2026-11-25T00:10:00Z');
    expect(told()).toHaveLength(1);
    expect(told()[0]).toMatch(/佐藤 花子[\s\S]*配列で止まって[\s\S]*高橋 健[\s\S]*夜勤が続いて/);
  });

  it('tells what is flagged after the message has gone out on the next working day', async () => {
    const row = await learner('佐藤 花子');
    await flag(row, { note: '一つめ' });
    world.clock.set(wednesday);
    await flag(row, { note: '九時ちょうど' });
    await world.sweep();
    await flag(row, { note: '九時すぎ' });
    await world.sweep();
    expect(told()).toHaveLength(1);
    expect(told()[0]).toContain('九時ちょうど');
    expect(told()[0]).not.toContain('九時すぎ');
    await at(thursday);
    expect(told()[1]).toContain('九時すぎ');
  });

  it('waits for a day on which the program works', async () => {
    world.clock.set('2026-11-27T06:00:00Z');
    await flag(await learner('佐藤 花子'));
    await at('2026-11-29T03:00:00Z');
    expect(told()).toEqual([]);
    await at('2026-11-30T00:00:00Z');
    expect(told()).toHaveLength(1);
  });

  it('comes at nine where she lives', async () => {
    await flag(await learner('佐藤 花子', 'U0GUEST'));
    await at('2026-11-24T07:59:00Z');
    expect(told('U0GUEST')).toEqual([]);
    await at('2026-11-24T08:00:00Z');
    expect(told('U0GUEST')).toHaveLength(1);
  });

  it('keeps to the hours and the days off that she has set herself', async () => {
    await flag(await learner('佐藤 花子'));
    await world.deps.db
      .update(members)
      .set({ startsAt: '11:00', workingWeekdays: [4, 5] })
      .where(eq(members.userId, 'U0MENT'));
    await flag(await learner('高橋 健'));
    await at(wednesday);
    expect(told()).toEqual([expect.stringContaining('佐藤 花子')]);
    await at('2026-11-26T01:59:00Z');
    expect(told()).toHaveLength(1);
    await at('2026-11-26T02:00:00Z');
    expect(told()[1]).toContain('高橋 健');
  });

  it('tells at once what is urgent, apart from the rest', async () => {
    await flag(await learner('佐藤 花子'), { note: 'いつものこと' });
    await flag(await learner('高橋 健'), { note: 'やめたいと言っています', urgent: true });
    await world.sweep();
    expect(told()).toHaveLength(1);
    expect(told()[0]).toContain('やめたいと言っています');
    await at(wednesday);
    expect(told()[1]).toContain('いつものこと');
    expect(told()[1]).not.toContain('やめたい');
  });

  it('tells somebody who has both roles once, and nobody of what she wrote herself', async () => {
    const row = await learner('佐藤 花子');
    await world.records.careTeam(row, 'advisor', 'U0MENT');
    await flag(row, { flaggedFor: ['mentor', 'advisor'], note: '両方へ' });
    await flag(row, { flaggedFor: ['mentor', 'advisor'], note: '自分で書いた' }, 'U0MENT');
    await at(wednesday);
    expect(told()).toHaveLength(1);
    expect(told()[0]?.match(/両方へ/g)).toHaveLength(1);
    expect(told()[0]).not.toContain('自分で書いた');
  });

  it('sends nothing to the school, nor to somebody who is only a name', async () => {
    await flag(await learner('佐藤 花子', '江口先生'), { flaggedFor: ['mentor', 'school'] });
    expect(await deliveriesOf(world, 'care_team')).toEqual([]);
  });

  it.each([
    ['a name', ['mentor']],
    ['the school', ['school']],
    ['nobody', []],
  ] as const)(
    'refuses as urgent what can be told to no one but %s, and logs nothing',
    async (_, flaggedFor) => {
      const row = await learner('佐藤 花子', '江口先生');
      const urgent = flag(row, { flaggedFor: [...flaggedFor], urgent: true });
      await expect(urgent).rejects.toMatchObject({ code: 'nobodyToTell' });
      const [now] = await world.deps.db.select().from(learners).where(eq(learners.id, row.id));
      expect(now?.version).toBe(1);
    },
  );

  it('makes a second message of more than fit into one, and drops none', async () => {
    const row = await learner('佐藤 花子');
    for (let n = 0; n < 23; n += 1) await flag(row, { note: `メモ${n}番` });
    await at(wednesday);
    expect(told()).toHaveLength(2);
    for (let n = 0; n < 23; n += 1) expect(told().join()).toContain(`メモ${n}番`);
  });

  it('gives each of many who flag at once a place in the one message', async () => {
    const rows = await Promise.all(['甲', '乙', '丙', '丁'].map((name) => learner(name)));
    await Promise.all(rows.map((row) => flag(row)));
    await at(wednesday);
    expect(told()).toHaveLength(1);
    expect(told()[0]).toMatch(/甲|乙|丙|丁/);
    expect(['甲', '乙', '丙', '丁'].filter((name) => told()[0]?.includes(name))).toHaveLength(4);
  });
});

describe('a correction', () => {
  it('before the message adds, withdraws and hurries', async () => {
    const row = await learner('佐藤 花子');
    const { checkInId } = await flag(row, { flaggedFor: [], note: '追加' });
    await correct(checkInId, { flaggedFor: ['mentor'], note: '追加した' });
    const other = await flag(await learner('高橋 健'), { note: '取り下げ' });
    await correct(other.checkInId, { flaggedFor: [], note: '取り下げ' });
    const third = await flag(await learner('伊藤 葵'), { note: '急ぎ' });
    await correct(third.checkInId, { flaggedFor: ['mentor'], urgent: true, note: '急ぎになった' });
    await world.sweep();
    expect(told()).toHaveLength(1);
    expect(told()[0]).toContain('急ぎになった');
    await at(wednesday);
    expect(told()).toHaveLength(2);
    expect(told()[1]).toContain('追加した');
    expect(told()[1]).not.toMatch(/取り下げ|急ぎ/);
  });

  it('that withdraws all that was to be told sends nothing', async () => {
    const { checkInId } = await flag(await learner('佐藤 花子'));
    await correct(checkInId, { flaggedFor: ['school'] });
    await at(wednesday);
    expect(told()).toEqual([]);
    expect(await deliveriesOf(world, 'care_team')).toMatchObject([{ status: 'dropped' }]);
  });

  it('after it has been told shows in the message, and tells nobody twice', async () => {
    const { checkInId } = await flag(await learner('佐藤 花子'), { note: '書き間違い' });
    await at(wednesday);
    await correct(checkInId, { flaggedFor: ['mentor'], urgent: true, note: '正しいメモ' });
    await world.sweep();
    await at(thursday);
    expect(told()).toHaveLength(1);
    expect(told()[0]).toContain('正しいメモ');
    expect(told()[0]).not.toContain('書き間違い');
  });
});

describe('after an outage', () => {
  it('of three days one message tells all of them, also when it ends on a day off', async () => {
    for (const [day, note] of [
      ['2026-11-25T03:00:00Z', '水曜'],
      ['2026-11-26T03:00:00Z', '木曜'],
      ['2026-11-27T03:00:00Z', '金曜'],
    ] as const) {
      world.clock.set(day);
      await flag(await learner(`受講生 ${note}`), { note: `${note}のメモ`, contactedOn: day.slice(0, 10) });
    }
    await at('2026-11-28T03:00:00Z');
    await at('2026-11-30T00:00:00Z');
    expect(told()).toHaveLength(1);
    for (const note of ['水曜', '木曜', '金曜']) expect(told()[0]).toContain(`${note}のメモ`);
  });

  it('of Slack, what was flagged while it was doubtful whether the message arrived stands in it', async () => {
    await flag(await learner('佐藤 花子'), { note: '先' });
    world.slack.faults.add({
      method: 'chat.postMessage',
      kind: 'timeout',
      effect: 'after',
      connection: 'drop',
    });
    await at(wednesday);
    world.slack.faults.clear();
    world.clock.advance(6000);
    await flag(await learner('高橋 健'), { note: '後' });
    await at('2026-11-25T00:10:00Z');
    expect(told()).toHaveLength(1);
    expect(told()[0]).toMatch(/先[\s\S]*後/);
  });
});

describe('somebody who is no longer mentor', () => {
  it('is told nothing of the learner any more, but of the others', async () => {
    const row = await learner('佐藤 花子');
    await flag(row);
    await flag(await learner('高橋 健'));
    await world.deps.db
      .delete(careTeam)
      .where(and(eq(careTeam.learnerId, row.id), eq(careTeam.userId, 'U0MENT')));
    await at(wednesday);
    expect(told()[0]).toContain('高橋 健');
    expect(told()[0]).not.toContain('佐藤 花子');
  });
});

describe('a mentor whom Slack can’t reach', () => {
  it('is told to the leads of the program', async () => {
    await flag(await learner('佐藤 花子'), { urgent: true });
    world.slack.faults.add({
      method: 'chat.postMessage',
      kind: 'error',
      error: 'account_inactive',
      times: 1,
    });
    await world.sweep();
    expect(told('U0LEAD').at(-1)).toContain('<@U0MENT>');
    expect(told('U0LEAD').at(-1)).not.toContain('佐藤');
  });
});

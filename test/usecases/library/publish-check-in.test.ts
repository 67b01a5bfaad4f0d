import { and, eq } from 'drizzle-orm';
import { libraryEntries } from '../../../src/db/schema';
import type { CheckInContent } from '../../../src/domain/check-in';
import { correctCheckIn } from '../../../src/usecases/correct-check-in';
import { startWorld, type World } from '../../support/world';
import { briefContent, logContact } from '../log-contact';

let world: World;
let program: Awaited<ReturnType<World['records']['program']>>;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(async () => {
  program = await world.records.program({ name: crypto.randomUUID(), channelId: crypto.randomUUID() });
});
afterAll(() => world.close());

const shared = { learnerWords: '「やっと動いた！」', shareAsWin: true };
const kept = { sentText: '今週もおつかれさまでした。', sentTextHelped: true };

async function logged(content: Partial<CheckInContent>, submissionKey: string = crypto.randomUUID()) {
  const learner = await world.records.learner(program, { name: '佐藤 花子', reading: 'さとう はなこ' });
  await world.records.careTeam(learner, 'mentor', '江口 真');
  const log = () => logContact(world, learner, content, 'U0AOI', submissionKey);
  const { checkInId } = await log();
  const correct = (change: Partial<CheckInContent>, version = 1) =>
    correctCheckIn(world.deps.context(), {
      workspaceId: program.workspaceId,
      correctorId: 'U0AOI',
      checkInId,
      version,
      content: { ...briefContent, ...content, ...change },
    });
  const entries = () =>
    world.deps.db
      .select()
      .from(libraryEntries)
      .where(and(eq(libraryEntries.programId, program.id), eq(libraryEntries.sourceId, checkInId)))
      .orderBy(libraryEntries.kind);
  return { learner, checkInId, log, correct, entries };
}

describe('what a check-in offers to others', () => {
  it('stands in the library with the facts of its situation, and without its note', async () => {
    const facts = { concerns: ['time' as const, 'work' as const], unit: '配列', motivation: 2 };
    const { entries, log } = await logged({ ...shared, ...kept, ...facts, note: '秘密のメモ' }, 'twice');
    await log();
    const found = { programId: program.id, ...facts, courseWeek: 8, happenedOn: '2026-11-24', outcome: null };
    expect(await entries()).toMatchObject([
      { kind: 'message', body: kept.sentText, title: '', ...found },
      { kind: 'win', body: shared.learnerWords, title: '', ...found },
    ]);
    expect(JSON.stringify(await entries())).not.toContain('秘密');
  });

  it('names nobody: learner, team, mentor or whoever was mentioned', async () => {
    const { entries } = await logged({
      sentText: '<@U0HANA> 花子さん、青木です。江口さんも、はなこさんの頑張りをよろこんでいました。',
      sentTextHelped: true,
      learnerWords: '青木さんと江口さんのおかげです。佐藤',
      shareAsWin: true,
    });
    const found = JSON.stringify(await entries());
    expect(found).not.toMatch(/佐藤|花子|はなこ|青木|江口|U0HANA/);
    expect((await entries()).map(({ body }) => body)).toEqual([
      expect.stringContaining('受講生の頑張りをよろこんでいました'),
      expect.stringContaining('サポーターとメンターのおかげです'),
    ]);
  });

  it('is rewritten when it is corrected', async () => {
    const { entries, correct } = await logged(kept);
    await correct({ sentText: '花子さん、来週もいっしょに。', unit: '関数', contactedOn: '2026-11-20' });
    expect(await entries()).toMatchObject([
      { kind: 'message', body: '受講生、来週もいっしょに。', unit: '関数', happenedOn: '2026-11-20' },
    ]);
    expect((await entries())[0]?.letters).not.toContain('おつかれさま');
  });

  it('comes in by a correction too, and goes when it is withdrawn, the rest stays', async () => {
    const { entries, correct } = await logged({ ...shared, sentText: kept.sentText });
    const kinds = async () => (await entries()).map(({ kind }) => kind);
    expect(await kinds()).toEqual(['win']);
    await correct({ sentTextHelped: true });
    expect(await kinds()).toEqual(['message', 'win']);
    await correct({ sentTextHelped: true, shareAsWin: false }, 2);
    expect(await kinds()).toEqual(['message']);
    await correct({ shareAsWin: false }, 3);
    expect(await kinds()).toEqual([]);
  });

  it('is nothing without words, and nothing of what isn’t offered', async () => {
    const { entries } = await logged({
      shareAsWin: true,
      sentText: 'ないしょ',
      note: 'メモ',
      learnerWords: '',
    });
    expect(await entries()).toEqual([]);
  });

  it('goes with its check-in when the learner is erased', async () => {
    const { learner, entries } = await logged({ ...shared, ...kept });
    expect(await entries()).toHaveLength(2);
    await world.records.erase(learner);
    expect(await entries()).toEqual([]);
  });
});

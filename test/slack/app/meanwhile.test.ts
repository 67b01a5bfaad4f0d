import { and, eq } from 'drizzle-orm';
import { learners, supporters } from '../../../src/db/schema';
import { ids } from '../../../src/slack/ids';
import { answer, answerWords, checkInsOf, type Desk, openCheckIn, startDesk } from './desk';
import { post, submissionOf } from './requests';

const { blocks } = ids;
let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

/** U0AOI has the modal of a learner open when something happens; then she submits. */
async function submittedAfter(
  happens: (learner: { id: string; name: string }) => Promise<unknown>,
  userId = 'U0AOI',
) {
  const learner = await desk.records.learner(desk.program);
  await openCheckIn(desk, userId, learner.name);
  const person = desk.slack.as(userId);
  await person.fill({ [blocks.outcome]: 'sent', [blocks.note]: '書いたメモ' });
  await happens(learner);
  const { errors } = await person.submit();
  const typed = person.modal()?.state.values[blocks.note];
  return { learner, errors, typed };
}

const change = (learnerId: string, set: Partial<typeof learners.$inferInsert>) =>
  desk.deps.db.update(learners).set(set).where(eq(learners.id, learnerId));

const kept = { field: { value: '書いたメモ' } };

describe('while the modal was open', () => {
  it('the learner was erased: says so, and the text can be copied', async () => {
    const { errors, typed } = await submittedAfter((learner) => desk.records.erase(learner));
    expect(errors).toEqual({
      [blocks.learner]:
        'この受講生の情報はBansoから削除されました。書きかけの内容は保存されませんので、必要でしたら控えておいてください。',
    });
    expect(typed).toMatchObject(kept);
  });

  it('the learner went to another program: says so, and logs nothing', async () => {
    const { learner, errors, typed } = await submittedAfter(async ({ id }) => {
      const other = await desk.records.program({ name: '別', channelId: 'C0OTHER', people: [] });
      await change(id, { programId: other.id, companionId: 'U0LEAD' });
    });
    expect(errors?.[blocks.learner]).toMatch(/ご参加中のプログラムには登録されていません/);
    expect(typed).toMatchObject(kept);
    expect(await checkInsOf(desk, learner.id)).toEqual([]);
  });

  it('the learner left the course: says so, and logs nothing', async () => {
    const { learner, errors } = await submittedAfter(({ id }) => change(id, { status: 'withdrawn' }));
    expect(errors?.[blocks.learner]).toMatch(/受講を終えています/);
    expect(await checkInsOf(desk, learner.id)).toEqual([]);
  });

  it('the learner got another companion: the contact happened, so it is logged, and the answer names her', async () => {
    const { learner, errors } = await submittedAfter(({ id }) => change(id, { companionId: 'U0MORI' }));
    expect(errors).toBeUndefined();
    expect(await answerWords(desk, 'U0AOI')).toContain('（いつものリズム）。\n担当は森さんです。');
    expect(await checkInsOf(desk, learner.id)).toMatchObject([{ authorId: 'U0AOI', note: '書いたメモ' }]);
  });

  it('the learner lost her companion: it is logged and names nobody', async () => {
    const before = desk.slack.ephemerals('U0AOI').length;
    const { learner } = await submittedAfter(({ id }) => change(id, { companionId: null }));
    expect((await answer(desk, 'U0AOI', before)).text).toBe('チェックインを保存しました。');
    expect(await answerWords(desk, 'U0AOI', before)).not.toContain('担当は');
    expect(await checkInsOf(desk, learner.id)).toHaveLength(1);
  });

  it('the supporter left the program: says so, and logs nothing', async () => {
    const removed = (userId: string, at: Date | null) =>
      desk.deps.db
        .update(supporters)
        .set({ removedAt: at })
        .where(and(eq(supporters.programId, desk.program.id), eq(supporters.userId, userId)));
    const { learner, errors, typed } = await submittedAfter(
      () => removed('U0KUDO', desk.clock.now()),
      'U0KUDO',
    );
    await removed('U0KUDO', null);
    expect(errors?.[blocks.learner]).toMatch(/^This learner is no longer in a program of yours/);
    expect(typed).toMatchObject(kept);
    expect(await checkInsOf(desk, learner.id)).toEqual([]);
  });

  it('midnight passed: the contact keeps the day that the modal showed', async () => {
    desk.clock.set('2026-11-24T14:59:00Z');
    const before = desk.slack.ephemerals('U0AOI').length;
    const { learner } = await submittedAfter(async () => desk.clock.set('2026-11-24T15:01:00Z'));
    await answer(desk, 'U0AOI', before);
    expect(await checkInsOf(desk, learner.id)).toMatchObject([{ contactedOn: '2026-11-24' }]);
  });

  it('Banso was replaced by a version whose modals are others: says what to do', async () => {
    const learner = await desk.records.learner(desk.program);
    const view = await openCheckIn(desk, 'U0AOI', learner.name);
    const response = await post(desk, submissionOf({ ...view, private_metadata: '{"v":1}' }, 'U0AOI'));
    expect(await response.json()).toEqual({
      response_action: 'errors',
      errors: {
        [blocks.outcome]: 'この画面は古くなりました。文章を控えてからいったん閉じ、もう一度お開きください。',
      },
    });
    expect(await checkInsOf(desk, learner.id)).toEqual([]);
  });
});

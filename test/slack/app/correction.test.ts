import { eq } from 'drizzle-orm';
import { auditEvents, checkInCorrections, promises } from '../../../src/db/schema';
import { ids, rowActions } from '../../../src/slack/ids';
import { wordsIn } from '../support/reading';
import {
  answer,
  answerWords,
  checkInsOf,
  type Desk,
  learnerNow,
  modalAfter,
  openCheckIn,
  startDesk,
} from './desk';
import { asInteraction, interaction, post } from './requests';

const { blocks } = ids;
let desk: Desk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

/** U0AOI logs a contact and has its answer with "Correct" before her. */
async function logged(values: Record<string, unknown> = {}) {
  const learner = await desk.records.learner(desk.program);
  await openCheckIn(desk, 'U0AOI', learner.name);
  const filled = { [blocks.outcome]: 'sent', [blocks.note]: '最初のメモ', ...values };
  await desk.slack.as('U0AOI').submit(filled);
  const { channel, ts } = await answer(desk, 'U0AOI');
  const [checkIn] = await checkInsOf(desk, learner.id);
  if (!checkIn) throw new Error('expected a check-in');
  const action = rowActions.correct.idFor(checkIn.id);
  const open = () => modalAfter(desk, 'U0AOI', () => desk.slack.as('U0AOI').click({ channel, ts }, action));
  return { learner, checkIn, action, open };
}

/** Opens the correction from the learner's last check-ins in somebody's log modal. */
async function openFromHistory(userId: string, learner: { name: string }, action: string) {
  await openCheckIn(desk, userId, learner.name);
  return modalAfter(desk, userId, () => desk.slack.as(userId).click('modal', action));
}

const corrections = () => desk.deps.db.select().from(checkInCorrections).orderBy(checkInCorrections.version);

describe('correcting a check-in', () => {
  it('shows its author what it says, changes it, and keeps what it said', async () => {
    const { learner, checkIn, open } = await logged({
      [blocks.promiseText]: '記事を探す',
      [blocks.promiseDueOn]: '2026-11-27',
    });
    const modal = await open();
    expect(modal.title.text).toBe('チェックインを訂正');
    expect(modal.state.values[blocks.note]).toMatchObject({ field: { value: '最初のメモ' } });
    expect(modal.blocks.map(({ block_id }) => block_id)).not.toContain(blocks.next);
    const aoi = desk.slack.as('U0AOI');
    const corrected = {
      [blocks.outcome]: 'talked',
      [blocks.contactedOn]: '2026-11-22',
      [blocks.note]: '二度目',
    };
    await aoi.submit({ ...corrected, [blocks.promiseText]: null, [blocks.promiseDueOn]: null });
    expect(await answerWords(desk, 'U0AOI', 1)).toContain('さんの11/22(日)のチェックインを訂正しました。');
    expect(await checkInsOf(desk, learner.id)).toMatchObject([
      { outcome: 'talked', contactedOn: '2026-11-22', note: '二度目', version: 2, authorId: 'U0AOI' },
    ]);
    expect(await learnerNow(desk, learner.id)).toMatchObject({
      lastContactOn: '2026-11-22',
      dueOn: '2026-11-25',
      awaitingReplySince: null,
    });
    expect(await corrections()).toMatchObject([
      {
        version: 1,
        correctedBy: 'U0AOI',
        before: { note: '最初のメモ', outcome: 'sent', promise: { text: '記事を探す', dueOn: '2026-11-27' } },
      },
    ]);
    expect(await desk.deps.db.select().from(promises)).toEqual([]);
    const audited = await desk.deps.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, checkIn.id));
    expect(audited.map(({ action }) => action)).toEqual(['check_in.recorded', 'check_in.corrected']);
    expect(JSON.stringify(audited)).not.toMatch(/最初のメモ|二度目/);
  });

  it('is open to a lead, and the author stays the author', async () => {
    const { learner, action } = await logged();
    await openFromHistory('U0LEAD', learner, action);
    await desk.slack.as('U0LEAD').submit({ [blocks.note]: '相田が直した' });
    await answerWords(desk, 'U0LEAD');
    expect(await checkInsOf(desk, learner.id)).toMatchObject([{ note: '相田が直した', authorId: 'U0AOI' }]);
    expect(await corrections()).toMatchObject([{ correctedBy: 'U0LEAD' }]);
  });

  it('is not offered to others, and refused to whoever asks for it all the same', async () => {
    const { learner, checkIn, action } = await logged();
    const modal = await openCheckIn(desk, 'U0MORI', learner.name);
    expect(wordsIn(modal.blocks)).toContain('最初のメモ');
    expect(JSON.stringify(modal.blocks)).not.toContain('correct_row');
    const press = { type: 'button', action_id: action, block_id: 'b', value: checkIn.id };
    const place = { channel: { id: 'C0TEAM', name: 'team' }, actions: [press] };
    await post(desk, asInteraction({ ...interaction('block_actions', { userId: 'U0MORI' }), ...place }));
    expect(await answerWords(desk, 'U0MORI')).toBe(
      'チェックインを訂正できるのは、書いたご本人かリーダーです。どちらかにご依頼ください。',
    );
  });

  it('refuses the second of two who correct at once, with her text still there', async () => {
    const { learner, open, action } = await logged();
    await open();
    await openFromHistory('U0LEAD', learner, action);
    await desk.slack.as('U0LEAD').submit({ [blocks.note]: '先に' });
    const second = await desk.slack.as('U0AOI').submit({ [blocks.note]: '後から' });
    expect(second.errors).toEqual({
      [blocks.outcome]:
        'ほかの方が先に変更したため、保存していません。文章を控えてから開き直し、最新の内容をご確認ください。',
    });
    expect(desk.slack.as('U0AOI').modal()?.state.values[blocks.note]).toMatchObject({
      field: { value: '後から' },
    });
    expect(await checkInsOf(desk, learner.id)).toMatchObject([{ note: '先に', version: 2 }]);
    expect(await corrections()).toHaveLength(1);
  });

  it('lies over a log modal that is open, which is there again afterwards with its text', async () => {
    const { learner, action } = await logged();
    const aoi = desk.slack.as('U0AOI');
    const below = await openCheckIn(desk, 'U0AOI', learner.name);
    await aoi.fill({ [blocks.outcome]: 'talked', [blocks.note]: '新しいほうのメモ' });
    const above = await modalAfter(desk, 'U0AOI', () => aoi.click('modal', action));
    expect(above.previous_view_id).toBe(below.id);
    await aoi.submit({ [blocks.note]: '直したメモ' });
    expect(aoi.modal()).toMatchObject({
      id: below.id,
      state: { values: { [blocks.note]: { field: { value: '新しいほうのメモ' } } } },
    });
    await aoi.submit();
    await answerWords(desk, 'U0AOI', 2);
    const notes = (await checkInsOf(desk, learner.id)).map(({ note }) => note);
    expect(notes).toEqual(['直したメモ', '新しいほうのメモ']);
  });

  it('changes a promise’s words and day, also once it was due', async () => {
    const { open } = await logged({ [blocks.promiseText]: '記事', [blocks.promiseDueOn]: '2026-11-25' });
    desk.clock.set('2026-11-26T01:00:00Z');
    await open();
    await desk.slack.as('U0AOI').submit({ [blocks.promiseText]: '短い記事' });
    await answerWords(desk, 'U0AOI', 1);
    expect(await desk.deps.db.select().from(promises)).toMatchObject([
      { text: '短い記事', dueOn: '2026-11-25' },
    ]);
  });

  it('says so when the check-in is gone', async () => {
    const { learner, action } = await logged();
    const { channel, ts } = await answer(desk, 'U0AOI');
    await desk.records.erase(learner);
    await desk.slack.as('U0AOI').click({ channel, ts }, action);
    expect(await answerWords(desk, 'U0AOI', 1)).toBe(
      'このチェックインはもうありません。必要でしたら /checkin から改めて記録してください。',
    );
  });
});

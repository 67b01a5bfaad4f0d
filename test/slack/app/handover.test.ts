import { eq } from 'drizzle-orm';
import { coverRequests, supporters } from '../../../src/db/schema';
import type { Profile } from '../../../src/domain/profile';
import type { Message } from '../../../src/emulator';
import { ids, rowActions } from '../../../src/slack/ids';
import { editProfile, openProfile } from '../../../src/usecases/edit-profile';
import { eventually } from '../../support/eventually';
import { wordsIn } from '../support/reading';
import { answerWords, type Desk, learnerNow, modalAfter, startDesk } from './desk';
import { digestIn, directChannel, wordsOf } from './lists';

const { blocks } = ids;
let desk: Desk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

const open = (userId: string) =>
  modalAfter(desk, userId, () => desk.slack.as(userId).command('/banso handover', { channel: 'C0TEAM' }));

const requests = () => desk.deps.db.select().from(coverRequests).orderBy(coverRequests.fromId);

function lastTo(userId: string): Message {
  const message = desk.slack.dm(userId).at(-1);
  if (!message) throw new Error(`Banso has not written to ${userId}`);
  return message;
}

async function answer(userId: string, row: { idFor(id: string): string }, message = lastTo(userId)) {
  const request = (await requests()).find(({ toId }) => toId === userId);
  const place = { channel: directChannel(desk, userId), ts: message.ts };
  await desk.slack.as(userId).click(place, row.idFor(request?.id ?? ''));
  await eventually(requests, (rows) => rows.every(({ status }) => status !== 'asked'));
  await desk.sweep();
}

describe('handing over for good', () => {
  it('asks a colleague; once she agrees the learners are hers, with their cards', async () => {
    const hanako = await desk.records.learner(desk.program, { name: '佐藤 花子', dueOn: '2026-11-25' });
    const minoru = await desk.records.learner(desk.program, { name: '待田 実', dueOn: '2026-11-26' });
    await desk.records.checkIn(hanako, { note: '夜は連絡がつきにくい' });
    await open('U0AOI');
    const aoi = desk.slack.as('U0AOI');
    await aoi.suggest(ids.actions.ownLearners, '');
    await aoi.submit({
      [blocks.learners]: [hanako.id, minoru.id],
      [blocks.person]: 'U0MORI',
      [blocks.requestNote]: '産休に入ります',
    });
    expect(await answerWords(desk, 'U0AOI')).toContain('森さんにお願いしました。');
    await desk.sweep();
    expect(wordsOf(lastTo('U0MORI'))).toContain(
      '*青木* さんから、担当の引き継ぎのお願いです。これからの担当をお願いできますか？\n2名：佐藤 花子、待田 実',
    );
    expect(await learnerNow(desk, hanako.id)).toMatchObject({ companionId: 'U0AOI' });
    await answer('U0MORI', rowActions.acceptCover);
    for (const { id } of [hanako, minoru]) {
      expect(await learnerNow(desk, id)).toMatchObject({ companionId: 'U0MORI' });
    }
    expect(wordsOf(lastTo('U0AOI'))).toContain('*森* さんが担当を引き継いでくださいました。');
    expect(wordsOf(lastTo('U0MORI'))).toMatch(
      /青木さんからの引き継ぎです。[\s\S]*夜は連絡がつきにくい[\s\S]*待田 実/,
    );
    expect(desk.slack.refusals).toEqual([]);
  });

  it('offers her own caseload, without those whose mentor or advisor she is', async () => {
    const hanako = await desk.records.learner(desk.program, { name: '佐藤 花子' });
    const other = await desk.records.program({ name: '別', channelId: 'C0SECOND', people: ['U0KUDO'] });
    const cared = await desk.records.learner(other, { name: '佐藤 実', companionId: 'U0KUDO' });
    await desk.records.careTeam(cared, 'mentor', 'U0AOI');
    await desk.records.learner(desk.program, { name: '佐藤 光', companionId: 'U0MORI' });
    await open('U0AOI');
    const offered = await desk.slack.as('U0AOI').suggest(ids.actions.ownLearners, '佐藤');
    expect(offered.map(({ value }) => value)).toEqual([hanako.id]);
  });

  it('changes nothing when she declines', async () => {
    const row = await desk.records.learner(desk.program, { name: '佐藤 花子' });
    await open('U0AOI');
    const aoi = desk.slack.as('U0AOI');
    await aoi.suggest(ids.actions.ownLearners, '佐藤');
    await aoi.submit({ [blocks.learners]: [row.id], [blocks.person]: 'U0KUDO' });
    await answerWords(desk, 'U0AOI');
    await desk.sweep();
    expect(wordsOf(lastTo('U0KUDO'))).toContain('*青木* asks whether you could take learners over for good.');
    await answer('U0KUDO', rowActions.declineCover);
    expect(await learnerNow(desk, row.id)).toMatchObject({ companionId: 'U0AOI' });
    expect(wordsOf(lastTo('U0AOI'))).toContain(
      '*Kudo* さんは、引き継ぎがむずかしいとのことです。ほかの方には、`/banso handover` か',
    );
  });

  it('leaves out whoever has gone elsewhere meanwhile', async () => {
    const hanako = await desk.records.learner(desk.program, { name: '佐藤 花子' });
    const minoru = await desk.records.learner(desk.program, { name: '待田 実' });
    await open('U0AOI');
    const aoi = desk.slack.as('U0AOI');
    await aoi.suggest(ids.actions.ownLearners, '');
    await aoi.submit({ [blocks.learners]: [hanako.id, minoru.id], [blocks.person]: 'U0MORI' });
    await answerWords(desk, 'U0AOI');
    await desk.sweep();
    await desk.deps.db.execute(`update learners set companion_id = 'U0KUDO' where id = '${minoru.id}'`);
    await answer('U0MORI', rowActions.acceptCover);
    expect(await learnerNow(desk, hanako.id)).toMatchObject({ companionId: 'U0MORI' });
    expect(await learnerNow(desk, minoru.id)).toMatchObject({ companionId: 'U0KUDO' });
  });

  async function askMori(...learners: { id: string }[]) {
    await open('U0AOI');
    const aoi = desk.slack.as('U0AOI');
    await aoi.suggest(ids.actions.ownLearners, '');
    await aoi.submit({ [blocks.learners]: learners.map(({ id }) => id), [blocks.person]: 'U0MORI' });
    await answerWords(desk, 'U0AOI');
    await desk.sweep();
  }

  it('moves them in the lists of the day, which are posted already', async () => {
    const hanako = await desk.records.learner(desk.program, { name: '佐藤 花子' });
    await desk.sweep();
    expect(wordsOf(digestIn(desk))).toContain('*青木*\n佐藤 花子');
    await askMori(hanako);
    await answer('U0MORI', rowActions.acceptCover);
    expect(wordsOf(digestIn(desk))).toContain('*森*\n佐藤 花子');
    const reminder = desk.slack
      .dm('U0AOI')
      .map(wordsOf)
      .find((text) => text.includes('今日ご連絡したい方'));
    expect(reminder).toContain('佐藤 花子 → 森さん');
  });

  it.each([
    ['has left the team', { userId: 'U0MORI' }],
    ['asked for a colleague’s learners and leads no more', { userId: 'U0LEAD' }],
  ])('is accepted by nobody and moves nobody once the one who %s', async (_, { userId }) => {
    const hanako = await desk.records.learner(desk.program, { name: '佐藤 花子' });
    await askMori(hanako);
    if (userId === 'U0LEAD') await desk.deps.db.update(coverRequests).set({ askedBy: userId });
    const left = userId === 'U0LEAD' ? { role: 'supporter' as const } : { removedAt: desk.clock.now() };
    await desk.deps.db.update(supporters).set(left).where(eq(supporters.userId, userId));
    const [request] = await requests();
    const place = { channel: directChannel(desk, 'U0MORI'), ts: lastTo('U0MORI').ts };
    await desk.slack.as('U0MORI').click(place, rowActions.acceptCover.idFor(request?.id ?? ''));
    expect(await answerWords(desk, 'U0MORI')).toContain('このお願いは取り消されたか、期間が終わっています。');
    expect(await requests()).toMatchObject([{ status: 'asked' }]);
    expect(await learnerNow(desk, hanako.id)).toMatchObject({ companionId: 'U0AOI' });
  });

  /** "Hand over" on the learner's card. */
  async function openFromCard(userId: string, learner: { id: string; name: string }) {
    const card = await modalAfter(desk, userId, () =>
      desk.slack.as(userId).command(`/learner ${learner.name}`, { channel: 'C0TEAM' }),
    );
    const modal = await modalAfter(desk, userId, () =>
      desk.slack.as(userId).click('modal', rowActions.handOver.idFor(learner.id)),
    );
    return { card, modal };
  }

  it('from the card answers where that was opened, and the card shows what was noted', async () => {
    const hanako = await desk.records.learner(desk.program, { name: '佐藤 花子' });
    const { card } = await openFromCard('U0AOI', hanako);
    await desk.slack.as('U0AOI').submit({ [blocks.person]: 'U0MORI', [blocks.tone]: '短く明るく' });
    expect(await answerWords(desk, 'U0AOI')).toContain('森さんにお願いしました。');
    expect(desk.slack.ephemerals('U0AOI')[0]?.channel).toBe('C0TEAM');
    const redrawn = await desk.slack.until(() => {
      const modal = desk.slack.as('U0AOI').modal();
      return modal && wordsIn(modal).includes('短く明るく') ? modal : undefined;
    });
    expect(redrawn.id).toBe(card.id);
  });

  it('saves of the hints what she has changed, and leaves what a colleague wrote meanwhile', async () => {
    const hanako = await desk.records.learner(desk.program, { name: '佐藤 花子', tone: '短く' });
    await openFromCard('U0AOI', hanako);
    await edited(hanako, { tone: '短く明るく' });
    await desk.slack.as('U0AOI').submit({ [blocks.person]: 'U0MORI', [blocks.avoid]: '転職の話' });
    await answerWords(desk, 'U0AOI');
    expect(await learnerNow(desk, hanako.id)).toMatchObject({ tone: '短く明るく', avoid: '転職の話' });
  });

  it('asks nobody where both have changed the same hint, and keeps both texts', async () => {
    const hanako = await desk.records.learner(desk.program, { name: '佐藤 花子', tone: '短く' });
    await openFromCard('U0AOI', hanako);
    await edited(hanako, { tone: '長めに' });
    const { errors } = await desk.slack
      .as('U0AOI')
      .submit({ [blocks.person]: 'U0MORI', [blocks.tone]: '短く明るく' });
    expect(errors?.[blocks.tone]).toContain('ほかの方が先に変更されています。お願いはまだ届いていません。');
    expect(await requests()).toEqual([]);
    expect(await learnerNow(desk, hanako.id)).toMatchObject({ tone: '長めに' });
    const { state } = desk.slack.as('U0AOI').modal() ?? {};
    expect(state?.values[blocks.tone]).toMatchObject({ field: { value: '短く明るく' } });
  });

  /** A colleague edits the learner's profile, without knowing of what is open elsewhere. */
  async function edited({ id: learnerId }: { id: string }, changes: Partial<Profile>) {
    const { workspaceId } = desk.program;
    const about = { workspaceId, learnerId };
    const { profile, version } = await openProfile(desk.deps, { ...about, viewerId: 'U0KUDO' });
    const edit = { ...about, editorId: 'U0KUDO', version, people: [] };
    await editProfile(desk.deps.context(), { ...edit, profile: { ...profile, ...changes } });
  }

  it.each([
    ['nobody chosen', {}, blocks.person],
    ['herself', { [blocks.person]: 'U0AOI' }, blocks.person],
    ['somebody outside of the team', { [blocks.person]: 'U0GUEST' }, blocks.person],
  ])('is refused with %s', async (_, values, field) => {
    const row = await desk.records.learner(desk.program);
    await open('U0AOI');
    const aoi = desk.slack.as('U0AOI');
    await aoi.suggest(ids.actions.ownLearners, '');
    const result = await aoi
      .submit({ [blocks.learners]: [row.id], ...values })
      .catch((error: Error) => error);
    if (result instanceof Error) expect(result.message).toMatch(/person|required|fill/i);
    else expect(Object.keys(result.errors ?? {})).toEqual([field]);
    expect(await requests()).toEqual([]);
  });
});

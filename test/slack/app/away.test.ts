import { eq } from 'drizzle-orm';
import { findMember } from '../../../src/db/members';
import { absences, auditEvents, coverRequests, learners, members } from '../../../src/db/schema';
import type { Message } from '../../../src/emulator';
import { ids, rowActions } from '../../../src/slack/ids';
import { awayPart } from '../../../src/usecases/home-away';
import { eventually } from '../../support/eventually';
import { deliveriesOf } from '../../support/lists';
import { wordsIn } from '../support/reading';
import { answerWords, type Desk, modalAfter, startDesk } from './desk';
import { digestIn, directChannel, wordsOf } from './lists';
import { postPress } from './requests';

const { blocks } = ids;
const hostile = `<!channel> ${'‮'}*太字* ${'長'.repeat(400)}`;

let desk: Desk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

const openAway = (userId: string) =>
  modalAfter(desk, userId, () => desk.slack.as(userId).command('/banso away', { channel: 'C0TEAM' }));

interface Away {
  from: string;
  to: string;
  cover?: string;
  note?: string;
}

const form = ({ from, to, cover, note }: Away) => ({
  [blocks.awayFrom]: from,
  [blocks.awayTo]: to,
  ...(cover && { [blocks.person]: cover }),
  ...(note && { [blocks.requestNote]: note }),
});

async function planAway(userId: string, away: Away) {
  await openAway(userId);
  return desk.slack.as(userId).submit(form(away));
}

/** The newest message that Banso wrote to somebody. */
function lastTo(userId: string): Message {
  const message = desk.slack.dm(userId).at(-1);
  if (!message) throw new Error(`Banso has not written to ${userId}`);
  return message;
}

async function press(userId: string, message: Message, actionId: string) {
  await desk.slack.as(userId).click({ channel: directChannel(desk, userId), ts: message.ts }, actionId);
}

async function memberNow(userId: string) {
  const member = await findMember(desk.deps.db, desk.program, userId);
  if (!member) throw new Error(`no member ${userId}`);
  return member;
}

/** What the message with cards says; empty while there is none. */
const cardsTo = (userId: string) =>
  desk.slack
    .dm(userId)
    .map(wordsOf)
    .filter((words) => words.includes('引き継ぎメモ'))
    .join('\n---\n');

/** "Ask somebody else", from the first answer to the absence's form. */
async function askFor(toId: string, chosen: readonly { id: string; name: string }[]) {
  const answers = desk.slack.ephemerals('U0AOI').length;
  await modalAfter(desk, 'U0AOI', async () => {
    const [absence] = await desk.deps.db.select().from(absences);
    const [message] = desk.slack.ephemerals('U0AOI');
    const place = { channel: 'C0TEAM', ts: message?.ts ?? '' };
    await desk.slack.as('U0AOI').click(place, rowActions.askCover.idFor(absence?.id ?? ''));
  });
  const aoi = desk.slack.as('U0AOI');
  for (const { name } of chosen) await aoi.suggest(ids.actions.ownLearners, name);
  const learnerIds = chosen.map(({ id }) => id);
  await aoi.submit({ [blocks.person]: toId, ...(chosen.length > 0 && { [blocks.learners]: learnerIds }) });
  await answerWords(desk, 'U0AOI', answers);
  await desk.sweep();
}

/** Presses a button that the message has no more, as a phone may still show it. */
const pressStale = (userId: string, actionId: string) => postPress(desk, userId, actionId);

async function requests() {
  return desk.deps.db.select().from(coverRequests).orderBy(coverRequests.askedAt, coverRequests.toId);
}

async function answer(userId: string, accepted: boolean) {
  const request = (await requests()).find(({ toId, status }) => toId === userId && status === 'asked');
  const row = accepted ? rowActions.acceptCover : rowActions.declineCover;
  const before = (await audited()).length;
  await press(userId, lastTo(userId), row.idFor(request?.id ?? ''));
  await eventually(audited, (all) => all.length > before);
  await desk.sweep();
}

const audited = async () => (await desk.deps.db.select().from(auditEvents)).map(({ action }) => action);

const learner = (name: string, given: Parameters<Desk['records']['learner']>[1] = {}) =>
  desk.records.learner(desk.program, { name, ...given });

const tomorrow = (time = '00:00:00') => desk.clock.set(`2026-11-25T${time}Z`);

describe('time away', () => {
  it('asks a colleague, who gets learners, lists and cards for these days; afterwards all goes back', async () => {
    const row = await learner('佐藤 花子', { dueOn: '2026-11-25', tone: '短く明るく', avoid: '転職の話' });
    await desk.records.checkIn(row, { note: '再帰でつまずいている', motivation: 2 });
    await planAway('U0AOI', {
      from: '2026-11-25',
      to: '2026-11-26',
      cover: 'U0MORI',
      note: 'よろしくお願いします',
    });
    expect(await answerWords(desk, 'U0AOI')).toContain(
      '11/25(水)〜11/26(木)のお休みを登録しました。\n森さんに代理をお願いしました。',
    );
    await desk.sweep();
    expect(wordsOf(lastTo('U0MORI'))).toContain(
      '*青木* さんがお休みのあいだ（11/25(水)〜11/26(木)）、代理をお願いできますか？',
    );
    expect(wordsOf(lastTo('U0MORI'))).toContain('1名：佐藤 花子');
    expect(wordsOf(lastTo('U0MORI'))).toContain('> よろしくお願いします');
    await answer('U0MORI', true);
    expect(wordsOf(lastTo('U0MORI'))).toContain('✅ お引き受けくださり');
    expect(wordsOf(lastTo('U0AOI'))).toContain('*森* さんが代理を引き受けてくださいました。');

    tomorrow();
    const before = desk.slack.dm('U0AOI').length;
    await desk.sweep();
    expect(desk.slack.dm('U0AOI')).toHaveLength(before);
    const toMori = desk.slack.dm('U0MORI').map(wordsOf).join('\n---\n');
    expect(toMori).toMatch(/今日ご連絡したい方[\s\S]*佐藤 花子[\s\S]*青木さんの代理/);
    expect(toMori).toMatch(
      /11\/26\(木\)まで、青木さんの代理[\s\S]*佐藤 花子[\s\S]*短く明るく[\s\S]*転職の話[\s\S]*再帰でつまずいている/,
    );
    expect(wordsOf(digestIn(desk))).toContain('*森*\n佐藤 花子（青木さんの代理）');

    desk.clock.set('2026-11-27T00:00:00Z');
    await desk.sweep();
    expect(wordsOf(lastTo('U0AOI'))).toContain('佐藤 花子');
    expect(wordsOf(digestIn(desk))).toContain('*青木*\n佐藤 花子');
    expect(desk.slack.refusals).toEqual([]);
  });

  it('leaves nobody without anybody: until a colleague agrees, and after a no, the team sees who needs cover', async () => {
    await learner('佐藤 花子', { dueOn: '2026-11-25' });
    await planAway('U0AOI', { from: '2026-11-25', to: '2026-11-26', cover: 'U0MORI' });
    await desk.sweep();
    await answer('U0MORI', false);
    expect(wordsOf(lastTo('U0AOI'))).toContain('*森* さんは今回むずかしいとのことです。');
    tomorrow();
    await desk.sweep();
    expect(wordsOf(digestIn(desk))).toContain('*担当も代理もいない方*\n*佐藤 花子*');
    // She asks somebody else from the message, and that one agrees on the day itself.
    await modalAfter(desk, 'U0AOI', async () => {
      const [absence] = await desk.deps.db.select().from(absences);
      await press('U0AOI', lastTo('U0AOI'), rowActions.askCover.idFor(absence?.id ?? ''));
    });
    await desk.slack.as('U0AOI').submit({ [blocks.person]: 'U0KUDO' });
    await answerWords(desk, 'U0AOI', 1);
    await desk.sweep();
    expect(wordsOf(lastTo('U0KUDO'))).toMatch(/^\*青木\* is away from Wed 25 Nov to Thu 26 Nov/);
    await answer('U0KUDO', true);
    expect(wordsOf(digestIn(desk))).toContain('*Kudo*\n佐藤 花子（青木さんの代理）');
  });

  it('may ask one colleague for some learners and another for everyone else', async () => {
    const hanako = await learner('佐藤 花子', { dueOn: '2026-11-25' });
    await learner('待田 実', { dueOn: '2026-11-25' });
    await planAway('U0AOI', { from: '2026-11-25', to: '2026-11-26', cover: 'U0MORI' });
    await modalAfter(desk, 'U0AOI', async () => {
      const [absence] = await desk.deps.db.select().from(absences);
      const [message] = desk.slack.ephemerals('U0AOI');
      const place = { channel: 'C0TEAM', ts: message?.ts ?? '' };
      await desk.slack.as('U0AOI').click(place, rowActions.askCover.idFor(absence?.id ?? ''));
    });
    const aoi = desk.slack.as('U0AOI');
    await aoi.suggest(ids.actions.ownLearners, '佐藤');
    await aoi.submit({ [blocks.person]: 'U0LEAD', [blocks.learners]: [hanako.id] });
    await answerWords(desk, 'U0AOI', 1);
    await desk.sweep();
    expect(wordsOf(lastTo('U0LEAD'))).toContain('1名：佐藤 花子');
    expect(wordsOf(lastTo('U0MORI'))).toContain('1名：待田 実');
    await answer('U0LEAD', true);
    await answer('U0MORI', true);
    tomorrow();
    await desk.sweep();
    expect(wordsOf(digestIn(desk))).toContain('*森*\n待田 実（青木さんの代理）');
    expect(wordsOf(digestIn(desk))).toContain('*相田*\n佐藤 花子（青木さんの代理）');
  });

  it('counts the days where whoever is away is: her cover may still agree on the last of them, and gets the cards', async () => {
    await desk.deps.db
      .update(members)
      .set({ zone: 'America/Los_Angeles' })
      .where(eq(members.userId, 'U0AOI'));
    await learner('佐藤 花子', { dueOn: '2026-11-26', floorOn: '2026-11-27' });
    await planAway('U0AOI', { from: '2026-11-25', to: '2026-11-25', cover: 'U0MORI' });
    await desk.sweep();
    // Eight in the morning of the 26th in Tokyo, the afternoon of the 25th in Los Angeles.
    desk.clock.set('2026-11-25T23:00:00Z');
    await answer('U0MORI', true);
    expect(wordsOf(lastTo('U0MORI'))).toContain('✅ お引き受けくださり');
    const home = await awayPart(desk.deps.db, await memberNow('U0MORI'), desk.clock.now());
    expect(home.covers).toMatchObject([{ name: '青木', status: 'accepted' }]);
    desk.clock.set('2026-11-26T00:00:00Z');
    await desk.sweep();
    expect(cardsTo('U0MORI')).toMatch(/11\/25\(水\)まで、青木さんの代理[\s\S]*佐藤 花子/);
    expect(wordsOf(digestIn(desk))).toContain('*森*\n佐藤 花子（青木さんの代理');
  });

  it('brings the cards while it lasts, be it still the day before where the cover is', async () => {
    await desk.deps.db
      .update(members)
      .set({ zone: 'America/Los_Angeles' })
      .where(eq(members.userId, 'U0MORI'));
    await learner('佐藤 花子', { dueOn: '2026-11-26' });
    await planAway('U0AOI', { from: '2026-11-26', to: '2026-11-26', cover: 'U0MORI' });
    await desk.sweep();
    await answer('U0MORI', true);
    desk.clock.set('2026-11-25T16:59:00Z');
    await desk.sweep();
    expect(cardsTo('U0MORI')).toBe('');
    // Nine in the morning of the 25th in Los Angeles, two at night of the 26th in Tokyo.
    desk.clock.set('2026-11-25T17:00:00Z');
    await desk.sweep();
    expect(cardsTo('U0MORI')).toContain('佐藤 花子');
  });

  it('has on the cover’s cards everyone for whom she acts on the morning, also after a colleague’s no', async () => {
    const named = await learner('佐藤 花子', { dueOn: '2026-11-25' });
    await learner('待田 実', { dueOn: '2026-11-25' });
    await planAway('U0AOI', { from: '2026-11-25', to: '2026-11-26' });
    await askFor('U0MORI', [named]);
    await askFor('U0LEAD', []);
    expect(wordsOf(lastTo('U0LEAD'))).toContain('1名：待田 実');
    await answer('U0LEAD', true);
    await answer('U0MORI', false);
    // Her message follows too.
    expect(wordsOf(lastTo('U0LEAD'))).toContain('2名：');
    await learner('新井 光', { dueOn: '2026-11-30' });
    tomorrow();
    await desk.sweep();
    const words = cardsTo('U0LEAD');
    expect(words).toContain('引き継ぎメモ（3名）');
    for (const name of ['佐藤 花子', '待田 実', '新井 光']) expect(words).toContain(name);
    expect(wordsOf(digestIn(desk))).toContain(
      '*相田*\n佐藤 花子（青木さんの代理）、待田 実（青木さんの代理）',
    );
  });

  it('brings cards of learners who came to an empty caseload, in pages, once', async () => {
    await planAway('U0AOI', { from: '2026-11-25', to: '2026-11-26', cover: 'U0MORI' });
    await desk.sweep();
    await answer('U0MORI', true);
    for (let n = 10; n < 22; n += 1) await learner(`新入 ${n}`, { dueOn: '2026-11-30' });
    tomorrow();
    await desk.sweep();
    await desk.sweep();
    const sent = (await deliveriesOf(desk, 'cover_cards')).map(({ status, page }) => ({ status, page }));
    expect(sent).toEqual([
      { status: 'sent', page: 0 },
      { status: 'sent', page: 1 },
    ]);
    const channel = directChannel(desk, 'U0MORI');
    const cards = desk.slack.dm('U0MORI').find((message) => wordsOf(message).includes('引き継ぎメモ'));
    const all = desk.slack
      .messages(channel, { threadTs: cards?.ts ?? '' })
      .map(wordsOf)
      .join('\n');
    for (let n = 10; n < 22; n += 1) expect(all.split(`新入 ${n}`)).toHaveLength(2);
  });

  it('hands on nobody who went to another caseload while the form was open', async () => {
    const hanako = await learner('佐藤 花子', { dueOn: '2026-11-25' });
    await planAway('U0AOI', { from: '2026-11-25', to: '2026-11-26' });
    await modalAfter(desk, 'U0AOI', async () => {
      const [absence] = await desk.deps.db.select().from(absences);
      const [message] = desk.slack.ephemerals('U0AOI');
      const place = { channel: 'C0TEAM', ts: message?.ts ?? '' };
      await desk.slack.as('U0AOI').click(place, rowActions.askCover.idFor(absence?.id ?? ''));
    });
    const aoi = desk.slack.as('U0AOI');
    await aoi.suggest(ids.actions.ownLearners, '佐藤');
    await desk.deps.db.update(learners).set({ companionId: 'U0LEAD' });
    expect(await aoi.submit({ [blocks.person]: 'U0MORI', [blocks.learners]: [hanako.id] })).toMatchObject({
      errors: { [blocks.learners]: expect.stringContaining('ご自身が担当する受講生だけです') },
    });
    expect(await requests()).toEqual([]);
  });

  it('ended early brings the learners back at once, and tells the cover', async () => {
    await learner('佐藤 花子', { dueOn: '2026-11-25' });
    await planAway('U0AOI', { from: '2026-11-24', to: '2026-11-30', cover: 'U0MORI' });
    await desk.sweep();
    await answer('U0MORI', true);
    tomorrow();
    await desk.sweep();
    const overview = await openAway('U0AOI');
    expect(wordsIn(overview)).toContain('*11/24(火)〜11/30(月)*\n✅ 森さんが代理（ほかの方全員）');
    const [absence] = await desk.deps.db.select().from(absences);
    await desk.slack.as('U0AOI').click('modal', rowActions.endAbsence.idFor(absence?.id ?? ''));
    expect(await answerWords(desk, 'U0AOI', 1)).toContain('おかえりなさい。');
    expect(wordsIn(desk.slack.as('U0AOI').modal())).toContain('お休みの予定はありません。');
    await desk.sweep();
    expect(wordsOf(lastTo('U0MORI'))).toContain('*青木* さんが戻られ');
    expect(wordsOf(digestIn(desk))).toContain('*青木*\n佐藤 花子');
    expect(wordsOf(lastTo('U0AOI'))).toMatch(/今日ご連絡したい方[\s\S]*佐藤 花子/);
    const list = desk.slack
      .dm('U0MORI')
      .map(wordsOf)
      .find((words) => words.includes('今日ご連絡したい方'));
    expect(list).toContain('佐藤 花子 → 青木さん');
  });

  it('taken back before it began asks nobody any more', async () => {
    await learner('佐藤 花子');
    await planAway('U0AOI', { from: '2026-12-01', to: '2026-12-02', cover: 'U0MORI' });
    await desk.sweep();
    await openAway('U0AOI');
    const [absence] = await desk.deps.db.select().from(absences);
    await desk.slack.as('U0AOI').click('modal', rowActions.endAbsence.idFor(absence?.id ?? ''));
    expect(await answerWords(desk, 'U0AOI', 1)).toContain('12/1(火)〜12/2(水)のお休みを取り消しました。');
    await desk.sweep();
    const asked = lastTo('U0MORI');
    expect(wordsOf(asked)).not.toContain('引き受けます');
    const [request] = await requests();
    // A button of before, as a phone may still show it.
    await pressStale('U0MORI', rowActions.acceptCover.idFor(request?.id ?? ''));
    expect(await answerWords(desk, 'U0MORI')).toContain('このお願いは取り消されたか、期間が終わっています。');
    expect((await requests())[0]).toMatchObject({ status: 'withdrawn' });
    // And hers, in a window that was left open.
    await pressStale('U0AOI', rowActions.endAbsence.idFor(absence?.id ?? ''));
    expect(await answerWords(desk, 'U0AOI', 2)).toContain('このお休みは終わったか、取り消されています。');
  });

  it('taken back after a colleague agreed thanks her without a word of coming back', async () => {
    await planAway('U0AOI', { from: '2026-12-01', to: '2026-12-02', cover: 'U0MORI' });
    await desk.sweep();
    await answer('U0MORI', true);
    await openAway('U0AOI');
    const [absence] = await desk.deps.db.select().from(absences);
    await desk.slack.as('U0AOI').click('modal', rowActions.endAbsence.idFor(absence?.id ?? ''));
    await answerWords(desk, 'U0AOI', 1);
    await desk.sweep();
    expect(wordsOf(lastTo('U0MORI'))).toBe(
      '*青木* さんの12/1(火)〜12/2(水)のお休みは取りやめになりました。代理はもう大丈夫です。お引き受けくださり、ありがとうございました。',
    );
  });

  it.each([
    [
      'the last day before the first',
      { from: '2026-11-26', to: '2026-11-25' },
      blocks.awayTo,
      /前になっています/,
    ],
    ['days that have passed', { from: '2026-11-20', to: '2026-11-23' }, blocks.awayTo, /もう過ぎた期間です/],
    ['more than a year', { from: '2026-11-25', to: '2027-12-31' }, blocks.awayTo, /366日以内/],
    [
      'herself as cover',
      { from: '2026-11-25', to: '2026-11-26', cover: 'U0AOI' },
      blocks.person,
      /ほかの方をお選びください/,
    ],
    [
      'somebody who does not support the program',
      { from: '2026-11-25', to: '2026-11-26', cover: 'U0GUEST' },
      blocks.person,
      /メンバーではないようです/,
    ],
  ])('refuses %s, and keeps what was typed', async (_, away, field, words) => {
    const result = await planAway('U0AOI', { ...away, note: hostile });
    expect(result.errors).toMatchObject({ [field]: expect.stringMatching(words) });
    expect(desk.slack.as('U0AOI').modal()?.state.values[blocks.requestNote]).toMatchObject({
      field: { value: hostile },
    });
    expect(await desk.deps.db.select().from(absences)).toEqual([]);
    expect(await requests()).toEqual([]);
  });

  it('refuses days that she is away already, and a cover who is away too', async () => {
    await planAway('U0AOI', { from: '2026-12-01', to: '2026-12-04' });
    expect(await answerWords(desk, 'U0AOI')).toContain('代理はまだどなたにもお願いしていません。');
    const mori = await planAway('U0MORI', { from: '2026-12-04', to: '2026-12-05', cover: 'U0AOI' });
    expect(mori.errors?.[blocks.person]).toBe(
      '青木さんも12/1(火)〜12/4(金)はお休みです。ほかの方をお選びください。',
    );
    await openAway('U0AOI');
    await modalAfter(desk, 'U0AOI', () => desk.slack.as('U0AOI').click('modal', ids.actions.planAway));
    const again = await desk.slack.as('U0AOI').submit(form({ from: '2026-12-04', to: '2026-12-07' }));
    expect(again.errors?.[blocks.awayTo]).toContain('12/1(火)〜12/4(金)はすでにお休みの予定です。');
  });

  it('of a cover leaves her colleague’s learners to the team, and she is told whom she had promised', async () => {
    await learner('佐藤 花子', { dueOn: '2026-11-25' });
    await planAway('U0AOI', { from: '2026-11-25', to: '2026-11-27', cover: 'U0MORI' });
    await desk.sweep();
    await answer('U0MORI', true);
    await planAway('U0MORI', { from: '2026-11-25', to: '2026-11-25' });
    expect(await answerWords(desk, 'U0MORI')).toContain(
      '青木さんの代理（11/25(水)〜11/27(金)）を引き受けてくださっています。',
    );
    tomorrow();
    await desk.sweep();
    expect(wordsOf(digestIn(desk))).toContain('*担当も代理もいない方*\n*佐藤 花子*');
    desk.clock.set('2026-11-26T00:00:00Z');
    await desk.sweep();
    expect(wordsOf(digestIn(desk))).toContain('*森*\n佐藤 花子（青木さんの代理');
  });

  it('submitted twice at once is noted once, and so is an answer', async () => {
    await openAway('U0AOI');
    await desk.slack.as('U0AOI').submitTwice(form({ from: '2026-11-25', to: '2026-11-26', cover: 'U0MORI' }));
    await answerWords(desk, 'U0AOI');
    expect(await desk.deps.db.select().from(absences)).toHaveLength(1);
    expect(await requests()).toHaveLength(1);
    await desk.sweep();
    const asked = lastTo('U0MORI');
    const [request] = await requests();
    const accept = () => press('U0MORI', asked, rowActions.acceptCover.idFor(request?.id ?? ''));
    await Promise.all([accept(), accept()]);
    await eventually(requests, ([first]) => first?.status === 'accepted');
    await desk.sweep();
    expect((await audited()).filter((action) => action === 'cover.accepted')).toHaveLength(1);
    expect(desk.slack.dm('U0AOI')).toHaveLength(1);
  });

  it('says no more to whoever was not asked, or has answered', async () => {
    await planAway('U0AOI', { from: '2026-11-25', to: '2026-11-26', cover: 'U0MORI' });
    await desk.sweep();
    const [request] = await requests();
    await answer('U0MORI', false);
    const accept = rowActions.acceptCover.idFor(request?.id ?? '');
    await pressStale('U0MORI', accept);
    expect(await answerWords(desk, 'U0MORI')).toContain('すでにお返事をいただいています。');
    await pressStale('U0KUDO', accept);
    expect(await answerWords(desk, 'U0KUDO')).toContain('This is no longer needed');
    expect((await requests())[0]).toMatchObject({ status: 'declined' });
    expect((await audited()).filter((action) => action === 'cover.accepted')).toEqual([]);
  });

  it('is covered by nobody who is away on one of the days herself: she reads which', async () => {
    await planAway('U0AOI', { from: '2026-11-25', to: '2026-11-26', cover: 'U0MORI' });
    await desk.sweep();
    await planAway('U0MORI', { from: '2026-11-26', to: '2026-11-27' });
    await answerWords(desk, 'U0MORI');
    const [request] = await requests();
    await press('U0MORI', lastTo('U0MORI'), rowActions.acceptCover.idFor(request?.id ?? ''));
    expect(await answerWords(desk, 'U0MORI', 1)).toContain(
      '11/26(木)〜11/27(金)はご自身がお休みの予定です。',
    );
    expect((await requests())[0]).toMatchObject({ status: 'asked' });
    // She may still say no.
    await answer('U0MORI', false);
    expect((await requests())[0]).toMatchObject({ status: 'declined' });
  });

  it('that is over asks nobody any more, and is not ended again', async () => {
    await planAway('U0AOI', { from: '2026-11-24', to: '2026-11-24', cover: 'U0MORI' });
    await desk.sweep();
    const [request] = await requests();
    const [absence] = await desk.deps.db.select().from(absences);
    tomorrow();
    await pressStale('U0MORI', rowActions.acceptCover.idFor(request?.id ?? ''));
    expect(await answerWords(desk, 'U0MORI')).toContain('このお願いは取り消されたか、期間が終わっています。');
    await pressStale('U0AOI', rowActions.askCover.idFor(absence?.id ?? ''));
    expect(await answerWords(desk, 'U0AOI', 1)).toContain('このお休みは終わったか、取り消されています。');
    await pressStale('U0AOI', rowActions.endAbsence.idFor(absence?.id ?? ''));
    expect(await answerWords(desk, 'U0AOI', 2)).toContain('このお休みは終わったか、取り消されています。');
    expect(await desk.deps.db.select().from(absences)).toEqual([absence]);
    expect((await requests())[0]).toMatchObject({ status: 'asked' });
  });
});

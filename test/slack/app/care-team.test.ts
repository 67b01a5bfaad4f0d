import { eq } from 'drizzle-orm';
import { auditEvents, careAnswers, careTeam, learners, programs } from '../../../src/db/schema';
import { ids, rowActions } from '../../../src/slack/ids';
import { planContact } from '../../../src/usecases/plan-contact';
import { takeLearner } from '../../../src/usecases/take-learner';
import { deliveriesOf, textOf } from '../../support/lists';
import { logContact } from '../../usecases/log-contact';
import { wordsIn } from '../support/reading';
import {
  answerWords,
  checkInsOf,
  type Desk,
  learnerNow,
  modalAfter,
  openCheckIn,
  startDesk,
  suggested,
} from './desk';
import { directChannel } from './lists';

const { blocks } = ids;
let desk: Desk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

type Learner = Awaited<ReturnType<Desk['records']['learner']>>;

/** A learner with U0MENT as mentor, and somebody who isn't in Slack as advisor. */
async function learnerInCare(given: Parameters<Desk['records']['learner']>[1] = {}): Promise<Learner> {
  const learner = await desk.records.learner(desk.program, { name: '佐藤 花子', ...given });
  await desk.records.careTeam(learner, 'mentor', 'U0MENT');
  await desk.records.careTeam(learner, 'advisor', '江口先生');
  return learner;
}

/** U0AOI logs a contact that U0MENT is to know of at once, and it is told. */
async function flagged(given: Parameters<Desk['records']['learner']>[1] = {}) {
  const learner = await learnerInCare(given);
  await logContact(desk, learner, { flaggedFor: ['mentor'], urgent: true, note: '再帰で止まっています' });
  await desk.sweep();
  const [checkIn] = await checkInsOf(desk, learner.id);
  if (!checkIn) throw new Error('expected a check-in');
  return { learner, checkIn };
}

/** Presses a button in the last message that Banso sent to somebody. */
async function press(userId: string, action: string): Promise<void> {
  const message = desk.slack
    .dm(userId)
    .findLast(({ blocks: found }) => JSON.stringify(found).includes(action));
  if (!message) throw new Error(`no message to ${userId} has ${action}`);
  await desk.slack.as(userId).click({ channel: directChannel(desk, userId), ts: message.ts }, action);
}
const pressAnswer = (checkIn: { id: string }) => press('U0MENT', rowActions.answer.idFor(checkIn.id));
const openAnswer = (checkIn: { id: string }) => modalAfter(desk, 'U0MENT', () => pressAnswer(checkIn));
const openOwnContact = (learner: Learner) =>
  modalAfter(desk, 'U0MENT', () => press('U0MENT', rowActions.checkIn.idFor(learner.id)));

const dismiss = (learner: Learner) => desk.deps.db.delete(careTeam).where(eq(careTeam.learnerId, learner.id));
const answers = () => desk.deps.db.select().from(careAnswers);
const lastTo = (userId: string) => textOf(desk.slack.dm(userId).at(-1));

describe('the check-in modal', () => {
  it('says of each who can be told how she hears of it', async () => {
    const modal = await openCheckIn(desk, 'U0AOI', (await learnerInCare()).name);
    expect(wordsIn(modal)).toContain('江口さんに、Bansoからお知らせします');
    expect(wordsIn(modal)).toContain('江口先生さんはSlackにいないため、直接お伝えください');
    expect(wordsIn(modal)).toContain('メンター・アドバイザーにすぐお知らせする');
  });

  it('has the mentor told at once of what is ticked as urgent', async () => {
    await openCheckIn(desk, 'U0AOI', (await learnerInCare()).name);
    const ticked = { [blocks.audiences]: ['mentor', 'school'], [blocks.urgent]: ['urgent'] };
    await desk.slack.as('U0AOI').submit({ [blocks.outcome]: 'talked', [blocks.note]: '元気です', ...ticked });
    await answerWords(desk, 'U0AOI');
    await desk.sweep();
    expect(lastTo('U0MENT')).toMatch(/早めに[\s\S]*佐藤 花子[\s\S]*元気です/);
  });

  it('offers nothing urgent where Banso can tell nobody, and says so of what is chosen all the same', async () => {
    const alone = await desk.records.learner(desk.program, { name: '高橋 健' });
    const modal = await openCheckIn(desk, 'U0AOI', alone.name);
    expect(modal.blocks.map(({ block_id }) => block_id)).not.toContain(blocks.urgent);
    await openCheckIn(desk, 'U0AOI', (await learnerInCare()).name);
    const chosen = { [blocks.audiences]: ['advisor'], [blocks.urgent]: ['urgent'] };
    const result = await desk.slack.as('U0AOI').submit({ [blocks.outcome]: 'sent', ...chosen });
    expect(Object.keys(result.errors ?? {})).toEqual([blocks.urgent]);
  });
});

describe('answering from the message', () => {
  it('joins the timeline, and the author hears of it at once', async () => {
    const { learner, checkIn } = await flagged();
    expect(lastTo('U0MENT')).toMatch(/早めに[\s\S]*佐藤 花子[\s\S]*再帰で止まっています/);
    const modal = await openAnswer(checkIn);
    expect(wordsIn(modal)).toContain('*佐藤 花子* さんの11/24(火)のチェックイン（記入：青木さん）');
    await desk.slack.as('U0MENT').submit({ [blocks.answerText]: '図に描いてみるのがよさそうです。' });
    expect(await answerWords(desk, 'U0MENT')).toBe(
      'お返事を *佐藤 花子* さんの記録に加えました。青木さんにもお知らせします。',
    );
    await desk.sweep();
    expect(lastTo('U0AOI')).toMatch(/江口さん（メンター）からお返事がありました。[\s\S]*図に描いてみる/);
    expect(desk.slack.dm('U0AOI').at(-1)?.text).not.toContain('佐藤');
    expect(lastTo('U0MENT')).toContain('✓ 11/24(火)にお返事くださいました。');
    const history = wordsIn(await openCheckIn(desk, 'U0MORI', learner.name));
    expect(history).toContain(
      '↳ 11/24(火)のお返事 · 江口さん（メンター）\n> 図に描いてみるのがよさそうです。',
    );
    expect(JSON.stringify(await desk.deps.db.select().from(auditEvents))).not.toContain('図に描いて');
  });

  it('twice writes and tells once', async () => {
    const { checkIn } = await flagged();
    await openAnswer(checkIn);
    const both = await desk.slack.as('U0MENT').submitTwice({ [blocks.answerText]: '見ておきます' });
    expect(both).toEqual([{ sent: true }, { sent: true }]);
    await answerWords(desk, 'U0MENT');
    expect(await answers()).toMatchObject([{ text: '見ておきます', role: 'mentor', authorId: 'U0MENT' }]);
    expect(await deliveriesOf(desk, 'care_answer')).toHaveLength(1);
  });

  it('goes to the companion where the author no longer follows the learner up', async () => {
    const { learner, checkIn } = await flagged();
    await desk.deps.db.update(learners).set({ companionId: 'U0MORI' }).where(eq(learners.id, learner.id));
    await desk.deps.db.execute(`update supporters set removed_at = now() where user_id = 'U0AOI'`);
    await openAnswer(checkIn);
    await desk.slack.as('U0MENT').submit({ [blocks.answerText]: '見ておきます' });
    expect(await answerWords(desk, 'U0MENT')).toContain('森さんにもお知らせします。');
    await desk.sweep();
    expect(lastTo('U0MORI')).toContain('見ておきます');
  });

  it('takes what people write, up to what Slack lets them, and mentions nobody', async () => {
    const { checkIn } = await flagged({ name: '<!channel>\u202e*佐藤*' });
    await openAnswer(checkIn);
    const text = `<!here> @channel \u202e👩‍👩‍👧 ${'&'.repeat(3000)}`.slice(0, 3000);
    await desk.slack.as('U0MENT').submit({ [blocks.answerText]: text });
    await answerWords(desk, 'U0MENT');
    await desk.sweep();
    expect(await deliveriesOf(desk, 'care_answer')).toMatchObject([{ status: 'sent' }]);
    const said = desk.slack.dm('U0AOI').at(-1)?.blocks;
    expect(JSON.stringify(said)).toContain('&'.repeat(2900));
    expect(JSON.stringify(said)).not.toMatch(/"mrkdwn","text":"[^"]*<!/);
  });

  it('asks for words', async () => {
    const { checkIn } = await flagged();
    await openAnswer(checkIn);
    const result = await desk.slack.as('U0MENT').submit({ [blocks.answerText]: '  ' });
    expect(result.errors).toEqual({ [blocks.answerText]: expect.any(String) });
    expect(await answers()).toEqual([]);
  });

  it.each([
    ['she is no longer the mentor', dismiss, 'メンター・アドバイザーではなくなったため'],
    [
      'the learner has finished',
      (learner: Learner) =>
        desk.deps.db.update(learners).set({ status: 'completed' }).where(eq(learners.id, learner.id)),
      '受講を終えています',
    ],
    ['the learner was erased', (learner: Learner) => desk.records.erase(learner), 'もうありません'],
  ])('says so when %s, with her text still there', async (_, change, words) => {
    const { learner, checkIn } = await flagged();
    await openAnswer(checkIn);
    await change(learner);
    const result = await desk.slack.as('U0MENT').submit({ [blocks.answerText]: '書きかけ' });
    expect(result.errors?.[blocks.answerText]).toContain(words);
    expect(await answers()).toEqual([]);
    await pressAnswer(checkIn);
    if (words !== '受講を終えています') expect(await answerWords(desk, 'U0MENT')).toContain(words);
  });
});

describe('a contact of the mentor’s own', () => {
  const log = async (learner: Learner, counted: string[]) => {
    await desk.deps.db.update(programs).set({ countedRoles: counted });
    const modal = await openOwnContact(learner);
    await desk.slack.as('U0MENT').submit({ [blocks.outcome]: 'talked', [blocks.note]: '質問に答えました' });
    return { modal, said: await answerWords(desk, 'U0MENT') };
  };
  const planned = { plannedOn: '2026-11-30', planReason: '試験' };

  it('is in the timeline, and says that it doesn’t count where the program says so', async () => {
    const { learner } = await flagged();
    const before = await learnerNow(desk, learner.id);
    const { modal, said } = await log(learner, ['companion', 'cover']);
    const shown = modal.blocks.map(({ block_id }) => block_id);
    expect(shown).not.toContain(blocks.next);
    expect(shown).not.toContain(blocks.promiseText);
    expect(said).toContain(
      'このプログラムの最低頻度には数えません。次回のご連絡の予定日は *11/27(金)* です。',
    );
    expect(await checkInsOf(desk, learner.id)).toMatchObject([{}, { authorId: 'U0MENT', counts: false }]);
    const { lastContactOn, dueOn, floorOn } = before;
    expect(await learnerNow(desk, learner.id)).toMatchObject({ lastContactOn, dueOn, floorOn });
  });

  it('counts where the program counts mentors, and leaves the supporter’s plan alone', async () => {
    const { learner } = await flagged();
    await desk.deps.db.update(learners).set(planned).where(eq(learners.id, learner.id));
    desk.clock.set('2026-11-25T01:00:00Z');
    const { said } = await log(learner, ['companion', 'mentor']);
    expect(said).toContain('次回のご連絡は *11/30(月)* です');
    expect(await learnerNow(desk, learner.id)).toMatchObject({ lastContactOn: '2026-11-25', ...planned });
  });

  it('can be corrected by her; those of others cannot', async () => {
    const { learner, checkIn } = await flagged();
    await log(learner, ['companion', 'mentor']);
    const modal = await openCheckIn(desk, 'U0MENT', learner.name);
    const [, own] = await checkInsOf(desk, learner.id);
    const offered = JSON.stringify(modal.blocks);
    expect(offered).toContain(rowActions.correct.idFor(String(own?.id)));
    expect(offered).not.toContain(rowActions.correct.idFor(checkIn.id));
    await modalAfter(desk, 'U0MENT', () =>
      desk.slack.as('U0MENT').click('modal', rowActions.correct.idFor(String(own?.id))),
    );
    await desk.slack.as('U0MENT').submit({ [blocks.note]: '直しました' });
    await answerWords(desk, 'U0MENT', 1);
    expect(await checkInsOf(desk, learner.id)).toMatchObject([{}, { note: '直しました', version: 2 }]);
  });
});

describe('what a mentor sees', () => {
  it('is her learners alone, in /checkin and its type-ahead', async () => {
    const learner = await learnerInCare();
    await desk.records.learner(desk.program, { name: '佐藤 別人' });
    await openCheckIn(desk, 'U0MENT');
    expect(await suggested(desk, 'U0MENT', '佐藤')).toEqual(['佐藤 花子']);
    expect(wordsIn(await openCheckIn(desk, 'U0MENT', '佐藤'))).toContain('佐藤 花子');
    await dismiss(learner);
    expect(await suggested(desk, 'U0MENT', '佐藤')).toEqual([]);
    await desk.slack.as('U0MENT').command('/checkin', { channel: 'C0TEAM' });
    expect(await answerWords(desk, 'U0MENT')).toContain('メンバーではないため');
  });

  it('gives her nothing to plan or to take over', async () => {
    const { learner } = await flagged();
    expect(JSON.stringify(desk.slack.dm('U0MENT'))).not.toMatch(/plan_row|take_row/);
    const asked = {
      workspaceId: learner.workspaceId,
      supporterId: 'U0MENT',
      learnerId: learner.id,
      forGood: false,
    };
    const elsewhere = { code: 'learnerElsewhere' };
    await expect(takeLearner(desk.deps.context(), asked)).rejects.toMatchObject(elsewhere);
    const plan = { on: '2026-11-26', reason: '試験' };
    await expect(planContact(desk.deps.context(), { ...asked, plan })).rejects.toMatchObject(elsewhere);
  });
});

it('speaks English to an advisor who does', async () => {
  const learner = await desk.records.learner(desk.program, { name: 'Mei', companionId: 'U0KUDO' });
  await desk.records.careTeam(learner, 'advisor', 'U0GUEST');
  await openCheckIn(desk, 'U0KUDO', 'Mei');
  const content = { [blocks.note]: 'Asks about jobs', [blocks.concerns]: ['jobHunting', 'time'] };
  const told = { [blocks.audiences]: ['advisor'] };
  await desk.slack
    .as('U0KUDO')
    .submit({ [blocks.outcome]: 'talked', [blocks.motivation]: '2', ...content, ...told });
  await answerWords(desk, 'U0KUDO');
  desk.clock.set('2026-11-24T08:00:00Z');
  await desk.sweep();
  expect(lastTo('U0GUEST')).toMatch(
    /From your colleagues · Tue 24 Nov[\s\S]*\*Mei\* · Tue 24 Nov · written by Kudo · motivation 2\/5/,
  );
  expect(lastTo('U0GUEST')).toContain('Weighs on them: Finding time, Job hunting');
  const [checkIn] = await checkInsOf(desk, learner.id);
  await modalAfter(desk, 'U0GUEST', () => press('U0GUEST', rowActions.answer.idFor(String(checkIn?.id))));
  await desk.slack.as('U0GUEST').submit({ [blocks.answerText]: 'Let us look at her CV.' });
  expect(await answerWords(desk, 'U0GUEST')).toBe(
    'Your answer is in *Mei*’s timeline. Kudo hears of it now.',
  );
  await desk.sweep();
  expect(lastTo('U0KUDO')).toContain('guest (advisor) answered the check-in with *Mei* of Tue 24 Nov:');
});

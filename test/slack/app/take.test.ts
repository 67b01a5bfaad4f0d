import { eq } from 'drizzle-orm';
import {
  absences,
  auditEvents,
  coverRequests,
  dayCovers,
  learners,
  members,
  pauses,
} from '../../../src/db/schema';
import { rowActions } from '../../../src/slack/ids';
import { takeLearner } from '../../../src/usecases/take-learner';
import { eventually } from '../../support/eventually';
import { answerWords, type Desk, learnerNow, openCheckIn, startDesk } from './desk';
import { digestIn, pressTake, wordsOf } from './lists';
import { postPress } from './requests';

const names: Record<string, string> = { U0AOI: '青木', U0MORI: '森', U0KUDO: 'Kudo' };
let desk: Desk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

const isAway = ({ unreachableSince }: typeof members.$inferSelect) => unreachableSince !== null;

async function uncovered() {
  const learner = await desk.records.learner(desk.program, { name: '池田 誠', companionId: null });
  await desk.sweep();
  return learner;
}

const audited = async () =>
  (await desk.deps.db.select().from(auditEvents)).filter(({ action }) => action === 'learner.taken_for_day');

/** "For good", in the first answer to "I’ll take it". */
async function pressForGood(userId: string, learner: { id: string }) {
  const [answer] = desk.slack.ephemerals(userId);
  const place = { channel: 'C0TEAM', ts: answer?.ts ?? '' };
  await desk.slack.as(userId).click(place, rowActions.takeForGood.idFor(learner.id));
}

/** A button beside her that no message offers. */
async function forge(userId: string, learner: { id: string }, row = rowActions.takeForGood) {
  await postPress(desk, userId, row.idFor(learner.id));
}

/** U0AOI is away today, and somebody has agreed to stand in. */
async function coveredBy(toId: string) {
  const { workspaceId } = desk.program;
  const at = desk.clock.now();
  const keyed = { workspaceId, submissionKey: 'away' };
  const days = { fromOn: '2026-11-24', toOn: '2026-11-25' };
  const [absence] = await desk.deps.db
    .insert(absences)
    .values({ ...keyed, ...days, userId: 'U0AOI', createdAt: at })
    .returning();
  await desk.deps.db.insert(coverRequests).values({
    ...{ ...keyed, toId, absenceId: absence?.id ?? null, fromId: 'U0AOI', askedBy: 'U0AOI' },
    ...{ extent: 'everyone', status: 'accepted', askedAt: at, answeredAt: at },
  });
}

describe('"I’ll take it"', () => {
  it('lets whoever presses it act for today, and the digest shows it; tomorrow it is asked again', async () => {
    const learner = await uncovered();
    expect(wordsOf(digestIn(desk))).toContain('*担当も代理もいない方*\n*池田 誠*');
    await pressTake(desk, 'U0MORI', learner);
    expect(await answerWords(desk, 'U0MORI')).toBe(
      '今日（11/24(火)）は *池田 誠* さんをお願いします。ありがとうございます。\nこれからも担当する',
    );
    expect(await learnerNow(desk, learner.id)).toMatchObject({ companionId: null });
    await desk.sweep();
    expect(wordsOf(digestIn(desk))).toContain('*森*\n池田 誠');
    expect(wordsOf(digestIn(desk))).not.toContain('担当も代理もいない方');
    expect(desk.slack.dm('U0MORI').map(wordsOf).join()).toContain('引き継ぎメモ（1名）');
    desk.clock.set('2026-11-25T00:00:00Z');
    await desk.sweep();
    expect(wordsOf(digestIn(desk))).toContain('*担当も代理もいない方*\n*池田 誠*');
  });

  it('is made for good with one more press', async () => {
    const learner = await uncovered();
    await pressTake(desk, 'U0MORI', learner);
    await answerWords(desk, 'U0MORI');
    await pressForGood('U0MORI', learner);
    expect(await answerWords(desk, 'U0MORI', 1)).toBe(
      '*池田 誠* さんの担当になりました。ありがとうございます。',
    );
    expect(await learnerNow(desk, learner.id)).toMatchObject({ companionId: 'U0MORI' });
    desk.clock.set('2026-11-25T00:00:00Z');
    await desk.sweep();
    expect(wordsOf(digestIn(desk))).toContain('*森*\n池田 誠');
  });

  it('works at noon of the floor’s last day although the companion is there, once', async () => {
    const learner = await desk.records.learner(desk.program, { floorOn: '2026-11-24', name: '池田 誠' });
    const take = (supporterId: string) =>
      takeLearner(desk.deps.context(), {
        workspaceId: 'T0TEST',
        supporterId,
        learnerId: learner.id,
        forGood: false,
      });
    desk.clock.set('2026-11-24T02:59:00Z');
    await expect(take('U0MORI')).rejects.toMatchObject({ code: 'alreadyTaken', params: [{ name: '青木' }] });
    desk.clock.set('2026-11-24T03:00:00Z');
    expect(await take('U0MORI')).toMatchObject({ forGood: false, on: '2026-11-24' });
    await expect(take('U0KUDO')).rejects.toMatchObject({ code: 'alreadyTaken', params: [{ name: '森' }] });
    await desk.sweep();
    expect(wordsOf(digestIn(desk))).toContain('*森*\n池田 誠（青木さんの代理');
  });

  it('is for the day alone where somebody is the companion: for good, she is asked', async () => {
    const learner = await desk.records.learner(desk.program, { floorOn: '2026-11-24', name: '池田 誠' });
    await desk.sweep();
    desk.clock.set('2026-11-24T03:00:00Z');
    await forge('U0MORI', learner, rowActions.take);
    expect(await answerWords(desk, 'U0MORI')).not.toContain('これからも担当する');
    await forge('U0MORI', learner);
    expect(await answerWords(desk, 'U0MORI', 1)).toContain('青木さんが担当されています');
    await forge('U0KUDO', learner);
    expect(await answerWords(desk, 'U0KUDO')).toContain('ask 青木 or a lead for a handover from the card');
    expect(await learnerNow(desk, learner.id)).toMatchObject({ companionId: 'U0AOI' });
  });

  it('is for good no more, in an old answer, once the learner has a companion', async () => {
    const learner = await uncovered();
    await pressTake(desk, 'U0MORI', learner);
    await answerWords(desk, 'U0MORI');
    await desk.deps.db.update(learners).set({ companionId: 'U0AOI' }).where(eq(learners.id, learner.id));
    await pressForGood('U0MORI', learner);
    expect(await answerWords(desk, 'U0MORI', 1)).toContain('青木さんが担当されています');
    expect(await learnerNow(desk, learner.id)).toMatchObject({ companionId: 'U0AOI' });
  });

  it('is not for good for whoever covers an absence', async () => {
    const learner = await desk.records.learner(desk.program, { name: '池田 誠' });
    await coveredBy('U0MORI');
    await forge('U0MORI', learner);
    expect(await answerWords(desk, 'U0MORI')).toContain('青木さんが担当されています');
    expect(await learnerNow(desk, learner.id)).toMatchObject({ companionId: 'U0AOI' });
  });

  it('is offered where the floor ends before the companion’s next working day', async () => {
    await desk.deps.db
      .update(members)
      .set({ workingWeekdays: [1] })
      .where(eq(members.userId, 'U0AOI'));
    const given = { dueSetOn: '2026-11-24', lastContactOn: '2026-11-23' };
    await desk.records.learner(desk.program, { ...given, name: '池田 誠', floorOn: '2026-11-27' });
    await desk.records.learner(desk.program, { ...given, name: '待田 実', floorOn: '2026-11-30' });
    await desk.sweep();
    expect(wordsOf(digestIn(desk))).toContain('*担当も代理もいない方*\n*池田 誠*');
    expect(wordsOf(digestIn(desk))).toContain('*青木*\n待田 実');
  });

  it('is refused, with the reason, to whoever is away today by her own entry', async () => {
    const learner = await uncovered();
    await coveredBy('U0KUDO');
    await pressTake(desk, 'U0AOI', learner);
    expect(await answerWords(desk, 'U0AOI')).toMatch(
      /^11\/24\(火\)〜11\/25\(水\)はお休みとご登録[\s\S]*\/banso away/,
    );
    expect(await desk.deps.db.select().from(dayCovers)).toEqual([]);
  });

  it('is refused to whomever Slack does not reach: for today and for good', async () => {
    const learner = await uncovered();
    const refused = { unreachableSince: desk.clock.now(), unreachableBecause: 'cannot_dm_bot' };
    await desk.deps.db.update(members).set(refused).where(eq(members.userId, 'U0KUDO'));
    await pressTake(desk, 'U0KUDO', learner);
    expect(await answerWords(desk, 'U0KUDO')).toContain('messages don’t reach you in Slack');
    await forge('U0KUDO', learner);
    expect(await answerWords(desk, 'U0KUDO', 1)).toContain('messages don’t reach you in Slack');
    expect(await desk.deps.db.select().from(dayCovers)).toEqual([]);
    expect(await learnerNow(desk, learner.id)).toMatchObject({ companionId: null });
  });

  it('holds for whom today is no working day: the first to press has the learner', async () => {
    await desk.deps.db
      .update(members)
      .set({ workingWeekdays: [1] })
      .where(eq(members.userId, 'U0MORI'));
    const learner = await desk.records.learner(desk.program, {
      ...{ name: '池田 誠', companionId: null, floorOn: '2026-11-24' },
    });
    await desk.sweep();
    await pressTake(desk, 'U0MORI', learner);
    expect(await answerWords(desk, 'U0MORI')).toContain('をお願いします');
    await forge('U0KUDO', learner, rowActions.take);
    expect(await answerWords(desk, 'U0KUDO')).toContain('森 has already taken this learner');
    await desk.sweep();
    expect(wordsOf(digestIn(desk))).toContain('*森*\n池田 誠');
    expect(await desk.deps.db.select().from(dayCovers)).toMatchObject([{ userId: 'U0MORI' }]);
  });

  it.each([
    ['was contacted', { lastContactOn: '2026-11-24', dueOn: '2026-11-26' }],
    ['is planned for later', { plannedOn: '2026-11-26', dueOn: '2026-11-26' }],
    ['was paused', { status: 'paused', dueOn: null, floorOn: null }],
  ] as const)('says that nothing is to do, from an old list, once the learner %s', async (_, changes) => {
    const learner = await uncovered();
    const { ts } = digestIn(desk);
    await desk.deps.db.update(learners).set(changes).where(eq(learners.id, learner.id));
    await pressTake(desk, 'U0MORI', learner, ts);
    expect(await answerWords(desk, 'U0MORI')).toMatch(/^この方へのご連絡は、いまは必要なくなっています/);
    expect(await desk.deps.db.select().from(dayCovers)).toEqual([]);
    expect(await audited()).toEqual([]);
  });

  it('says the same of a learner who is on a break', async () => {
    const learner = await uncovered();
    const { workspaceId } = desk.program;
    const days = { fromOn: '2026-11-24', toOn: '2026-11-27' };
    await desk.deps.db.insert(pauses).values({ ...days, workspaceId, learnerId: learner.id, reason: '' });
    await pressTake(desk, 'U0KUDO', learner);
    expect(await answerWords(desk, 'U0KUDO')).toMatch(/^They aren’t due any more/);
    expect(await desk.deps.db.select().from(dayCovers)).toEqual([]);
  });

  it('gives the learner to one of several who press at once; the others read who has her', async () => {
    const learner = await uncovered();
    const { ts } = digestIn(desk);
    const people = ['U0AOI', 'U0MORI', 'U0KUDO'];
    await Promise.all(people.map((userId) => pressTake(desk, userId, learner, ts)));
    for (const userId of people) await answerWords(desk, userId);
    const [cover] = await desk.deps.db.select().from(dayCovers);
    const winner = people.find((userId) => userId === cover?.userId) ?? '';
    expect(await answerWords(desk, winner)).toMatch(/をお願いします|is yours for today/);
    const told = `すでに${names[winner]}さんが担当してくださっています|${names[winner]} has already taken`;
    for (const userId of people.filter((one) => one !== winner)) {
      expect(await answerWords(desk, userId)).toMatch(new RegExp(told));
    }
    expect(await audited()).toHaveLength(1);
  });

  it('pressed twice by the same person is pressed once', async () => {
    const learner = await uncovered();
    const { ts } = digestIn(desk);
    await Promise.all([pressTake(desk, 'U0AOI', learner, ts), pressTake(desk, 'U0AOI', learner, ts)]);
    await answerWords(desk, 'U0AOI', 1);
    expect(await desk.deps.db.select().from(dayCovers)).toMatchObject([{ userId: 'U0AOI' }]);
    expect(await audited()).toHaveLength(1);
  });

  it('takes over from a companion who has left Slack, not from one who is there', async () => {
    const left = await desk.records.learner(desk.program, { companionId: 'U0MORI' });
    await desk.slack.deactivate('U0MORI');
    await eventually(
      () => desk.deps.db.select().from(members),
      (rows) => rows.some(isAway),
    );
    await desk.sweep();
    const { ts } = digestIn(desk);
    await pressTake(desk, 'U0AOI', left);
    expect(await answerWords(desk, 'U0AOI')).toContain('をお願いします');
    await pressTake(desk, 'U0KUDO', left, ts);
    expect(await answerWords(desk, 'U0KUDO')).toContain('青木 has already taken this learner');
    await pressForGood('U0AOI', left);
    await answerWords(desk, 'U0AOI', 1);
    expect(await learnerNow(desk, left.id)).toMatchObject({ companionId: 'U0AOI' });
  });

  it('leaves the last check-ins to be read by the new companion', async () => {
    const learner = await uncovered();
    await desk.records.checkIn(learner, { note: '夜は連絡がつきにくい', authorId: 'U0AOI' });
    await pressTake(desk, 'U0MORI', learner);
    await answerWords(desk, 'U0MORI');
    const modal = await openCheckIn(desk, 'U0MORI', '池田');
    expect(JSON.stringify(modal.blocks)).toContain('夜は連絡がつきにくい');
  });
});

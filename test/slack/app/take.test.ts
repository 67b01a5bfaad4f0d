import { auditEvents, members } from '../../../src/db/schema';
import { eventually } from '../../support/eventually';
import { answerWords, type Desk, learnerNow, openCheckIn, startDesk } from './desk';
import { digestIn, pressTake, wordsOf } from './lists';

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
  (await desk.deps.db.select().from(auditEvents)).filter(({ action }) => action === 'learner.taken');

describe('"I’ll take it"', () => {
  it('makes whoever presses it the companion, and the digest shows it', async () => {
    const learner = await uncovered();
    expect(wordsOf(digestIn(desk))).toContain('*担当が決まっていない方*\n*池田 誠*');
    await pressTake(desk, 'U0MORI', learner);
    expect(await answerWords(desk, 'U0MORI')).toBe(
      '*池田 誠* さんの担当になりました。ありがとうございます。',
    );
    expect(await learnerNow(desk, learner.id)).toMatchObject({ companionId: 'U0MORI' });
    await desk.sweep();
    expect(wordsOf(digestIn(desk))).toContain('*森*\n池田 誠');
    expect(wordsOf(digestIn(desk))).not.toContain('担当が決まっていない方');
  });

  it('gives the learner to one of several who press at once; the others read who has her', async () => {
    const learner = await uncovered();
    const { ts } = digestIn(desk);
    const people = ['U0AOI', 'U0MORI', 'U0KUDO'];
    await Promise.all(people.map((userId) => pressTake(desk, userId, learner, ts)));
    for (const userId of people) await answerWords(desk, userId);
    const { companionId } = await learnerNow(desk, learner.id);
    const winner = people.find((userId) => userId === companionId) ?? '';
    expect(await answerWords(desk, winner)).toMatch(/の担当になりました|is in your caseload now/);
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
    expect(await learnerNow(desk, learner.id)).toMatchObject({ companionId: 'U0AOI' });
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
    expect(await answerWords(desk, 'U0AOI')).toContain('の担当になりました');
    await pressTake(desk, 'U0KUDO', left, ts);
    expect(await answerWords(desk, 'U0KUDO')).toContain('青木 has already taken this learner');
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

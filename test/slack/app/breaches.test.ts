import { auditEvents, breaches, members } from '../../../src/db/schema';
import type { View } from '../../../src/emulator';
import { logContact } from '../../usecases/log-contact';
import { wordsIn } from '../support/reading';
import { type Desk, modalAfter, startDesk } from './desk';

let desk: Desk;
beforeEach(async () => {
  desk = await startDesk({ at: '2026-11-25T00:00:00Z' });
});
afterEach(() => desk.close());

/** A learner of U0AOI's whose minimum was missed yesterday. */
async function missed(given: Parameters<Desk['records']['learner']>[1] = {}) {
  const dates = { lastContactOn: '2026-11-17', dueOn: '2026-11-20', floorOn: '2026-11-24' };
  const learner = await desk.records.learner(desk.program, { name: '佐藤 花子', ...dates, ...given });
  await desk.records.checkIn(learner, { contactedOn: '2026-11-17', authorId: 'U0AOI' });
  return learner;
}

const published = () => desk.slack.calls.filter(({ method }) => method === 'views.publish').length;

/** Opens somebody's Home and waits until Banso has drawn it. */
async function opened(userId: string): Promise<View> {
  const before = published();
  await desk.slack.as(userId).openHome();
  return desk.slack.until(() => (published() > before ? desk.slack.home(userId) : undefined));
}

const homeWords = async (userId: string) => wordsIn((await opened(userId)).blocks);

const causes = async () =>
  (await desk.deps.db.select().from(breaches)).map(({ cause, causeNote, causeSetBy }) => ({
    cause,
    causeNote,
    causeSetBy,
  }));

const audited = async () =>
  (await desk.deps.db.select().from(auditEvents)).filter(({ action }) => action === 'breach.explained');

async function breachId(): Promise<string> {
  const [breach] = await desk.deps.db.select().from(breaches);
  return breach?.id ?? '';
}

/** Presses "Cause" beside the only breach on an opened Home. */
async function pressCause(userId = 'U0LEAD') {
  const id = await breachId();
  return modalAfter(desk, userId, () => desk.slack.as(userId).click('home', `breach_row:${id}`));
}

async function openCause(userId = 'U0LEAD') {
  await opened(userId);
  return pressCause(userId);
}

describe('a missed minimum', () => {
  it('is asked about on the lead’s Home alone', async () => {
    await missed();
    await desk.sweep();
    expect(await homeWords('U0LEAD')).toContain('*佐藤 花子* · 11/24(火)まで · 担当：青木');
    expect(await homeWords('U0AOI')).not.toContain('最低頻度を守れなかった理由');
  });

  it('has its cause noted by the lead, once, and leaves her Home', async () => {
    await missed();
    await desk.sweep();
    const modal = await openCause();
    expect(wordsIn(modal.blocks)).toContain('*佐藤 花子* さんへのご連絡がないまま');
    await desk.slack.as('U0LEAD').submitTwice({ breach_cause: 'forgotten', breach_note: '連休で見落とした' });
    await desk.slack.until(() =>
      wordsIn(desk.slack.dm('U0LEAD').at(-1)?.blocks).includes('理由を記録しました'),
    );
    expect(await causes()).toEqual([
      { cause: 'forgotten', causeNote: '連休で見落とした', causeSetBy: 'U0LEAD' },
    ]);
    expect(await audited()).toHaveLength(1);
    expect(JSON.stringify(await audited())).not.toContain('連休');
    expect(await homeWords('U0LEAD')).not.toContain('佐藤 花子');
  });

  it('asks in English, and suggests that nobody covered where nobody did', async () => {
    await desk.deps.db.update(members).set({ locale: 'en' });
    await missed({ companionId: null });
    await desk.sweep();
    expect(await homeWords('U0LEAD')).toContain('nobody covers');
    const modal = await pressCause();
    expect(modal.blocks).toMatchObject([
      {},
      { element: { initial_option: { text: { text: 'Nobody covered' } } } },
      {},
    ]);
    await desk.slack.as('U0LEAD').submit();
    expect(await causes()).toMatchObject([{ cause: 'no_cover' }]);
  });

  it('is not overwritten by a lead who had not seen what another one said', async () => {
    await missed();
    await desk.sweep();
    await openCause();
    await desk.deps.db
      .update(breaches)
      .set({ cause: 'unreachable', causeNote: '入院', causeSetBy: 'U0AOI', causeSetAt: desk.clock.now() });
    const submission = await desk.slack.as('U0LEAD').submit({ breach_cause: 'forgotten' });
    expect(JSON.stringify(submission)).toContain('最新の内容');
    expect(await causes()).toMatchObject([{ cause: 'unreachable', causeNote: '入院' }]);
  });

  it('wants a cause', async () => {
    await missed();
    await desk.sweep();
    await openCause();
    const submission = await desk.slack.as('U0LEAD').submit({ breach_note: 'x' }).catch(String);
    expect(JSON.stringify(submission)).toMatch(/breach_cause/);
    expect(await causes()).toMatchObject([{ cause: null }]);
  });

  it('that was taken back meanwhile can no longer be explained', async () => {
    const learner = await missed();
    await desk.sweep();
    await openCause();
    await logContact(desk, learner, { contactedOn: '2026-11-24' });
    const submission = await desk.slack.as('U0LEAD').submit({ breach_cause: 'other' });
    expect(JSON.stringify(submission)).toContain('この記録はもうありません');
    expect(await causes()).toEqual([]);
    expect(await homeWords('U0LEAD')).not.toContain('最低頻度を守れなかった理由');
  });

  it('shows five at once and counts the others, within Slack’s limits, whatever the names', async () => {
    const wild = `<!channel> ‮${'👩‍👩‍👧'.repeat(8)}&*~`;
    for (let n = 0; n < 8; n += 1) await missed({ name: `${n} ${wild}`.slice(0, 100) });
    await desk.sweep();
    const words = await homeWords('U0LEAD');
    expect(words.match(/理由を記録\n/g)).toHaveLength(5);
    expect(words).toContain('ほか3件');
    expect(words).not.toContain('<!channel>');
    expect(desk.slack.refusals).toEqual([]);
  });
});

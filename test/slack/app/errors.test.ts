import { ids, rowActions } from '../../../src/slack/ids';
import { wordsIn } from '../support/reading';
import { answerWords, checkInsOf, type Desk, modalAfter, openCheckIn, startDesk } from './desk';
import { post, submissionOf } from './requests';

const { blocks } = ids;
let desk: Desk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

const reference = (words: string) => /[0-9a-f]{6}$/.exec(words)?.[0] ?? 'none';

describe('an error that nobody foresaw', () => {
  it('is told in the person’s language with a reference that the log has, without anybody’s words', async () => {
    const learner = await desk.records.learner(desk.program, { name: '秘密 花子' });
    for (const userId of ['U0AOI', 'U0KUDO']) {
      desk.slack.faults.add({ method: 'views.open', kind: 'error', error: 'invalid_arguments', times: 1 });
      await desk.slack.as(userId).command('/checkin 秘密', { channel: 'C0TEAM' });
    }
    const [ja, en] = [await answerWords(desk, 'U0AOI'), await answerWords(desk, 'U0KUDO')];
    expect(ja).toMatch(
      /^思わぬ問題が起きました。保存済みの内容は失われていません。もう一度お試しになり、続くようでしたら、この番号を運用担当者にお伝えください：[0-9a-f]{6}$/,
    );
    expect(en).toMatch(
      /^Something went wrong, but nothing that was saved is lost\. Try again; .*[0-9a-f]{6}$/,
    );
    for (const words of [ja, en]) expect(desk.logged()).toContain(`"reference":"${reference(words)}"`);
    expect(desk.logged()).not.toContain('秘密');
    await openCheckIn(desk, 'U0AOI', learner.name);
  });

  it('is told over the modal in which it happened', async () => {
    const learner = await desk.records.learner(desk.program);
    const { id } = await desk.records.checkIn(learner);
    await openCheckIn(desk, 'U0AOI', learner.name);
    desk.slack.faults.add({ method: 'views.push', kind: 'http', status: 500, times: 1 });
    const notice = await modalAfter(desk, 'U0AOI', () =>
      desk.slack.as('U0AOI').click('modal', rowActions.correct.idFor(id)),
    );
    expect(wordsIn(notice.blocks)).toMatch(/^思わぬ問題が起きました/);
    expect(notice.previous_view_id).not.toBeNull();
  });

  it('is told in a direct message when Slack shows no modal any more', async () => {
    desk.slack.faults.add({ method: 'views.open', kind: 'error', error: 'expired_trigger_id' });
    await desk.slack.as('U0KUDO').globalShortcut(ids.shortcuts.checkInGlobal);
    await desk.slack.until(() => desk.slack.dm('U0KUDO').length > 0);
    expect(wordsIn(desk.slack.dm('U0KUDO')[0]?.blocks)).toMatch(/^Something went wrong/);
  });

  it('is logged when the person can’t be told at all', async () => {
    desk.slack.faults.add({ method: '*', kind: 'error', error: 'fatal_error' });
    await desk.slack.as('U0AOI').command('/checkin', { channel: 'C0TEAM' });
    await desk.slack.until(() => desk.logged().includes('a person could not be told'));
    desk.slack.faults.clear();
    await openCheckIn(desk, 'U0AOI');
  });

  it('does not ask for a contact again that is saved when only the answer fails', async () => {
    const learner = await desk.records.learner(desk.program);
    await openCheckIn(desk, 'U0AOI', learner.name);
    desk.slack.faults.add({ method: 'chat.postEphemeral', kind: 'error', error: 'fatal_error' });
    expect(await desk.slack.as('U0AOI').submit({ [blocks.outcome]: 'sent' })).toEqual({ sent: true });
    await desk.slack.until(() => desk.logged().includes('the answer did not arrive'));
    expect(await checkInsOf(desk, learner.id)).toHaveLength(1);
    expect(desk.slack.dm('U0AOI')).toEqual([]);
  });

  it('says the guest’s language from Slack, and Japanese when Slack tells none', async () => {
    desk.slack.faults.add({ method: 'users.info', kind: 'error', error: 'fatal_error', times: 1 });
    await desk.slack.as('U0GUEST').command('/checkin', { channel: 'C0TEAM' });
    expect(await answerWords(desk, 'U0GUEST')).toMatch(/^このプログラムのメンバーではない/);
    await desk.slack.as('U0GUEST').command('/checkin', { channel: 'C0TEAM' });
    expect(await answerWords(desk, 'U0GUEST', 1)).toMatch(/^You are not on this program’s team/);
  });
});

describe('a modal that another process opened', () => {
  it('goes on in its own language', async () => {
    const learner = await desk.records.learner(desk.program);
    const view = await openCheckIn(desk, 'U0KUDO', learner.name);
    const other = await startDesk();
    const later = { ...view.state.values, [blocks.contactedOn]: { field: { selected_date: '2026-11-30' } } };
    const outcome = { field: { selected_option: { value: 'sent' } } };
    const state = { values: { ...later, [blocks.outcome]: outcome } } as typeof view.state;
    const response = await post(other, submissionOf({ ...view, state }, 'U0KUDO'));
    expect(await response.json()).toMatchObject({
      errors: { [blocks.learner]: expect.stringMatching(/^This learner has been removed from Banso/) },
    });
    await other.close();
  });
});

import { findHome } from '../../../src/db/homes';
import type { View } from '../../../src/emulator';
import { ids, rowActions } from '../../../src/slack/ids';
import { eventually } from '../../support/eventually';
import { wordsIn } from '../support/reading';
import { checkInsOf, type Desk, learnerNow, modalAfter, startDesk } from './desk';
import { planOf } from './lists';
import { ownHome, ownKey } from './own-home';
import { post } from './requests';

const { blocks } = ids;
let desk: Desk;

/** Each test has a desk of its own. */
function atADesk(): void {
  beforeEach(async () => {
    desk = await startDesk();
  });
  afterEach(() => desk.close());
}

const { learner, homeWords, published, stored, isDrawn, opened } = ownHome(() => desk);

/** Presses a button on U0AOI's Home and waits for its modal. */
async function press(action: string): Promise<View> {
  return modalAfter(desk, 'U0AOI', () => desk.slack.as('U0AOI').click('home', action));
}

/** What Banso wrote to somebody directly. */
async function directWords(userId: string): Promise<string> {
  return wordsIn((await desk.slack.until(() => desk.slack.dm(userId).at(-1))).blocks);
}

describe('opening Home', () => {
  atADesk();

  it('shows a supporter who is due and her week', async () => {
    const row = await learner('佐藤 花子');
    await desk.records.checkIn(row, { contactedOn: '2026-11-16', note: '順調です' });
    await learner('伊藤 健', { dueOn: '2026-11-25' });
    await learner('よその 人', { companionId: 'U0MORI' });
    const words = wordsIn((await opened()).blocks);
    expect(words).toContain('1名の方がご連絡をお待ちです');
    expect(words).toContain('*佐藤 花子* · 今日が予定日\n前回 11/16(月) 返信があった · 青木\n> 順調です');
    expect(words).toContain('*11/25(水)*\n伊藤 健\n');
    expect(words).not.toContain('よその 人');
  });

  it('speaks English to a supporter who does, and has her own day', async () => {
    await learner('Mei', { companionId: 'U0KUDO' });
    await learner('Ken', { companionId: 'U0KUDO', dueOn: '2026-11-25' });
    const words = wordsIn((await opened('U0KUDO')).blocks);
    expect(words).toMatch(/^Log a check-in\n[\s\S]*\n.*Mon 23 Nov\n/);
    expect(words).toContain('1 learner is waiting for your contact');
    expect(words).toContain('*Wed 25 Nov*\nKen\n');
  });

  it('lets a lead without learners of her own rest', async () => {
    await learner('佐藤 花子');
    const words = wordsIn((await opened('U0LEAD')).blocks);
    expect(words).toContain('いまご連絡をお待ちの方はいらっしゃいません。');
    expect(words).not.toContain('佐藤 花子');
  });

  it.each([
    ['a guest', 'U0GUEST', 'Welcome to Banso'],
    ['a guest who reads Japanese', 'U0MENT', 'Bansoへようこそ'],
  ])('tells %s what Banso is, and remembers nothing of it', async (_, userId, title) => {
    await learner('佐藤 花子');
    const view = await opened(userId);
    expect(wordsIn(view.blocks)).toContain(title);
    expect(wordsIn(view.blocks)).not.toContain('佐藤');
    expect(await findHome(desk.deps.db, { ...ownKey, userId })).toBeNull();
  });

  it('tells it to a mentor whom Banso knows and who supports no program', async () => {
    await desk.records.member('U0MENT');
    expect(wordsIn((await opened('U0MENT')).blocks)).toContain('Bansoへようこそ');
  });

  it('shows what has happened since it was opened last', async () => {
    await opened();
    await learner('佐藤 花子');
    // Else the minute ends the lease of a drawing that is only to be recorded.
    await eventually(stored, isDrawn);
    desk.clock.advance(60_000);
    await opened();
    await desk.slack.until(() => homeWords().includes('佐藤 花子'));
    expect(await eventually(stored, isDrawn)).toMatchObject({
      openedAt: desk.clock.now(),
      wantedRevision: 2,
      shownRevision: 2,
    });
  });

  it('twice at once draws one after the other, and ends with everything shown', async () => {
    await learner('佐藤 花子');
    let underWay = 0;
    let most = 0;
    const when = () => {
      underWay += 1;
      most = Math.max(most, underWay);
      return true;
    };
    desk.slack.on(({ kind }) => {
      if (kind === 'home') underWay -= 1;
    });
    desk.slack.faults.add({ method: 'views.publish', kind: 'slow', ms: 200, when });
    await Promise.all([1, 2].map(() => desk.slack.as('U0AOI').openHome()));
    await eventually(stored, (home) => home?.drawingSince === null && home.shownRevision > 0);
    await desk.handlers.home(ownKey);
    expect(isDrawn(await stored())).toBe(true);
    expect([most, underWay]).toEqual([1, 0]);
    expect(homeWords()).toContain('佐藤 花子');
  });

  it('is drawn once more when Slack repeats the event, and then no more', async () => {
    await learner('佐藤 花子');
    await opened();
    await eventually(stored, isDrawn);
    await desk.slack.events.redeliver(String(desk.slack.events.delivered.at(-1)?.id));
    await eventually(stored, (home) => isDrawn(home) && home?.wantedRevision === 2);
    await desk.handlers.home(ownKey);
    expect(published()).toBe(2);
    expect(homeWords().match(/佐藤 花子/g)).toHaveLength(1);
  });

  it('draws nothing when she opens the messages beside it', async () => {
    await opened();
    const payload = desk.slack.events.delivered.at(-1)?.payload;
    const event = { ...(payload?.event as object), tab: 'messages' };
    const body = JSON.stringify({ ...payload, event_id: 'Ev0MESSAGES', event });
    expect((await post(desk, { body, contentType: 'application/json' })).status).toBe(200);
    await desk.close();
    expect(published()).toBe(1);
    expect(desk.logged()).not.toContain('"level":50');
  });
});

describe('the buttons of Home', () => {
  atADesk();

  it('log a check-in for the row’s learner, and answer in a direct message', async () => {
    const row = await learner('佐藤 花子');
    await opened();
    const modal = await press(rowActions.checkIn.idFor(row.id));
    expect(wordsIn(modal)).toContain('佐藤 花子');
    await desk.slack.as('U0AOI').submit({ [blocks.outcome]: 'replied', [blocks.note]: '夜なら話せる' });
    expect(await directWords('U0AOI')).toContain('佐藤 花子* さんへの11/24(火)のご連絡を記録しました。');
    expect(await checkInsOf(desk, row.id)).toMatchObject([{ outcome: 'replied', note: '夜なら話せる' }]);
  });

  it('postpone the row’s learner', async () => {
    const row = await learner('佐藤 花子', { lastContactOn: '2026-11-20' });
    await desk.records.checkIn(row);
    await opened();
    await press(rowActions.plan.idFor(row.id));
    await desk.slack.as('U0AOI').submit(planOf(row, '2026-11-26', '試験'));
    expect(await directWords('U0AOI')).toContain('まで静かに見守ります。');
    expect(await learnerNow(desk, row.id)).toMatchObject({ dueOn: '2026-11-26', planReason: '試験' });
  });

  it('log a check-in with whomever she names', async () => {
    await learner('佐藤 花子', { dueOn: '2026-11-30' });
    await opened();
    const modal = await press(ids.actions.logCheckIn);
    expect(modal.callback_id).toBe(ids.views.checkIn);
    expect(wordsIn(modal)).not.toContain('佐藤');
  });
});

describe('a Home that Slack doesn’t take', () => {
  atADesk();

  it('because it is busy is tried again when it said, and costs nobody an error', async () => {
    await learner('佐藤 花子');
    desk.slack.faults.add({ method: 'views.publish', kind: 'rate_limited', retryAfterSeconds: 7, times: 2 });
    await desk.slack.as('U0AOI').openHome();
    await eventually(
      async () => published(),
      (count) => count === 1,
    );
    await eventually(stored, (home) => home?.drawingSince === null);
    await expect(desk.handlers.home(ownKey)).rejects.toMatchObject({ afterMs: 7000 });
    expect(desk.slack.home('U0AOI')).toBeUndefined();
    await desk.handlers.home(ownKey);
    expect(homeWords()).toContain('佐藤 花子');
    expect(desk.slack.dm('U0AOI')).toEqual([]);
  });

  it('because something broke on the way is tried again', async () => {
    await learner('佐藤 花子');
    desk.slack.faults.add({ method: 'views.publish', kind: 'http', status: 503, times: 2 });
    await desk.slack.as('U0AOI').openHome();
    await eventually(stored, (home) => published() === 1 && home?.drawingSince === null);
    await expect(desk.handlers.home(ownKey)).rejects.toMatchObject({ afterMs: 30_000 });
    await desk.handlers.home(ownKey);
    expect(homeWords()).toContain('佐藤 花子');
  });

  it('for good is left alone, and logged without a name, until she opens it again', async () => {
    await learner('佐藤 花子');
    desk.slack.faults.add({ method: 'views.publish', kind: 'error', error: 'not_enabled', times: 1 });
    await desk.slack.as('U0AOI').openHome();
    await eventually(
      async () => published(),
      (count) => count === 1,
    );
    expect(await eventually(stored, (home) => home === null)).toBeNull();
    expect(desk.logged()).toContain("Home can't be published");
    expect(desk.logged()).toContain('not_enabled');
    expect(desk.logged()).not.toContain('佐藤');
    await desk.handlers.home(ownKey);
    expect(published()).toBe(1);
    expect(wordsIn((await opened()).blocks)).toContain('佐藤 花子');
  });

  it('because the token was revoked is drawn once there is another', async () => {
    desk.slack.faults.add({ method: 'views.publish', kind: 'error', error: 'token_revoked', times: 1 });
    await desk.slack.as('U0AOI').openHome();
    const home = await eventually(stored, (now) => published() === 1 && now?.drawingSince === null);
    expect(home).toMatchObject({ wantedRevision: 1, shownRevision: 0 });
    await desk.handlers.home(ownKey);
    expect(await stored()).toMatchObject({ shownRevision: 1 });
  });

  it('is waited for by whoever comes while it is being drawn', async () => {
    let drawing = false;
    const when = () => {
      drawing = true;
      return true;
    };
    desk.slack.faults.add({ method: 'views.publish', kind: 'slow', ms: 300, times: 1, when });
    await desk.slack.as('U0AOI').openHome();
    await desk.slack.until(() => drawing);
    await expect(desk.handlers.home(ownKey)).rejects.toMatchObject({ afterMs: 15_000 });
    await eventually(stored, isDrawn);
    await desk.handlers.home(ownKey);
    expect(published()).toBe(1);
  });
});

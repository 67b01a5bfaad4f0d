import { findHome } from '../../../src/db/homes';
import type { View } from '../../../src/emulator';
import { readRoster } from '../../../src/roster/read';
import { ids, rowActions } from '../../../src/slack/ids';
import type { Context } from '../../../src/usecases/context';
import { importRoster } from '../../../src/usecases/import-roster';
import { postponeContact } from '../../../src/usecases/postpone-contact';
import { takeLearner } from '../../../src/usecases/take-learner';
import { bytes, rosterText } from '../../roster/roster-text';
import { eventually } from '../../support/eventually';
import type { WorldOptions } from '../../support/world';
import { logContact } from '../../usecases/log-contact';
import { wordsIn } from '../support/reading';
import { checkInsOf, type Desk, learnerNow, modalAfter, startDesk } from './desk';
import { post } from './requests';

const { blocks } = ids;
const key = { workspaceId: 'T0TEST', userId: 'U0AOI' };
let desk: Desk;

/** Each test has a desk of its own. */
function atADesk(options: WorldOptions = {}): void {
  beforeEach(async () => {
    desk = await startDesk(options);
  });
  afterEach(() => desk.close());
}

/** A learner of U0AOI's who is due today. */
const learner = (name: string, given: Parameters<Desk['records']['learner']>[1] = {}) =>
  desk.records.learner(desk.program, { name, lastContactOn: '2026-11-16', ...given });

const homeWords = (userId = 'U0AOI') => wordsIn(desk.slack.home(userId)?.blocks);
const published = () => desk.slack.calls.filter(({ method }) => method === 'views.publish').length;
const stored = () => findHome(desk.deps.db, key);
const isDrawn = (home: Awaited<ReturnType<typeof stored>>) =>
  home !== null && home.drawingSince === null && home.shownRevision === home.wantedRevision;

/** Opens somebody's Home and waits until Banso has drawn it. */
async function opened(userId = 'U0AOI'): Promise<View> {
  await desk.slack.as(userId).openHome();
  return desk.slack.until(() => desk.slack.home(userId));
}

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
    expect(words).toMatch(/^Log a check-in\n.*Mon 23 Nov/);
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
    expect(await findHome(desk.deps.db, { ...key, userId })).toBeNull();
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
    await desk.handlers.home(key);
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
    await desk.handlers.home(key);
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
    await press(rowActions.postpone.idFor(row.id));
    await desk.slack
      .as('U0AOI')
      .submit({ [blocks.postponeOn]: '2026-11-26', [blocks.postponeReason]: '試験' });
    expect(await directWords('U0AOI')).toContain('*11/26(木)* に延ばしました。');
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
    await expect(desk.handlers.home(key)).rejects.toMatchObject({ afterMs: 7000 });
    expect(desk.slack.home('U0AOI')).toBeUndefined();
    await desk.handlers.home(key);
    expect(homeWords()).toContain('佐藤 花子');
    expect(desk.slack.dm('U0AOI')).toEqual([]);
  });

  it('because something broke on the way is tried again', async () => {
    await learner('佐藤 花子');
    desk.slack.faults.add({ method: 'views.publish', kind: 'http', status: 503, times: 2 });
    await desk.slack.as('U0AOI').openHome();
    await eventually(stored, (home) => published() === 1 && home?.drawingSince === null);
    await expect(desk.handlers.home(key)).rejects.toMatchObject({ afterMs: 30_000 });
    await desk.handlers.home(key);
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
    await desk.handlers.home(key);
    expect(published()).toBe(1);
    expect(wordsIn((await opened()).blocks)).toContain('佐藤 花子');
  });

  it('because the token was revoked is drawn once there is another', async () => {
    desk.slack.faults.add({ method: 'views.publish', kind: 'error', error: 'token_revoked', times: 1 });
    await desk.slack.as('U0AOI').openHome();
    const home = await eventually(stored, (now) => published() === 1 && now?.drawingSince === null);
    expect(home).toMatchObject({ wantedRevision: 1, shownRevision: 0 });
    await desk.handlers.home(key);
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
    await expect(desk.handlers.home(key)).rejects.toMatchObject({ afterMs: 15_000 });
    await eventually(stored, isDrawn);
    await desk.handlers.home(key);
    expect(published()).toBe(1);
  });
});

describe('an open Home', () => {
  atADesk({ roles: 'bot,worker', pace: { sweepEveryMs: 200, scheduleCheckMs: 200 } });

  const shows = (words: string, userId?: string) => desk.slack.until(() => homeWords(userId).includes(words));
  const rests = (userId?: string) => shows('いまご連絡をお待ちの方はいらっしゃいません。', userId);

  /** Brings a learner in from a file. */
  const importOne = (name: string, context: Context) =>
    importRoster(context, desk.program, readRoster(bytes(rosterText({ name, companion: 'U0AOI' }))), {
      people: [],
      actorId: null,
    });

  it('moves a learner on when she was contacted, whoever of the team did it', async () => {
    const row = await learner('佐藤 花子');
    expect(wordsIn((await opened()).blocks)).toContain('*佐藤 花子* · 今日が予定日');
    await logContact(desk, row, {}, 'U0MORI');
    await rests();
    expect(homeWords()).toContain('*11/27(金)*\n佐藤 花子\n');
  });

  it('gathers many check-ins into few drawings', async () => {
    const rows = await Promise.all(Array.from({ length: 12 }, (_, n) => learner(`受講 生${n}`)));
    await opened();
    await eventually(stored, isDrawn);
    for (const row of rows) await logContact(desk, row);
    await rests();
    await eventually(stored, isDrawn);
    // Once a second at the most, however long the machine takes for them.
    expect(published()).toBeLessThan(6);
  });

  it('shows a postponed learner among those who are watched, with the reason', async () => {
    const row = await learner('佐藤 花子', { lastContactOn: '2026-11-20' });
    await desk.records.checkIn(row);
    await opened();
    const asked = { workspaceId: key.workspaceId, supporterId: 'U0AOI', learnerId: row.id };
    await postponeContact(desk.deps.context(), { ...asked, plan: { on: '2026-11-26', reason: '試験前' } });
    await rests();
    expect(homeWords()).toContain('*11/26(木)*\n見守り中：佐藤 花子（11/26(木)まで・試験前）');
  });

  it('gives a learner who is taken over from one Home to the other', async () => {
    const row = await learner('佐藤 花子');
    await opened();
    await opened('U0MORI');
    await desk.slack.deactivate('U0AOI');
    await shows('佐藤 花子');
    await rests('U0MORI');
    const asked = { workspaceId: key.workspaceId, supporterId: 'U0MORI', learnerId: row.id };
    await eventually(
      () => takeLearner(desk.deps.context(), asked).catch(() => null),
      (taken) => taken !== null,
    );
    await shows('佐藤 花子', 'U0MORI');
    await rests();
  });

  it('speaks her new language', async () => {
    await learner('佐藤 花子');
    await opened();
    await desk.slack.changeUser('U0AOI', { locale: 'en-GB' });
    await shows('1 learner is waiting for your contact');
  });

  it('isn’t drawn again when Slack tells of something else about her', async () => {
    await opened();
    await eventually(stored, isDrawn);
    await desk.slack.changeUser('U0AOI', {});
    await desk.slack.changeUser('U0AOI', { tz: 'America/Los_Angeles' });
    await shows('11/23(月) 今日ご連絡したい方');
    expect(await eventually(stored, isDrawn)).toMatchObject({ wantedRevision: 2 });
  });

  it('shows whom a roster brings', async () => {
    await opened();
    await importOne('森 あや', desk.deps.context());
    await shows('*森 あや*');
  });

  it('shows whom an operator brings at the command line, which has no queue', async () => {
    await opened();
    const enqueue = async () => undefined;
    expect(await importOne('森 あや', { ...desk.deps.context(), enqueue })).toMatchObject({ added: 1 });
    await shows('*森 あや*');
  });

  it('comes when Slack has time for it', async () => {
    await learner('佐藤 花子');
    desk.slack.faults.add({ method: 'views.publish', kind: 'rate_limited', retryAfterSeconds: 1, times: 1 });
    await desk.slack.as('U0AOI').openHome();
    await shows('佐藤 花子');
    expect(published()).toBe(2);
  });
});

import { App } from '@slack/bolt';
import { and, eq } from 'drizzle-orm';
import { auditEvents, checkInCorrections, checkIns, learners, supporters } from '../../../src/db/schema';
import { ids, rowActions } from '../../../src/slack/ids';
import { type Desk, openCheckIn, startDesk } from './desk';
import { asForm, asInteraction, interaction, post } from './requests';

interface Intruder {
  userId: string;
  teamId: string;
}

interface Targets {
  learnerId: string;
  checkInId: string;
  ts: string;
}

type RawRequest = ReturnType<typeof asForm>;
type Attempt = (who: Intruder, targets: Targets) => RawRequest;

const secrets = /機密|ここだけの話|極秘/;
/** Listeners that are told a learner or a check-in by its id, and what they answer. */
const aimed = /^(view |action \/|action checkin_learner)/;
const refusal =
  /には登録されていません|no longer in a program of yours|削除されました|has been removed|もうありません|no longer exists/;
/** The others know no learner yet: they open an empty modal, or say what to do, or offer nobody. */
const spoken = /"(text|view|options)":/;

const press = (who: Intruder, actionId: string, value?: string) =>
  asInteraction({
    ...interaction('block_actions', who),
    channel: { id: 'C0TEAM', name: 'team' },
    actions: [{ type: 'button', action_id: actionId, block_id: 'b', value }],
  });

const pressRow = (row: { idFor(id: string): string }): Attempt => {
  return (who, { learnerId }) => press(who, row.idFor(learnerId), learnerId);
};

/** A modal as if the intruder had it open for the learner. */
const modal = (callbackId: string, metadata: object, values: object = {}) => ({
  id: 'V0FORGED',
  callback_id: callbackId,
  private_metadata: JSON.stringify({ locale: 'ja', channelId: 'C0TEAM', today: '2026-11-24', ...metadata }),
  state: { values },
});
const logMeta = { correcting: null, permalink: null };
const filled = {
  outcome: { field: { selected_option: { value: 'talked' } } },
  note: { field: { value: '書き換え' } },
  postpone_on: { field: { selected_date: '2026-11-25' } },
  postpone_reason: { field: { value: '書き換え' } },
};
const submit = (who: Intruder, view: object) =>
  asInteraction({ ...interaction('view_submission', who), view, response_urls: [] });

/** Every listener that Banso registers, with a request to it that asks for somebody else's learner. */
const attempts: Record<string, Attempt> = {
  'command /checkin': ({ userId, teamId }) =>
    asForm({
      command: ids.commands.checkin,
      text: '機密',
      team_id: teamId,
      user_id: userId,
      channel_id: 'C0TEAM',
      trigger_id: '1.1.forged',
    }),
  'shortcut checkin_global': (who) =>
    asInteraction({ ...interaction('shortcut', who), callback_id: ids.shortcuts.checkInGlobal }),
  'shortcut checkin_message': (who, { ts }) =>
    asInteraction({
      ...interaction('message_action', who),
      callback_id: ids.shortcuts.checkInMessage,
      channel: { id: 'C0TEAM', name: 'team' },
      message: { type: 'message', ts, text: 'hello' },
    }),
  'action /^checkin_row:/': pressRow(rowActions.checkIn),
  'action /^postpone_row:/': pressRow(rowActions.postpone),
  'action /^take_row:/': pressRow(rowActions.take),
  'action /^correct_row:/': (who, { checkInId }) =>
    press(who, rowActions.correct.idFor(checkInId), checkInId),
  'action checkin_new': (who) => press(who, ids.actions.logCheckIn),
  'action checkin_learner': (who, { learnerId }) => {
    const option = { text: { type: 'plain_text', text: 'x' }, value: learnerId };
    return asInteraction({
      ...interaction('block_actions', who),
      view: modal(ids.views.checkIn, { ...logMeta, learnerId: null }),
      actions: [
        {
          type: 'external_select',
          action_id: 'checkin_learner',
          block_id: 'learner',
          selected_option: option,
        },
      ],
    });
  },
  'options checkin_learner': (who) =>
    asInteraction({
      ...interaction('block_suggestion', who),
      view: modal(ids.views.checkIn, { ...logMeta, learnerId: null }),
      action_id: ids.actions.learner,
      block_id: ids.blocks.learner,
      value: '機密',
    }),
  'view checkin': (who, { learnerId }) =>
    submit(who, modal(ids.views.checkIn, { ...logMeta, learnerId }, filled)),
  'view checkin_correct': (who, { learnerId, checkInId }) => {
    const correcting = { checkInId, version: 1 };
    return submit(who, modal(ids.views.correctCheckIn, { ...logMeta, learnerId, correcting }, filled));
  },
  'view postpone': (who, { learnerId }) => submit(who, modal(ids.views.postpone, { learnerId }, filled)),
};

const listening = ['command', 'shortcut', 'action', 'options', 'view'] as const;

function nameOf(constraint: unknown): string {
  if (typeof constraint !== 'object' || constraint === null) return String(constraint);
  if ('action_id' in constraint) return String(constraint.action_id);
  return 'callback_id' in constraint ? String(constraint.callback_id) : JSON.stringify(constraint);
}

describe('access', () => {
  let desk: Desk;
  let targets: Targets;
  let registered: string[];
  beforeAll(async () => {
    const spies = listening.map((kind) => ({ kind, spy: jest.spyOn(App.prototype, kind) }));
    desk = await startDesk();
    registered = spies.flatMap(({ kind, spy }) =>
      spy.mock.calls.map(([constraint]) => `${kind} ${nameOf(constraint)}`),
    );
    jest.restoreAllMocks();
    const { learner, checkIn, program, member } = desk.records;
    const other = await program({ name: '別の講座', channelId: 'C0OTHER', people: ['U0MENT'] });
    await learner(other, { companionId: 'U0MENT' });
    const elsewhere = await program({ workspaceId: 'T0ELSE', people: ['U0AOI'] });
    await learner(elsewhere);
    await member('U0GUEST', { locale: 'en' });
    const secret = await learner(desk.program, { name: '機密 花子', unit: '極秘', companionId: null });
    const { id } = await checkIn(secret, { note: 'ここだけの話', authorId: 'U0AOI' });
    const { ts } = await desk.slack.as('U0AOI').post('C0TEAM', 'hello');
    targets = { learnerId: secret.id, checkInId: id, ts };
    await desk.deps.db
      .update(supporters)
      .set({ removedAt: desk.clock.now() })
      .where(and(eq(supporters.programId, desk.program.id), eq(supporters.userId, 'U0KUDO')));
  });
  afterAll(() => desk.close());

  it('is tried at every listener there is', () => {
    expect(registered.sort()).toEqual(Object.keys(attempts).sort());
  });

  const everything = async () => {
    const { db } = desk.deps;
    const tables = [learners, checkIns, checkInCorrections, auditEvents];
    return JSON.stringify(await Promise.all(tables.map((table) => db.select().from(table))));
  };

  /** What Banso says to one request, once it says what is expected: in its answer, or by calling Slack. */
  async function replyTo(request: RawRequest, expected: RegExp): Promise<string> {
    const before = desk.slack.calls.length;
    const response = await post(desk, request);
    const answered = await response.text();
    if (answered !== '') return answered;
    const said = () => JSON.stringify(desk.slack.calls.slice(before).map(({ args }) => args));
    return desk.slack.until(() => (expected.test(said()) ? said() : undefined));
  }

  describe.each<[string, Intruder]>([
    ['a supporter of another program', { userId: 'U0MENT', teamId: 'T0TEST' }],
    ['somebody of the same id in another workspace', { userId: 'U0AOI', teamId: 'T0ELSE' }],
    ['a supporter who was removed', { userId: 'U0KUDO', teamId: 'T0TEST' }],
    ['a guest', { userId: 'U0GUEST', teamId: 'T0TEST' }],
  ])('of %s', (_, who) => {
    it.each(Object.entries(attempts))('is refused by %s', async (name, attempt) => {
      const before = await everything();
      const expected = aimed.test(name) ? refusal : spoken;
      const said = await replyTo(attempt(who, targets), expected);
      expect(said).toMatch(expected);
      expect(said).not.toMatch(secrets);
      expect(await everything()).toBe(before);
    });
  });

  it('has told nobody anything, once all is done', () => {
    expect(JSON.stringify(desk.slack.calls)).not.toMatch(secrets);
    expect(desk.logged()).not.toMatch(secrets);
  });

  it('is given to a supporter of the program, so that the secrets could have been told', async () => {
    const view = await openCheckIn(desk, 'U0MORI', '機密');
    expect(JSON.stringify(view)).toMatch(/機密[\s\S]*ここだけの話[\s\S]*極秘/);
    const offered = await desk.slack.as('U0MORI').suggest(ids.actions.learner, '機密');
    expect(JSON.stringify(offered)).toMatch(secrets);
  });
});

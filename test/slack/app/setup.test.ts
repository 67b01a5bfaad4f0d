import { eq } from 'drizzle-orm';
import { auditEvents, policies, programs, supporters } from '../../../src/db/schema';
import { ids } from '../../../src/slack/ids';
import { rosterText } from '../../roster/roster-text';
import { digestText, reminderText } from '../../support/lists';
import { workspaceSeed } from '../../support/workspace';
import { startWorld, type World } from '../../support/world';
import { buttonsIn, wordsIn } from '../support/reading';
import { answerWords, modalAfter } from './desk';
import { post, submissionOf } from './requests';

const { blocks } = ids;

/** The small team's workspace, in which U0GUEST is a guest, and U0FAR in no channel. */
const everybody = [...workspaceSeed.users.map(({ id }) => id), 'U0CLIENT'];
const far = { id: 'U0FAR', name: '遠藤', tz: 'Asia/Tokyo', locale: 'ja-JP' };
/** Of the client's organisation, in the shared channel. */
const client = { id: 'U0CLIENT', name: '顧客', tz: 'Asia/Tokyo', locale: 'ja-JP', teamId: 'T0CLIENT' };
const workspace = {
  ...workspaceSeed,
  users: [...workspaceSeed.users.map((user) => ({ ...user, guest: user.id === 'U0GUEST' })), far, client],
  channels: workspaceSeed.channels.map((channel) =>
    channel.members === 'all' ? { ...channel, members: everybody } : channel,
  ),
};

/** Monday evening in Tokyo, a holiday. */
async function start(seed = workspace): Promise<World> {
  const started = await startWorld({
    workspace: seed,
    at: '2026-11-23T10:00:00Z',
    waits: { savingMs: 10_000 },
  });
  for (const channel of ['C0TEAM', 'C0OTHER']) started.slack.addBotTo(channel);
  return started;
}

let world: World;
beforeEach(async () => {
  world = await start();
});
afterEach(() => world.close());

const type = (userId: string, words: string, channel = 'C0TEAM') =>
  world.slack.as(userId).command(`/banso ${words}`, { channel });
const openSetup = (userId = 'U0LEAD', channel = 'C0TEAM') =>
  modalAfter(world, userId, () => type(userId, 'setup', channel));
const programsNow = () => world.deps.db.select().from(programs);

async function setUp(values: Record<string, unknown> = {}, userId = 'U0LEAD') {
  await openSetup(userId);
  return world.slack.as(userId).submit(values);
}

const team = async () =>
  Object.fromEntries(
    (await world.deps.db.select().from(supporters)).map(({ userId, role, removedAt }) => [
      userId,
      removedAt ? 'removed' : role,
    ]),
  );

describe('/banso setup', () => {
  it('fills everything in from the channel and from whoever asks', async () => {
    const modal = await openSetup();
    expect(wordsIn(modal)).toContain('プログラムを作る');
    expect(modal.state.values).toMatchObject({
      [blocks.setupName]: { field: { value: 'team' } },
      [blocks.setupPeople]: {
        field: { selected_users: ['U0LEAD', 'U0AOI', 'U0MORI', 'U0KUDO', 'U0MENT'] },
      },
      [blocks.setupLeads]: { field: { selected_users: ['U0LEAD'] } },
      [blocks.setupZone]: { field: { selected_option: { value: 'Asia/Tokyo' } } },
      [blocks.setupCountry]: { field: { selected_option: { value: 'JP' } } },
      [blocks.setupLocale]: { field: { selected_option: { value: 'ja' } } },
      [blocks.setupDigestAt]: { field: { selected_time: '09:00' } },
      [blocks.setupContactsPerWeek]: { field: { selected_option: { value: '2' } } },
      [blocks.setupFloorDays]: { field: { value: '7' } },
    });
  });

  it('makes a program by one press, and says what comes next', async () => {
    expect(await setUp({ [blocks.setupName]: 'Web 26' })).toEqual({ sent: true });
    expect(await answerWords(world, 'U0LEAD')).toMatch(
      /\*Web 26\* ができました（メンバー5名）。最初の連絡リストは \*11\/24\(火\)\* 09:00（Asia\/Tokyo）/,
    );
    const [answer] = world.slack.ephemerals('U0LEAD');
    expect(buttonsIn(answer?.blocks)).toHaveLength(2);
    expect(await programsNow()).toMatchObject([
      { name: 'Web 26', channelId: 'C0TEAM', zone: 'Asia/Tokyo', locale: 'ja', country: 'JP' },
    ]);
    expect(await team()).toEqual({
      U0LEAD: 'lead',
      U0AOI: 'supporter',
      U0MORI: 'supporter',
      U0KUDO: 'supporter',
      U0MENT: 'supporter',
    });
    expect(await world.deps.db.select().from(policies)).toMatchObject([
      { contactsPerWeek: 2, floorDays: 7, setBy: 'U0LEAD', effectiveOn: '2026-11-23' },
    ]);
    expect(await world.deps.db.select().from(auditEvents)).toMatchObject([
      { action: 'program.added', actorId: 'U0LEAD' },
    ]);
  });

  it('speaks English to whoever does, and takes her zone and its country', async () => {
    await openSetup('U0KUDO');
    const values = world.slack.as('U0KUDO').modal()?.state.values;
    expect(values).toMatchObject({
      [blocks.setupZone]: { field: { selected_option: { value: 'America/Los_Angeles' } } },
      [blocks.setupCountry]: { field: { selected_option: { value: 'US' } } },
    });
    await world.slack.as('U0KUDO').submit({ [blocks.setupFloorDays]: '10', [blocks.setupPeople]: ['U0AOI'] });
    expect(await answerWords(world, 'U0KUDO')).toContain(
      '*team* is set up, with a team of 2. The first list comes here on *Mon 23 Nov* at 09:00 (America/Los_Angeles).',
    );
  });

  it('makes one program when the button is pressed twice, and again after an answer that was lost', async () => {
    const view = await openSetup();
    await world.slack.as('U0LEAD').submitTwice({ [blocks.setupName]: 'Web 26' });
    await answerWords(world, 'U0LEAD');
    const filled = structuredClone(view);
    expect((await post(world, submissionOf(filled, 'U0LEAD'))).status).toBe(200);
    expect(await programsNow()).toHaveLength(1);
    expect(world.slack.ephemerals('U0LEAD')).toHaveLength(1);
  });

  it('says under the fields what can’t be', async () => {
    await setUp({ [blocks.setupName]: 'Web 26' });
    await answerWords(world, 'U0LEAD');
    await openSetup('U0AOI', 'C0OTHER');
    const submit = (values: Record<string, unknown>) => world.slack.as('U0AOI').submit(values);
    expect(await submit({ [blocks.setupName]: 'Web 26' })).toMatchObject({
      errors: { [blocks.setupName]: '同じ名前のプログラムがあります。別の名前にしてください。' },
    });
    await world.slack.deactivate('U0MORI');
    expect(await submit({ [blocks.setupName]: 'Web 27' })).toMatchObject({
      errors: { [blocks.setupPeople]: expect.stringContaining('森') },
    });
    const shared = { [blocks.setupName]: 'Web 27', [blocks.setupPeople]: ['U0AOI', 'U0CLIENT'] };
    expect(await submit(shared)).toMatchObject({
      errors: { [blocks.setupPeople]: expect.stringContaining('ほかの組織の方が含まれています（顧客）') },
    });
    expect(await programsNow()).toHaveLength(1);
  });

  it.each([
    ['where a program lives already', 'U0AOI', 'C0TEAM', /「Web 26」があります/],
    ['in a channel without Banso', 'U0LEAD', 'C0PRIV', /`\/invite @Banso` を実行/],
    ['to a guest of the workspace', 'U0GUEST', 'C0OTHER', /members of the workspace/],
  ])('opens nothing %s, and says what to do', async (_, userId, channel, words) => {
    await setUp({ [blocks.setupName]: 'Web 26' });
    const before = world.slack.ephemerals(userId).length;
    await type(userId, 'setup', channel);
    const said = await world.slack.until(() => {
      const here = world.slack.ephemerals(userId).map((it) => wordsIn(it.blocks));
      return [...here.slice(before), ...world.slack.dm(userId).map((it) => wordsIn(it.blocks))].find((it) =>
        words.test(it),
      );
    });
    expect(said).toMatch(words);
    expect(world.slack.as(userId).modal()).toBeUndefined();
  });

  it('asks for a channel where somebody writes to Banso alone', async () => {
    await world.slack.as('U0LEAD').openHome();
    const direct = world.slack.channelsOf('U0LEAD').at(-1)?.id ?? '';
    await type('U0LEAD', 'setup', direct);
    expect(await answerWords(world, 'U0LEAD')).toContain('チームのチャンネルに作ります');
  });

  it('fills in as many people of a large channel as fit, and says so', async () => {
    const many = Array.from({ length: 90 }, (_, n) => ({
      id: `U0X${n}`,
      name: `x${n}`,
      tz: 'Asia/Tokyo',
      locale: 'ja-JP',
    }));
    await world.close();
    const [first, ...others] = workspace.channels;
    const full = {
      id: 'C0TEAM',
      name: 'team',
      ...first,
      members: [...everybody, ...many.map(({ id }) => id)],
    };
    world = await start({ ...workspace, users: [...workspace.users, ...many], channels: [full, ...others] });
    const modal = await openSetup();
    expect(modal.state.values[blocks.setupPeople]?.field).toMatchObject({ selected_users: { length: 40 } });
    expect(wordsIn(modal)).toContain('入力済みは最大40名です');
  });
});

test('from nothing to the first list in the channel and the first reminder, with Home naming each step', async () => {
  const homeSays = async (userId: string, words: string) => {
    await world.slack.as(userId).openHome();
    await world.slack.until(() => wordsIn(world.slack.home(userId)?.blocks).includes(words));
  };
  await homeSays('U0LEAD', '`/banso setup` を実行してください');
  await setUp({ [blocks.setupName]: 'Web 26', [blocks.setupPeople]: ['U0AOI'] });
  await answerWords(world, 'U0LEAD');
  await homeSays('U0LEAD', '*Web 26* へようこそ。まだ受講生がいません。');
  await homeSays('U0AOI', 'リーダーが受講生を取り込むと');
  await modalAfter(world, 'U0LEAD', () => type('U0LEAD', 'import'));
  const bytes = Buffer.from(rosterText({ name: '松本 さくら', companion: 'U0AOI' }));
  const file = world.slack.as('U0LEAD').upload({ name: 'a.csv', mimetype: 'text/csv', bytes });
  await world.slack.as('U0LEAD').submit({ [blocks.rosterFile]: [file.id] });
  await world.sweep();
  await homeSays('U0AOI', '最初のご連絡のあとに');
  world.clock.set('2026-11-24T00:00:00Z');
  await world.sweep();
  expect(digestText(world)).toContain('松本 さくら');
  expect(reminderText(world, 'U0AOI')).toContain('松本 さくら');
});

describe('/banso people', () => {
  beforeEach(async () => {
    await setUp({ [blocks.setupName]: 'Web 26', [blocks.setupPeople]: ['U0AOI', 'U0KUDO'] });
    await answerWords(world, 'U0LEAD');
  });

  const openPeople = (userId = 'U0LEAD') => modalAfter(world, userId, () => type(userId, 'people'));
  const choose = (leads: string[], others: string[]) => ({
    [blocks.leads]: leads,
    [blocks.supporters]: others,
  });

  it('adds people of the channel, and makes others lead', async () => {
    const modal = await openPeople();
    expect(wordsIn(modal)).toContain('まだメンバーでない方：<@U0MORI> <@U0MENT>');
    await world.slack.as('U0LEAD').submit(choose(['U0LEAD', 'U0AOI'], ['U0KUDO', 'U0MORI']));
    expect(await answerWords(world, 'U0LEAD', 1)).toBe('*Web 26* のメンバーを保存しました（4名）。');
    expect(await team()).toEqual({ U0LEAD: 'lead', U0AOI: 'lead', U0KUDO: 'supporter', U0MORI: 'supporter' });
    world.clock.set('2026-11-24T00:00:00Z');
    const [program] = await programsNow();
    const scope = { workspaceId: program?.workspaceId ?? '', programId: program?.id ?? '' };
    await world.records.learner(scope, { name: '松本', companionId: 'U0MORI' });
    await world.sweep();
    expect(reminderText(world, 'U0MORI')).toContain('松本');
  });

  it('says whose learners would have nobody before somebody leaves, and has her back with them', async () => {
    const [program] = await programsNow();
    const scope = { workspaceId: program?.workspaceId ?? '', programId: program?.id ?? '' };
    const learner = await world.records.learner(scope, { name: '松本', companionId: 'U0AOI' });
    await world.records.checkIn(learner);
    world.clock.set('2026-11-24T00:00:00Z');
    await world.sweep();
    expect(digestText(world)).not.toContain('担当も代理もいない方');
    await openPeople();
    const answer = await world.slack.as('U0LEAD').submit(choose(['U0LEAD'], ['U0KUDO']));
    expect(wordsIn(answer)).not.toContain('errors');
    const warned = await world.slack.until(() => {
      const modal = world.slack.as('U0LEAD').modal();
      return modal && wordsIn(modal).includes('受講生1名の担当がいなくなります') ? modal : undefined;
    });
    expect(warned.state.values[blocks.supporters]?.field).toMatchObject({ selected_users: ['U0KUDO'] });
    expect(await team()).toMatchObject({ U0AOI: 'supporter' });
    await world.slack.as('U0LEAD').submit();
    expect(await answerWords(world, 'U0LEAD', 1)).toContain('受講生1名の担当がいません');
    expect(await team()).toMatchObject({ U0AOI: 'removed' });
    await world.sweep();
    expect(digestText(world)).toContain('担当も代理もいない方');
    await openPeople();
    await world.slack.as('U0LEAD').submit(choose(['U0LEAD'], ['U0KUDO', 'U0AOI']));
    await answerWords(world, 'U0LEAD', 2);
    await world.sweep();
    expect(digestText(world)).not.toContain('担当も代理もいない方');
  });

  it('keeps at least one lead, and refuses bots and people who are not in the channel', async () => {
    await openPeople();
    const submit = (values: Record<string, unknown>) => world.slack.as('U0LEAD').submit(values);
    expect(await submit(choose([], ['U0LEAD']))).toMatchObject({ sent: false });
    expect(await submit(choose(['U0LEAD'], [world.slack.botUserId]))).toMatchObject({
      errors: { [blocks.supporters]: expect.stringContaining('ボット') },
    });
    expect(await submit(choose(['U0LEAD'], ['U0FAR']))).toMatchObject({
      errors: { [blocks.supporters]: expect.stringContaining('参加していない方がいます（遠藤）') },
    });
    expect(await submit(choose(['U0LEAD'], ['U0AOI', 'U0CLIENT']))).toMatchObject({
      errors: { [blocks.supporters]: expect.stringContaining('ほかの組織の方') },
    });
    expect(await team()).toEqual({ U0LEAD: 'lead', U0AOI: 'supporter', U0KUDO: 'supporter' });
  });

  it('changes nothing where another lead was faster, or when the button is pressed twice', async () => {
    await openPeople();
    await world.slack.as('U0LEAD').submitTwice(choose(['U0LEAD', 'U0AOI'], ['U0KUDO']));
    await answerWords(world, 'U0LEAD', 1);
    expect(world.slack.ephemerals('U0LEAD')).toHaveLength(2);
    await openPeople();
    await openPeople('U0AOI');
    await world.slack.as('U0AOI').submit(choose(['U0LEAD', 'U0AOI'], ['U0KUDO', 'U0MORI']));
    expect(await world.slack.as('U0LEAD').submit(choose(['U0LEAD'], ['U0AOI', 'U0KUDO']))).toMatchObject({
      errors: { [blocks.leads]: expect.stringContaining('ほかの方が先に') },
    });
    expect(await team()).toMatchObject({ U0AOI: 'lead', U0MORI: 'supporter' });
    const events = await world.deps.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.action, 'people.changed'));
    expect(events).toHaveLength(2);
  });

  it('is for leads', async () => {
    await type('U0AOI', 'people');
    expect(await answerWords(world, 'U0AOI')).toContain('リーダーだけが使える');
    await type('U0GUEST', 'people');
    expect(await answerWords(world, 'U0GUEST')).toContain('You lead no program yet');
  });
});

import { sign } from '../../../src/emulator';
import { ids } from '../../../src/slack/ids';
import { answer, checkInsOf, type Desk, openCheckIn, startDesk } from './desk';
import { asForm, asInteraction, interaction, post, submissionOf } from './requests';

const json = 'application/json';
const form = 'application/x-www-form-urlencoded';
const secret = '藤田さんの秘密のメモ';
let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

/** A submission that would be logged if it were signed. */
async function submission() {
  const learner = await desk.records.learner(desk.program);
  await openCheckIn(desk, 'U0AOI', learner.name);
  const aoi = desk.slack.as('U0AOI');
  await aoi.fill({ [ids.blocks.outcome]: 'sent', [ids.blocks.note]: secret });
  const view = aoi.modal();
  if (!view) throw new Error('expected the modal');
  return { learner, request: submissionOf(view, 'U0AOI') };
}

const callsAndLog = () => ({ calls: desk.slack.calls.length, log: desk.logged().length });

/** The next honest request works. */
async function expectToBeWell() {
  expect((await openCheckIn(desk, 'U0MORI')).callback_id).toBe(ids.views.checkIn);
}

describe('a request that isn’t Slack’s', () => {
  /** The emulator's, which Banso is started with. */
  const signingSecret = 'emulator-signing-secret';
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

  it.each<[string, (body: string) => Record<string, string>]>([
    ['unsigned', () => ({})],
    ['with a signature alone', (body) => pick(sign(signingSecret, body, new Date()), 'x-slack-signature')],
    ['signed with another secret', (body) => ({ ...sign('another', body, new Date()) })],
    ['signed for another body', () => ({ ...sign(signingSecret, 'payload={}', new Date()) })],
    ['signed with a time to come after the fact', (body) => forwarded(sign(signingSecret, body, new Date()))],
    ['six minutes old', (body) => ({ ...sign(signingSecret, body, minutesAgo(6)) })],
    ['of another signature version', (body) => versioned(sign(signingSecret, body, new Date()))],
  ])('%s: 401, and nothing is done', async (_, headers) => {
    const { learner, request } = await submission();
    const { calls } = callsAndLog();
    const response = await post(desk, request, headers(request.body));
    expect(response.status).toBe(401);
    expect(await checkInsOf(desk, learner.id)).toEqual([]);
    expect(desk.slack.calls).toHaveLength(calls);
    expect(desk.logged()).not.toContain(secret);
  });

  function pick<T extends object, K extends keyof T & string>(from: T, key: K): Record<string, string> {
    return { [key]: String(from[key]) };
  }
  function forwarded(headers: ReturnType<typeof sign>): Record<string, string> {
    return { ...headers, 'x-slack-request-timestamp': String(Math.floor(Date.now() / 1000) + 60) };
  }
  function versioned(headers: ReturnType<typeof sign>): Record<string, string> {
    return { ...headers, 'x-slack-signature': headers['x-slack-signature'].replace('v0', 'v1') };
  }
});

describe('a malformed request', () => {
  it.each([
    ['JSON cut off', { contentType: json, body: `{"type":"event_callback","text":"${secret}` }],
    ['no JSON at all', { contentType: json, body: secret }],
    ['null', { contentType: json, body: 'null' }],
    ['null as a form', { contentType: form, body: 'payload=null' }],
    ['a payload that is no JSON', { contentType: form, body: `payload=${secret}` }],
    ['nothing', { contentType: json, body: '' }],
    ['a submission of nothing', asInteraction({ type: 'view_submission' })],
    ['a press of nothing', asInteraction({ ...interaction('block_actions', { userId: 'U0AOI' }) })],
    ['a submission without a view', asInteraction(interaction('view_submission', { userId: 'U0AOI' }))],
  ])('%s: 4xx, logged without its content, and the next one works', async (_, request) => {
    const { log } = callsAndLog();
    const response = await post(desk, request);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    const line = desk.logged().slice(log);
    expect(line).toMatch(/"level":[45]0/);
    expect(line).not.toContain('秘密');
    await expectToBeWell();
  });

  it('larger than anything Slack sends: 413', async () => {
    const response = await post(desk, { contentType: json, body: `{"a":"${'x'.repeat(2_000_000)}"}` });
    expect(response.status).toBe(413);
    await expectToBeWell();
  });

  it('to a page that isn’t there: 404', async () => {
    for (const method of ['GET', 'POST', 'PUT']) {
      const response = await fetch(new URL('/nowhere', desk.url), { method });
      expect(response.status).toBe(404);
    }
    expect((await fetch(desk.url)).status).toBe(404);
    await expectToBeWell();
  });

  it('of an unknown kind: answered, nobody hears of it, and the next one works', async () => {
    const known = { userId: 'U0AOI' };
    const view = { id: 'V1', callback_id: 'unheard', private_metadata: '', state: { values: {} } };
    const requests = [
      asForm({}),
      { contentType: json, body: '[]' },
      { contentType: json, body: '7' },
      asForm({ command: '/unheard', team_id: 'T0TEST', user_id: 'U0AOI', text: secret }),
      asInteraction({
        ...interaction('block_actions', known),
        actions: [{ type: 'button', action_id: 'no' }],
      }),
      asInteraction({ ...interaction('shortcut', known), callback_id: 'unheard' }),
      asInteraction({ ...interaction('view_submission', known), view }),
    ];
    const { calls } = callsAndLog();
    const statuses = await Promise.all(requests.map(async (one) => (await post(desk, one)).status));
    for (const status of statuses) expect(Math.floor(status / 100)).not.toBe(5);
    expect(desk.slack.calls).toHaveLength(calls);
    expect(desk.logged()).not.toContain('秘密');
    await expectToBeWell();
  });

  it.each([
    ['a learner who never was', { learnerId: '00000000-0000-4000-8000-000000000000' }],
    ['no id at all', { learnerId: "'; drop table learners; --" }],
  ])('a row’s button with %s: the person reads what to do', async (_, { learnerId }) => {
    const before = desk.slack.ephemerals('U0AOI').length;
    const action = { type: 'button', action_id: `checkin_row:${learnerId}`, block_id: 'b', value: learnerId };
    const response = await post(
      desk,
      asInteraction({
        ...interaction('block_actions', { userId: 'U0AOI' }),
        channel: { id: 'C0TEAM', name: 'team' },
        actions: [action],
      }),
    );
    expect(response.status).toBe(200);
    expect((await answer(desk, 'U0AOI', before)).text).toMatch(/ください/);
    await expectToBeWell();
  });
});

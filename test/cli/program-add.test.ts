import { sampleProgram, startTestCli, type TestCli } from './cli-world';

let cli: TestCli;
beforeEach(async () => {
  cli = await startTestCli();
});
afterEach(() => cli.close());

test('starts a program with the people as Slack knows them, and says when its first list comes', async () => {
  const { code, out, err } = await cli.run(...sampleProgram);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toBe('Added "Web 26" with 8 people. Its first due list: 2026-11-24 09:00.\n');
});

test('says that the program exists when it is added again, also with other people', async () => {
  await cli.run(...sampleProgram);
  const again = await cli.run(...sampleProgram, '--supporter', 'U0GUEST');
  expect(again).toEqual({
    code: 1,
    out: '',
    err: 'There is a program "Web 26" already, in C0TEAM; nothing was changed.\n',
  });
  const elsewhere = await cli.run(...sampleProgram.map((word) => (word === 'Web 26' ? 'Data 26' : word)));
  expect(elsewhere.err).toContain('"Web 26" lives in C0TEAM already');
});

test('tells at once which channel and which people Slack does not have', async () => {
  await cli.slack.deactivate('U0AOI');
  const words = sampleProgram.map((word) => (word === 'C0TEAM' ? 'C0NOWHERE' : word));
  const { code, err } = await cli.run(...words, '--supporter', 'U0NOBODY');
  expect(code).toBe(1);
  expect(err.split('\n')).toEqual([
    'Slack knows better than these options:',
    expect.stringContaining('--channel C0NOWHERE: no such channel'),
    '  - U0AOI: this Slack account is deactivated',
    '  - U0NOBODY: no such user in this Slack workspace',
    '',
  ]);
});

test('warns when Banso is not in the channel yet', async () => {
  const { code, err } = await cli.run(...sampleProgram.map((word) => (word === 'C0TEAM' ? 'C0OTHER' : word)));
  expect(code).toBe(0);
  expect(err).toBe('!! Banso is not in #elsewhere: write "/invite @Banso" there\n');
});

test('waits when Slack asks for it', async () => {
  cli.slack.faults.add({ method: 'users.info', kind: 'rate_limited', retryAfterSeconds: 1, times: 1 });
  expect((await cli.run(...sampleProgram)).code).toBe(0);
});

test('says what to do about a token that Slack refuses', async () => {
  cli.env.SLACK_BOT_TOKEN = 'xoxb-wrong';
  const { code, err } = await cli.run(...sampleProgram);
  expect(code).toBe(1);
  expect(err).toContain('invalid_auth: copy the token again');
});

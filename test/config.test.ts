import { ConfigError, readConfig, settingNames } from '../src/config';

const socket = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
const http = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'a-signing-secret' };

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

test('reads Socket Mode, HTTP and the defaults', () => {
  expect(readConfig(socket)).toEqual({
    slack: { mode: 'socket', botToken: 'xoxb-1', appToken: 'xapp-1', apiUrl: 'https://slack.com/api/' },
    databaseUrl: null,
    redisUrl: null,
    host: '0.0.0.0',
    port: 3000,
    roles: ['bot', 'worker'],
    logLevel: 'info',
    production: false,
  });
  expect(readConfig(http).slack).toEqual({
    mode: 'http',
    botToken: 'xoxb-1',
    signingSecret: 'a-signing-secret',
    apiUrl: 'https://slack.com/api/',
  });
});

test('takes Socket Mode when both ways are set', () => {
  expect(readConfig({ ...http, ...socket }).slack.mode).toBe('socket');
});

test('counts a blank setting as one that is not there, and trims the others', () => {
  const config = readConfig({ ...socket, DATABASE_URL: ' ', REDIS_URL: '', PORT: ' 8080 ', ROLES: 'worker' });
  expect(config).toMatchObject({ databaseUrl: null, redisUrl: null, port: 8080, roles: ['worker'] });
});

test('can be changed by nobody', () => {
  const config = readConfig(socket);
  expect(Object.isFrozen(config)).toBe(true);
  expect(Object.isFrozen(config.slack)).toBe(true);
  expect(Object.isFrozen(config.roles)).toBe(true);
});

test('tells all that is wrong at once, each with its name', () => {
  const wrong = {
    SLACK_BOT_TOKEN: 'xoxp-user',
    SLACK_API_URL: 'slack',
    DATABASE_URL: 'mysql://host/db',
    REDIS_URL: 'localhost:6379',
    PORT: '70000',
    ROLES: 'bot,cook',
    LOG_LEVEL: 'loud',
    NODE_ENV: 'staging',
  };
  const told = problemsOf(wrong).join('\n');
  for (const name of [...Object.keys(wrong), 'SLACK_APP_TOKEN']) expect(told).toContain(name);
});

test.each(['SLACK_BOT_TOKEN', 'DATABASE_URL'])('never repeats the value of %s', (name) => {
  const told = problemsOf({ ...socket, [name]: 'very-secret' }).join('\n');
  expect(told).toContain(name);
  expect(told).not.toContain('very-secret');
});

test('says what is missing without any settings', () => {
  expect(problemsOf({})).toEqual([
    expect.stringContaining('SLACK_BOT_TOKEN is missing'),
    expect.stringContaining('SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) is missing'),
  ]);
});

test('wants a database of its operator in production', () => {
  expect(problemsOf({ ...socket, NODE_ENV: 'production' })).toEqual([
    expect.stringContaining('DATABASE_URL is missing'),
  ]);
});

test('names each setting once', () => {
  expect(new Set(settingNames).size).toBe(settingNames.length);
});

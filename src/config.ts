import { z } from 'zod';

const roles = ['bot', 'worker'] as const;
export type Role = (typeof roles)[number];

const port = z.coerce.number().int().min(1).max(65535);
const url = (protocols: RegExp, example: string) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && protocols.test(new URL(text).protocol), `expected ${example}`);

/** Every setting (DESIGN.md 5, Configuration). An empty value counts as unset. */
const settings = {
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-/, 'expected a bot token that begins with xoxb-')
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-/, 'expected an app-level token that begins with xapp-')
    .optional(),
  SLACK_SIGNING_SECRET: z.string().min(8, 'expected the signing secret of "Basic Information"').optional(),
  SLACK_API_URL: url(/^https?:$/, 'a URL such as https://slack.com/api/').default('https://slack.com/api/'),
  DATABASE_URL: url(/^postgres(ql)?:$/, 'a URL such as postgres://user:password@host:5432/banso').optional(),
  REDIS_URL: url(/^rediss?:$/, 'a URL such as redis://host:6379').optional(),
  HOST: z.string().default('0.0.0.0'),
  PORT: port.default(3000),
  ROLES: z
    .string()
    .default('bot,worker')
    .transform((text) => text.split(',').map((role) => role.trim()))
    .pipe(z.array(z.enum(roles, 'expected bot, worker or both: bot,worker')).min(1)),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
};

export const settingNames: readonly string[] = Object.keys(settings);

export type SlackConfig =
  | { mode: 'socket'; botToken: string; appToken: string; apiUrl: string }
  | { mode: 'http'; botToken: string; signingSecret: string; apiUrl: string };

export interface Config {
  readonly slack: SlackConfig;
  /** Null: a PostgreSQL of its own is started in `.data/` (never in production). */
  readonly databaseUrl: string | null;
  /** Null: the queue lives in Postgres. */
  readonly redisUrl: string | null;
  readonly host: string;
  readonly port: number;
  readonly roles: readonly Role[];
  readonly logLevel: string;
  readonly production: boolean;
}

/** All that is wrong with the settings, at once. */
export class ConfigError extends Error {
  /** EX_CONFIG of sysexits.h: a supervisor that knows it does not restart in a loop. */
  readonly exitCode = 78;

  constructor(readonly problems: readonly string[]) {
    super(
      `Banso can't start with these settings:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
    this.name = 'ConfigError';
  }
}

type Environment = Record<string, string | undefined>;
type Settings = z.infer<z.ZodObject<typeof settings>>;

/**
 * Reads the environment into a frozen Config.
 * @throws {ConfigError} that lists every missing and malformed setting.
 */
export function readConfig(env: Environment): Config {
  const parsed = z.object(settings).safeParse(withoutBlanks(env));
  if (!parsed.success) throw new ConfigError([...settingProblems(parsed.error, env), ...slackProblems(env)]);
  const problems = [...slackProblems(env), ...databaseProblems(parsed.data)];
  if (problems.length > 0) throw new ConfigError(problems);
  return freeze(parsed.data);
}

function withoutBlanks(env: Environment): Environment {
  return Object.fromEntries(
    settingNames.flatMap((name) => (env[name]?.trim() ? [[name, env[name]?.trim()]] : [])),
  );
}

const secrets = new Set([
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'DATABASE_URL',
  'REDIS_URL',
]);

function settingProblems(error: z.ZodError, env: Environment): string[] {
  return error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const shown = secrets.has(name) ? 'what it is set to' : `"${env[name]}"`;
    return `${name}: ${shown} can't be used: ${issue.message}`;
  });
}

function slackProblems(env: Environment): string[] {
  const has = (name: string) => Boolean(env[name]?.trim());
  const problems: string[] = [];
  if (!has('SLACK_BOT_TOKEN'))
    problems.push('SLACK_BOT_TOKEN is missing: "OAuth & Permissions" of your Slack app');
  if (!has('SLACK_APP_TOKEN') && !has('SLACK_SIGNING_SECRET'))
    problems.push(
      'SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) is missing: "Basic Information" of your Slack app',
    );
  return problems;
}

function databaseProblems(values: Settings): string[] {
  return values.NODE_ENV === 'production' && !values.DATABASE_URL
    ? ['DATABASE_URL is missing: in production Banso needs a PostgreSQL of yours']
    : [];
}

function freeze(values: Settings): Config {
  return Object.freeze({
    slack: Object.freeze(slackConfig(values)),
    databaseUrl: values.DATABASE_URL ?? null,
    redisUrl: values.REDIS_URL ?? null,
    host: values.HOST,
    port: values.PORT,
    roles: Object.freeze([...new Set(values.ROLES)]),
    logLevel: values.LOG_LEVEL,
    production: values.NODE_ENV === 'production',
  });
}

/** Socket Mode wins when both are given: it is what the shipped manifest switches on. */
function slackConfig(values: Settings): SlackConfig {
  const { SLACK_BOT_TOKEN: botToken = '', SLACK_API_URL: apiUrl } = values;
  return values.SLACK_APP_TOKEN
    ? { mode: 'socket', botToken, appToken: values.SLACK_APP_TOKEN, apiUrl }
    : { mode: 'http', botToken, signingSecret: values.SLACK_SIGNING_SECRET ?? '', apiUrl };
}

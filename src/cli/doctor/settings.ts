import { type Config, ConfigError, readConfig, settingNames } from '../../config';
import type { CliWorld } from '../world';
import { type Finding, fine, wrong } from './finding';

/** Settings whose values nobody else should read on a shared screen. */
const shownNames = new Set(['SLACK_API_URL', 'HOST', 'PORT', 'ROLES', 'LOG_LEVEL', 'NODE_ENV']);

/** Every setting; `config` is null when they can't be used. */
export function checkSettings(env: CliWorld['env']): { config: Config | null; findings: Finding[] } {
  try {
    return { config: readConfig(env), findings: settingNames.map((name) => describe(env, name)) };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const { problems } = error;
    const others = settingNames.filter((name) => !problems.some((problem) => problem.includes(name)));
    return {
      config: null,
      findings: [
        ...others.map((name) => describe(env, name)),
        ...problems.map((problem) => wrong(problem, 'set it in .env or in the environment')),
      ],
    };
  }
}

function describe(env: CliWorld['env'], name: string): Finding {
  const value = env[name]?.trim();
  if (!value) return fine(`${name} is not set: ${absence.get(name) ?? 'its default holds'}`);
  return fine(shownNames.has(name) ? `${name} is ${value}` : `${name} is set`);
}

/** What happens without a setting, where that is more than a default. */
const absence: ReadonlyMap<string, string> = new Map([
  ['DATABASE_URL', 'a PostgreSQL of its own runs in .data/'],
  ['REDIS_URL', 'the queue lives in Postgres'],
  ['SLACK_APP_TOKEN', 'Slack sends to POST /slack/events'],
  ['SLACK_SIGNING_SECRET', 'Banso connects by Socket Mode'],
]);

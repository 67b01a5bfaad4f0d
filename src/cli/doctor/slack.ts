import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../../config';
import { slackProblem } from '../slack-people';
import type { CliWorld, SlackApi } from '../world';
import { type Finding, fine, wrong } from './finding';

const manifest = z.object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) });

const paste = 'paste manifest.json into "App Manifest" of your Slack app and install it again';

/** The bot token and its scopes. */
export async function checkToken(slack: SlackApi): Promise<Finding[]> {
  try {
    const answer = await slack.auth.test();
    const granted = new Set(answer.response_metadata?.scopes ?? []);
    const missing = neededScopes().filter((scope) => !granted.has(scope));
    return [
      fine(`Slack: the bot token belongs to ${answer.team ?? answer.team_id}`),
      missing.length > 0
        ? wrong(`Slack: these scopes are missing: ${missing.join(', ')}`, paste)
        : fine('Slack: the token has every scope of manifest.json'),
    ];
  } catch (error) {
    const remedy = 'check SLACK_BOT_TOKEN and SLACK_API_URL, and that Slack can be reached from here';
    return [wrong(`Slack: ${slackProblem(error)}`, remedy)];
  }
}

/** The app-level token, which only Socket Mode needs. */
export async function checkSocketMode(world: CliWorld, config: Config): Promise<Finding[]> {
  if (config.slack.mode === 'http')
    return [fine('Slack: requests come by HTTP; their signatures are checked')];
  try {
    await world.checkAppToken(config);
    return [fine('Slack: the app-level token opens Socket Mode connections')];
  } catch (error) {
    const remedy =
      'make an app-level token with connections:write in "Basic Information", set SLACK_APP_TOKEN';
    return [wrong(`Slack: Socket Mode: ${slackProblem(error)}`, remedy)];
  }
}

function neededScopes(): string[] {
  const file = join(__dirname, '../../../manifest.json');
  return manifest.parse(JSON.parse(readFileSync(file, 'utf8'))).oauth_config.scopes.bot;
}

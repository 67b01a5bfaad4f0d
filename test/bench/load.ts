import { Agent, request } from 'node:http';
import { sign } from '../../src/emulator';
import { withinTime } from '../../src/time-limit';
import type { SlackFront } from './slack-front';

/** What is asked, by whom and where. */
export interface Command {
  teamId: string;
  userId: string;
  channelId: string;
  text: string;
}

interface Load {
  url: string;
  signingSecret: string;
  front: SlackFront;
  requests: number;
  /** How many are under way at any moment. */
  concurrency: number;
  nextCommand(): Command;
}

/** How long a trigger lives in Slack, in milliseconds: whoever opens nothing by then has failed. */
const triggerMs = 3000;

let triggers = 0;

/** Types `/checkin` again and again. Returns the times from each signed request to its `views.open`, in ms. */
export async function typeCommands({ requests, concurrency, ...load }: Load): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const times: number[] = [];
  let left = requests;
  const person = async () => {
    for (; left > 0; ) {
      left -= 1;
      times.push(await typeOnce(load, agent));
    }
  };
  await Promise.all(Array.from({ length: concurrency }, person));
  agent.destroy();
  return times;
}

async function typeOnce(load: Omit<Load, 'requests' | 'concurrency'>, agent: Agent): Promise<number> {
  triggers += 1;
  const triggerId = `bench.${triggers}`;
  const body = bodyOf(load.nextCommand(), triggerId);
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    ...sign(load.signingSecret, body, new Date()),
  };
  const opened = load.front.opened(triggerId);
  const sentAt = performance.now();
  await post(load.url, body, headers, agent);
  return (await withinTime(triggerMs, 'bench: views.open', opened)) - sentAt;
}

function bodyOf({ teamId, userId, channelId, text }: Command, triggerId: string): string {
  return new URLSearchParams({
    token: 'verification-token',
    team_id: teamId,
    team_domain: 'bench',
    channel_id: channelId,
    channel_name: 'team',
    user_id: userId,
    user_name: 'bench',
    command: '/checkin',
    text,
    api_app_id: 'A0BENCH',
    is_enterprise_install: 'false',
    response_url: 'http://127.0.0.1/response',
    trigger_id: triggerId,
  }).toString();
}

/** @throws {Error} when the app doesn't ack. */
function post(url: string, body: string, headers: Record<string, string>, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: 'POST', headers, agent }, (response) => {
      response.resume();
      if (response.statusCode === 200) response.once('end', resolve);
      else reject(new Error(`bench: ${url}: status ${response.statusCode}: expected 200`));
    });
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}

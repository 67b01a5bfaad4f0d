import { sign, type View } from '../../../src/emulator';
import type { World } from '../../support/world';

interface RawRequest {
  body: string;
  contentType: string;
}

/** Posts a body to Banso as it stands, signed as Slack signs unless other headers are given. */
export function post(
  { slack, url }: World,
  { body, contentType }: RawRequest,
  headers: Record<string, string> = { ...sign(slack.signingSecret, body, new Date()) },
): Promise<Response> {
  return fetch(url, { method: 'POST', body, headers: { 'content-type': contentType, ...headers } });
}

export function asForm(fields: Record<string, string>): RawRequest {
  return {
    contentType: 'application/x-www-form-urlencoded',
    body: new URLSearchParams(fields).toString(),
  };
}

/** What Slack sends of an interaction. */
export function asInteraction(payload: object): RawRequest {
  return asForm({ payload: JSON.stringify(payload) });
}

/** What Slack tells of something that happened. */
export function asEvent(teamId: string, event: object): RawRequest {
  const envelope = { type: 'event_callback', team_id: teamId, api_app_id: 'A0TEST', token: 'unused' };
  return { contentType: 'application/json', body: JSON.stringify({ ...envelope, event_id: 'Ev0', event }) };
}

/** Who does something, and where: what all interactions of Slack share. */
export function interaction(
  type: string,
  { userId, teamId = 'T0TEST' }: { userId: string; teamId?: string },
) {
  return {
    type,
    team: { id: teamId, domain: 'test' },
    user: { id: userId, username: userId, name: userId, team_id: teamId },
    api_app_id: 'A0TEST',
    token: 'unused',
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: '1.1.not-a-trigger',
  };
}

/** Presses a button beside a row in the team's channel, whether or not a message there offers it. */
export async function postPress(world: World, userId: string, actionId: string): Promise<void> {
  const value = actionId.slice(actionId.indexOf(':') + 1);
  const actions = [{ type: 'button', action_id: actionId, block_id: 'b', action_ts: '1', value }];
  const channel = { id: 'C0TEAM', name: 'team' };
  await post(world, asInteraction({ ...interaction('block_actions', { userId }), channel, actions }));
}

/** The submission of a modal, as Slack would send it at this moment. */
export function submissionOf(view: View, userId: string): RawRequest {
  return asInteraction({ ...interaction('view_submission', { userId }), view, response_urls: [] });
}

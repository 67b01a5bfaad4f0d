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

/** The submission of a modal, as Slack would send it at this moment. */
export function submissionOf(view: View, userId: string): RawRequest {
  return asInteraction({ ...interaction('view_submission', { userId }), view, response_urls: [] });
}

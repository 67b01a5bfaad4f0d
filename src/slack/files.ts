import type { WebClient } from '@slack/web-api';
import { FileUnavailable, slackFailure } from './outcome';

/** A file's bytes, or why they can't be had: for good, or because an operator must do something. */
export type Downloaded = { bytes: Uint8Array } | { problem: 'fileGone' | 'fileTooLarge' | 'noAccess' };

/** How long Slack may take to hand over a file, in milliseconds. */
const downloadMs = 20_000;

/**
 * Reads a file that somebody uploaded. @throws {FileUnavailable} and what slackFailure knows, where trying again may help.
 */
export async function downloadFile(slack: WebClient, fileId: string, mostBytes: number): Promise<Downloaded> {
  const found = await fileInfo(slack, fileId);
  if ('problem' in found) return found;
  const { url, size } = found;
  if (size > mostBytes) return { problem: 'fileTooLarge' };
  return fetchBytes(url, slack.token, mostBytes).catch((error: unknown) => {
    throw error instanceof FileUnavailable ? error : new FileUnavailable('no_answer');
  });
}

async function fetchBytes(url: string, token: string | undefined, mostBytes: number): Promise<Downloaded> {
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(downloadMs),
  });
  if (response.status === 404 || response.status === 410) return { problem: 'fileGone' };
  if (!response.ok) throw new FileUnavailable(`http_${response.status}`, retryAfterMs(response));
  // Whoever may not read it gets the login page.
  if (response.headers.get('content-type')?.startsWith('text/html')) return { problem: 'noAccess' };
  const bytes = new Uint8Array(await response.arrayBuffer());
  return bytes.length > mostBytes ? { problem: 'fileTooLarge' } : { bytes };
}

function retryAfterMs({ headers }: Response): number | null {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : null;
}

async function fileInfo(
  slack: WebClient,
  file: string,
): Promise<{ url: string; size: number } | { problem: 'fileGone' | 'noAccess' }> {
  try {
    const { file: info } = await slack.files.info({ file });
    const url = info?.url_private_download ?? info?.url_private;
    if (!url || !isOfSlack(slack, url)) return { problem: 'fileGone' };
    return { url, size: info?.size ?? 0 };
  } catch (error) {
    const failure = slackFailure(error);
    if (failure.kind === 'locked') return { problem: 'noAccess' };
    if (failure.kind === 'refused' || failure.kind === 'unreachable') return { problem: 'fileGone' };
    throw error;
  }
}

/** The token goes to Slack alone: a file may also lie elsewhere, linked from another service. */
function isOfSlack({ slackApiUrl }: WebClient, url: string): boolean {
  const { protocol, hostname, origin } = new URL(url);
  return origin === new URL(slackApiUrl).origin || (protocol === 'https:' && hostname.endsWith('.slack.com'));
}

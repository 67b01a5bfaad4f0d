import type { SocketModeReceiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';

/** For the client that opens sockets alone: it is patient, which those that answer people must not be. */
export function socketClientOptions(slackApiUrl: string): WebClientOptions {
  return { slackApiUrl, timeout: 8000, retryConfig: { retries: 100, factor: 1.3, maxTimeout: 30_000 } };
}

/** What of a socket's life means that nothing from Slack reaches us. */
const losses = ['close', 'connecting', 'reconnecting', 'disconnecting', 'disconnected'] as const;

/** Tells when the socket is there and when it is lost. */
export function watchSocket({ client }: SocketModeReceiver, onChange: (connected: boolean) => void): void {
  client.on('connected', () => onChange(true));
  for (const loss of losses) client.on(loss, () => onChange(false));
}

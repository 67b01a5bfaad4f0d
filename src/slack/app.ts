import { App, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { SlackConfig } from '../config';
import type { Route } from '../health';
import { boltLogger } from './bolt-logger';
import type { BotDeps, ListenerDeps } from './bot-deps';
import { createDrain } from './drain';
import { register } from './register';
import { guard, strictness } from './request-guard';
import { socketClientOptions, watchSocket } from './socket';
import { createErrorHandler } from './tell-error';

/** Whose token answers a request. */
export interface Identity {
  botToken: string;
  botId: string;
  botUserId: string;
}

export interface BotSettings {
  slack: SlackConfig;
  host: string;
  port: number;
  identity: Identity;
  /** The client that tells people of errors. */
  client: WebClient;
  /** Pages beside Slack's own endpoint, in HTTP mode. */
  routes: readonly Route[];
}

/** Where Slack sends everything, in HTTP mode. */
const endpoint = '/slack/events';

/** Bounds a call in the path of a person: longer than that, and a trigger has died anyway. In milliseconds. */
const callTimeoutMs = 2500;

export interface Bot {
  start(): Promise<void>;
  /** Whether what Slack sends can reach us: always by HTTP, where no socket is needed. */
  connected(): boolean;
  /** Takes no more requests and waits for those that run. */
  close(): Promise<void>;
}

export function createBot(settings: BotSettings, given: ListenerDeps): Bot {
  const closing = new AbortController();
  const deps: BotDeps = { ...given, closing: closing.signal };
  const logger = boltLogger(deps.logger);
  let connected = settings.slack.mode === 'http';
  const receiver = receiverFor(settings, logger, (now) => {
    connected = now;
    deps.metrics.socketConnected.set(now ? 1 : 0);
  });
  const app = new App({
    receiver,
    logger,
    // A copy each time: Bolt writes into it who makes the request.
    authorize: async () => ({ ...settings.identity }),
    clientOptions: {
      slackApiUrl: settings.slack.apiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: callTimeoutMs,
    },
    convoStore: false,
    deferInitialization: true,
    extendedErrorHandler: true,
  });
  const drain = createDrain();
  app.use(({ next }) => drain.run(next));
  register(app, deps);
  app.error(createErrorHandler(deps, settings.client));
  return {
    start: async () => {
      await app.init();
      await (receiver instanceof HTTPReceiver
        ? receiver.start({ host: settings.host, port: settings.port })
        : app.start());
    },
    connected: () => connected,
    close: async () => {
      await app.stop();
      closing.abort();
      await drain.idle();
    },
  };
}

function receiverFor(
  { slack, routes }: BotSettings,
  logger: ReturnType<typeof boltLogger>,
  onSocket: (connected: boolean) => void,
): Receiver {
  if (slack.mode === 'socket') {
    const clientOptions = socketClientOptions(slack.apiUrl);
    const receiver = new SocketModeReceiver({
      appToken: slack.appToken,
      logger,
      installerOptions: { clientOptions },
    });
    watchSocket(receiver, onSocket);
    return receiver;
  }
  const receiver = new HTTPReceiver({
    signingSecret: slack.signingSecret,
    endpoints: endpoint,
    logger,
    customRoutes: [...routes],
    ...strictness(logger),
  });
  return guard(receiver, endpoint, logger);
}

import type { Server } from 'node:http';
import { createDeps, type Deps, type DepsInput } from './deps';
import { healthRoutes, type Route, serveHealth } from './health';
import { createHandlers } from './jobs/handlers';
import { jobsAtOnce } from './pace';
import { type Bot, createBot, type Identity } from './slack/app';
import { type BotDeps, createLocaleMemory } from './slack/bot-deps';

/** How long people wait for a database that is slow, in milliseconds. Slack's own limit is three seconds. */
export type Waits = Pick<BotDeps, 'patienceMs' | 'savingMs'>;

const usualWaits: Waits = { patienceMs: 1000, savingMs: 2500 };

/** How long the bot waits for a locked row, so that it gives up, and its connection back, within `savingMs`. */
const lockWaitMs = 2000;

export interface RunInput extends DepsInput {
  /** Those that aren't usual: tests are less patient. */
  waits?: Partial<Waits>;
  /** Is told what ends the worker for good. Default: nobody handles it, which ends the process. */
  onFatal?: (error: unknown) => void;
}

export interface RunningBanso {
  deps: Deps;
  /** Finishes what has begun and takes nothing new. */
  close(): Promise<void>;
}

type Closer = () => Promise<void>;

/** Starts the roles that the configuration names, on a migrated database. */
export async function runBanso({ waits, onFatal = unhandled, ...input }: RunInput): Promise<RunningBanso> {
  const deps = createDeps(input);
  const closers: Closer[] = [() => deps.close()];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const { config } = deps;
    await deps.queue.begin();
    if (config.roles.includes('worker')) closers.push(await startWorker(deps, onFatal));
    await startListening(deps, { ...usualWaits, ...waits }, closers);
    return { deps, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function unhandled(error: unknown): never {
  throw error;
}

/** Doesn't wait for a Redis that is away: the health pages tell of it. */
async function startWorker(deps: Deps, onFatal: (error: unknown) => void): Promise<Closer> {
  const { context, logger, metrics, pace, queue, slack } = deps;
  const handlers = createHandlers({ context, logger, metrics, slackFor: async () => slack });
  const worker = await queue.startWorker(handlers, jobsAtOnce, onFatal);
  // A queue that is away is told by its own log, and asked again the next time.
  const schedule = () => queue.keepSweeping(pace.sweepEveryMs).catch(() => undefined);
  schedule();
  const timer = setInterval(schedule, pace.scheduleCheckMs);
  return async () => {
    clearInterval(timer);
    await worker.close();
  };
}

/** The bot, with the health pages beside it or, where Slack doesn't come by HTTP, on a server of their own. */
async function startListening(deps: Deps, waits: Waits, closers: Closer[]): Promise<void> {
  const { config, logger, metrics, ping } = deps;
  const withBot = config.roles.includes('bot');
  let bot: Bot | undefined;
  const slack = async () => {
    if (!bot?.connected()) throw new Error('slack: socket: not connected');
  };
  const bySocket = withBot && config.slack.mode === 'socket';
  const routes = healthRoutes({ logger, metrics, checks: bySocket ? { ...ping, slack } : ping });
  // Before the bot, which may have to wait for its socket.
  if (bySocket || !withBot) {
    const server = await serveHealth(routes, config.host, config.port);
    closers.push(() => closeServer(server));
  }
  if (!withBot) return;
  const created = await prepareBot(deps, routes, waits);
  bot = created;
  await created.start();
  closers.push(() => created.close());
}

async function prepareBot(deps: Deps, routes: readonly Route[], waits: Waits): Promise<Bot> {
  const { config, context, logger, metrics, searching, slack } = deps;
  const settings = {
    slack: config.slack,
    host: config.host,
    port: config.port,
    identity: await identify(deps),
    client: slack,
    routes,
  };
  return createBot(settings, {
    context: () => ({ ...context(), lockWaitMs }),
    searching,
    logger,
    metrics,
    locales: createLocaleMemory(),
    ...waits,
  });
}

async function identify({ slack, config }: Deps): Promise<Identity> {
  const { bot_id: botId, user_id: botUserId } = await slack.auth.test();
  if (!botId || !botUserId) throw new Error('auth.test: answer: expected bot_id and user_id');
  return { botToken: config.slack.botToken, botId, botUserId };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

import type { Server } from 'node:http';
import { createDeps, type Deps, type DepsInput } from './deps';
import { healthRoutes, serveHealth } from './health';
import { createHandlers } from './jobs/handlers';
import { describeError } from './log';
import { type Bot, createBot, type Identity } from './slack/app';
import { type BotDeps, createLocaleMemory } from './slack/bot-deps';

/** Jobs that one process works on at once. */
const concurrency = 8;

/** How long people wait for a database that is slow, in milliseconds. Slack's own limit is three seconds. */
export type Waits = Pick<BotDeps, 'patienceMs' | 'savingMs'>;

const usualWaits: Waits = { patienceMs: 1000, savingMs: 2500 };

/** How long the bot waits for a locked row, so that it gives up, and its connection back, within `savingMs`. */
const lockWaitMs = 2000;

export interface RunInput extends DepsInput {
  /** Those that aren't usual: tests are less patient. */
  waits?: Partial<Waits>;
}

export interface RunningBanso {
  deps: Deps;
  /** Finishes what has begun and takes nothing new. */
  close(): Promise<void>;
}

/** Starts the roles that the configuration names, on a migrated database. */
export async function runBanso({ waits, ...input }: RunInput): Promise<RunningBanso> {
  const deps = createDeps(input);
  const closers: (() => Promise<void>)[] = [() => deps.close()];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const { config } = deps;
    if (config.roles.includes('worker')) closers.push(await startWorker(deps));
    closers.push(await startListening(deps, { ...usualWaits, ...waits }));
    return { deps, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startWorker(deps: Deps): Promise<() => Promise<void>> {
  const { context, logger, metrics, pace, queue, slack } = deps;
  const handlers = createHandlers({ context, logger, metrics, slackFor: async () => slack });
  const worker = await queue.startWorker(handlers, concurrency);
  const schedule = () =>
    queue.keepSweeping(pace.sweepEveryMs).catch((error: unknown) => {
      logger.warn(describeError(error), 'sweep: could not be scheduled yet');
    });
  await schedule();
  const timer = setInterval(schedule, pace.scheduleCheckMs);
  return async () => {
    clearInterval(timer);
    await worker.close();
  };
}

/** The bot, with the health pages beside it or, where Slack doesn't come by HTTP, on a server of their own. */
async function startListening(deps: Deps, waits: Waits): Promise<() => Promise<void>> {
  const { config, logger, metrics, ping: checks } = deps;
  const routes = healthRoutes({ logger, metrics, checks });
  const bot = config.roles.includes('bot') ? await startBot(deps, routes, waits) : null;
  const server =
    bot && config.slack.mode === 'http' ? null : await serveHealth(routes, config.host, config.port);
  return async () => {
    await bot?.close();
    if (server) await closeServer(server);
  };
}

async function startBot(deps: Deps, routes: ReturnType<typeof healthRoutes>, waits: Waits): Promise<Bot> {
  const { config, context, logger, metrics, slack } = deps;
  const bot = createBot(
    {
      slack: config.slack,
      host: config.host,
      port: config.port,
      identity: await identify(deps),
      client: slack,
      routes,
    },
    {
      context: () => ({ ...context(), lockWaitMs }),
      logger,
      metrics,
      locales: createLocaleMemory(),
      ...waits,
    },
  );
  await bot.start();
  return bot;
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

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { describeError } from './log';
import type { Metrics } from './metrics';
import { withinTime } from './time-limit';

export interface Route {
  path: string;
  method: 'GET';
  handler(request: IncomingMessage, response: ServerResponse): void;
}

interface HealthDeps {
  logger: Logger;
  metrics: Metrics;
  /** What must answer before requests are sent here: each throws when it doesn't. */
  checks: Record<string, () => Promise<void>>;
}

/** How long a check may take before it counts as failed, in milliseconds. */
const checkMs = 2000;

/** For whoever watches the process: alive, ready to work, and its figures. */
export function healthRoutes({ logger, metrics, checks }: HealthDeps): Route[] {
  const tell = tellChanges(logger);
  return [
    { path: '/healthz', method: 'GET', handler: (_, response) => send(response, 200, 'ok\n') },
    { path: '/readyz', method: 'GET', handler: (_, response) => answerReadiness(response, checks, tell) },
    { path: '/metrics', method: 'GET', handler: (_, response) => answerMetrics(response, metrics, logger) },
  ];
}

/** Serves the routes where Slack doesn't come by HTTP: Socket Mode, or a process without the bot. */
export function serveHealth(routes: readonly Route[], host: string, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    const route = routes.find((candidate) => candidate.path === path && candidate.method === request.method);
    if (route) route.handler(request, response);
    else send(response, 404, 'not found\n');
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

type TellReadiness = (ready: boolean, lines: string[]) => void;

function answerReadiness(response: ServerResponse, checks: HealthDeps['checks'], tell: TellReadiness): void {
  const names = Object.keys(checks);
  const asked = names.map((name) => withinTime(checkMs, name, Promise.resolve(checks[name]?.())));
  Promise.allSettled(asked).then((results) => {
    const lines = results.map((result, i) => `${names[i]} ${result.status === 'fulfilled' ? 'ok' : 'away'}`);
    const ready = results.every((result) => result.status === 'fulfilled');
    tell(ready, lines);
    send(response, ready ? 200 : 503, `${lines.join('\n')}\n`);
  });
}

/** Whoever watches asks every few seconds; the log only tells what has become different. */
function tellChanges(logger: Logger): TellReadiness {
  let told = '';
  return (ready, lines) => {
    const now = lines.join();
    if (now === told || (ready && told === '')) return;
    told = now;
    if (ready) logger.info('ready again');
    else logger.warn({ checks: lines }, 'not ready');
  };
}

function answerMetrics(response: ServerResponse, { registry }: Metrics, logger: Logger): void {
  registry.metrics().then(
    (text) => send(response, 200, text, registry.contentType),
    (error: unknown) => {
      logger.error(describeError(error), 'metrics failed');
      send(response, 500, 'metrics failed\n');
    },
  );
}

function send(
  response: ServerResponse,
  status: number,
  text: string,
  type = 'text/plain; charset=utf-8',
): void {
  response.writeHead(status, { 'content-type': type });
  response.end(text);
}

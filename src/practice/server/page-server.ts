import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { createClockMover } from '../move-clock';
import { type Practice, readManifest } from '../start';
import { appFeatures } from './app-shown';
import type { PageContext } from './context';
import { Postings } from './postings';
import { createApi } from './routes';
import { handleRequest, type Site } from './site';
import { openStreams } from './streams';

export interface PageOptions {
  /** On 127.0.0.1; 0: any free one. */
  port: number;
  /** The built page. */
  pageDir?: string;
  /** How often a stream shows that it is alive, in milliseconds. */
  pingMs?: number;
}

export interface RunningPage {
  /** Where the page is, for example `http://127.0.0.1:3300/`: `localhost` may be another server's, by IPv6. */
  url: string;
  port: number;
  /** Ends all streams and a move of the clock, and frees the port. */
  close(): Promise<void>;
}

/** Reached from `src` and from `dist` alike. */
const builtPage = path.resolve(__dirname, '../../../dist/practice/page');

/** Something else listens on the port. */
export class PortTaken extends Error {}

/**
 * Serves the page of a practice workspace.
 * @throws {PortTaken}
 */
export async function startPage(practice: Practice, options: PageOptions): Promise<RunningPage> {
  const { port: wanted, pageDir = builtPage, pingMs = 15_000 } = options;
  const { slack, logger } = practice;
  // Everybody has direct messages with the bot, also before it has written.
  for (const { id, isBot } of slack.users()) if (!isBot) slack.dm(id);
  const mover = createClockMover(practice);
  const context: PageContext = {
    practice,
    postings: new Postings(slack),
    mover,
    app: appFeatures(readManifest()),
  };
  const streams = openStreams(context, pingMs);
  const site: Site = { api: createApi(context, streams), pageDir, logger };
  const server = createServer((request, response) => {
    void handleRequest(site, portOf(server), request, response);
  });
  const close = async () => {
    streams.close();
    const closed = closeServer(server);
    await mover.close();
    await closed;
  };
  try {
    await listen(server, wanted);
  } catch (error) {
    await close();
    throw error;
  }
  const port = portOf(server);
  return { url: `http://127.0.0.1:${port}/`, port, close };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      reject(taken ? new PortTaken(`port ${port} of 127.0.0.1 is taken`, { cause: error }) : error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // Not an error: a server that never listened.
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

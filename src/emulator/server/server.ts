import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SocketDelivery } from '../delivery/socket';
import type { Faults } from '../faults';
import type { World } from '../state/world';
import { addressOf } from './address';
import { type Answer, send } from './answer';
import { decodeArguments, readBody } from './body';
import { faultyFile, handleFile } from './files';
import { foreignRequest } from './guard';
import { handleResponseUrl } from './response-url';
import type { WebApi } from './web-api';

interface Parts {
  world: World;
  api: WebApi;
  faults: Faults;
  sockets: SocketDelivery;
  botToken: string;
}

/** The HTTP server: Web API, response urls, files and Socket Mode connections. */
export class EmulatorServer {
  #server: Server;
  #port = 0;

  constructor(private readonly parts: Parts) {
    this.#server = createServer((request, response) => void this.#handle(request, response));
    this.#server.on('upgrade', (request, socket, head) => {
      // Nobody else listens from here on: a peer that is gone already would end the process.
      socket.on('error', () => socket.destroy());
      if (foreignRequest(request.headers, this.#port)) socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      else parts.sockets.accept(request, socket, head);
    });
  }

  /** Listens on the loopback interface. @returns the port */
  async listen(port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
    this.#port = portOf(this.#server.address());
    return this.#port;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      send(response, await this.#answer(request));
    } catch (error) {
      // A fault of the emulator itself must be seen, not taken for Slack's.
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.parts.world.refuse(request.url ?? '', 'emulator_error', [detail]);
      send(response, { status: 500, body: detail });
    }
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    const foreign = foreignRequest(request.headers, this.#port);
    if (foreign) return { status: 403, body: foreign };
    const body = await readBody(request);
    const [, root, name = ''] = addressOf(request).pathname.split('/');
    if (root === 'response') return handleResponseUrl(this.parts.world, name, body);
    if (root === 'files') {
      const tokens = { token: tokenOf(request, {}), botToken: this.parts.botToken };
      const fault = this.parts.faults.take('url_private', { file: name });
      return fault ? faultyFile(fault) : handleFile(this.parts.world, name, tokens);
    }
    if (root !== 'api') return { status: 404, body: 'not found' };
    const args = decodeArguments(request, body);
    if (!args) {
      this.parts.world.refuse(name, 'invalid_json', ['must provide a JSON object']);
      return { status: 200, body: { ok: false, error: 'invalid_json' } };
    }
    return this.parts.api.handle(name, tokenOf(request, args), args);
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the emulator has no port');
  return address.port;
}

function tokenOf(request: IncomingMessage, args: Record<string, unknown>): string | undefined {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (bearer) return bearer;
  return typeof args.token === 'string' ? args.token : undefined;
}

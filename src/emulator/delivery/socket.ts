import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { missedAck, OperationFailed } from '../errors';
import { newId } from '../ids';
import { isObject, parseJson } from '../json';
import { addressOf } from '../server/address';
import { APP_ID } from '../state/bot';
import type { Delivery, Transport } from './delivery';

/** Clients give a connection up when no ping comes for 30 s. */
const PING_INTERVAL_MS = 10_000;

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: OperationFailed): void;
}

/** Delivery through Socket Mode: each envelope goes to one connection, in turn. */
export class SocketDelivery implements Transport {
  #server = new WebSocketServer({ noServer: true });
  #tickets = new Set<string>();
  #connections: WebSocket[] = [];
  #next = 0;
  #waiting = new Map<string, Waiting>();
  #pings: NodeJS.Timeout;

  constructor(private readonly ackTimeoutMs: number) {
    this.#pings = setInterval(() => this.#ping(), PING_INTERVAL_MS);
    this.#pings.unref();
  }

  get connections(): number {
    return this.#connections.length;
  }

  /** The path of a new connection, good for one use. */
  issuePath(): string {
    const ticket = newId('');
    this.#tickets.add(ticket);
    return `/link/?ticket=${ticket}`;
  }

  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = addressOf(request).searchParams.get('ticket') ?? '';
    if (!this.#tickets.delete(ticket)) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (connection) => this.#welcome(connection));
  }

  send({ kind, payload, retry }: Delivery): Promise<unknown> {
    const connection = this.#nextConnection();
    if (!connection) return Promise.reject(new OperationFailed('dispatch_failed', 'nobody is connected'));
    const envelopeId = randomUUID();
    const envelope = {
      envelope_id: envelopeId,
      type: kind,
      accepts_response_payload: kind !== 'events_api',
      payload,
      ...(retry ? { retry_attempt: retry.num, retry_reason: retry.reason } : {}),
    };
    const answer = this.#answerTo(envelopeId);
    connection.send(JSON.stringify(envelope));
    return answer;
  }

  /** Asks every client to connect anew, as Slack does now and then. */
  recycle(): void {
    for (const connection of this.#connections) {
      connection.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    }
  }

  close(): void {
    clearInterval(this.#pings);
    const closed = new OperationFailed('dispatch_failed', 'the emulator was closed');
    for (const { reject } of this.#waiting.values()) reject(closed);
    for (const connection of this.#connections) connection.terminate();
    this.#server.close();
  }

  #welcome(connection: WebSocket): void {
    this.#connections.push(connection);
    connection.on('close', () => {
      this.#connections = this.#connections.filter((other) => other !== connection);
    });
    // Whatever breaks a connection also closes it.
    connection.on('error', () => connection.terminate());
    connection.on('message', (data) => this.#receive(String(data)));
    connection.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.#connections.length,
        connection_info: { app_id: APP_ID },
      }),
    );
  }

  #receive(text: string): void {
    const message = parseJson(text);
    if (!isObject(message)) return;
    const answered = this.#waiting.get(String(message.envelope_id));
    const { payload } = message;
    answered?.resolve(isObject(payload) && Object.keys(payload).length === 0 ? undefined : payload);
  }

  #nextConnection(): WebSocket | undefined {
    const open = this.#connections.filter((connection) => connection.readyState === WebSocket.OPEN);
    this.#next += 1;
    return open[this.#next % open.length];
  }

  #answerTo(envelopeId: string): Promise<unknown> {
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(envelopeId, { resolve, reject });
    });
    const fail = () => this.#waiting.get(envelopeId)?.reject(missedAck(this.ackTimeoutMs));
    const timer = setTimeout(fail, this.ackTimeoutMs);
    return answer.finally(() => {
      clearTimeout(timer);
      this.#waiting.delete(envelopeId);
    });
  }

  #ping(): void {
    for (const connection of this.#connections) connection.ping();
  }
}

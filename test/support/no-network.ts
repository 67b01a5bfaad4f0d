import dns from 'node:dns';
import { isIP, Socket } from 'node:net';

/**
 * Loaded before every test file: a connection to anything but this machine throws, and so does looking up a
 * name, so that no test can reach the network unnoticed.
 */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/i;

function assertLoopback(host: unknown): void {
  if (typeof host !== 'string' || host === '' || LOOPBACK.test(host)) return;
  throw new Error(`A test tried to reach ${host}: tests may only connect to this machine`);
}

/** `connect` takes (options), (port, host?), (path), or one array that holds any of these. */
function targetOf(args: unknown[]): unknown {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === 'object' && first !== null && 'host' in first) return first.host;
  return isPort(first) ? second : undefined;
}

function isPort(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value));
}

function guardConnections(): void {
  const { connect } = Socket.prototype;
  Object.assign(Socket.prototype, {
    connect(this: Socket, ...args: unknown[]): Socket {
      assertLoopback(targetOf(args));
      return Reflect.apply(connect, this, args);
    },
  });
}

function guardNames(): void {
  const { lookup } = dns;
  Object.assign(dns, {
    lookup(host: string, ...args: unknown[]): void {
      if (!isIP(host)) assertLoopback(host);
      Reflect.apply(lookup, dns, [host, ...args]);
    },
  });
}

/** Node's modules outlive a test file in the same worker: guard them once. */
const GUARDED = Symbol.for('banso.no-network');

if (!(GUARDED in Socket.prototype)) {
  Object.assign(Socket.prototype, { [GUARDED]: true });
  guardConnections();
  guardNames();
}

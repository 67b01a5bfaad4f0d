import { EmulatorClock } from './clock';
import { forwardChannels } from './delivery/channel-events';
import type { Transport } from './delivery/delivery';
import { Events } from './delivery/events';
import { HttpDelivery } from './delivery/http';
import { forwardMessages } from './delivery/message-events';
import { SocketDelivery } from './delivery/socket';
import { Faults } from './faults';
import type { EmulatorOptions } from './options';
import type { Stage } from './person/stage';
import { RunningEmulator } from './running';
import { RateLimit } from './server/rate-limit';
import { EmulatorServer } from './server/server';
import { WebApi } from './server/web-api';
import { restoreSnapshot } from './state/snapshot';
import { World } from './state/world';

/** Slack waits three seconds for an ack (SLACK.md, Deadlines and limits). */
const ACK_TIMEOUT_MS = 3000;

/** Starts a workspace on the loopback interface; `close()` ends everything it holds. */
export async function startEmulator(options: EmulatorOptions): Promise<RunningEmulator> {
  const clock = new EmulatorClock(options.clock ?? (() => new Date()));
  const world = new World(options.workspace, options.manifest, clock, options.remembered);

  const secrets = {
    botToken: options.botToken ?? 'xoxb-emulator-bot',
    appToken: options.appToken ?? 'xapp-emulator-app',
    signingSecret: options.signingSecret ?? 'emulator-signing-secret',
  };
  const ackTimeoutMs = options.ackTimeoutMs ?? ACK_TIMEOUT_MS;
  const signingTime = options.signingTime ?? (() => clock.now());
  const http = new HttpDelivery({ signingSecret: secrets.signingSecret, signingTime, ackTimeoutMs });
  const sockets = new SocketDelivery(ackTimeoutMs);
  const transport: Transport = {
    send: (delivery) => (http.url === null ? sockets : http).send(delivery),
  };
  const events = new Events(world, transport);
  forwardMessages(world, events);
  forwardChannels(world, events);

  const faults = new Faults();
  const rateLimit = new RateLimit(options.rateLimits ?? false);
  const closing = new AbortController();
  let port = options.port ?? 0;
  const context = { world, socketUrl: () => `ws://127.0.0.1:${port}${sockets.issuePath()}` };
  const api = new WebApi(context, secrets, faults, rateLimit, closing.signal);
  const server = new EmulatorServer({ world, api, faults, sockets, botToken: secrets.botToken });
  port = await server.listen(port);
  world.files.serveFrom(`http://127.0.0.1:${port}`);
  try {
    // After listening, as files stand in views with their addresses of this start.
    if (options.snapshot) restoreSnapshot(world, options.snapshot);
  } catch (error) {
    sockets.close();
    await server.close();
    throw error;
  }

  const stage: Stage = {
    world,
    transport,
    events,
    responseUrl: (target) =>
      `http://127.0.0.1:${port}/response/${world.responseUrls.issue(target, clock.now())}`,
  };
  return new RunningEmulator({
    ...secrets,
    port,
    stage,
    api,
    faults,
    rateLimit,
    http,
    sockets,
    server,
    closing,
  });
}

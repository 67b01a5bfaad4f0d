import type { Events } from './delivery/events';
import type { HttpDelivery } from './delivery/http';
import type { SocketDelivery } from './delivery/socket';
import { verifyUrl } from './delivery/verification';
import type { Faults } from './faults';
import { copy } from './json';
import { userObject } from './methods/users';
import { tsOf } from './person/payloads';
import { createPerson, type Person } from './person/person';
import type { Stage } from './person/stage';
import type { RateLimit } from './server/rate-limit';
import type { EmulatorServer } from './server/server';
import type { WebApi } from './server/web-api';
import { BOT_USER_ID } from './state/bot';
import type { ApiCall, Change, Refusal } from './state/changes';
import { changeChannel } from './state/membership';
import type { Channel, Ephemeral, Message, User, View } from './state/records';
import { type Snapshot, takeSnapshot } from './state/snapshot';
import { waitFor } from './waiting';

interface Parts {
  botToken: string;
  appToken: string;
  signingSecret: string;
  port: number;
  stage: Stage;
  api: WebApi;
  faults: Faults;
  rateLimit: RateLimit;
  http: HttpDelivery;
  sockets: SocketDelivery;
  server: EmulatorServer;
  closing: AbortController;
}

/** How long something may take that is waited for, in real milliseconds: a busy machine is slow. */
const usualPatienceMs = 15_000;

/** A running emulator, as tests and the practice workspace hold it. */
export class RunningEmulator {
  /** What SLACK_API_URL is set to. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly teamId: string;
  readonly botUserId = BOT_USER_ID;
  readonly clock: { now(): Date; set(at: Date | null): void };
  readonly faults: Pick<Faults, 'add' | 'clear'>;
  /** The events that went out, each with its attempts; `redeliver` repeats one. */
  readonly events: Pick<Events, 'delivered' | 'redeliver' | 'settled'>;
  #people = new Map<string, Person>();
  #announcedMs = 0;

  constructor(private readonly parts: Parts) {
    this.apiUrl = `http://127.0.0.1:${parts.port}/api/`;
    this.botToken = parts.botToken;
    this.appToken = parts.appToken;
    this.signingSecret = parts.signingSecret;
    this.teamId = parts.stage.world.team.id;
    this.clock = parts.stage.world.clock;
    this.faults = parts.faults;
    this.events = parts.stage.events;
  }

  get #world() {
    return this.parts.stage.world;
  }

  /** Every Web API call with its result, oldest first. */
  get calls(): readonly ApiCall[] {
    return this.parts.api.calls;
  }

  /** Everything that was refused, oldest first. */
  get refusals(): readonly Refusal[] {
    return this.#world.refusals;
  }

  /** How many Socket Mode connections are open. */
  get connections(): number {
    return this.parts.sockets.connections;
  }

  /** HTTP: signed POSTs go to this url. Null: Socket Mode connections get them. */
  deliverTo(url: string | null): void {
    this.parts.http.url = url;
  }

  /**
   * Sends the url_verification challenge, as Slack does when a request url is entered.
   * @throws OperationFailed when the app does not answer with the challenge
   */
  verifyUrl(): Promise<void> {
    return verifyUrl(this.parts.http);
  }

  /** Asks Socket Mode clients to connect anew, as Slack does now and then. */
  recycleConnections(): void {
    this.parts.sockets.recycle();
  }

  /** The person with this user id, to act as. */
  as(userId: string): Person {
    this.#world.users.get(userId);
    const person = this.#people.get(userId) ?? createPerson(this.parts.stage, userId);
    this.#people.set(userId, person);
    return person;
  }

  /** A channel's messages as they are now, oldest first; or one thread, its parent first. */
  messages(channelId: string, { threadTs }: { threadTs?: string } = {}): Message[] {
    const { messages } = this.#world;
    return copy(threadTs === undefined ? messages.topLevel(channelId) : messages.thread(channelId, threadTs));
  }

  /** The bot's direct conversation with a person. */
  dm(userId: string): Message[] {
    return this.messages(this.#world.channels.openIm(userId).id);
  }

  ephemerals(userId: string): Ephemeral[] {
    return copy(this.#world.ephemerals.of(userId));
  }

  home(userId: string): View | undefined {
    return copy(this.#world.views.home(userId));
  }

  /** Everybody, the bot and the deactivated included. */
  users(): User[] {
    return copy(this.#world.users.all());
  }

  channels(): Channel[] {
    return copy(this.#world.channels.all());
  }

  /** The channels that a person is in, and at the end her direct conversation with the bot. */
  channelsOf(userId: string): Channel[] {
    const { channels } = this.#world;
    const direct = channels.openIm(this.#world.users.get(userId).id);
    const others = channels.all().filter(({ members, kind }) => kind !== 'im' && members.includes(userId));
    return copy([...others, direct]);
  }

  /** Changes a person's profile; the app hears of it if it subscribed to user_change. */
  async changeUser(userId: string, change: Partial<Omit<User, 'id' | 'isBot'>>): Promise<void> {
    const user = Object.assign(this.#world.users.get(userId), change);
    this.#world.changes.emit({ kind: 'user', user: copy(user) });
    await this.#announceUser(user);
  }

  deactivate(userId: string): Promise<void> {
    return this.changeUser(userId, { deleted: true });
  }

  addBotTo(channelId: string): void {
    const { members } = this.#channel(channelId);
    if (members.includes(BOT_USER_ID)) return;
    this.#changeChannel(channelId, { members: [...members, BOT_USER_ID] });
  }

  /** The app hears of it, and of what follows here, if it subscribed to the events of channels. */
  removeBotFrom(channelId: string): void {
    const { members } = this.#channel(channelId);
    this.#changeChannel(channelId, { members: members.filter((userId) => userId !== BOT_USER_ID) });
  }

  archive(channelId: string): void {
    this.#changeChannel(channelId, { archived: true });
  }

  unarchive(channelId: string): void {
    this.#changeChannel(channelId, { archived: false });
  }

  setRateLimits(on: boolean): void {
    this.parts.rateLimit.switch(on);
  }

  /** Everything that changes from now on. @returns stops listening */
  on(listener: (change: Change) => void): () => void {
    return this.#world.changes.on(listener);
  }

  /**
   * Waits until `find` gives something, for example a message or an open modal.
   * @throws Error when it has not come about within `timeoutMs` of real time (default 15 s)
   */
  until<T>(find: () => T | undefined | false, timeoutMs = usualPatienceMs): Promise<T> {
    return waitFor(this.#world.changes, find, timeoutMs);
  }

  /** The state as JSON, for `startEmulator({ snapshot })`. */
  snapshot(): Snapshot {
    return takeSnapshot(this.#world);
  }

  /** Closes server, connections and timers. */
  async close(): Promise<void> {
    this.parts.closing.abort();
    this.parts.http.close();
    this.parts.sockets.close();
    await this.parts.server.close();
  }

  #channel(channelId: string) {
    const channel = this.#world.channels.find(channelId);
    if (!channel) throw new Error(`there is no channel ${channelId}`);
    return channel;
  }

  #changeChannel(channelId: string, change: Partial<Pick<Channel, 'members' | 'archived'>>): void {
    changeChannel(this.#world, this.#channel(channelId), change);
  }

  /** No two changes of people are told of one instant, so that they have an order. */
  #announceUser(user: User): Promise<void> {
    this.#announcedMs = Math.max(this.#world.clock.now().getTime(), this.#announcedMs + 1);
    const kind = { subscription: 'user_change', scope: 'users:read' };
    return this.parts.stage.events.emit(kind, {
      type: 'user_change',
      user: userObject(this.#world, user, true),
      event_ts: tsOf(this.#announcedMs),
    });
  }
}

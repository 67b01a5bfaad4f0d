import type { EmulatorClock } from '../clock';
import { botScopes, type Manifest } from '../manifest';
import { BOT_USER_ID } from './bot';
import { Changes, type Refusal } from './changes';
import { Channels } from './channels';
import { Ephemerals } from './ephemerals';
import { Files } from './files';
import { remember } from './memory';
import { Messages } from './messages';
import type { Team } from './records';
import { ResponseUrls } from './response-urls';
import { seedChannels, seedUsers, type WorkspaceSeed } from './seed';
import { Triggers } from './triggers';
import { Users } from './users';
import { Views } from './views';

/** All state of one emulated workspace. */
export class World {
  readonly team: Team;
  readonly scopes: readonly string[];
  readonly changes = new Changes();
  readonly refusals: Refusal[] = [];
  readonly users = new Users();
  readonly channels = new Channels(BOT_USER_ID);
  readonly messages = new Messages();
  readonly ephemerals = new Ephemerals();
  readonly views = new Views();
  readonly files = new Files();
  readonly triggers = new Triggers();
  readonly responseUrls = new ResponseUrls();

  constructor(
    seed: WorkspaceSeed,
    readonly manifest: Manifest,
    readonly clock: EmulatorClock,
    /** How many calls, events and refusals are remembered, each. */
    readonly remembered = Number.POSITIVE_INFINITY,
  ) {
    this.team = seed.team;
    this.scopes = botScopes(manifest);
    for (const user of seedUsers(seed, manifest)) this.users.add(user);
    for (const channel of seedChannels(seed)) this.channels.add(channel);
  }

  /** Notes what was refused, so that a developer can read it. */
  refuse(where: string, rule: string, details: readonly string[] = []): void {
    const refusal = { where, rule, details: [...details], at: this.clock.now() };
    remember(this.refusals, refusal, this.remembered);
    this.changes.emit({ kind: 'refusal', refusal });
  }
}

import type { Manifest } from './manifest';
import type { WorkspaceSeed } from './state/seed';
import type { Snapshot } from './state/snapshot';

export interface EmulatorOptions {
  /** The app's manifest: scopes, slash commands, shortcuts, event subscriptions. */
  manifest: Manifest;
  workspace: WorkspaceSeed;
  /** Default: real time. */
  clock?: () => Date;
  /** The time that signatures claim. Default: the emulator's clock. Bolt refuses what is over 5 minutes old. */
  signingTime?: () => Date;
  /** Default: a free one. */
  port?: number;
  botToken?: string;
  appToken?: string;
  signingSecret?: string;
  /** One message per second and channel. Default: off. */
  rateLimits?: boolean;
  /** How long a person waits for the app's ack, in real milliseconds. Default: 3000, as in Slack. */
  ackTimeoutMs?: number;
  /** How many calls, events and refusals are remembered, each, the newest ones. Default: all of them. */
  remembered?: number;
  /** State kept from an earlier start. */
  snapshot?: Snapshot;
}

import type { App } from '@slack/bolt';
import { registerActions } from './actions';
import type { BotDeps } from './bot-deps';
import { registerCommands } from './commands';
import { registerEvents } from './events';
import { registerModals } from './modals';
import { registerShortcuts } from './shortcuts';

/** Everything that Slack may ask of Banso. */
export function register(app: App, deps: BotDeps): void {
  registerCommands(app, deps);
  registerShortcuts(app, deps);
  registerActions(app, deps);
  registerModals(app, deps);
  registerEvents(app, deps);
}

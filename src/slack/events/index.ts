import type { App } from '@slack/bolt';
import type { BotDeps } from '../bot-deps';
import { userChanged } from './user-change';

export function registerEvents(app: App, deps: BotDeps): void {
  app.event('user_change', userChanged(deps));
}

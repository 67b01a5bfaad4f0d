import type { App } from '@slack/bolt';
import type { BotDeps } from '../bot-deps';
import { homeOpened } from './home-opened';
import { userChanged } from './user-change';

export function registerEvents(app: App, deps: BotDeps): void {
  app.event('app_home_opened', homeOpened(deps));
  app.event('user_change', userChanged(deps));
}

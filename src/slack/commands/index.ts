import type { App } from '@slack/bolt';
import type { BotDeps } from '../bot-deps';
import { ids } from '../ids';
import { checkInCommand } from './checkin';

export function registerCommands(app: App, deps: BotDeps): void {
  app.command(ids.commands.checkin, checkInCommand(deps));
}

import type { App } from '@slack/bolt';
import type { BotDeps } from '../bot-deps';
import { ids } from '../ids';
import { bansoCommand } from './banso/command';
import { casesCommand } from './cases';
import { checkInCommand } from './checkin';
import { consultCommand } from './consult';
import { learnerCommand } from './learner';

export function registerCommands(app: App, deps: BotDeps): void {
  app.command(ids.commands.checkin, checkInCommand(deps));
  app.command(ids.commands.learner, learnerCommand(deps));
  app.command(ids.commands.consult, consultCommand(deps));
  app.command(ids.commands.cases, casesCommand(deps));
  app.command(ids.commands.banso, bansoCommand(deps));
}

import type { App } from '@slack/bolt';
import type { BotDeps } from '../bot-deps';
import { ids } from '../ids';
import { askTeamShortcut } from './ask-team';
import { logCheckInShortcut } from './log-check-in';
import { logMessageShortcut } from './log-message';
import { replyHelpedShortcut } from './reply-helped';

export function registerShortcuts(app: App, deps: BotDeps): void {
  app.shortcut({ callback_id: ids.shortcuts.checkInGlobal, type: 'shortcut' }, logCheckInShortcut(deps));
  app.shortcut(
    { callback_id: ids.shortcuts.checkInMessage, type: 'message_action' },
    logMessageShortcut(deps),
  );
  app.shortcut({ callback_id: ids.shortcuts.askTeam, type: 'message_action' }, askTeamShortcut(deps));
  app.shortcut({ callback_id: ids.shortcuts.replyHelped, type: 'message_action' }, replyHelpedShortcut(deps));
}

import type { App } from '@slack/bolt';
import type { BotDeps } from '../bot-deps';
import { ids } from '../ids';
import { logCheckInShortcut } from './log-check-in';
import { logMessageShortcut } from './log-message';

export function registerShortcuts(app: App, deps: BotDeps): void {
  app.shortcut({ callback_id: ids.shortcuts.checkInGlobal, type: 'shortcut' }, logCheckInShortcut(deps));
  app.shortcut(
    { callback_id: ids.shortcuts.checkInMessage, type: 'message_action' },
    logMessageShortcut(deps),
  );
}

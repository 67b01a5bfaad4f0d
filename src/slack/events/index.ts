import type { App } from '@slack/bolt';
import type { BotDeps } from '../bot-deps';
import { channelChanged } from './channel';
import { homeOpened } from './home-opened';
import { messagePosted } from './message';
import { userChanged } from './user-change';

export function registerEvents(app: App, deps: BotDeps): void {
  app.event('app_home_opened', homeOpened(deps));
  app.event('message', messagePosted(deps));
  app.event('user_change', userChanged(deps));
  registerChannelEvents(app, deps);
}

/** Slack now and then withholds the ones that only whoever goes is told. */
function registerChannelEvents(app: App, deps: BotDeps): void {
  const here = channelChanged(deps, true);
  const gone = channelChanged(deps, false);
  app.event('member_joined_channel', here);
  app.event('channel_unarchive', here);
  app.event('group_unarchive', here);
  app.event('member_left_channel', gone);
  app.event('channel_left', gone);
  app.event('group_left', gone);
  app.event('channel_archive', gone);
  app.event('group_archive', gone);
  app.event('channel_deleted', gone);
  app.event('group_deleted', gone);
}

import { BOT_ID, BOT_USER_ID } from '../state/bot';
import type { Method } from './method';

export const authTest: Method = {
  token: 'bot',
  scopes: [],
  run: ({ world }) => ({
    url: `https://${world.team.domain}.slack.com/`,
    team: world.team.name,
    user: world.users.get(BOT_USER_ID).name,
    team_id: world.team.id,
    user_id: BOT_USER_ID,
    bot_id: BOT_ID,
    is_enterprise_install: false,
  }),
};

export const appsConnectionsOpen: Method = {
  token: 'app',
  scopes: [],
  run: ({ socketUrl }) => ({ url: socketUrl() }),
};

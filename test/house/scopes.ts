/** Reading channels of every kind that Banso works in: public, private, and direct messages with a person. */
const HISTORY = ['channels:history', 'groups:history', 'im:history'];
const CHANNELS = ['channels:read', 'groups:read'];

/** The bot scopes that each Web API method needs, as its page in Slack's documentation lists them. */
const METHOD_SCOPES: Record<string, string[]> = {
  'auth.test': [],
  'apps.connections.open': [],
  'canvases.create': ['canvases:write'],
  'canvases.edit': ['canvases:write'],
  'chat.delete': ['chat:write'],
  'chat.getPermalink': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': HISTORY,
  'conversations.info': CHANNELS,
  'conversations.members': CHANNELS,
  'conversations.open': ['im:write'],
  'conversations.replies': HISTORY,
  'files.info': ['files:read'],
  filesUploadV2: ['files:write'],
  'users.info': ['users:read'],
  'users.list': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};

/** The scopes that each event needs. */
const EVENT_SCOPES: Record<string, string[]> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  channel_archive: ['channels:read'],
  channel_deleted: ['channels:read'],
  channel_left: ['channels:read'],
  channel_unarchive: ['channels:read'],
  group_archive: ['groups:read'],
  group_deleted: ['groups:read'],
  group_left: ['groups:read'],
  group_unarchive: ['groups:read'],
  member_joined_channel: CHANNELS,
  member_left_channel: CHANNELS,
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  tokens_revoked: [],
  user_change: ['users:read'],
};

const FAMILY = 'apps|auth|canvases|chat|conversations|dnd|files|reactions|team|usergroups|users|views';

/** `client.chat.postMessage(`, `apiCall('chat.postMessage'` and `client.filesUploadV2(`. */
const CALL = new RegExp(
  `\\.((?:${FAMILY})\\.[a-z]\\w*(?:\\.\\w+)*|filesUploadV2)\\s*\\(|['"]((?:${FAMILY})\\.[a-z]\\w+)['"]`,
  'gi',
);

/** The Web API methods that a text calls, sorted; `say` is Bolt's `chat.postMessage`. */
export function methodsCalled(text: string): string[] {
  const found = [...text.matchAll(CALL)].map(([, direct, named]) => direct ?? named ?? '');
  const said = /\bsay\(/.test(text) ? ['chat.postMessage'] : [];
  return [...new Set([...found, ...said])].sort();
}

/**
 * The scopes of a method.
 * @throws Error for a method that nobody has looked up yet.
 */
export function methodScopes(method: string): string[] {
  return look(METHOD_SCOPES, method, 'method');
}

/** The scopes of an event subscription; throws as `methodScopes` does. */
export function eventScopes(event: string): string[] {
  return look(EVENT_SCOPES, event, 'event');
}

function look(table: Record<string, string[]>, key: string, kind: string): string[] {
  const scopes = table[key];
  if (!scopes) throw new Error(`test/house/scopes.ts does not know which scopes the ${kind} ${key} needs`);
  return scopes;
}

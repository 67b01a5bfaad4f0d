import { type Logger, LogLevel, WebClient, type WebClientOptions } from '@slack/web-api';
import { type Emulator, type EmulatorOptions, type Manifest, startEmulator } from '../../src/emulator';

const WORKSPACE = {
  team: { id: 'T0TEST', name: 'Test team', domain: 'test-team' },
  users: [
    { id: 'U0AKI', name: '青木', tz: 'Asia/Tokyo', locale: 'ja-JP' },
    { id: 'U0KIM', name: 'Kim', tz: 'America/Los_Angeles', locale: 'en-US' },
    { id: 'U0OUT', name: 'outsider', tz: 'Europe/Paris', locale: 'en-US' },
  ],
  channels: [
    { id: 'C0TEAM', name: 'team', members: 'all' as const },
    { id: 'C0AWAY', name: 'without-bot', members: ['U0AKI'] },
    { id: 'C0PRIV', name: 'private', private: true, members: ['U0AKI', 'U0BOTBANSO'] },
    { id: 'C0HIDDEN', name: 'hidden', private: true, members: ['U0AKI'] },
  ],
};

const SCOPES = [
  'commands',
  'chat:write',
  'users:read',
  'im:write',
  'im:read',
  'im:history',
  'channels:read',
  'channels:history',
  'groups:read',
  'groups:history',
];

/** A manifest that allows everything the tests do. */
export function manifest(change: { scopes?: string[]; events?: string[] } = {}): Manifest {
  return {
    display_information: { name: 'Tester' },
    features: {
      app_home: { home_tab_enabled: true },
      slash_commands: [{ command: '/checkin' }],
      shortcuts: [
        { name: 'Global', type: 'global', callback_id: 'global_one' },
        { name: 'Message', type: 'message', callback_id: 'message_one' },
      ],
    },
    oauth_config: { scopes: { bot: change.scopes ?? SCOPES } },
    settings: {
      event_subscriptions: {
        bot_events: change.events ?? ['app_home_opened', 'user_change', 'message.channels', 'message.im'],
      },
    },
  };
}

export function start(options: Partial<EmulatorOptions> = {}): Promise<Emulator> {
  return startEmulator({ manifest: manifest(), workspace: WORKSPACE, ...options });
}

/** The client prints every refusal; here they are expected. */
const SILENT: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

/** The real client, without retries of its own. */
export function client(emulator: Emulator, options: WebClientOptions & { token?: string } = {}): WebClient {
  const { token = emulator.botToken, ...others } = options;
  return new WebClient(token, {
    slackApiUrl: emulator.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: SILENT,
    ...others,
  });
}

/** What Slack's refusal says: its code and the paths. */
export async function refusalOf(call: Promise<unknown>): Promise<{ error: string; messages: string[] }> {
  try {
    await call;
  } catch (error) {
    const { data } = error as { data?: { error: string; response_metadata?: { messages?: string[] } } };
    if (!data) throw error;
    return { error: data.error, messages: data.response_metadata?.messages ?? [] };
  }
  throw new Error('the call was expected to be refused');
}

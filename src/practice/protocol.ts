import type {
  Block,
  Channel,
  Ephemeral,
  FormErrors,
  Message,
  Refusal,
  SlackFile,
  Target,
  User,
  View,
} from '../emulator';

/**
 * What the page of the practice workspace and its server say to each other. Types only: the page is built for the
 * browser and takes no code from here.
 *
 * GET  /api/people                                       PersonShown[]: whom one can be
 * GET  /api/stream?as=U…                                a StreamEvent per server-sent event; a Scene first
 * GET  /api/messages?as=U…&channel=C…[&before=ts]       MessagePage: the newest, or those before a ts
 * GET  /api/thread?as=U…&channel=C…&ts=…                ThreadPage
 * POST /api/do                                          DoRequest → Outcome
 * POST /api/file?as=U…&view=V…&block=…&action=…&name=…  the file's bytes → FileOutcome
 */
export interface Scene {
  me: PersonShown;
  /** Everybody, the bot included: to be, and to draw mentions with. */
  people: PersonShown[];
  botId: string;
  /** Channels that I am in, and my direct messages with the bot. */
  conversations: Conversation[];
  ephemerals: Ephemeral[];
  /** My open modals, the one on top last, with what I typed in them. */
  modals: View[];
  home: View | null;
  app: AppShown;
  refusals: Refusal[];
  clock: ClockShown;
}

export type PersonRole = 'lead' | 'supporter' | 'mentor' | 'advisor' | 'guest' | 'bot';

export interface PersonShown extends User {
  role: PersonRole;
  /** The language of the team that she belongs to; null: she belongs to none. */
  teamLocale: 'ja' | 'en' | null;
}

export interface Conversation extends Pick<Channel, 'id' | 'name' | 'kind' | 'archived' | 'members'> {
  /** Messages of others after what I read last; replies in threads don't count. */
  unread: number;
  /** Null: nothing was read yet. */
  lastReadTs: string | null;
  /** Whether a person may write there; the bot's manifest can make its direct messages read-only. */
  writable: boolean;
}

/** What the app's manifest offers. */
export interface AppShown {
  name: string;
  homeEnabled: boolean;
  commands: { command: string; description: string; usageHint: string }[];
  shortcuts: { name: string; description: string; type: 'global' | 'message'; callbackId: string }[];
}

export interface ClockShown {
  /** The practice time, in ISO 8601 and UTC; it runs on as the system's clock does. */
  now: string;
  /** IANA name of the program's time zone. */
  zone: string;
  /** Where time is being moved to, while it is. */
  movingTo: string | null;
}

export type StreamEvent =
  | { kind: 'scene'; scene: Scene }
  | { kind: 'message'; channel: string; message: Message; isNew: boolean }
  | { kind: 'message_deleted'; channel: string; ts: string; threadTs: string | null }
  | { kind: 'ephemeral'; ephemeral: Ephemeral }
  | { kind: 'ephemeral_deleted'; ts: string }
  | { kind: 'modals'; modals: View[] }
  | { kind: 'home'; home: View | null }
  | { kind: 'people'; people: PersonShown[] }
  | { kind: 'conversations'; conversations: Conversation[] }
  | { kind: 'refusal'; refusal: Refusal }
  | { kind: 'clock'; clock: ClockShown };

/** Messages of a channel without replies (but broadcast ones), oldest first. */
export interface MessagePage {
  messages: Message[];
  hasOlder: boolean;
}

/** A thread: its parent first, if it is still there. */
export interface ThreadPage {
  messages: Message[];
}

/**
 * What is typed or chosen, by block and action: an option by its value, several as a list, a date as YYYY-MM-DD, a
 * time as HH:MM, files by their ids, a number as text; null clears.
 */
export type Values = Record<string, Record<string, unknown>>;

export interface DoRequest {
  as: string;
  doing: Doing;
}

export type Doing =
  | { kind: 'command'; channel: string; line: string }
  | { kind: 'say'; channel: string; text: string; threadTs?: string }
  | { kind: 'edit'; channel: string; ts: string; text: string }
  | { kind: 'delete'; channel: string; ts: string }
  | { kind: 'dismiss'; ts: string }
  /**
   * Presses a button or chooses something that the app is told of at once. In a modal, `values` go with it; `viewId`
   * names the modal that is meant, and nothing is done when it isn't on top any more.
   */
  | {
      kind: 'act';
      target: Target;
      viewId?: string;
      blockId: string;
      actionId: string;
      choice?: unknown;
      values?: Values;
    }
  | { kind: 'suggest'; target: Target; viewId?: string; blockId: string; actionId: string; query: string }
  /** Keeps what is typed in the modal on top, without telling the app, so that a reload loses nothing. */
  | { kind: 'type'; viewId: string; values: Values }
  | { kind: 'submit'; viewId: string; values: Values }
  | { kind: 'close'; viewId: string }
  | { kind: 'global_shortcut'; callbackId: string }
  | { kind: 'message_shortcut'; callbackId: string; channel: string; ts: string }
  | { kind: 'open_home' }
  | { kind: 'read'; channel: string; ts: string }
  | { kind: 'locale'; locale: 'ja-JP' | 'en-US' }
  | { kind: 'move_clock'; to: ClockMove };

/** The next digest's hour that is on a later day; the same hour a day or a week later. */
export type ClockMove = 'next_morning' | 'next_day' | 'next_week';

export type Outcome =
  | { ok: true; options?: OptionShown[]; errors?: FormErrors }
  /** What a person would see go wrong: Slack's code (operation_timeout, …), or not_possible with a detail. */
  | { ok: false; code: string; detail: string };

export type FileOutcome = { ok: true; file: SlackFile } | { ok: false; code: string; detail: string };

/** An option, or a group of them, as the app gave it. */
export type OptionShown = Record<string, unknown>;

export type { Block, Ephemeral, FormErrors, Message, Refusal, SlackFile, Target, User, View };

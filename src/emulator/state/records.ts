import type { JsonObject } from '../json';

export interface Team {
  id: string;
  name: string;
  domain: string;
}

export interface User {
  id: string;
  name: string;
  /** IANA name. */
  tz: string;
  /** For example `ja-JP`. */
  locale: string;
  deleted: boolean;
  isBot: boolean;
  /** Sees only some channels of the workspace. */
  guest?: boolean | undefined;
  /** Her workspace, where it is another organisation's that shares a channel. */
  teamId?: string | undefined;
}

export interface Channel {
  id: string;
  name: string;
  kind: 'public' | 'private' | 'im';
  archived: boolean;
  members: string[];
}

/** A block as it is kept: Slack has given it a block_id if it brought none. */
export type Block = JsonObject & { type: string; block_id: string };

export interface Metadata {
  event_type: string;
  event_payload: JsonObject;
}

/** A message as the Web API shows it. */
export interface Message {
  type: 'message';
  ts: string;
  text: string;
  user: string;
  team: string;
  bot_id?: string;
  app_id?: string;
  blocks?: Block[];
  attachments?: JsonObject[];
  metadata?: Metadata;
  thread_ts?: string;
  /** Of a reply: who wrote what it replies to. */
  parent_user_id?: string;
  reply_count?: number;
  reply_users?: string[];
  reply_users_count?: number;
  latest_reply?: string;
  subtype?: string;
  /** What a person attached. */
  files?: SlackFile[];
  /** Of what Slack's client leaves out of its count, such as the tombstone of a deleted parent. */
  hidden?: true;
  edited?: { user: string; ts: string };
}

/** A message that only one person sees. */
export interface Ephemeral {
  channel: string;
  user: string;
  ts: string;
  text: string;
  blocks?: Block[];
  thread_ts?: string;
}

/** A file a person uploaded, as it stands in `state.values` and as `files.info` gives it. */
export interface SlackFile {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  filetype: string;
  /** In bytes. */
  size: number;
  user: string;
  /** Unix seconds. */
  created: number;
  url_private: string;
  url_private_download: string;
}

/** block_id → action_id → value, as in a view_submission. */
export type StateValues = Record<string, Record<string, JsonObject>>;

export interface PlainText {
  type: 'plain_text';
  text: string;
  emoji?: boolean;
}

/** A modal or Home view as Slack shows it to the app. */
export interface View {
  id: string;
  team_id: string;
  type: 'modal' | 'home';
  blocks: Block[];
  private_metadata: string;
  callback_id: string;
  external_id: string;
  title: PlainText;
  submit: PlainText | null;
  close: PlainText | null;
  clear_on_close: boolean;
  notify_on_close: boolean;
  state: { values: StateValues };
  hash: string;
  root_view_id: string;
  previous_view_id: string | null;
  app_id: string;
  app_installed_team_id: string;
  bot_id: string;
}

import { missingArgument } from '../blocks/refusal';
import type { JsonObject } from '../json';
import type { Channel } from '../state/records';
import type { World } from '../state/world';

/** What a method may use. */
export interface MethodContext {
  world: World;
  /** The url of a new Socket Mode connection. */
  socketUrl(): string;
}

/** One Web API method. */
export interface Method {
  token: 'bot' | 'app';
  /** The scopes of which the token needs one; none when empty. */
  scopes: readonly string[] | ((args: JsonObject, world: World) => readonly string[]);
  /** Answers, or throws SlackError. */
  run(context: MethodContext, args: JsonObject): JsonObject;
}

/** @throws SlackError `invalid_arguments` when it is missing */
export function required(args: JsonObject, name: string): string {
  const value = args[name];
  if (value === undefined || value === '') throw missingArgument(name);
  return String(value);
}

/** A boolean argument: a form brings it as text. */
export function flag(args: JsonObject, name: string): boolean {
  return args[name] === true || args[name] === 'true' || args[name] === '1';
}

const SCOPE_PREFIX: Record<Channel['kind'], string> = { public: 'channels', private: 'groups', im: 'im' };

/** The scopes of a conversations method: they depend on the kind of channel. */
export function conversationScopes(right: 'read' | 'history'): Method['scopes'] {
  return (args, world) => {
    const channel = world.channels.find(String(args.channel));
    if (channel) return [`${SCOPE_PREFIX[channel.kind]}:${right}`];
    return Object.values(SCOPE_PREFIX).map((prefix) => `${prefix}:${right}`);
  };
}

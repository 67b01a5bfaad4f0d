import { setTimeout as delay } from 'node:timers/promises';
import { SlackError } from '../errors';
import type { Fault, Faults } from '../faults';
import { imIdOf } from '../ids';
import { copy, type JsonObject, objectsIn } from '../json';
import { findMethod } from '../methods/catalog';
import type { Method, MethodContext } from '../methods/method';
import type { ApiCall } from '../state/changes';
import type { Answer } from './answer';
import type { RateLimit } from './rate-limit';

type Result = ApiCall['result'];

/** The tokens that Slack gave the app. */
export interface Tokens {
  botToken: string;
  appToken: string;
}

/** Answers Web API calls: token, scope, fault, rate limit, method; and keeps a record of each. */
export class WebApi {
  readonly calls: ApiCall[] = [];

  constructor(
    private readonly context: MethodContext,
    private readonly tokens: Tokens,
    private readonly faults: Faults,
    private readonly rateLimit: RateLimit,
    private readonly closing: AbortSignal,
  ) {}

  async handle(name: string, token: string | undefined, args: JsonObject): Promise<Answer> {
    const { token: _bodyToken, ...given } = args;
    const refused = this.#gate(name, token, given);
    if (refused) return this.#answer(name, given, refused);
    const fault = this.faults.take(name, given);
    if (fault) return this.#faulty(name, given, fault);
    return this.#limited(name, given) ?? this.#answer(name, given, this.#run(name, given));
  }

  /** Unknown method, token, scope: what Slack looks at before the arguments. */
  #gate(name: string, token: string | undefined, args: JsonObject): Result | undefined {
    const method = findMethod(name);
    if (!method) return { ok: false, error: 'unknown_method', req_method: name };
    if (!token) return { ok: false, error: 'not_authed' };
    const { botToken, appToken } = this.tokens;
    if (token !== botToken && token !== appToken) return { ok: false, error: 'invalid_auth' };
    const expected = method.token === 'bot' ? botToken : appToken;
    if (token !== expected) return { ok: false, error: 'not_allowed_token_type' };
    return this.#missingScope(method, args);
  }

  #missingScope(method: Method, args: JsonObject): Result | undefined {
    const { world } = this.context;
    const needed = typeof method.scopes === 'function' ? method.scopes(args, world) : method.scopes;
    if (needed.length === 0 || needed.some((scope) => world.scopes.includes(scope))) return undefined;
    return {
      ok: false,
      error: 'missing_scope',
      needed: needed.join(','),
      provided: world.scopes.join(','),
    };
  }

  #run(name: string, args: JsonObject): Result {
    try {
      const answer = findMethod(name)?.run(this.context, args) ?? {};
      return { ok: true, ...copy(answer) };
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      return { ok: false, error: error.code, ...error.extra };
    }
  }

  #limited(name: string, args: JsonObject): Answer | undefined {
    if (name !== 'chat.postMessage') return undefined;
    const id = String(args.channel);
    const seconds = this.rateLimit.take(/^[UW]/.test(id) ? imIdOf(id) : id);
    return seconds > 0 ? this.#tooMany(name, args, seconds) : undefined;
  }

  #tooMany(name: string, args: JsonObject, seconds: number): Answer {
    const result = { ok: false, error: 'ratelimited' };
    this.#record(name, args, result);
    return { status: 429, body: result, headers: { 'retry-after': String(seconds) } };
  }

  async #faulty(name: string, args: JsonObject, fault: Fault): Promise<Answer> {
    switch (fault.kind) {
      case 'error':
        return this.#answer(name, args, { ok: false, error: fault.error });
      case 'rate_limited':
        return this.#tooMany(name, args, fault.retryAfterSeconds);
      case 'http':
        this.#record(name, args, { ok: false, error: `http_${fault.status}` });
        return { status: fault.status, body: 'the emulator was told to fail' };
      case 'slow':
        await delay(fault.ms, undefined, { signal: this.closing }).catch(() => undefined);
        return this.#answer(name, args, this.#run(name, args));
      case 'timeout': {
        const lost = { ok: false, error: 'lost_before_the_effect' };
        this.#record(name, args, fault.effect === 'after' ? this.#run(name, args) : lost);
        return { broken: fault.connection ?? 'hang' };
      }
    }
  }

  #answer(name: string, args: JsonObject, result: Result): Answer {
    this.#record(name, args, result);
    const scopes = this.context.world.scopes.join(',');
    return { status: 200, body: result, headers: { 'x-oauth-scopes': scopes } };
  }

  #record(method: string, args: JsonObject, result: Result): void {
    const { world } = this.context;
    const call: ApiCall = { method, args: copy(args), result, at: world.clock.now() };
    this.calls.push(call);
    world.changes.emit({ kind: 'call', call });
    if (!result.ok) world.refuse(method, String(result.error), detailsOf(result));
  }
}

function detailsOf(result: Result): string[] {
  if (Array.isArray(result.errors)) return result.errors.map(String);
  return objectsIn([result]).flatMap(({ needed }) => (needed ? [`needs the scope ${String(needed)}`] : []));
}

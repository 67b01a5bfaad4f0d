import { setTimeout as delay } from 'node:timers/promises';
import { SlackError } from '../errors';
import type { Fault, Faults } from '../faults';
import { imIdOf } from '../ids';
import { copy, type JsonObject } from '../json';
import { findMethod } from '../methods/catalog';
import type { Method, MethodContext } from '../methods/method';
import type { ApiCall } from '../state/changes';
import { remember } from '../state/memory';
import type { Answer } from './answer';
import type { RateLimit } from './rate-limit';

type Result = ApiCall['result'];

/** A result, and for a refused one what a developer should look at. */
interface Outcome {
  result: Result;
  details?: readonly string[];
}

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
  #gate(name: string, token: string | undefined, args: JsonObject): Outcome | undefined {
    const method = findMethod(name);
    if (!method) return failed('unknown_method', { req_method: name });
    if (!token) return failed('not_authed');
    const { botToken, appToken } = this.tokens;
    if (token !== botToken && token !== appToken) return failed('invalid_auth');
    const expected = method.token === 'bot' ? botToken : appToken;
    if (token !== expected) {
      return failed('not_allowed_token_type', {}, [`needs the ${method.token} token`]);
    }
    return this.#missingScope(method, args);
  }

  #missingScope(method: Method, args: JsonObject): Outcome | undefined {
    const { world } = this.context;
    const needed = typeof method.scopes === 'function' ? method.scopes(args, world) : method.scopes;
    if (needed.length === 0 || needed.some((scope) => world.scopes.includes(scope))) return undefined;
    const scopes = needed.join(',');
    return failed('missing_scope', { needed: scopes, provided: world.scopes.join(',') }, [
      `needs the scope ${scopes}`,
    ]);
  }

  #run(name: string, args: JsonObject): Outcome {
    try {
      const answer = findMethod(name)?.run(this.context, args) ?? {};
      return { result: { ok: true, ...copy(answer) } };
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      return failed(error.code, error.extra, error.details);
    }
  }

  #limited(name: string, args: JsonObject): Answer | undefined {
    if (name !== 'chat.postMessage') return undefined;
    const id = String(args.channel);
    const seconds = this.rateLimit.take(/^[UW]/.test(id) ? imIdOf(id) : id);
    return seconds > 0 ? this.#tooMany(name, args, seconds) : undefined;
  }

  #tooMany(name: string, args: JsonObject, seconds: number): Answer {
    const limited = failed('ratelimited', {}, [`wait ${seconds} s`]);
    this.#record(name, args, limited);
    return { status: 429, body: limited.result, headers: { 'retry-after': String(seconds) } };
  }

  async #faulty(name: string, args: JsonObject, fault: Fault): Promise<Answer> {
    switch (fault.kind) {
      case 'error':
        return this.#answer(name, args, failed(fault.error));
      case 'rate_limited':
        return this.#tooMany(name, args, fault.retryAfterSeconds);
      case 'http':
        this.#record(
          name,
          args,
          failed(`http_${fault.status}`, {}, [`answered with status ${fault.status}`]),
        );
        return { status: fault.status, body: 'the emulator was told to fail' };
      case 'slow':
        await delay(fault.ms, undefined, { signal: this.closing }).catch(() => undefined);
        return this.#answer(name, args, this.#run(name, args));
      case 'timeout':
        return this.#unanswered(name, args, fault);
    }
  }

  #unanswered(
    name: string,
    args: JsonObject,
    { effect, connection = 'hang' }: Extract<Fault, { kind: 'timeout' }>,
  ): Answer {
    const detail = connection === 'hang' ? 'nothing was answered' : 'the connection was cut';
    if (effect === 'before') {
      this.#record(name, args, failed('lost_before_the_effect', {}, [detail]));
    } else {
      this.#record(name, args, this.#run(name, args));
      this.context.world.refuse(name, 'lost_after_the_effect', [detail]);
    }
    return { broken: connection };
  }

  #answer(name: string, args: JsonObject, outcome: Outcome): Answer {
    this.#record(name, args, outcome);
    const scopes = this.context.world.scopes.join(',');
    return { status: 200, body: outcome.result, headers: { 'x-oauth-scopes': scopes } };
  }

  #record(method: string, args: JsonObject, { result, details }: Outcome): void {
    const { world } = this.context;
    const call: ApiCall = { method, args: copy(args), result, at: world.clock.now() };
    remember(this.calls, call, world.remembered);
    world.changes.emit({ kind: 'call', call });
    if (!result.ok) world.refuse(method, String(result.error), details);
  }
}

function failed(error: string, extra: JsonObject = {}, details: readonly string[] = []): Outcome {
  return { result: { ok: false, error, ...extra }, details };
}

import { newId } from '../ids';

const LIFETIME_MS = 30 * 60_000;
const MOST_USES = 5;

/** Long after its end a url is still told apart from one that never was; then it is forgotten. */
const FORGOTTEN_AFTER_MS = 4 * LIFETIME_MS;

/** Where an answer by response_url goes. */
export interface ResponseTarget {
  channelId: string;
  userId: string;
  /** The message the person acted on, if any: what `replace_original` replaces. */
  message?: { ts: string; ephemeral: boolean; threadTs?: string };
}

/** Response urls: five uses within thirty minutes (SLACK.md, Deadlines and limits). */
export class ResponseUrls {
  #byId = new Map<string, { target: ResponseTarget; issuedAt: number; uses: number }>();

  /** @returns the id at the end of the url */
  issue(target: ResponseTarget, now: Date): string {
    this.#forgetBefore(now.getTime() - FORGOTTEN_AFTER_MS);
    const id = newId('R');
    this.#byId.set(id, { target, issuedAt: now.getTime(), uses: 0 });
    return id;
  }

  /** Uses the url once; a code when Slack would refuse. */
  use(id: string, now: Date): ResponseTarget | 'invalid_url' | 'expired_url' | 'used_url' {
    const entry = this.#byId.get(id);
    if (!entry) return 'invalid_url';
    if (now.getTime() - entry.issuedAt > LIFETIME_MS) return 'expired_url';
    if (entry.uses >= MOST_USES) return 'used_url';
    entry.uses += 1;
    return entry.target;
  }

  #forgetBefore(instant: number): void {
    for (const [id, { issuedAt }] of this.#byId) if (issuedAt < instant) this.#byId.delete(id);
  }
}

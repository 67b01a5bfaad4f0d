import { setTimeout as pause } from 'node:timers/promises';
import { Pool, type PoolClient } from 'pg';
import pino from 'pino';
import { openPool } from '../../src/deps';

type OpenPool = typeof openPool;

/** Connections that outlive those who use them: to begin one takes longer than what most tests ask of it. */
export interface KeptPools {
  /** Like `openPool`; what it opens ends for its user alone. */
  open: OpenPool;
  /** Waits until nobody uses any. */
  idle(): Promise<void>;
  end(): Promise<void>;
}

/** What such a connection is called, for the database. */
export const keptName = 'kept';

export function keepPools(): KeptPools {
  const kept = new Map<string, Pool>();
  const all = async (work: (pool: Pool) => Promise<void>) => {
    await Promise.all([...kept.values()].map(work));
  };
  const open: OpenPool = (url, _logger, limits) => {
    const key = JSON.stringify([url, limits]);
    const pool = kept.get(key) ?? openPool(url, pino({ level: 'silent' }), { ...limits, ...lasting });
    kept.set(key, pool);
    return new LentPool(pool);
  };
  return { open, idle: () => all(untilIdle), end: () => all((pool) => pool.end()) };
}

/** Idle, they don't keep their process from ending. */
const lasting = { application_name: keptName, idleTimeoutMillis: 0, allowExitOnIdle: true };

type WithClient = Parameters<Pool['connect']>[0];

/** What one user sees of a pool that is kept: once it has ended, it refuses as any other. */
class LentPool extends Pool {
  readonly #kept: Pool;

  constructor(kept: Pool) {
    super();
    this.#kept = kept;
  }

  override connect(): Promise<PoolClient>;
  override connect(withClient: WithClient): void;
  override connect(withClient?: WithClient) {
    if (this.ending) return withClient ? super.connect(withClient) : super.connect();
    return withClient ? this.#kept.connect(withClient) : this.#kept.connect();
  }

  override async end(): Promise<void> {
    await super.end();
    await untilIdle(this.#kept);
  }
}

async function untilIdle(pool: Pool): Promise<void> {
  while (pool.waitingCount > 0 || pool.idleCount < pool.totalCount) await pause(1);
}

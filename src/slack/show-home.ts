import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Home, HomeKey } from '../db/homes';
import { messagesFor } from '../i18n';
import { homeJob, type JobRequest } from '../jobs/catalog';
import { buildHome } from '../usecases/build-home';
import type { Context } from '../usecases/context';
import { claimHome, closeHome, giveBackHome, homeLeaseMs, recordHome } from '../usecases/draw-home';
import { guestHome } from './home/guest';
import { homeView } from './home/view';
import { slackFailure } from './outcome';

/** How long Slack is left alone after an answer that says neither yes nor no, in milliseconds. */
const retryMs = 30_000;

interface HomeDeps {
  context(): Context;
  logger: Logger;
}

/**
 * Publishes somebody's Home from live data, unless it shows everything. Returns the job that would try again where
 * Slack was busy or somebody else is drawing it; null: that isn't needed.
 */
export async function showHome(
  deps: HomeDeps,
  slack: WebClient,
  key: HomeKey,
): Promise<JobRequest<'home'> | null> {
  const claim = await claimHome(deps.context(), key);
  if (claim.kind === 'upToDate') return null;
  const { home } = claim;
  // Whoever is drawing may have died: then it is ours after her lease.
  if (claim.kind === 'taken') return homeJob(key, home.shownRevision, homeLeaseMs);
  const view = await drawHome(deps.context(), key).catch(async (error: unknown) => {
    await giveBackHome(deps.context(), home);
    throw error;
  });
  try {
    if (view) await slack.views.publish({ user_id: key.userId, view });
  } catch (error) {
    return giveUp(deps, home, error);
  }
  await recordHome(deps.context(), home);
  return null;
}

async function drawHome({ db, now }: Context, key: HomeKey) {
  const built = await buildHome(db, key, now);
  if (!built) return null;
  const t = messagesFor(built.locale);
  return built.home ? homeView(built.home, t) : guestHome(t);
}

/** A failure costs nobody more than an older Home: it is logged, and tried again where that may help. */
async function giveUp(
  { context, logger }: HomeDeps,
  home: Home,
  error: unknown,
): Promise<JobRequest<'home'> | null> {
  const failure = slackFailure(error);
  const code = failure.kind === 'rateLimited' ? 'ratelimited' : failure.code;
  logger.warn({ user: home.userId, code }, "Home can't be published");
  if (failure.kind === 'refused' || failure.kind === 'unreachable') {
    await closeHome(context(), home);
    return null;
  }
  await giveBackHome(context(), home);
  if (failure.kind === 'locked') return null;
  return homeJob(home, home.shownRevision, failure.kind === 'rateLimited' ? failure.afterMs : retryMs);
}

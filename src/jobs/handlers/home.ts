import { showHome } from '../../slack/show-home';
import type { JobData } from '../catalog';
import { RunAgainLater } from '../processor';
import type { JobDeps } from './deps';

/** Draws the Home of somebody who has opened it, from live data. */
export async function home(deps: JobDeps, whose: JobData<'home'>): Promise<void> {
  const again = await showHome(deps, await deps.slackFor(whose), whose);
  if (again) throw new RunAgainLater(again.delayMs);
}

import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { WorkspaceScope } from '../../domain/scope';
import type { Metrics } from '../../metrics';
import type { Context } from '../../usecases/context';

/** What a job's handler is given. */
export interface JobDeps {
  /** A context of this instant. */
  context(): Context;
  /** The client for a workspace: no retries and no waiting of its own, with a time-out. */
  slackFor(scope: WorkspaceScope): Promise<WebClient>;
  logger: Logger;
  metrics: Metrics;
}

/** Jobs that one worker works on at once. */
export const jobsAtOnce = 8;

/** How fast the worker goes, in milliseconds. */
export interface Pace {
  /** How often what is due is looked for. */
  sweepEveryMs: number;
  /** How often a worker makes sure that the sweep is still scheduled. */
  scheduleCheckMs: number;
  /** How long the queue waits for a sign of life before it gives a job to another worker. */
  jobLockMs: number;
  /**
   * How long one call to Slack may take: three of them fit well into a delivery's lease, and one that has begun
   * ends before a closing process must.
   */
  slackTimeoutMs: number;
  /** How long a closing worker waits for its queue: jobs that have begun are over by then. */
  closingMs: number;
}

export const usualPace: Pace = {
  sweepEveryMs: 30_000,
  scheduleCheckMs: 10_000,
  jobLockMs: 30_000,
  slackTimeoutMs: 7000,
  closingMs: 8000,
};

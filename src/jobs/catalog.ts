import { z } from 'zod';

/** Every job there is, with its payload: ids only. The handlers must cover each one (jobs/handlers). */
export const jobs = {
  /** Plans what has come due and queues again what was planned or claimed but not finished. */
  sweep: z.strictObject({}),
  /** Posts one delivery. */
  deliver: z.strictObject({ deliveryId: z.uuid() }),
  /** Draws a posted list again, since something happened to a learner on it. */
  refresh: z.strictObject({ deliveryId: z.uuid() }),
  /** Draws the Home of somebody who has opened it, since something in it happened. */
  home: z.strictObject({ workspaceId: z.string(), userId: z.string() }),
};

export type JobName = keyof typeof jobs;
export type JobData<N extends JobName> = z.infer<(typeof jobs)[N]>;

/** A job to be queued. Two requests of one id are one job until it has run. */
export interface JobRequest<N extends JobName = JobName> {
  name: N;
  /** No integer and without `:` (BullMQ refuses those). */
  id: string;
  data: JobData<N>;
  delayMs: number;
}

/** How long changes to one list or Home are gathered before it is drawn again, in milliseconds. */
const gatherMs = 1000;

export function deliverJob(deliveryId: string, attempt: number, delayMs = 0): JobRequest<'deliver'> {
  return { name: 'deliver', id: `deliver-${deliveryId}-${attempt}`, data: { deliveryId }, delayMs };
}

/**
 * The id carries the revision that the message shows: all changes since then share one job, and a change
 * that comes after it has been drawn gets a job of its own.
 */
export function refreshJob(deliveryId: string, shownRevision: number): JobRequest<'refresh'> {
  return {
    name: 'refresh',
    id: `refresh-${deliveryId}-${shownRevision}`,
    data: { deliveryId },
    delayMs: gatherMs,
  };
}

/** As for a list: the id carries the revision that her Home shows. */
export function homeJob(
  { workspaceId, userId }: JobData<'home'>,
  shownRevision: number,
  delayMs = gatherMs,
): JobRequest<'home'> {
  const id = `home-${workspaceId}-${userId}-${shownRevision}`;
  return { name: 'home', id, data: { workspaceId, userId }, delayMs };
}

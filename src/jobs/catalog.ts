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
  /** Works out the due days of a program's next batch of learners, since its policy or calendar changed. */
  restate: z.strictObject({ workspaceId: z.string(), programId: z.uuid() }),
  /** Imports a roster that somebody uploaded. */
  import: z.strictObject({ importId: z.uuid() }),
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

/** How long changes to one list, Home or program are gathered before it is drawn or worked out again, in milliseconds. */
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

/** The id carries where it goes on: each batch is a job of its own, so that a program of many learners lets others through. */
export function restateJob(
  { workspaceId, programId }: JobData<'restate'>,
  { revision, done }: { revision: number; done: number },
): JobRequest<'restate'> {
  const id = `restate-${programId}-${revision}-${done}`;
  return { name: 'restate', id, data: { workspaceId, programId }, delayMs: done === 0 ? gatherMs : 0 };
}

/** The id carries how often it was taken: one that died half-way is a new job. */
export function importJob(importId: string, attempts: number): JobRequest<'import'> {
  return { name: 'import', id: `import-${importId}-${attempts}`, data: { importId }, delayMs: 0 };
}

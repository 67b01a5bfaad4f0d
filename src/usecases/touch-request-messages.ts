import { type CoverRequest, requestsOf } from '../db/cover-requests';
import { touchRequestRows } from '../db/deliveries';
import { refreshJob } from '../jobs/catalog';
import type { Unit } from './context';

/**
 * Has the posted messages that ask for cover show what became of a request: its own, and those of the same absence, as
 * "everyone" means those of whom nobody else is asked by name.
 */
export async function touchRequestMessages(
  { db, jobs }: Unit,
  request: Pick<CoverRequest, 'workspaceId' | 'id' | 'absenceId'>,
): Promise<void> {
  const { id: own, absenceId } = request;
  const ids = absenceId === null ? [own] : (await requestsOf(db, request, absenceId)).map(({ id }) => id);
  for (const { id, status, shownRevision } of await touchRequestRows(db, request, ids)) {
    if (status === 'sent') jobs.push(refreshJob(id, shownRevision));
  }
}

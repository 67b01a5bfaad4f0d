import { touchDelivery } from '../db/deliveries';
import type { Import } from '../db/imports';
import { refreshJob } from '../jobs/catalog';
import type { Unit } from './context';

/** Has the message of an import drawn again. One that isn't posted yet will show the change anyway. */
export async function touchImport(
  { db, jobs }: Pick<Unit, 'db' | 'jobs'>,
  key: Pick<Import, 'workspaceId' | 'id'>,
): Promise<void> {
  const message = await touchDelivery(db, key);
  if (message?.status === 'sent') jobs.push(refreshJob(message.id, message.shownRevision));
}

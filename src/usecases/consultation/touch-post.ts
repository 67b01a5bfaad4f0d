import { touchDelivery } from '../../db/deliveries';
import type { WorkspaceScope } from '../../domain/scope';
import { refreshJob } from '../../jobs/catalog';
import type { Unit } from '../context';

/** Has a consultation's root post, which is the delivery of its id, drawn again. */
export async function touchPost(
  { db, jobs }: Unit,
  { workspaceId, id }: WorkspaceScope & { id: string },
): Promise<void> {
  const post = await touchDelivery(db, { workspaceId, id });
  if (post?.status === 'sent') jobs.push(refreshJob(post.id, post.shownRevision));
}

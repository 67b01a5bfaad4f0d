import { eq } from 'drizzle-orm';
import type { Database } from '../../src/db/client';
import { deliveries } from '../../src/db/schema';
import { createRows } from './rows';
import type { Tenant } from './two-workspaces';

/** A tenant with a row in every table: a live digest of two pages that shows less than has happened, and so on. */
export type FilledTenant = Awaited<ReturnType<typeof fillTenant>>;

export async function fillTenant(db: Database, tenant: Tenant) {
  const { workspaceId, programId } = tenant;
  const rows = createRows(db);
  await rows.carer(tenant, {});
  await rows.pause(tenant, { reason: workspaceId });
  await rows.closure(tenant, { label: workspaceId });
  await rows.correction(tenant, { version: 7 });
  await rows.promise(tenant, { dueOn: '2026-11-24', text: workspaceId });
  await rows.auditEvent(tenant, { details: { of: workspaceId } });
  const unreachableSince = tenant.program.createdAt;
  await rows.member(tenant, { userId: 'U0AWAY', unreachableSince, unreachableBecause: 'account_inactive' });
  const [closed] = await rows.program(tenant, { name: '別', channelId: 'C0SHUT', unreachableSince });
  const sent = {
    kind: 'digest' as const,
    programId,
    recipient: 'C0TEAM',
    status: 'sent' as const,
    channelId: 'C0TEAM',
    ts: '1.0',
    sentAt: tenant.program.createdAt,
    wantedRevision: 2,
    shownRevision: 1,
  };
  const drawingSince = new Date('2026-11-23T23:00:00Z');
  const root = await rows.delivery(tenant, { ...sent, dedupeKey: 'digest-0', drawingSince });
  const parentId = root[0]?.deliveryId ?? '';
  const page = await rows.delivery(tenant, { ...sent, dedupeKey: 'digest-1', page: 1, parentId });
  const pageId = page[0]?.deliveryId ?? '';
  await rows.listed(tenant, { deliveryId: pageId });
  const [home] = await rows.home(tenant, { wantedRevision: 2, shownRevision: 1, drawingSince });
  await rows.delivery(tenant, { dedupeKey: 'reminder' });
  const [delivery] = await db.select().from(deliveries).where(eq(deliveries.id, parentId));
  if (!delivery || !home) throw new Error('delivery and Home: expected a row of each');
  return { ...tenant, delivery, home, pageId, closedProgramId: closed?.id ?? '' };
}

import { eq } from 'drizzle-orm';
import type { Database } from '../../src/db/client';
import { deliveries, policies, programs } from '../../src/db/schema';
import { fillConsultations } from './filled-consultations';
import { createRows } from './rows';
import type { Tenant } from './two-workspaces';

/**
 * A tenant with a row in every table: a live digest of two pages that shows less than has happened, a companion who is
 * away, and so on.
 */
export type FilledTenant = Awaited<ReturnType<typeof fillTenant>>;

export async function fillTenant(db: Database, tenant: Tenant) {
  const { workspaceId, programId } = tenant;
  const rows = createRows(db);
  await rows.carer(tenant, {});
  const [pause] = await rows.pause(tenant, { reason: workspaceId });
  await rows.closure(tenant, { label: workspaceId });
  await rows.restatement(tenant, {});
  await rows.correction(tenant, { version: 7 });
  const [promise] = await rows.promise(tenant, { dueOn: '2026-11-24', text: workspaceId });
  await rows.edit(tenant, {});
  await rows.auditEvent(tenant, { details: { of: workspaceId } });
  const unreachableSince = tenant.program.createdAt;
  await rows.member(tenant, { userId: 'U0AWAY', unreachableSince, unreachableBecause: 'account_inactive' });
  await rows.member(tenant, { userId: 'U0LOOK', nextSecondLookAt: tenant.program.createdAt });
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
  const [rosterImport] = await rows.rosterImport(tenant, {
    status: 'running',
    aliveAt: tenant.program.createdAt,
    attempts: 1,
    fileId: workspaceId,
  });
  await rows.delivery(tenant, { dedupeKey: 'reminder' });
  // One that was missed and recorded, although a check-in kept it; and one that is to be recorded.
  const [breach] = await rows.breach(tenant, { floorOn: '2026-11-21', sinceOn: '2026-11-10' });
  const missed = await tenant.records.learner(tenant, {
    lastContactOn: '2026-11-16',
    floorOn: '2026-11-23',
    dueOn: '2026-11-23',
    watching: true,
  });
  await tenant.records.learner(tenant, { status: 'paused', dueOn: null, floorOn: null, dueReason: 'over' });
  await db.update(programs).set({ seesMessages: true }).where(eq(programs.id, programId));
  await rows.checkInOffer(tenant, { supporterId: 'U0MORI' });
  const covers = await fillCovers(tenant, rows);
  const care = await fillCare(tenant, rows);
  const consultations = await fillConsultations(tenant, rows);
  const [delivery] = await db.select().from(deliveries).where(eq(deliveries.id, parentId));
  const [policy] = await db.select().from(policies).where(eq(policies.programId, programId));
  if (!delivery || !home || !policy || !rosterImport || !promise)
    throw new Error('delivery, Home, policy, import and promise: expected a row of each');
  return {
    ...tenant,
    delivery,
    policy,
    rosterImport,
    home,
    pageId,
    closedProgramId: closed?.id ?? '',
    missedId: missed.id,
    breachId: breach?.id ?? '',
    promiseId: promise.id,
    pauseId: pause?.pauseId ?? '',
    ...covers,
    ...care,
    ...consultations,
  };
}

/** U0MENT, the learner's mentor, is to be told of the check-in, and has answered. */
async function fillCare(tenant: Tenant, rows: ReturnType<typeof createRows>) {
  const [told] = await rows.delivery(tenant, { kind: 'care_team', recipient: 'U0MENT', dedupeKey: 'care' });
  const careMessageId = told?.deliveryId ?? '';
  await rows.flag(tenant, { deliveryId: careMessageId });
  const [answer] = await rows.answer(tenant, { submissionKey: 'V1' });
  return { careMessageId, answerId: answer?.answerId ?? '' };
}

/**
 * U0AOI is away on 24 November. U0MORI has agreed to cover everyone but the learner, for whom she is asked by name;
 * the learner she took for that day all the same.
 */
async function fillCovers(tenant: Tenant, rows: ReturnType<typeof createRows>) {
  const note = tenant.workspaceId;
  const [away] = await rows.absence(tenant, { submissionKey: 'A1' });
  const absenceId = away?.absenceId ?? '';
  const answeredAt = tenant.program.createdAt;
  const agreed = { absenceId, extent: 'everyone', status: 'accepted', answeredAt, note } as const;
  await rows.coverRequest(tenant, agreed);
  const [asked] = await rows.coverRequest(tenant, { absenceId, note, submissionKey: 'R1' });
  const requestId = asked?.requestId ?? '';
  await rows.requestedLearner(tenant, { requestId });
  const [handover] = await rows.coverRequest(tenant, { note, submissionKey: 'H1-U0AOI' });
  await rows.requestedLearner(tenant, { requestId: handover?.requestId ?? '' });
  await rows.dayCover(tenant, {});
  await rows.delivery(tenant, { kind: 'cover_request', recipient: 'U0MORI', requestId });
  return { absenceId, requestId };
}

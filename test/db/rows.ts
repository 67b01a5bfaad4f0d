import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/db/client';
import {
  auditEvents,
  careTeam,
  checkInCorrections,
  closures,
  deliveries,
  deliveryLearners,
  homes,
  members,
  pauses,
  policies,
  programs,
  promises,
  supporters,
} from '../../src/db/schema';
import type { Tenant } from './two-workspaces';

const at = new Date('2026-11-24T00:00:00Z');

type New<T extends { $inferInsert: object }> = Partial<T['$inferInsert']>;

/** Writes one row of a table for a tenant: a valid one but for what is given. */
export function createRows(db: Database) {
  const member = ({ workspaceId }: Tenant, given: New<typeof members>) =>
    db
      .insert(members)
      .values({ workspaceId, userId: 'U0NEW', name: '新', zone: 'Asia/Tokyo', locale: 'ja', ...given });

  const home = ({ workspaceId }: Tenant, given: New<typeof homes>) =>
    db
      .insert(homes)
      .values({ workspaceId, userId: 'U0AOI', openedAt: at, ...given })
      .returning();

  const supporter = ({ workspaceId, programId }: Tenant, given: New<typeof supporters>) =>
    db.insert(supporters).values({ workspaceId, programId, userId: 'U0KUDO', role: 'supporter', ...given });

  const policy = ({ workspaceId, programId }: Tenant, given: New<typeof policies>) =>
    db.insert(policies).values({ workspaceId, programId, effectiveOn: '2026-12-01', setAt: at, ...given });

  const closure = ({ workspaceId, programId }: Tenant, given: New<typeof closures>) =>
    db.insert(closures).values({ workspaceId, programId, closedOn: '2026-12-28', ...given });

  const carer = ({ workspaceId, learner }: Tenant, given: New<typeof careTeam>) =>
    db
      .insert(careTeam)
      .values({ workspaceId, learnerId: learner.id, role: 'mentor', userId: 'U0MENT', ...given });

  const pause = ({ workspaceId, learner }: Tenant, given: New<typeof pauses>) =>
    db
      .insert(pauses)
      .values({ workspaceId, learnerId: learner.id, fromOn: '2026-12-01', toOn: '2026-12-02', ...given });

  const correction = ({ workspaceId, checkIn }: Tenant, given: New<typeof checkInCorrections>) => {
    const { contactedOn, outcome, motivation, unit, studyHours, concerns, note, ...rest } = checkIn;
    const { learnerWords, shareAsWin, flaggedFor } = rest;
    const before = { contactedOn, outcome, motivation, unit, studyHours, concerns, note };
    return db.insert(checkInCorrections).values({
      workspaceId,
      checkInId: checkIn.id,
      version: 1,
      before: { ...before, learnerWords, shareAsWin, flaggedFor, promise: null },
      correctedBy: 'U0AOI',
      correctedAt: at,
      ...given,
    });
  };

  const promise = ({ workspaceId, programId, learner, checkIn }: Tenant, given: New<typeof promises>) =>
    db.insert(promises).values({
      workspaceId,
      programId,
      learnerId: learner.id,
      checkInId: checkIn.id,
      madeBy: 'U0AOI',
      text: '本を送る',
      dueOn: '2026-11-30',
      ...given,
    });

  const delivery = ({ workspaceId }: Tenant, given: New<typeof deliveries>) =>
    db
      .insert(deliveries)
      .values({
        workspaceId,
        kind: 'reminder',
        dedupeKey: `key-${randomUUID()}`,
        recipient: 'U0AOI',
        onDate: '2026-11-24',
        runAt: at,
        createdAt: at,
        ...given,
      })
      .returning({ deliveryId: deliveries.id });

  const deliveryId = async (tenant: Tenant) => (await delivery(tenant, {}))[0]?.deliveryId ?? '';

  const listed = async (tenant: Tenant, given: New<typeof deliveryLearners>) =>
    db.insert(deliveryLearners).values({
      workspaceId: tenant.workspaceId,
      deliveryId: given.deliveryId ?? (await deliveryId(tenant)),
      learnerId: tenant.learner.id,
      position: 0,
      dueOn: '2026-11-24',
      ...given,
    });

  const program = ({ program: { id: _, ...row } }: Tenant, given: New<typeof programs>) =>
    db
      .insert(programs)
      .values({ ...row, name: '新', channelId: 'C0NEW', ...given })
      .returning({ id: programs.id });

  const auditEvent = ({ workspaceId }: Tenant, given: New<typeof auditEvents>) =>
    db.insert(auditEvents).values({ workspaceId, action: 'check_in.recorded', subjectId: 'x', at, ...given });

  return {
    auditEvent,
    carer,
    closure,
    correction,
    delivery,
    deliveryId,
    home,
    listed,
    member,
    pause,
    policy,
    program,
    promise,
    supporter,
  };
}

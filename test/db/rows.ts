import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/db/client';
import {
  absences,
  auditEvents,
  breaches,
  careAnswers,
  careFlags,
  careTeam,
  checkInCorrections,
  checkInOffers,
  closures,
  coverRequestLearners,
  coverRequests,
  dayCovers,
  deliveries,
  deliveryLearners,
  homes,
  imports,
  learnerEdits,
  members,
  pauses,
  policies,
  programs,
  promises,
  restatements,
  supporters,
} from '../../src/db/schema';
import { createConsultationRows } from './consultation-rows';
import { createLibraryRows } from './library-rows';
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

  const restatement = ({ workspaceId, programId }: Tenant, given: New<typeof restatements>) =>
    db.insert(restatements).values({ workspaceId, programId, startedAt: at, nextAt: at, total: 1, ...given });

  const closure = ({ workspaceId, programId }: Tenant, given: New<typeof closures>) =>
    db.insert(closures).values({ workspaceId, programId, closedOn: '2026-12-28', ...given });

  const carer = ({ workspaceId, learner }: Tenant, given: New<typeof careTeam>) =>
    db
      .insert(careTeam)
      .values({ workspaceId, learnerId: learner.id, role: 'mentor', userId: 'U0MENT', ...given });

  const pause = ({ workspaceId, learner }: Tenant, given: New<typeof pauses>) =>
    db
      .insert(pauses)
      .values({ workspaceId, learnerId: learner.id, fromOn: '2026-12-01', toOn: '2026-12-02', ...given })
      .returning({ pauseId: pauses.id });

  const correction = ({ workspaceId, checkIn }: Tenant, given: New<typeof checkInCorrections>) => {
    const { contactedOn, outcome, motivation, unit, studyHours, concerns, note, ...rest } = checkIn;
    const { learnerWords, shareAsWin, sentText, sentTextHelped, flaggedFor, urgent } = rest;
    const words = { learnerWords, shareAsWin, sentText, sentTextHelped };
    const before = { contactedOn, outcome, motivation, unit, studyHours, concerns, note };
    return db.insert(checkInCorrections).values({
      workspaceId,
      checkInId: checkIn.id,
      version: 1,
      before: { ...before, ...words, flaggedFor, urgent, promise: null },
      correctedBy: 'U0AOI',
      correctedAt: at,
      ...given,
    });
  };

  const edit = ({ workspaceId, learner }: Tenant, given: New<typeof learnerEdits>) => {
    const { name, reading, slackUserId, startedOn, endsOn, goal, background, tone, avoid } = learner;
    const { rhythm, weeklyHours } = learner;
    const person = { name, reading, slackUserId, startedOn, endsOn, goal, background, tone, avoid };
    const before = { ...person, rhythm, weeklyHours, mentor: null, advisor: null };
    // Its version is none that the tests' own edits come to.
    const row = { learnerId: learner.id, version: 100, before, editedBy: 'U0AOI', editedAt: at };
    return db.insert(learnerEdits).values({ workspaceId, ...row, ...given });
  };

  const promise = ({ workspaceId, programId, learner, checkIn }: Tenant, given: New<typeof promises>) =>
    db
      .insert(promises)
      .values({
        workspaceId,
        programId,
        learnerId: learner.id,
        checkInId: checkIn.id,
        madeBy: 'U0AOI',
        text: '本を送る',
        dueOn: '2026-11-30',
        ...given,
      })
      .returning({ id: promises.id });

  const breach = ({ workspaceId, programId, learner }: Tenant, given: New<typeof breaches>) =>
    db
      .insert(breaches)
      .values({
        workspaceId,
        programId,
        learnerId: learner.id,
        floorOn: '2026-11-20',
        recordedAt: at,
        ...given,
      })
      .returning({ id: breaches.id });

  const checkInOffer = ({ workspaceId, learner }: Tenant, given: New<typeof checkInOffers>) =>
    db.insert(checkInOffers).values({
      workspaceId,
      learnerId: learner.id,
      supporterId: 'U0AOI',
      offeredOn: '2026-11-24',
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

  const rosterImport = ({ workspaceId, programId }: Tenant, given: New<typeof imports>) =>
    db
      .insert(imports)
      .values({
        id: randomUUID(),
        workspaceId,
        programId,
        requestedBy: 'U0AOI',
        fileId: 'F0ROSTER',
        runAt: at,
        createdAt: at,
        ...given,
      })
      .returning();

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

  const absence = ({ workspaceId }: Tenant, given: New<typeof absences>) =>
    db
      .insert(absences)
      .values({
        workspaceId,
        userId: 'U0AOI',
        fromOn: '2026-11-23',
        toOn: '2026-11-25',
        submissionKey: `key-${randomUUID()}`,
        createdAt: at,
        ...given,
      })
      .returning({ absenceId: absences.id });

  const absenceId = async (tenant: Tenant) => (await absence(tenant, {}))[0]?.absenceId ?? '';

  /** A handover that is asked for, without its learners. */
  const coverRequest = ({ workspaceId }: Tenant, given: New<typeof coverRequests>) =>
    db
      .insert(coverRequests)
      .values({
        workspaceId,
        fromId: 'U0AOI',
        toId: 'U0MORI',
        askedBy: 'U0AOI',
        extent: 'some',
        submissionKey: `key-${randomUUID()}`,
        askedAt: at,
        ...given,
      })
      .returning({ requestId: coverRequests.id });

  const requestId = async (tenant: Tenant) => (await coverRequest(tenant, {}))[0]?.requestId ?? '';

  const requestedLearner = async (tenant: Tenant, given: New<typeof coverRequestLearners>) =>
    db.insert(coverRequestLearners).values({
      workspaceId: tenant.workspaceId,
      requestId: given.requestId ?? (await requestId(tenant)),
      learnerId: tenant.learner.id,
      position: 0,
      ...given,
    });

  const dayCover = ({ workspaceId, learner }: Tenant, given: New<typeof dayCovers>) =>
    db.insert(dayCovers).values({
      workspaceId,
      learnerId: learner.id,
      coveredOn: '2026-11-24',
      userId: 'U0MORI',
      takenAt: at,
      ...given,
    });

  /** By a message of its own, where none is given. */
  const flag = async (tenant: Tenant, given: New<typeof careFlags>) =>
    db.insert(careFlags).values({
      workspaceId: tenant.workspaceId,
      checkInId: tenant.checkIn.id,
      userId: 'U0MENT',
      deliveryId: given.deliveryId ?? (await deliveryId(tenant)),
      urgent: false,
      flaggedAt: at,
      ...given,
    });

  const answer = ({ workspaceId, programId, learner, checkIn }: Tenant, given: New<typeof careAnswers>) =>
    db
      .insert(careAnswers)
      .values({
        workspaceId,
        programId,
        learnerId: learner.id,
        checkInId: checkIn.id,
        authorId: 'U0MENT',
        role: 'mentor',
        text: workspaceId,
        submissionKey: `key-${randomUUID()}`,
        createdAt: at,
        ...given,
      })
      .returning({ answerId: careAnswers.id });

  const program = ({ program: { id: _, ...row } }: Tenant, given: New<typeof programs>) =>
    db
      .insert(programs)
      .values({ ...row, name: '新', channelId: 'C0NEW', ...given })
      .returning({ id: programs.id });

  const auditEvent = ({ workspaceId }: Tenant, given: New<typeof auditEvents>) =>
    db.insert(auditEvents).values({ workspaceId, action: 'check_in.recorded', subjectId: 'x', at, ...given });

  return {
    ...createConsultationRows(db),
    ...createLibraryRows(db),
    answer,
    flag,
    absence,
    absenceId,
    auditEvent,
    breach,
    carer,
    checkInOffer,
    closure,
    correction,
    coverRequest,
    dayCover,
    delivery,
    deliveryId,
    edit,
    home,
    listed,
    member,
    pause,
    policy,
    program,
    promise,
    requestId,
    requestedLearner,
    restatement,
    rosterImport,
    supporter,
  };
}

import { audit } from '../../src/db/audit';
import { findFormLearner } from '../../src/db/check-in-forms';
import * as checkIns from '../../src/db/check-ins';
import type { Queryable } from '../../src/db/client';
import * as deliveries from '../../src/db/deliveries';
import * as dueLists from '../../src/db/due-lists';
import { dueMoments } from '../../src/db/due-moments';
import { exportTables, readTable } from '../../src/db/export';
import * as homes from '../../src/db/homes';
import * as learners from '../../src/db/learners';
import * as members from '../../src/db/members';
import { addMembers, bringReminderForward } from '../../src/db/members-add';
import { pendingMigrations } from '../../src/db/migrations';
import * as setup from '../../src/db/program-setup';
import * as programs from '../../src/db/programs';
import * as roster from '../../src/db/roster';
import { lockDueStates } from '../../src/db/roster-due';
import { saveRosterLearners } from '../../src/db/roster-save';
import type { CheckInContent } from '../../src/domain/check-in';
import type { FilledTenant } from './filled-tenant';

/** Runs a query as one workspace, with the ids of a tenant's rows: its own, or another's. */
export type Ask = (db: Queryable, own: FilledTenant, ids: FilledTenant) => Promise<unknown>;

const now = new Date('2026-11-24T00:00:00Z');
const on = '2026-11-24';
const limit = 100;
const scopeOf = ({ workspaceId }: FilledTenant, { programId }: FilledTenant) => ({ workspaceId, programId });

const content: CheckInContent = {
  contactedOn: on,
  outcome: 'talked',
  motivation: 3,
  unit: '',
  studyHours: null,
  concerns: [],
  note: '',
  learnerWords: '',
  shareAsWin: false,
  flaggedFor: [],
  promise: null,
};

async function exported(db: Queryable, own: FilledTenant, ids: FilledTenant) {
  const found = [];
  for (const table of exportTables) {
    for await (const rows of readTable(db, table, scopeOf(own, ids), 10)) found.push(...rows);
  }
  return found;
}

/** Those that name no row of the database's own numbering: asked by a workspace, they answer of it alone. */
export const readsOfAWorkspace: Record<string, Ask> = {
  careTeamRole: (db, own, ids) => learners.careTeamRole(db, own, ids.learner.id, 'U0MENT'),
  dueMoments: (db, own) => dueMoments(db, own),
  findBySubmission: (db, own) => checkIns.findBySubmission(db, own, 'V1'),
  findDesk: (db, own) => members.findDesk(db, own, 'U0AOI'),
  findHome: (db, { workspaceId }) => homes.findHome(db, { workspaceId, userId: 'U0AOI' }),
  findMember: (db, own) => members.findMember(db, own, 'U0AOI'),
  findProgramInChannel: (db, own) => programs.findProgramInChannel(db, own, 'C0TEAM'),
  findTaken: (db, own) => setup.findTaken(db, own, { name: own.program.name, channelId: 'C0NEW' }),
  knownMemberIds: async (db, own) => [...(await roster.knownMemberIds(db, own, ['U0AOI']))],
  programIdsOf: (db, own) => members.programIdsOf(db, own, 'U0AOI'),
  programTeams: (db, own) => setup.programTeams(db, own),
  programsOfMembers: async (db, { workspaceId }) => [
    ...(await programs.programsOfMembers(db, [{ workspaceId, userId: 'U0AOI' }])),
  ],
  suggestLearners: (db, own) => learners.suggestLearners(db, own, { viewerId: 'U0AOI', keys: [], limit }),
};

/** Those that name a row: another workspace's has no answer. */
export const readsOfARow: Record<string, Ask> = {
  awaitingReply: (db, own, ids) => dueLists.awaitingReply(db, scopeOf(own, ids), { before: on, limit }),
  caseloadUntil: (db, own, { programId }) =>
    dueLists.caseloadUntil(db, own, 'U0AOI', [{ programId, until: on }]),
  contactStateOf: (db, own, ids) => checkIns.contactStateOf(db, own, ids.learner.id),
  dueForMembers: (db, { workspaceId }, { programId }) =>
    dueLists.dueForMembers(db, [{ workspaceId, programId, userId: 'U0AOI', today: on, horizon: on }]),
  dueInPrograms: (db, own, ids) => dueLists.dueInPrograms(db, [{ ...scopeOf(own, ids), on }]),
  findCheckInFor: (db, own, ids) => checkIns.findCheckInFor(db, own, 'U0AOI', ids.checkIn.id),
  findCover: (db, own, ids) => members.findCover(db, scopeOf(own, ids), 'U0AOI'),
  findFormLearner: (db, own, ids) => findFormLearner(db, own, 'U0AOI', ids.learner.id),
  findLearnerFor: (db, own, ids) => learners.findLearnerFor(db, own, 'U0AOI', ids.learner.id),
  findProgram: (db, own, ids) => programs.findProgram(db, scopeOf(own, ids)),
  findRosterLearners: (db, own, ids) => roster.findRosterLearners(db, scopeOf(own, ids), [ids.learner]),
  floorsEnding: (db, own, ids) => dueLists.floorsEnding(db, scopeOf(own, ids), { from: on, to: on, limit }),
  latestCheckIns: async (db, own, ids) => [...(await checkIns.latestCheckIns(db, own, [ids.learner.id]))],
  leadsToTell: (db, { workspaceId }, ids) =>
    members.leadsToTell(db, { workspaceId, programIds: [ids.programId] }, 'U0AOI'),
  learnerExists: (db, own, ids) => learners.learnerExists(db, own, ids.learner.id),
  listPages: (db, { workspaceId }, ids) => deliveries.listPages(db, { ...ids.delivery, workspaceId }),
  listedLearners: (db, own, ids) => dueLists.listedLearners(db, own, [ids.pageId]),
  loadProgramRules: (db, own, ids) => programs.loadProgramRules(db, scopeOf(own, ids)),
  lockDueStates: async (db, own, ids) => [...(await lockDueStates(db, own, [ids.learner.id]))],
  lockLearnerFor: (db, own, ids) => learners.lockLearnerFor(db, own, 'U0AOI', ids.learner.id),
  pausesOf: (db, own, ids) => learners.pausesOf(db, own, ids.learner.id),
  programsByIds: async (db, own, ids) => [...(await programs.programsByIds(db, own, [ids.programId]))],
  promisesDue: (db, own, ids) =>
    dueLists.promisesDue(db, scopeOf(own, ids), { after: '2026-01-01', until: on, limit }),
  readTable: exported,
  requireProgram: (db, own, ids) => programs.requireProgram(db, scopeOf(own, ids)),
  supporterIds: async (db, own, ids) => [...(await roster.supporterIds(db, scopeOf(own, ids)))],
  watchesEnding: (db, own, ids) => dueLists.watchesEnding(db, scopeOf(own, ids), { on, limit }),
  winsBetween: (db, own, ids) =>
    checkIns.winsBetween(db, scopeOf(own, ids), {
      from: new Date('2026-11-01T00:00:00Z'),
      before: new Date('2027-01-01T00:00:00Z'),
      limit,
    }),
};

/** Those that write: with another workspace's ids they are refused or change nothing. */
export const writes: Record<string, Ask> = {
  addMembers: (db, own) =>
    addMembers(db, own, [{ userId: 'U0AOI', name: '青木', zone: 'Asia/Tokyo', locale: 'ja' }]),
  audit: (db, own, ids) =>
    audit(db, { ...scopeOf(own, ids), action: 'x', subjectId: ids.learner.id, at: now }),
  bringReminderForward: (db, own) =>
    bringReminderForward(db, own, [{ userId: 'U0AOI', nextAt: new Date('2026-11-01T00:00:00Z') }]),
  claimHomeRow: (db, { workspaceId }) =>
    homes.claimHomeRow(db, { workspaceId, userId: 'U0AOI' }, { now, abandonedBefore: now }),
  correctCheckInRow: (db, own, ids) =>
    checkIns.correctCheckInRow(db, scopeOf(own, ids), {
      checkIn: { ...ids.checkIn, version: 1 },
      before: content,
      after: { ...content, note: '直し' },
      correctedBy: 'U0MORI',
      correctedAt: now,
    }),
  endDrawing: (db, { workspaceId }, ids) =>
    deliveries.endDrawing(db, { ...ids.delivery, workspaceId }, { shownRevision: 2 }),
  endHomeDrawing: (db, { workspaceId }, { home }) =>
    homes.endHomeDrawing(db, { ...home, workspaceId }, { shownRevision: 2 }),
  forgetHome: (db, { workspaceId }, { home }) => homes.forgetHome(db, { ...home, workspaceId }),
  insertCheckIn: (db, own, ids) =>
    checkIns.insertCheckIn(db, scopeOf(own, ids), {
      learnerId: ids.learner.id,
      authorId: 'U0AOI',
      content,
      counts: true,
      sourcePermalink: null,
      submissionKey: 'V2',
      createdAt: now,
    }),
  insertPolicy: (db, own, ids) =>
    setup.insertPolicy(db, { ...scopeOf(own, ids), effectiveOn: '2026-12-01', setAt: now }),
  insertProgram: (db, { workspaceId, program: { id: _, ...row } }) =>
    setup.insertProgram(db, { ...row, workspaceId, name: '新', channelId: 'C0NEW' }),
  insertSupporters: (db, own, ids) =>
    setup.insertSupporters(db, [{ ...scopeOf(own, ids), userId: 'U0KUDO', role: 'lead' }]),
  markMemberReachable: (db, own) => members.markMemberReachable(db, own, 'U0AWAY'),
  markMemberUnreachable: (db, own) =>
    members.markMemberUnreachable(db, own, 'U0AOI', { since: now, because: 'account_inactive' }),
  markProgramReachable: (db, { workspaceId }, { closedProgramId: programId }) =>
    programs.markProgramReachable(db, { workspaceId, programId }),
  markProgramUnreachable: (db, own, ids) => programs.markProgramUnreachable(db, scopeOf(own, ids), now),
  noteHomeOpened: (db, { workspaceId }) => homes.noteHomeOpened(db, { workspaceId, userId: 'U0AOI' }, now),
  planDeliveries: (db, { workspaceId }, ids) => {
    const about = { recipient: 'U0AOI', onDate: on, runAt: now, createdAt: now };
    const key = { workspaceId, id: crypto.randomUUID(), kind: 'reminder' as const, dedupeKey: 'new' };
    const listed = [{ learnerId: ids.learner.id, dueOn: on }];
    return deliveries.planDeliveries(db, [{ delivery: { ...key, ...about }, learners: listed }]);
  },
  retireLists: (db, { workspaceId }) =>
    deliveries.retireLists(db, [{ workspaceId, recipient: 'C0TEAM', kind: 'digest' }], new Set()),
  saveRosterLearners: (db, own, { programId, learner }) => {
    const { name, reading, slackUserId, startedOn, endsOn, goal, background, ...row } = learner;
    const { companionId, rhythm, weeklyHours, unit, dueOn, floorOn, dueReason: reason } = row;
    const person = { name, reading, slackUserId, startedOn, endsOn, goal, background };
    const care = { companionId, rhythm, weeklyHours, unit, mentor: null, advisor: null };
    const next = { dueOn, floorOn, reason };
    const save = { id: learner.id, learner: { ...person, ...care }, next, watching: false, dueSetOn: on };
    const status = 'active' as const;
    return saveRosterLearners(db, { ...own, programId }, [{ ...save, status }], now);
  },
  saveWorkspace: (db, { workspaceId: id }) => setup.saveWorkspace(db, { id, name: '新' }, now),
  setNextDigest: (db, own, ids) =>
    programs.setNextDigest(db, [{ ...scopeOf(own, ids), nextAt: new Date(0) }]),
  setNextReminder: (db, { workspaceId }) =>
    members.setNextReminder(db, [{ workspaceId, userId: 'U0AOI', nextAt: new Date(0) }]),
  touchHomes: (db, own) => homes.touchHomes(db, own, ['U0AOI']),
  touchLists: (db, own, ids) => deliveries.touchLists(db, own, [ids.learner.id]),
  updateDelivery: (db, { workspaceId }, ids) =>
    deliveries.updateDelivery(db, { workspaceId, id: ids.delivery.id }, { live: false }),
  updateLearner: (db, own, ids) => learners.updateLearner(db, own, ids.learner.id, { unit: '新' }),
  updateMemberRow: (db, { workspaceId }) =>
    members.updateMemberRow(
      db,
      { workspaceId, userId: 'U0AOI' },
      { name: '新', zone: 'Asia/Tokyo', locale: 'ja' },
      now,
    ),
};

/** Those that look across workspaces, each for a reason. */
export const crossing: Record<string, { because: string; ask: Ask }> = {
  lockProgramsToPlan: {
    because: 'one sweep plans the digests of all workspaces',
    ask: (db) => programs.lockProgramsToPlan(db, now, limit),
  },
  lockMembersToPlan: {
    because: 'one sweep plans the reminders of all workspaces',
    ask: (db) => members.lockMembersToPlan(db, now, limit),
  },
  pendingDeliveries: {
    because: 'the sweep queues what is unfinished anywhere',
    ask: (db) => deliveries.pendingDeliveries(db, now, limit),
  },
  staleDeliveries: {
    because: 'the sweep queues what is unfinished anywhere',
    ask: (db) => deliveries.staleDeliveries(db, limit),
  },
  staleHomes: {
    because: 'the sweep queues what is unfinished anywhere',
    ask: (db) => homes.staleHomes(db, limit),
  },
  lockDelivery: {
    because: 'a worker takes a job by the id that our own queue carries',
    ask: (db, _, ids) => deliveries.lockDelivery(db, ids.delivery.id),
  },
  claimDrawing: {
    because: 'a worker takes a job by the id that our own queue carries',
    ask: (db, _, ids) => deliveries.claimDrawing(db, ids.delivery.id, { now, abandonedBefore: now }),
  },
  programsNamed: {
    because: 'an operator at the command line has no workspace',
    ask: (db, own) => setup.programsNamed(db, own.program.name),
  },
  programNames: {
    because: 'an operator at the command line has no workspace',
    ask: (db) => setup.programNames(db),
  },
  pendingMigrations: {
    because: "the schema is nobody's own",
    ask: async (db) => ({ pending: await pendingMigrations(db) }),
  },
  lockRoster: {
    because: 'it locks a number and reads no row',
    ask: async (db, own) => ({ locked: await roster.lockRoster(db, own) }),
  },
};

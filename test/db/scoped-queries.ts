import { sql } from 'drizzle-orm';
import * as absences from '../../src/db/absences';
import { findActor } from '../../src/db/acting';
import { audit } from '../../src/db/audit';
import * as availability from '../../src/db/availability';
import * as breaches from '../../src/db/breaches';
import * as answers from '../../src/db/care-answers';
import * as flags from '../../src/db/care-flags';
import * as care from '../../src/db/care-team';
import { findFormLearner } from '../../src/db/check-in-forms';
import * as checkIns from '../../src/db/check-ins';
import type { Queryable } from '../../src/db/client';
import * as closures from '../../src/db/closures';
import * as nudges from '../../src/db/consultation-nudges';
import * as replies from '../../src/db/consultation-replies';
import * as threads from '../../src/db/consultation-threads';
import * as consultations from '../../src/db/consultations';
import { countCards, coverCards } from '../../src/db/cover-cards';
import * as coverRequests from '../../src/db/cover-requests';
import * as dayCovers from '../../src/db/day-covers';
import * as deliveries from '../../src/db/deliveries';
import * as dueLists from '../../src/db/due-lists';
import { dueMoments } from '../../src/db/due-moments';
import * as duePlanning from '../../src/db/due-planning';
import { exportTables, readTable } from '../../src/db/export';
import * as handovers from '../../src/db/handovers';
import * as homes from '../../src/db/homes';
import * as imports from '../../src/db/imports';
import { findLearnerCard } from '../../src/db/learner-cards';
import * as learners from '../../src/db/learners';
import * as library from '../../src/db/library-entries';
import * as members from '../../src/db/members';
import { addMembers } from '../../src/db/members-add';
import { pendingMigrations } from '../../src/db/migrations';
import * as pauses from '../../src/db/pauses';
import { touchPersonalLists } from '../../src/db/personal-lists';
import * as policies from '../../src/db/policies';
import * as profiles from '../../src/db/profiles';
import { supportersOf } from '../../src/db/program-people';
import * as settings from '../../src/db/program-settings';
import * as setup from '../../src/db/program-setup';
import * as programs from '../../src/db/programs';
import * as promises from '../../src/db/promises';
import * as restatements from '../../src/db/restatements';
import * as roster from '../../src/db/roster';
import { lockDueStates } from '../../src/db/roster-due';
import { saveRosterLearners } from '../../src/db/roster-save';
import * as sightings from '../../src/db/sightings';
import * as stated from '../../src/db/stated-learners';
import * as team from '../../src/db/team';
import { caseloadSizes } from '../../src/db/team-load';
import { timelineEntries } from '../../src/db/timelines';
import type { CheckInContent } from '../../src/domain/check-in';
import type { Profile } from '../../src/domain/profile';
import type { FilledTenant } from './filled-tenant';
import { endsAcross, endsOfARow, endsThatWrite } from './scoped-consultation-ends';
import { libraryAcross, libraryOfARow, libraryOfAWorkspace, libraryWrites } from './scoped-library';

/** Runs a query as one workspace, with the ids of a tenant's rows: its own, or another's. */
export type Ask = (db: Queryable, own: FilledTenant, ids: FilledTenant) => Promise<unknown>;

const now = new Date('2026-11-24T00:00:00Z');
const on = '2026-11-24';
const limit = 100;
const days = { from: on, to: on };
const keyOf = ({ workspaceId }: FilledTenant, userId: string) => ({ workspaceId, userId });
const scopeOf = ({ workspaceId }: FilledTenant, { programId }: FilledTenant) => ({ workspaceId, programId });

/** The caseload of U0AOI, in which U0MORI stands in. */
const caseloadOf = ({ workspaceId }: FilledTenant, { programId }: FilledTenant) => [
  { workspaceId, userId: 'U0MORI', companionId: 'U0AOI', programId, today: on, until: on },
];

const profile: Profile = {
  name: '新 名',
  reading: '',
  slackUserId: null,
  startedOn: '2026-09-28',
  endsOn: '2027-01-17',
  goal: '',
  background: '',
  tone: '',
  avoid: '',
  mentor: null,
  advisor: null,
  rhythm: null,
  weeklyHours: null,
};
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
  sentText: '',
  sentTextHelped: false,
  flaggedFor: [],
  urgent: false,
  promise: null,
};

const libraryEntryOf = (own: FilledTenant, ids: FilledTenant) => ({
  ...scopeOf(own, ids),
  ...{ kind: 'message' as const, sourceId: ids.checkIn.id, title: '', concerns: [], unit: '' },
  body: [{ text: 'よくがんばりました', weight: 'B' as const }],
  ...{ courseWeek: null, outcome: null, helpedCount: 0, happenedOn: on },
});

async function exported(db: Queryable, own: FilledTenant, ids: FilledTenant) {
  const found = [];
  for (const table of exportTables) {
    for await (const rows of readTable(db, table, scopeOf(own, ids), 10)) found.push(...rows);
  }
  return found;
}

/** Those that name no row of the database's own numbering: asked by a workspace, they answer of it alone. */
export const readsOfAWorkspace: Record<string, Ask> = {
  absencesOf: (db, own) => absences.absencesOf(db, [keyOf(own, 'U0AOI')], now),
  absencesShown: (db, own) => availability.absencesShown(db, keyOf(own, 'U0AOI'), on),
  coversNow: (db, own) => absences.coversNow(db, [keyOf(own, 'U0MORI')], now),
  coversShown: (db, own) => availability.coversShown(db, keyOf(own, 'U0MORI'), now),
  dueMoments: (db, own) => dueMoments(db, own),
  findAbsenceBySubmission: (db, own) => absences.findAbsenceBySubmission(db, own, 'A1'),
  findAnswerBySubmission: (db, own) => answers.findAnswerBySubmission(db, own, 'V1'),
  findQuestionBySubmission: (db, own) => consultations.findQuestionBySubmission(db, own, 'Q1'),
  findRequestBySubmission: (db, own) => coverRequests.findRequestBySubmission(db, own, 'R1'),
  findBeginnings: (db, own) => team.findBeginnings(db, own, 'U0AOI'),
  findBySubmission: (db, own) => checkIns.findBySubmission(db, own, 'V1'),
  findDesk: (db, own) => members.findDesk(db, own, 'U0AOI'),
  findHome: (db, { workspaceId }) => homes.findHome(db, { workspaceId, userId: 'U0AOI' }),
  leadsOfPeople: (db, own) => members.leadsOfPeople(db, own, ['U0AOI']),
  findThreadConsultation: (db, own) =>
    threads.findThreadConsultation(db, own, { channelId: 'C0TEAM', threadTs: '1764000000.000100' }),
  findMember: (db, own) => members.findMember(db, own, 'U0AOI'),
  findProgramInChannel: (db, own) => programs.findProgramInChannel(db, own, 'C0TEAM'),
  findByKeys: async (db, { workspaceId }) => [
    ...(await deliveries.findByKeys(db, [{ workspaceId, dedupeKey: 'digest-0' }])),
  ],
  findTaken: (db, own) => setup.findTaken(db, own, { name: own.program.name, channelId: 'C0NEW' }),
  hasLoggedCheckIn: (db, own) => checkIns.hasLoggedCheckIn(db, keyOf(own, 'U0AOI')),
  isInACareTeam: (db, own) => care.isInACareTeam(db, own, 'U0MENT'),
  knownMemberIds: async (db, own) => [...(await roster.knownMemberIds(db, own, ['U0AOI']))],
  listedOfCaseloads: (db, own) => coverRequests.listedOfCaseloads(db, own, ['U0AOI']),
  lockMember: (db, own) => absences.lockMember(db, keyOf(own, 'U0AOI')),
  membersByKeys: (db, own) => members.membersByKeys(db, [keyOf(own, 'U0AOI')]),
  overlappingAbsence: (db, own) => absences.overlappingAbsence(db, keyOf(own, 'U0AOI'), days),
  noticedLearners: (db, own) => sightings.noticedLearners(db, own, ['U0HANA']),
  lockNextMessages: (db, own) => flags.lockNextMessages(db, own, { userId: 'U0MENT', on, now }),
  ownConsultations: (db, own) => consultations.ownConsultations(db, own, 'U0AOI', limit),
  programIdsOf: (db, own) => members.programIdsOf(db, own, 'U0AOI'),
  programTeams: (db, own) => setup.programTeams(db, own),
  programsOfMembers: async (db, { workspaceId }) => [
    ...(await programs.programsOfMembers(db, [{ workspaceId, userId: 'U0AOI' }])),
  ],
  ...libraryOfAWorkspace,
  unexplainedBreaches: (db, own) => breaches.unexplainedBreaches(db, own, 'U0LEAD', limit),
  suggestLearners: (db, own) => learners.suggestLearners(db, own, { viewerId: 'U0AOI', keys: [], limit }),
};

/** Those that name a row: another workspace's has no answer. */
export const readsOfARow: Record<string, Ask> = {
  ...endsOfARow,
  ...libraryOfARow,
  activeLearnerIds: (db, own, ids) => stated.activeLearnerIds(db, scopeOf(own, ids), { after: null, limit }),
  answersOf: (db, own, ids) => answers.answersOf(db, own, ids.learner.id, 5),
  candidatesFor: (db, own, ids) => {
    const about = { id: ids.consultationId, learnerId: ids.learner.id, askedAgainBy: null };
    return nudges.candidatesFor(db, { ...scopeOf(own, ids), ...about });
  },
  countNudges: (db, { workspaceId }, { consultationId: id }) =>
    nudges.countNudges(db, { workspaceId, id, askedAgainAt: null }),
  careRolesOf: (db, own, ids) => care.careRolesOf(db, own, ids.learner.id, 'U0MENT'),
  careTeamOf: (db, own, ids) => care.careTeamOf(db, own, ids.learner.id),
  caseloadUntil: (db, own, ids) => dueLists.caseloadUntil(db, caseloadOf(own, ids), now),
  teamCaseloadSizes: async (db, own, ids) => [
    ...(await team.teamCaseloadSizes(db, scopeOf(own, ids), ['U0AOI'])),
  ],
  askersOf: (db, own, ids) => replies.askersOf(db, own, ids.consultationId),
  findReply: (db, own, { consultationId, replyTs: ts }) => replies.findReply(db, own, { consultationId, ts }),
  firstAnswerAt: async (db, own, ids) =>
    (await replies.firstAnswerAt(db, own, ids.consultationId))?.toISOString(),
  lockConsultation: (db, { workspaceId }, { consultationId: id }) =>
    threads.lockConsultation(db, { workspaceId, id }),
  repliesOf: (db, own, ids) => replies.repliesOf(db, own, ids.consultationId),
  awaitingReply: (db, own, ids) => dueLists.awaitingReply(db, scopeOf(own, ids), { on, before: on, limit }),
  contactStateOf: (db, own, ids) => checkIns.contactStateOf(db, own, ids.learner.id),
  contactStatesOf: async (db, own, { learner: { id } }) =>
    (await checkIns.contactStatesOf(db, own, [id])).get(id),
  countCards: (db, { workspaceId }, { pageId: id }) =>
    countCards(db, { workspaceId, id, recipient: 'U0AOI' }, [id]),
  coverCards: (db, { workspaceId }, { pageId: id }) =>
    coverCards(db, { workspaceId, id, recipient: 'U0AOI' }),
  dueForMembers: (db, own, ids) => duePlanning.dueForMembers(db, caseloadOf(own, ids), [], now),
  caseloadAfter: (db, own, { programId }) =>
    dueLists.caseloadAfter(db, keyOf(own, 'U0AOI'), [{ programId, after: '2026-11-20' }], limit),
  onBreakOf: (db, own, { programId }) => dueLists.onBreakOf(db, keyOf(own, 'U0AOI'), [programId], limit),
  caseloadSizes: (db, own, { programId }) => caseloadSizes(db, own, [{ programId, today: on }]),
  dueUntil: (db, own, { programId }) => dueLists.dueUntil(db, own, [{ programId, today: on }], now),
  dueInPrograms: (db, own, ids) => duePlanning.dueInPrograms(db, [{ ...scopeOf(own, ids), on }], now),
  editsSince: (db, own, ids) => profiles.editsSince(db, own, { learnerId: ids.learner.id, version: 1 }),
  findLearnerCard: (db, own, ids) => findLearnerCard(db, own, 'U0AOI', { learnerId: ids.learner.id, now }),
  findPause: (db, own, ids) => pauses.findPause(db, own, ids.pauseId),
  findProfile: (db, own, ids) => profiles.findProfile(db, own, ids.learner.id),
  learnersLeftOpen: (db, own, ids) =>
    pauses.learnersLeftOpen(db, [{ ...scopeOf(own, ids), on: '2026-12-31' }]),
  withBreaks: async (db, own, ids) => {
    const [learner] = await pauses.withBreaks(db, own, [{ id: ids.learner.id }]);
    return learner?.pauses;
  },
  pausesUntil: (db, own, ids) => pauses.pausesUntil(db, own, { learnerId: ids.learner.id, to: '2026-12-02' }),
  supportersOf: (db, own, ids) => supportersOf(db, scopeOf(own, ids), 'U0AOI'),
  timelineEntries: (db, own, ids) =>
    timelineEntries(db, own, {
      learnerId: ids.learner.id,
      viewerId: 'U0AOI',
      isLead: false,
      range: { towards: 'past', from: null },
      limit,
    }),
  findAbsence: (db, own, ids) => absences.findAbsence(db, keyOf(own, 'U0AOI'), ids.absenceId),
  findActor: (db, own, ids) => findActor(db, scopeOf(own, ids), ids.learner.id, now),
  closuresFrom: (db, own, ids) => closures.closuresFrom(db, scopeOf(own, ids), on),
  countActiveLearners: (db, own, ids) => stated.countActiveLearners(db, scopeOf(own, ids)),
  findBreachFor: (db, own, ids) => breaches.findBreachFor(db, own, 'U0LEAD', ids.breachId),
  findAnswer: (db, own, ids) => answers.findAnswer(db, own, ids.answerId),
  findCheckInFor: (db, own, ids) => checkIns.findCheckInFor(db, own, 'U0AOI', ids.checkIn.id),
  findFlag: (db, own, ids) => flags.findFlag(db, own, 'U0MENT', ids.checkIn.id),
  findFormLearner: (db, own, ids) => findFormLearner(db, own, 'U0AOI', ids.learner.id),
  findImport: (db, own, { rosterImport }) => imports.findImport(db, own, rosterImport.id),
  findLearnerFor: (db, own, ids) => learners.findLearnerFor(db, own, 'U0AOI', ids.learner.id),
  findNudge: (db, own, ids) => nudges.findNudge(db, own, ids.nudgeId),
  findOpenConsultation: (db, own, ids) => consultations.findOpenConsultation(db, own, ids.learner.id),
  findPostedConsultation: (db, own, ids) => consultations.findPostedConsultation(db, own, ids.consultationId),
  findQuestion: (db, own, ids) => consultations.findQuestion(db, own, ids.questionId),
  findPossibleCover: (db, own, ids) => availability.findPossibleCover(db, own, 'U0MORI', [ids.programId]),
  findProgram: (db, own, ids) => programs.findProgram(db, scopeOf(own, ids)),
  findRequestStory: (db, own, ids) => coverRequests.findRequestStory(db, own, ids.requestId),
  findPolicy: (db, own, ids) => policies.findPolicy(db, scopeOf(own, ids), ids.policy.id),
  findPolicyFor: (db, own, ids) => policies.findPolicyFor(db, scopeOf(own, ids), ids.policy.effectiveOn),
  findRestatement: (db, own, ids) => restatements.findRestatement(db, scopeOf(own, ids)),
  findTeam: (db, own, ids) => team.findTeam(db, scopeOf(own, ids)),
  findPromiseFor: (db, own, ids) => promises.findPromiseFor(db, own, 'U0AOI', ids.promiseId),
  findRosterLearners: (db, own, ids) => roster.findRosterLearners(db, scopeOf(own, ids), [ids.learner]),
  findThread: (db, { workspaceId }, ids) =>
    deliveries.findThread(db, { workspaceId, threadOf: ids.delivery.id }),
  floorsAtRisk: (db, own, ids) => duePlanning.floorsAtRisk(db, [{ ...scopeOf(own, ids), on, until: on }]),
  flagCounts: async (db, own, ids) => [...(await flags.flagCounts(db, own, [ids.careMessageId]))],
  flaggedIn: (db, own, ids) => flags.flaggedIn(db, own, ids.careMessageId),
  floorsEnding: (db, own, ids) => dueLists.floorsEnding(db, scopeOf(own, ids), { ...days, limit, now }),
  companionToAsk: (db, own, ids) => handovers.companionToAsk(db, scopeOf(own, ids), 'U0AOI'),
  isTakenOn: (db, own, ids) => dayCovers.isTakenOn(db, own, ids.learner.id, on),
  latestCheckIns: async (db, own, ids) => [...(await checkIns.latestCheckIns(db, own, [ids.learner.id]))],
  leadsToTell: (db, { workspaceId }, ids) =>
    members.leadsToTell(db, { workspaceId, programIds: [ids.programId] }, 'U0AOI'),
  learnerExists: (db, own, ids) => learners.learnerExists(db, own, ids.learner.id),
  learnersOfCaseload: (db, own, ids) => availability.learnersOfCaseload(db, own, 'U0AOI', [ids.learner.id]),
  learnersToHandOver: (db, own, ids) => handovers.learnersToHandOver(db, own, 'U0AOI', [ids.learner.id]),
  listPages: (db, { workspaceId }, ids) => deliveries.listPages(db, { ...ids.delivery, workspaceId }),
  listedLearners: (db, own, ids) => dueLists.listedLearners(db, own, [ids.pageId], now),
  loadProgramRules: (db, own, ids) => programs.loadProgramRules(db, scopeOf(own, ids)),
  lockDueStates: async (db, own, ids) => [...(await lockDueStates(db, own, [ids.learner.id]))],
  lockBreachFor: (db, own, ids) => breaches.lockBreachFor(db, own, 'U0LEAD', ids.breachId),
  lockFlagsOf: (db, own, ids) => flags.lockFlagsOf(db, own, ids.checkIn.id),
  lockLearnerFor: (db, own, ids) => learners.lockLearnerFor(db, own, 'U0AOI', ids.learner.id),
  lockRequestTo: (db, own, ids) => coverRequests.lockRequestTo(db, own, 'U0MORI', ids.requestId),
  lockStatedLearners: (db, own, ids) => stated.lockStatedLearners(db, own, [ids.learner.id]),
  lockUnfinishedRestatement: (db, own, ids) => restatements.lockUnfinishedRestatement(db, scopeOf(own, ids)),
  lockNoticedLearner: (db, own, ids) => sightings.lockNoticedLearner(db, own, ids.learner.id),
  lockTeam: (db, own, ids) => team.lockTeam(db, scopeOf(own, ids)),
  makersToRemind: (db, { workspaceId }, { programId }) =>
    promises.makersToRemind(db, [{ workspaceId, programId, userId: 'U0AOI', today: on, horizon: on }]),
  pausesOf: (db, own, ids) => learners.pausesOf(db, own, ids.learner.id),
  policyEntries: (db, own, ids) => policies.policyEntries(db, scopeOf(own, ids)),
  programsFlaggedIn: (db, own, ids) => flags.programsFlaggedIn(db, own, ids.careMessageId),
  promisesDue: (db, own, ids) =>
    dueLists.promisesDue(db, scopeOf(own, ids), { after: '2026-01-01', until: on, keptSince: now, limit }),
  promisesOf: (db, { workspaceId }, { programId }) =>
    promises.promisesOf(db, { workspaceId, userId: 'U0AOI' }, [{ programId, until: null }], {
      keptSince: null,
      limit,
    }),
  readTable: exported,
  namedLearnerIds: (db, own, ids) => coverRequests.namedLearnerIds(db, own, ids.requestId),
  handoversOfSubmission: (db, own, ids) =>
    coverRequests.handoversOfSubmission(db, own, { submissionKey: 'H1', learnerIds: [ids.learner.id] }),
  requestsOf: (db, own, ids) => coverRequests.requestsOf(db, own, ids.absenceId),
  coveredLearners: (db, own, ids) => coverRequests.coveredLearners(db, own, ids.requestId),
  requestedLearners: (db, own, ids) => coverRequests.requestedLearners(db, own, ids.requestId),
  requireProgram: (db, own, ids) => programs.requireProgram(db, scopeOf(own, ids)),
  roleIn: (db, own, ids) => settings.roleIn(db, scopeOf(own, ids), 'U0AOI'),
  statedLearners: (db, own, ids) => stated.statedLearners(db, scopeOf(own, ids), { after: null, limit }),
  supporterIds: async (db, own, ids) => [...(await roster.supporterIds(db, scopeOf(own, ids)))],
  unansweredConsultations: (db, own, ids) =>
    consultations.unansweredConsultations(db, scopeOf(own, ids), { on, zone: 'Asia/Tokyo', limit }),
  watchesEnding: (db, own, ids) => dueLists.watchesEnding(db, scopeOf(own, ids), { on, limit }),
  winsBetween: (db, own, ids) =>
    checkIns.winsBetween(db, scopeOf(own, ids), {
      from: new Date('2026-11-01T00:00:00Z'),
      before: new Date('2027-01-01T00:00:00Z'),
      limit,
    }),
};

const pauseOf = (ids: { learner: { id: string } }) => ({
  ...{ id: crypto.randomUUID(), learnerId: ids.learner.id, from: on, to: on },
  ...{ reachesBackTo: null, reason: '' },
});

/** Those that write: with another workspace's ids they are refused or change nothing. */
export const writes: Record<string, Ask> = {
  ...endsThatWrite,
  ...libraryWrites,
  addLibraryEntries: (db, own, ids) => library.addLibraryEntries(db, [libraryEntryOf(own, ids)]),
  addMembers: (db, own) =>
    addMembers(db, own, [{ userId: 'U0AOI', name: '青木', zone: 'Asia/Tokyo', locale: 'ja' }]),
  answerRequest: (db, { workspaceId }, { requestId: id }) =>
    coverRequests.answerRequest(db, { workspaceId, id }, 'declined', now),
  advanceRestatement: (db, own, ids) =>
    restatements.advanceRestatement(db, scopeOf(own, ids), { afterId: null, done: 1, finishedAt: now }),
  audit: (db, own, ids) =>
    audit(db, { ...scopeOf(own, ids), action: 'x', subjectId: ids.learner.id, at: now }),
  claimHomeRow: (db, { workspaceId }) =>
    homes.claimHomeRow(db, { workspaceId, userId: 'U0AOI' }, { now, abandonedBefore: now }),
  closeRequestsOf: (db, own, ids) => coverRequests.closeRequestsOf(db, own, ids.absenceId, now),
  completeImport: (db, { workspaceId }, { rosterImport }) => {
    const counts = { addedCount: 1, changedCount: 0, unchangedCount: 0, finishedAt: now };
    return imports.completeImport(db, { ...rosterImport, workspaceId }, counts);
  },
  correctCheckInRow: (db, own, ids) =>
    checkIns.correctCheckInRow(db, scopeOf(own, ids), {
      checkIn: { ...ids.checkIn, version: 1 },
      before: content,
      after: { ...content, note: '直し' },
      correctedBy: 'U0MORI',
      correctedAt: now,
    }),
  endDayCovers: (db, own, ids) => dayCovers.endDayCovers(db, own, [ids.learner.id], on),
  endDrawing: (db, { workspaceId }, ids) =>
    deliveries.endDrawing(db, { ...ids.delivery, workspaceId }, { shownRevision: 2 }),
  endPolicy: (db, own, ids) =>
    policies.endPolicy(db, scopeOf(own, ids), ids.policy.id, { endedAt: now, endedBy: 'U0LEAD' }),
  endHomeDrawing: (db, { workspaceId }, { home }) =>
    homes.endHomeDrawing(db, { ...home, workspaceId }, { shownRevision: 2 }),
  forgetHome: (db, { workspaceId }, { home }) => homes.forgetHome(db, { ...home, workspaceId }),
  insertAbsence: (db, own) =>
    absences.insertAbsence(db, {
      ...keyOf(own, 'U0AOI'),
      fromOn: '2026-12-01',
      toOn: '2026-12-02',
      submissionKey: 'A2',
      createdAt: now,
    }),
  insertAnswer: (db, own, ids) =>
    answers.insertAnswer(db, {
      ...scopeOf(own, ids),
      learnerId: ids.learner.id,
      checkInId: ids.checkIn.id,
      authorId: 'U0MENT',
      role: 'mentor',
      text: '返事',
      submissionKey: 'V2',
      createdAt: now,
    }),
  insertMark: (db, { workspaceId }, { consultationId, replyTs: ts }) =>
    replies.insertMark(db, { workspaceId, consultationId, ts, markedBy: 'U0LEAD', markedAt: now }),
  putReply: (db, own, { consultationId }) => {
    const reply = { consultationId, ts: '3.1', authorId: 'U0MORI', text: '別の案', attachments: [] };
    return replies.putReply(db, own, { ...reply, postedAt: now, editedTs: null, deletedAt: null }, true);
  },
  setAnswered: (db, { workspaceId }, { consultationId: id }) =>
    threads.setAnswered(db, { workspaceId, id }, { answeredAt: null, nextNudgeAt: null }),
  revivePosts: async (db, own) => {
    await db.execute(sql`update deliveries set live = false where workspace_id = ${own.workspaceId}`);
    return threads.revivePosts(db, own, { channelId: 'C0TEAM', closedSince: '2026-01-01' });
  },
  startCollecting: (db, own) =>
    threads.startCollecting(db, own, { channelId: 'C0TEAM', closedSince: '2026-01-01' }),
  stopCollecting: (db, own) =>
    threads.stopCollecting(db, own, { channelId: 'C0TEAM', closedSince: '2026-01-01' }, now),
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
  insertConsultation: (db, own, ids) =>
    consultations.insertConsultation(db, {
      ...{ ...scopeOf(own, ids), learnerId: ids.missedId, authorId: 'U0AOI', hideName: true },
      ...{ openedAt: now, openedOn: on, answerBy: on },
    }),
  insertNudge: (db, own, ids) =>
    nudges.insertNudge(db, {
      ...{ ...scopeOf(own, ids), consultationId: ids.consultationId, askedId: 'U0KUDO', experienced: true },
      ...{ askedOn: '2026-11-26', askedAt: now },
    }),
  insertQuestion: (db, { workspaceId }, { consultationId }) =>
    consultations.insertQuestion(db, {
      ...{ workspaceId, consultationId, authorId: 'U0MORI', situation: '様子', wants: ['view'] },
      ...{ submissionKey: 'Q2', askedAt: now },
    }),
  insertCoverRequest: (db, { workspaceId }, { absenceId, learner }) => {
    const people = { fromId: 'U0AOI', toId: 'U0MORI', askedBy: 'U0AOI' };
    const request = { workspaceId, absenceId, ...people, extent: 'some' as const, submissionKey: 'V3' };
    return coverRequests.insertCoverRequest(db, { ...request, askedAt: now }, [learner.id]);
  },
  giveBackRow: (db, { workspaceId }, { rosterImport }) =>
    imports.giveBackRow(db, { ...rosterImport, workspaceId }, now),
  insertImport: (db, own, ids) =>
    imports.insertImport(db, {
      ...scopeOf(own, ids),
      id: crypto.randomUUID(),
      requestedBy: 'U0AOI',
      fileId: 'F0NEW',
      status: 'cancelled',
      runAt: now,
      createdAt: now,
      finishedAt: now,
    }),
  insertPause: (db, own, ids) => pauses.insertPause(db, own, pauseOf(ids)),
  insertPauses: (db, own, ids) => pauses.insertPauses(db, own, [pauseOf(ids)]),
  keepProfiles: (db, own, ids) => profiles.keepProfiles(db, own, [ids.learner.id], { by: 'U0AOI', at: now }),
  saveProfile: (db, own, ids) => profiles.saveProfile(db, own, ids.learner.id, profile),
  reachPausesBack: (db, own, ids) =>
    pauses.reachPausesBack(db, own, { learnerIds: [ids.learner.id], on: '2026-12-31' }),
  shortenPause: (db, own, ids) => pauses.shortenPause(db, own, { pauseId: ids.pauseId, to: null }),
  insertPolicy: (db, own, ids) =>
    setup.insertPolicy(db, { ...scopeOf(own, ids), effectiveOn: '2026-12-01', setAt: now }),
  insertProgram: (db, { workspaceId, program: { id: _, ...row } }) =>
    setup.insertProgram(db, { ...row, workspaceId, name: '新', channelId: 'C0NEW' }),
  insertSupporters: (db, own, ids) =>
    setup.insertSupporters(db, [{ ...scopeOf(own, ids), userId: 'U0KUDO', role: 'lead' }]),
  keepPromiseRow: (db, own, ids) =>
    promises.keepPromiseRow(db, own, ids.promiseId, { by: 'U0MORI', at: now }),
  markMemberReachable: (db, own) => members.markMemberReachable(db, own, 'U0AWAY'),
  markMemberUnreachable: (db, own) =>
    members.markMemberUnreachable(db, own, 'U0AOI', { since: now, because: 'account_inactive' }),
  markProgramReachable: (db, { workspaceId }, { closedProgramId: programId }) =>
    programs.markProgramReachable(db, { workspaceId, programId }),
  markProgramUnreachable: (db, own, ids) => programs.markProgramUnreachable(db, scopeOf(own, ids), now),
  moveCaseload: (db, own, { learner }) =>
    handovers.moveCaseload(db, own, { learnerIds: [learner.id], fromId: 'U0AOI', toId: 'U0MORI' }),
  movePromiseRow: (db, own, ids) =>
    promises.movePromiseRow(db, own, { id: ids.promiseId, checkInId: ids.checkIn.id }, '2026-12-01'),
  noteHomeOpened: (db, { workspaceId }) => homes.noteHomeOpened(db, { workspaceId, userId: 'U0AOI' }, now),
  noteOffers: (db, own, ids) =>
    sightings.noteOffers(db, own, { supporterId: 'U0AOI', learnerIds: [ids.learner.id], at: now }),
  noteSeen: (db, own, ids) => sightings.noteSeen(db, own, ids.learner.id, now),
  listLearners: (db, { workspaceId }, { careMessageId: id, learner }) =>
    deliveries.listLearners(db, [
      { delivery: { workspaceId, id }, learners: [{ learnerId: learner.id, dueOn: on }] },
    ]),
  planDeliveries: (db, { workspaceId }, ids) => {
    const about = { recipient: 'U0AOI', onDate: on, runAt: now, createdAt: now };
    const key = { workspaceId, id: crypto.randomUUID(), kind: 'reminder' as const, dedupeKey: 'new' };
    const listed = [{ learnerId: ids.learner.id, dueOn: on }];
    return deliveries.planDeliveries(db, [{ delivery: { ...key, ...about }, learners: listed }]);
  },
  planRestatement: (db, own, ids) => restatements.planRestatement(db, scopeOf(own, ids), null),
  removeClosures: (db, own, ids) =>
    closures.removeClosures(db, scopeOf(own, ids), { from: on, to: '2027-01-01' }),
  recordMissedFloorsOf: (db, own, ids) => breaches.recordMissedFloorsOf(db, own, [ids.missedId], now),
  recordMissedFloors: (db, own, ids) =>
    breaches.recordMissedFloors(db, [{ ...scopeOf(own, ids), on: '2026-11-25' }], now),
  removeFlag: (db, { workspaceId }, ids) =>
    flags.removeFlag(db, { workspaceId, checkInId: ids.checkIn.id, userId: 'U0MENT' }),
  removeSupporters: (db, own, ids) => team.removeSupporters(db, scopeOf(own, ids), ['U0AOI'], now),
  replanQuestions: (db, own, ids) => deliveries.replanQuestions(db, scopeOf(own, ids), now),
  retireLists: (db, { workspaceId }) =>
    deliveries.retireLists(db, [{ workspaceId, recipient: 'C0TEAM', kind: 'digest' }], new Set()),
  saveClosures: (db, own, ids) =>
    closures.saveClosures(db, scopeOf(own, ids), { days: ['2026-12-28', '2026-12-29'], label: '新' }),
  saveDueDays: (db, own, { learner: { id, dueSetOn } }) => {
    const due = { dueOn: '2026-12-01', floorOn: '2026-12-02', dueReason: 'rhythm' as const };
    return stated.saveDueDays(db, own, [{ id, dueSetOn, watching: false, ...due }]);
  },
  saveFlag: (db, { workspaceId }, ids) => {
    const flag = { checkInId: ids.checkIn.id, deliveryId: ids.delivery.id, urgent: true, flaggedAt: now };
    return flags.saveFlag(db, { workspaceId, userId: 'U0MENT', ...flag });
  },
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
  saveSupporters: (db, own, ids) =>
    team.saveSupporters(db, scopeOf(own, ids), [{ userId: 'U0AOI', role: 'lead' }]),
  saveWorkspace: (db, { workspaceId: id }) => setup.saveWorkspace(db, { id, name: '新' }, now),
  setDayCover: (db, own, { learner }) => {
    const cover = { learnerId: learner.id, coveredOn: on, userId: 'U0AOI', takenAt: now };
    return dayCovers.setDayCover(db, own, cover);
  },
  setBreachCauseRow: (db, own, ids) =>
    breaches.setBreachCauseRow(
      db,
      own,
      ids.breachId,
      { cause: 'other', note: '' },
      { by: 'U0LEAD', at: now },
    ),
  setNextDigest: (db, own, ids) =>
    programs.setNextDigest(db, [{ ...scopeOf(own, ids), nextAt: new Date(0) }]),
  setNextEscalation: (db, own, ids) =>
    programs.setNextEscalation(db, [{ ...scopeOf(own, ids), nextAt: new Date(0) }]),
  setNextNudge: (db, { workspaceId }, { consultationId: id }) =>
    nudges.setNextNudge(db, { workspaceId, id }, new Date(0)),
  setPermalink: (db, { workspaceId }, { consultationId: id }) =>
    consultations.setPermalink(db, { workspaceId, id }, 'https://example.com/archives/C0TEAM/p1'),
  setNextReminder: (db, { workspaceId }) =>
    members.setNextReminder(db, [{ workspaceId, userId: 'U0AOI', nextAt: new Date(0) }]),
  setNextSecondLook: (db, own) =>
    members.setNextSecondLook(db, [{ ...keyOf(own, 'U0AOI'), nextAt: new Date(0) }]),
  startRestatement: (db, own, ids) =>
    restatements.startRestatement(db, scopeOf(own, ids), { startedAt: now, nextAt: null }),
  setSeesMessagesRow: (db, own, ids) => programs.setSeesMessagesRow(db, scopeOf(own, ids), false),
  stopImport: (db, own, { rosterImport }) => imports.stopImport(db, own, rosterImport.id, now),
  touchDelivery: (db, { workspaceId }, ids) =>
    deliveries.touchDelivery(db, { workspaceId, id: ids.delivery.id }),
  touchHomes: (db, own) => homes.touchHomes(db, own, ['U0AOI']),
  touchMessages: (db, own, ids) => flags.touchMessages(db, own, [ids.careMessageId]),
  touchRequestRows: (db, own, ids) => deliveries.touchRequestRows(db, own, [ids.requestId]),
  updateAbsence: (db, own, ids) => absences.updateAbsence(db, own, ids.absenceId, { toOn: '2026-11-23' }),
  updateAvailability: (db, { workspaceId }) =>
    availability.updateAvailability(
      db,
      { workspaceId, userId: 'U0AOI' },
      {
        zone: 'Asia/Seoul',
        slackZone: 'Asia/Tokyo',
        workingWeekdays: [1],
        startsAt: '10:00',
        endsAt: '17:00',
        remindersOn: false,
        secondLook: true,
      },
    ),
  touchLists: (db, own, { learner, programId }) =>
    deliveries.touchLists(db, own, [learner.id], [{ programId, madeBy: 'U0AOI' }]),
  touchPersonalLists: (db, own) => touchPersonalLists(db, own, ['U0AOI', 'U0LEAD']),
  updateDelivery: (db, { workspaceId }, ids) =>
    deliveries.updateDelivery(db, { workspaceId, id: ids.delivery.id }, { live: false }),
  updateHeldImport: (db, { workspaceId }, { rosterImport }) =>
    imports.updateHeldImport(db, { ...rosterImport, workspaceId }, { doneCount: 5 }),
  updateLearner: (db, own, ids) => learners.updateLearner(db, own, ids.learner.id, { unit: '新' }),
  updateProgram: (db, own, ids) => settings.updateProgram(db, scopeOf(own, ids), { country: 'US' }),
  updateMemberRow: (db, { workspaceId }) =>
    members.updateMemberRow(
      db,
      { workspaceId, userId: 'U0AOI' },
      { name: '新', zone: 'Asia/Tokyo', slackZone: null, locale: 'ja' },
      now,
    ),
  withdrawBreaches: (db, own, ids) =>
    breaches.withdrawBreaches(db, own, { learnerId: ids.learner.id, until: '2027-01-01' }),
};

/** Those that look across workspaces, each for a reason. */
export const crossing: Record<string, { because: string; ask: Ask }> = {
  ...endsAcross,
  ...libraryAcross,
  lockProgramsToPlan: {
    because: 'one sweep plans the digests of all workspaces',
    ask: (db) => programs.lockProgramsToPlan(db, now, limit),
  },
  lockProgramsToEscalate: {
    because: 'one sweep looks for floors at risk in all workspaces',
    ask: (db) => programs.lockProgramsToEscalate(db, now, limit),
  },
  lockConsultationsToNudge: {
    because: 'one sweep asks for answers in all workspaces',
    ask: (db) => nudges.lockConsultationsToNudge(db, now, limit),
  },
  lockMembersToPlan: {
    because: 'one sweep plans the reminders of all workspaces',
    ask: (db) => members.lockMembersToPlan(db, now, limit),
  },
  lockMembersToLookAgain: {
    because: 'one sweep plans the second looks of all workspaces',
    ask: (db) => members.lockMembersToLookAgain(db, now, limit),
  },
  lockRestatementsToStart: {
    because: 'one sweep starts them in all workspaces',
    ask: (db) => restatements.lockRestatementsToStart(db, now, limit),
  },
  unfinishedRestatements: {
    because: 'the sweep queues what is unfinished anywhere',
    ask: (db) => restatements.unfinishedRestatements(db, limit),
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
  pendingImports: {
    because: 'the sweep queues what is unfinished anywhere',
    ask: (db) => imports.pendingImports(db, { now, abandonedBefore: now }, limit),
  },
  claimImportRow: {
    because: 'a worker takes a job by the id that our own queue carries',
    ask: (db, _, { rosterImport }) =>
      imports.claimImportRow(db, rosterImport.id, { now, abandonedBefore: now }),
  },
  lockRoster: {
    because: 'it locks a number and reads no row',
    ask: async (db, own) => ({ locked: await roster.lockRoster(db, own) }),
  },
};

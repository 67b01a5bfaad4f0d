import { Client } from 'pg';
import * as absences from '../../src/db/absences';
import * as acting from '../../src/db/acting';
import * as availability from '../../src/db/availability';
import * as breaches from '../../src/db/breaches';
import * as answers from '../../src/db/care-answers';
import * as flags from '../../src/db/care-flags';
import * as care from '../../src/db/care-team';
import * as curating from '../../src/db/case-curating';
import { findCaseFor, retiredCasesFor } from '../../src/db/case-reading';
import * as cases from '../../src/db/case-writing';
import { findFormLearner } from '../../src/db/check-in-forms';
import * as checkIns from '../../src/db/check-ins';
import type { Queryable } from '../../src/db/client';
import * as closing from '../../src/db/consultation-closing';
import * as closedMessages from '../../src/db/consultation-messages';
import * as nudges from '../../src/db/consultation-nudges';
import * as replies from '../../src/db/consultation-replies';
import * as threads from '../../src/db/consultation-threads';
import * as consultations from '../../src/db/consultations';
import { countCards, coverCards } from '../../src/db/cover-cards';
import * as coverRequests from '../../src/db/cover-requests';
import * as dayCovers from '../../src/db/day-covers';
import * as deliveries from '../../src/db/deliveries';
import * as dueLists from '../../src/db/due-lists';
import * as duePlanning from '../../src/db/due-planning';
import * as handovers from '../../src/db/handovers';
import * as homes from '../../src/db/homes';
import * as imports from '../../src/db/imports';
import * as learnerCards from '../../src/db/learner-cards';
import * as learners from '../../src/db/learners';
import * as libraryAlike from '../../src/db/library-alike';
import * as libraryEntries from '../../src/db/library-entries';
import * as libraryReading from '../../src/db/library-reading';
import * as librarySearch from '../../src/db/library-search';
import * as members from '../../src/db/members';
import { namedPeople } from '../../src/db/named-people';
import * as pauses from '../../src/db/pauses';
import { touchPersonalLists } from '../../src/db/personal-lists';
import * as profiles from '../../src/db/profiles';
import { supportersOf } from '../../src/db/program-people';
import * as programs from '../../src/db/programs';
import * as promises from '../../src/db/promises';
import * as restatements from '../../src/db/restatements';
import { findRosterLearners } from '../../src/db/roster';
import { lockDueStates } from '../../src/db/roster-due';
import * as sightings from '../../src/db/sightings';
import * as stated from '../../src/db/stated-learners';
import * as team from '../../src/db/team';
import * as teamLoad from '../../src/db/team-load';
import * as timelines from '../../src/db/timelines';
import { addDays } from '../../src/domain/dates';
import { libraryQuery } from '../../src/domain/search/query';
import { importInstants } from '../../src/usecases/claim-import';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { populationDay as on, populate, populationNow } from '../support/population';
import { addPast } from './past';
import { plansOf } from './query-plans';

/** Tables that grow with learners, people or days. */
const bigTables = [
  ...['absences', 'audit_events', 'breaches', 'care_answers', 'care_flags', 'care_team'],
  ...[
    'case_helpers',
    'case_marks',
    'case_versions',
    'cases',
    'consultation_nudges',
    'consultation_questions',
  ],
  ...['consultation_replies', 'consultations', 'library_entries', 'reply_marks'],
  ...['check_in_corrections', 'check_in_offers', 'check_ins', 'cover_requests', 'day_covers'],
  ...['deliveries', 'delivery_learners', 'homes', 'imports', 'learners', 'members'],
  ...['pauses', 'promises', 'supporters'],
];

/** 100,000 learners. */
const sizes = {
  workspaces: 40,
  programsPerWorkspace: 10,
  supportersPerProgram: 8,
  learnersPerProgram: 250,
  checkInsPerLearner: 1,
  oneDueIn: 20,
};
const workspaceId = 'T7';
const viewerId = 'U3S1';
const limit = 200;
const viewer = { workspaceId, userId: viewerId };
const viewersCaseload = { ...viewer, companionId: viewerId, today: on };
/** An id in the middle. */
const after = '80000000-0000-4000-8000-000000000000';

interface Rows {
  people: { workspaceId: string; userId: string; programId: string }[];
  programs: { workspaceId: string; programId: string }[];
  /** One program, its digest of today, and what it lists. */
  programId: string;
  digest: deliveries.Delivery;
  due: string[];
  checkInId: string;
  consultationId: string;
  /** Who was told of that check-in, by which message, and what she answered. */
  flag: { userId: string; deliveryId: string; answerId: string };
  promiseId: string;
  /** A closed consultation with its case. */
  over: { id: string; caseId: string; learnerId: string };
  /** An open consultation of the viewer's, which has no answer, and an answered one of somebody else's. */
  asked: { id: string; learnerId: string };
  answered: { id: string; questionId: string; submissionKey: string };
  nudgeId: string;
}

let database: TestDatabase;
let client: Client;
let rows: Rows;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client(database.url);
  await client.connect();
  // Foreign keys would be looked up for each of a million rows, one by one: half of the time that filling takes.
  await client.query('set session_replication_role = replica');
  await populate(client, sizes);
  await addPast(client);
  await client.query('reset session_replication_role');
  rows = await findRows();
}, 300_000);

afterAll(async () => {
  await client.end();
  await database.release();
});

async function findRows(): Promise<Rows> {
  const select = async <T extends object>(text: string) => (await client.query<T>(text)).rows;
  const [found] = await select<Omit<Rows, 'people' | 'programs' | 'digest'> & { digestId: string }>(`
    select p.id as "programId", d.id as "digestId",
      array(select learner_id from delivery_learners l where l.delivery_id = d.id limit 10) as due,
      k.id as "checkInId",
      (select id from consultations c where c.program_id = p.id limit 1) as "consultationId",
      (select id from promises r where r.program_id = p.id limit 1) as "promiseId",
      (select json_build_object('id', c.id, 'learnerId', c.learner_id) from consultations c
        where c.program_id = p.id and c.author_id = '${viewerId}' and c.status = 'open'
          and c.answered_at is null limit 1) as asked,
      (select id from consultation_nudges n where n.program_id = p.id limit 1) as "nudgeId",
      (select json_build_object('id', c.id, 'questionId', q.id, 'submissionKey', q.submission_key)
        from consultations c join consultation_questions q on q.consultation_id = c.id
        where c.program_id = p.id and c.status = 'open' and c.answered_at is not null limit 1) as answered,
      (select json_build_object('id', c.id, 'caseId', c.case_id, 'learnerId', c.learner_id)
        from consultations c where c.program_id = p.id and c.status = 'closed' limit 1) as over,
      (select json_build_object('userId', f.user_id, 'deliveryId', f.delivery_id, 'answerId', a.id)
        from care_flags f join care_answers a on a.check_in_id = f.check_in_id where f.check_in_id = k.id) as flag
    from programs p join deliveries d on d.program_id = p.id and d.live
    cross join lateral (select id from check_ins c where c.program_id = p.id limit 1) k
    where p.workspace_id = '${workspaceId}' and p.name = 'P3'`);
  if (!found) throw new Error('program P3: expected a digest of today');
  const slots = `select workspace_id as "workspaceId", user_id as "userId", program_id as "programId"`;
  return {
    ...found,
    digest: { workspaceId, id: found.digestId, parentId: null } as deliveries.Delivery,
    people: await select(`${slots} from supporters where removed_at is null order by program_id limit 200`),
    programs: await select(`select workspace_id as "workspaceId", id as "programId" from programs limit 50`),
  };
}

type Query = (db: Queryable, rows: Rows) => Promise<unknown>;

/** A query, the index that is meant to carry it, and the most rows that it may look at over all tables. */
type HotQuery = [name: string, index: string, atMost: number, query: Query];

/** Costs nothing while nothing is due, however many learners there are. */
const idleSweep: HotQuery[] = [
  [
    'lockProgramsToPlan',
    'programs_next_digest',
    0,
    (db) => programs.lockProgramsToPlan(db, populationNow, 50),
  ],
  [
    'lockProgramsToEscalate',
    'programs_next_escalation',
    0,
    (db) => programs.lockProgramsToEscalate(db, populationNow, 50),
  ],
  [
    'lockMembersToPlan',
    'members_next_reminder',
    0,
    (db) => members.lockMembersToPlan(db, populationNow, 200),
  ],
  [
    'lockMembersToLookAgain',
    'members_next_second_look',
    0,
    (db) => members.lockMembersToLookAgain(db, populationNow, 200),
  ],
  [
    'lockConsultationsToNudge',
    'consultations_to_nudge',
    0,
    (db) => nudges.lockConsultationsToNudge(db, populationNow, 50),
  ],
  ['lockFollowUps', 'consultations_to_follow_up', 0, (db) => closing.lockFollowUps(db, populationNow, 50)],
  ['pendingDeliveries', 'deliveries_pending', 10, (db) => deliveries.pendingDeliveries(db, new Date(), 1000)],
  ['staleDeliveries', 'deliveries_stale', 10, (db) => deliveries.staleDeliveries(db, 1000)],
  ['staleHomes', 'homes_stale', 10, (db) => homes.staleHomes(db, 1000)],
  [
    'lockRestatementsToStart',
    'restatements_next',
    0,
    (db) => restatements.lockRestatementsToStart(db, populationNow, 50),
  ],
  [
    'unfinishedRestatements',
    'restatements_unfinished',
    0,
    (db) => restatements.unfinishedRestatements(db, 1000),
  ],
  [
    'pendingImports',
    'imports_unfinished',
    10,
    (db) => imports.pendingImports(db, importInstants(new Date()), 1000),
  ],
];

/** 50 programs with 650 due (four rows for each: herself, her companion, who acts, and as a supporter), 200 people with 325 due of 6,250, all away six times. */
const planning: HotQuery[] = [
  [
    'dueInPrograms',
    'learners_due',
    400 + 4 * 650,
    (db, r) =>
      duePlanning.dueInPrograms(
        db,
        r.programs.map((program) => ({ ...program, on })),
        populationNow,
      ),
  ],
  [
    // With a look at the pauses of each.
    'dueForMembers',
    'learners_caseload',
    2600,
    (db, r) =>
      duePlanning.dueForMembers(
        db,
        r.people.map((person) => ({ ...person, companionId: person.userId, today: on, until: on })),
        [],
        populationNow,
      ),
  ],
  ['membersByKeys', 'members_workspace_id_user_id_pk', 200, (db, r) => members.membersByKeys(db, r.people)],
  // Those of the last weeks, of 200 people.
  ['absencesOf', 'absences_of_member', 250, (db, r) => absences.absencesOf(db, r.people, populationNow)],
  ['coversNow', 'cover_requests_to', 3600, (db, r) => absences.coversNow(db, r.people, populationNow)],
  [
    'setNextSecondLook',
    'members_workspace_id_user_id_pk',
    400,
    (db, r) =>
      members.setNextSecondLook(
        db,
        r.people.map((person) => ({ ...person, nextAt: populationNow })),
      ),
  ],
  [
    // Everybody's floor is still to come: only the 400 programs are looked at.
    'recordMissedFloors (nobody)',
    'learners_floor',
    400,
    (db, r) =>
      breaches.recordMissedFloors(
        db,
        r.programs.map((program) => ({ ...program, on })),
        populationNow,
      ),
  ],
  [
    'floorsAtRisk (nobody)',
    'learners_floor',
    100,
    (db, r) =>
      duePlanning.floorsAtRisk(
        db,
        r.programs.map((program) => ({ ...program, on, until: on })),
      ),
  ],
  [
    'learnersLeftOpen',
    'pauses_by_learner',
    2500,
    (db, r) =>
      pauses.learnersLeftOpen(
        db,
        r.programs.map((program) => ({ ...program, on })),
      ),
  ],
  [
    'reachPausesBack',
    'pauses_by_learner',
    60,
    (db, r) => pauses.reachPausesBack(db, { workspaceId }, { learnerIds: r.due.slice(0, 3), on }),
  ],
  [
    'findByKeys',
    'deliveries_once',
    100,
    (db, r) =>
      deliveries.findByKeys(
        db,
        r.programs.map(({ workspaceId, programId }) => ({
          workspaceId,
          dedupeKey: `digest-${programId}-0`,
        })),
      ),
  ],
  [
    'makersToRemind',
    'promises_due',
    3000,
    (db, r) =>
      promises.makersToRemind(
        db,
        r.people.map((person) => ({ ...person, today: on, horizon: on })),
      ),
  ],
  ['programsOfMembers', 'supporters_present', 1200, (db, r) => programs.programsOfMembers(db, r.people)],
  [
    'setNextReminder',
    'members_workspace_id_user_id_pk',
    400,
    (db, r) =>
      members.setNextReminder(
        db,
        r.people.map((person) => ({ ...person, nextAt: populationNow })),
      ),
  ],
  [
    'retireLists',
    'deliveries_live',
    400,
    (db, r) => {
      const lists = r.people.map((person) => ({
        ...person,
        recipient: person.userId,
        kind: 'reminder' as const,
      }));
      return deliveries.retireLists(db, lists, new Set([crypto.randomUUID()]));
    },
  ],
];

/** A learner has been on forty lists. */
const lists: HotQuery[] = [
  [
    'touchLists',
    'delivery_learners_learner_index',
    100,
    (db, r) => deliveries.touchLists(db, { workspaceId }, r.due.slice(0, 1)),
  ],
  ['touchPersonalLists', 'deliveries_live', 20, (db) => touchPersonalLists(db, { workspaceId }, [viewerId])],
  ['listPages', 'deliveries_parent', 1, (db, r) => deliveries.listPages(db, r.digest)],
  [
    'listedLearners',
    'learners_scope',
    110,
    (db, r) => dueLists.listedLearners(db, { workspaceId }, [r.digest.id], populationNow),
  ],
  [
    'latestCheckIns',
    'check_ins_timeline',
    20,
    (db, r) => checkIns.latestCheckIns(db, { workspaceId }, r.due),
  ],
  [
    'floorsEnding',
    'learners_floor',
    260,
    (db, { programId }) =>
      dueLists.floorsEnding(
        db,
        { workspaceId, programId },
        { from: '2026-11-27', to: '2026-11-27', limit, now: populationNow },
      ),
  ],
  [
    'awaitingReply',
    'learners_awaiting',
    26,
    (db, { programId }) => dueLists.awaitingReply(db, { workspaceId, programId }, { on, before: on, limit }),
  ],
  [
    'promisesDue',
    'promises_due',
    90,
    (db, { programId }) =>
      dueLists.promisesDue(
        db,
        { workspaceId, programId },
        {
          after: '2026-11-20',
          until: on,
          keptSince: populationNow,
          limit,
        },
      ),
  ],
  [
    'watchesEnding',
    'learners_due',
    13,
    (db, { programId }) => dueLists.watchesEnding(db, { workspaceId, programId }, { on, limit }),
  ],
  [
    'winsBetween',
    'check_ins_wins',
    39,
    (db, { programId }) =>
      checkIns.winsBetween(
        db,
        { workspaceId, programId },
        { from: new Date('2026-11-19T15:00:00Z'), before: new Date(`${on}T15:00:00Z`), limit },
      ),
  ],
];

/** A caseload of 31, of whom two are due; all of them within a week. Of the program's 250, thirteen are. */
const home: HotQuery[] = [
  [
    'caseloadUntil (due today)',
    'learners_caseload',
    10,
    (db, { programId }) =>
      dueLists.caseloadUntil(db, [{ ...viewersCaseload, programId, until: on }], populationNow),
  ],
  [
    'caseloadUntil (the week ahead)',
    'learners_caseload',
    250,
    (db, { programId }) =>
      dueLists.caseloadUntil(db, [{ ...viewersCaseload, programId, until: addDays(on, 7) }], populationNow),
  ],
  [
    // Each herself and by her name.
    'caseloadAfter',
    'learners_caseload',
    70,
    (db, { programId }) => dueLists.caseloadAfter(db, viewer, [{ programId, after: on }], limit),
  ],
  [
    'onBreakOf',
    'learners_on_break',
    20,
    (db, { programId }) => dueLists.onBreakOf(db, viewer, [programId], limit),
  ],
  // One of a team's last ten or so is hers.
  ['hasLoggedCheckIn', 'check_ins_by_day', 20, (db) => checkIns.hasLoggedCheckIn(db, viewer)],
  [
    // Of a newcomer, all 250 of her program.
    'hasLoggedCheckIn (never)',
    'check_ins_by_day',
    300,
    (db, { programId }) => checkIns.hasLoggedCheckIn(db, { workspaceId, userId: `U${programId}0` }),
  ],
  [
    // Herself, namesakes, her companion, who acts, and as a supporter.
    'dueUntil',
    'learners_due',
    80,
    (db, { programId }) => dueLists.dueUntil(db, { workspaceId }, [{ programId, today: on }], populationNow),
  ],
  [
    // All 250 by one of the indexes that begin with the program, then each companion as member and supporter.
    'caseloadSizes',
    'supporters_present',
    250 + 2 * 9,
    (db, { programId }) => teamLoad.caseloadSizes(db, { workspaceId }, [{ programId, today: on }]),
  ],
  [
    'promisesOf',
    'promises_of_maker',
    120,
    (db, { programId }) =>
      promises.promisesOf(db, { workspaceId, userId: viewerId }, [{ programId, until: on }], {
        keptSince: populationNow,
        limit,
      }),
  ],
  [
    // Each of the two is locked, found again and written.
    'touchHomes',
    'homes_workspace_id_user_id_pk',
    6,
    (db) => homes.touchHomes(db, { workspaceId }, [viewerId, 'U3S2']),
  ],
  [
    'noteHomeOpened',
    'members_workspace_id_user_id_pk',
    2,
    (db) => homes.noteHomeOpened(db, { workspaceId, userId: viewerId }, populationNow),
  ],
];

/** Being away and standing in: nobody is away today, which is how it is for most people on most days. */
const covers: HotQuery[] = [
  [
    'findActor',
    'learners_scope_in_program',
    6,
    (db, r) => acting.findActor(db, { workspaceId, programId: r.programId }, r.due[0] ?? '', populationNow),
  ],
  ['absencesShown', 'absences_of_member', 2, (db) => availability.absencesShown(db, viewer, on)],
  ['coversShown', 'cover_requests_to', 20, (db) => availability.coversShown(db, viewer, populationNow)],
  [
    'learnersOfCaseload',
    'learners_scope',
    10,
    (db, r) => availability.learnersOfCaseload(db, { workspaceId }, viewerId, r.due),
  ],
  [
    'findPossibleCover',
    'supporters_present',
    4,
    (db, r) => availability.findPossibleCover(db, { workspaceId }, viewerId, [r.programId]),
  ],
  [
    'listedOfCaseloads',
    'learners_caseload',
    40,
    (db) => coverRequests.listedOfCaseloads(db, { workspaceId }, [viewerId]),
  ],
  [
    'coverCards',
    'check_ins_timeline',
    13 * 13,
    (db, r) => coverCards(db, { ...r.digest, recipient: viewerId }),
  ],
  [
    'countCards',
    'supporters_present',
    13 * 13,
    (db, r) => countCards(db, { ...r.digest, recipient: viewerId }, [r.digest.id]),
  ],
];

/** The last batch of a program: of each learner the row and a pause, and none of those before. */
const restating: HotQuery[] = [
  [
    'activeLearnerIds',
    'learners_scope_in_program',
    200,
    (db, r) => stated.activeLearnerIds(db, { workspaceId, programId: r.programId }, { after, limit: 100 }),
  ],
  [
    'statedLearners',
    'learners_scope_in_program',
    400,
    (db, r) => stated.statedLearners(db, { workspaceId, programId: r.programId }, { after, limit: 100 }),
  ],
  [
    'lockStatedLearners',
    'learners_scope',
    20,
    (db, r) => stated.lockStatedLearners(db, { workspaceId }, r.due),
  ],
  [
    'withBreaks',
    'pauses_by_learner',
    20,
    (db, r) =>
      pauses.withBreaks(
        db,
        { workspaceId },
        r.due.map((id) => ({ id })),
      ),
  ],
  [
    'saveDueDays',
    'learners_scope',
    10,
    (db, r) => {
      const due = { dueOn: on, floorOn: on, dueReason: 'rhythm' as const, dueSetOn: on };
      const rows = r.due.map((id) => ({ id, watching: false, ...due }));
      return stated.saveDueDays(db, { workspaceId }, rows);
    },
  ],
];

/** A program has missed the minimum of one in six, half of them without a cause. */
const missed: HotQuery[] = [
  [
    'unexplainedBreaches',
    'breaches_unexplained',
    100,
    (db) => breaches.unexplainedBreaches(db, { workspaceId }, 'U3S0', 20),
  ],
  [
    'recordMissedFloorsOf',
    'learners_scope',
    10,
    (db, r) => breaches.recordMissedFloorsOf(db, { workspaceId }, r.due.slice(0, 1), populationNow),
  ],
  [
    'withdrawBreaches',
    'breaches_once',
    10,
    (db, r) => breaches.withdrawBreaches(db, { workspaceId }, { learnerId: r.due[0] ?? '', until: on }),
  ],
];

/** Each message in a channel asks the first one, each in a thread the second. Of 400 consultations in its channel one is meant. */
const messages: HotQuery[] = [
  [
    'noticedLearners (nobody)',
    'learners_same_slack_user',
    0,
    (db) => sightings.noticedLearners(db, { workspaceId }, [viewerId, 'U3S2']),
  ],
  [
    'findThreadConsultation',
    'deliveries_consultation',
    3,
    (db) =>
      threads.findThreadConsultation(db, { workspaceId }, { channelId: 'C3', threadTs: '1700000007.0' }),
  ],
  [
    'findThreadConsultation (of another thread)',
    'deliveries_consultation',
    0,
    (db) => threads.findThreadConsultation(db, { workspaceId }, { channelId: 'C3', threadTs: '1.0' }),
  ],
  [
    // Eight replies with their authors, who asked, and marks.
    'repliesOf',
    'consultation_replies_workspace_id_consultation_id_ts_pk',
    40,
    (db, { consultationId }) => replies.repliesOf(db, { workspaceId }, consultationId),
  ],
  [
    'firstAnswerAt',
    'consultation_replies_workspace_id_consultation_id_ts_pk',
    20,
    (db, { consultationId }) => replies.firstAnswerAt(db, { workspaceId }, consultationId),
  ],
  [
    'askersOf',
    'consultation_questions_of',
    3,
    (db, { consultationId }) => replies.askersOf(db, { workspaceId }, consultationId),
  ],
  [
    // When the bot is taken out of a channel: all that were ever asked there.
    'stopCollecting',
    'deliveries_consultation',
    1300,
    (db) => threads.stopCollecting(db, { workspaceId }, { channelId: 'C3', closedSince: on }, populationNow),
  ],
  [
    'noteOffers',
    'learners_scope',
    12,
    (db, r) =>
      sightings.noteOffers(
        db,
        { workspaceId },
        { supporterId: viewerId, learnerIds: r.due.slice(0, 3), at: populationNow },
      ),
  ],
];

/** A team of eight, with 250 learners. */
const teams: HotQuery[] = [
  [
    'findTeam',
    'members_workspace_id_user_id_pk',
    50,
    (db, { programId }) => team.findTeam(db, { workspaceId, programId }),
  ],
  // Once, when a lead changes her team: she reads her program, those on a break too.
  [
    'teamCaseloadSizes',
    'learners_same_name',
    250,
    (db, { programId }) => team.teamCaseloadSizes(db, { workspaceId, programId }, [viewerId]),
  ],
  ['findBeginnings', 'supporters_present', 20, (db) => team.findBeginnings(db, { workspaceId }, viewerId)],
];

/** A learner's card and what leads on from it. */
const cards: HotQuery[] = [
  [
    'findLearnerCard',
    'promises_of_learner',
    14,
    (db, r) =>
      learnerCards.findLearnerCard(db, { workspaceId }, viewerId, {
        learnerId: r.due[0] ?? '',
        now: populationNow,
      }),
  ],
  [
    'timelineEntries',
    'check_ins_timeline',
    20,
    (db, r) => {
      const from = { on, at: `${on} 00:00:00+00`, id: crypto.randomUUID() };
      const asked = { learnerId: r.due[0] ?? '', viewerId, isLead: false, limit: 11 };
      return timelines.timelineEntries(db, { workspaceId }, { ...asked, range: { towards: 'past', from } });
    },
  ],
  ['findProfile', 'learners_scope', 3, (db, r) => profiles.findProfile(db, { workspaceId }, r.due[0] ?? '')],
  [
    'editsSince',
    'learner_edits_version',
    2,
    (db, r) => profiles.editsSince(db, { workspaceId }, { learnerId: r.due[0] ?? '', version: 1 }),
  ],
  [
    'companionToAsk',
    'supporters_present',
    2,
    (db, { programId }) => handovers.companionToAsk(db, { workspaceId, programId }, viewerId),
  ],
  [
    // Eight now, twenty-five in former times.
    'supportersOf',
    'members_workspace_id_user_id_pk',
    50,
    (db, { programId }) => supportersOf(db, { workspaceId, programId }, viewerId),
  ],
  [
    'pausesUntil',
    'pauses_by_learner',
    1,
    (db, r) => pauses.pausesUntil(db, { workspaceId }, { learnerId: r.due[0] ?? '', to: on }),
  ],
];

const people: HotQuery[] = [
  ['findDesk', 'supporters_present', 4, (db) => members.findDesk(db, { workspaceId }, viewerId)],
  [
    'findFormLearner',
    'learners_scope',
    14,
    (db, r) => findFormLearner(db, { workspaceId }, viewerId, r.due[0] ?? ''),
  ],
  [
    'lockLearnerFor',
    'learners_scope',
    6,
    (db, r) => learners.lockLearnerFor(db, { workspaceId }, viewerId, r.due[0] ?? ''),
  ],
  [
    'findLearnerFor',
    'learners_scope',
    6,
    (db, r) => learners.findLearnerFor(db, { workspaceId }, viewerId, r.due[0] ?? ''),
  ],
  ['pausesOf', 'pauses_by_learner', 1, (db, r) => learners.pausesOf(db, { workspaceId }, r.due[0] ?? '')],
  ['lockDueStates', 'learners_scope', 20, (db, r) => lockDueStates(db, { workspaceId }, r.due)],
  [
    'contactStateOf',
    'check_ins_timeline',
    4,
    (db, r) => checkIns.contactStateOf(db, { workspaceId }, r.due[0] ?? ''),
  ],
  [
    'contactStatesOf',
    'check_ins_timeline',
    30,
    (db, r) => checkIns.contactStatesOf(db, { workspaceId }, r.due),
  ],
  [
    'findCheckInFor',
    'check_ins_scope',
    6,
    (db, r) => checkIns.findCheckInFor(db, { workspaceId }, viewerId, r.checkInId),
  ],
  [
    'findPromiseFor',
    'promises_pkey',
    6,
    (db, r) => promises.findPromiseFor(db, { workspaceId }, viewerId, r.promiseId),
  ],
  [
    'touchLists (of a promise)',
    'deliveries_live',
    20,
    (db, { programId }) => deliveries.touchLists(db, { workspaceId }, [], [{ programId, madeBy: viewerId }]),
  ],
  [
    'findBySubmission',
    'check_ins_submission',
    1,
    (db) => checkIns.findBySubmission(db, { workspaceId }, 'V'),
  ],
  [
    'findRosterLearners',
    'learners_same_name',
    4,
    (db, { programId }) =>
      findRosterLearners(db, { workspaceId, programId }, [{ name: '受講生1', slackUserId: 'U0HANA' }]),
  ],
  [
    'suggestLearners (by name, of 250)',
    'learners_same_name',
    400,
    (db) => learners.suggestLearners(db, { workspaceId }, { viewerId, keys: ['受講生12'], limit: 100 }),
  ],
  [
    'suggestLearners (all of 250)',
    'learners_same_name',
    650,
    (db) => learners.suggestLearners(db, { workspaceId }, { viewerId, keys: [], limit: 100 }),
  ],
  [
    'suggestLearners (by name, of 5,000)',
    'learners_same_name',
    5200,
    (db) =>
      learners.suggestLearners(
        db,
        { workspaceId: 'T9' },
        { viewerId: 'U0S1', keys: ['転入123'], limit: 100 },
      ),
  ],
  [
    'suggestLearners (all of 5,000)',
    'learners_same_name',
    10_200,
    (db) => learners.suggestLearners(db, { workspaceId: 'T9' }, { viewerId: 'U0S1', keys: [], limit: 100 }),
  ],
];

/** An advisor has 50 learners, and was told of 50 check-ins in twenty messages. */
const careTeams: HotQuery[] = [
  [
    'careRolesOf',
    'care_team_workspace_id_learner_id_role_pk',
    2,
    (db, r) => care.careRolesOf(db, { workspaceId }, r.due[0] ?? '', viewerId),
  ],
  [
    'careTeamOf',
    'care_team_workspace_id_learner_id_role_pk',
    3,
    (db, r) => care.careTeamOf(db, { workspaceId }, r.due[0] ?? ''),
  ],
  [
    'isInACareTeam',
    'care_team_of_person',
    1,
    (db, { flag }) => care.isInACareTeam(db, { workspaceId }, flag.userId),
  ],
  [
    'suggestLearners (by an advisor)',
    'care_team_of_person',
    400,
    (db, { flag }) =>
      learners.suggestLearners(db, { workspaceId }, { viewerId: flag.userId, keys: [], limit: 100 }),
  ],
  [
    'lockFlagsOf',
    'care_flags_workspace_id_check_in_id_user_id_pk',
    2,
    (db, r) => flags.lockFlagsOf(db, { workspaceId }, r.checkInId),
  ],
  [
    'lockNextMessages',
    'deliveries_care_next',
    1,
    (db, { flag: { userId } }) => {
      const next = { userId, on: addDays(on, 1), now: populationNow };
      return flags.lockNextMessages(db, { workspaceId }, next);
    },
  ],
  [
    'flagCounts',
    'care_flags_message',
    3,
    (db, { flag }) => flags.flagCounts(db, { workspaceId }, [flag.deliveryId]),
  ],
  [
    'findFlag',
    'care_flags_workspace_id_check_in_id_user_id_pk',
    2,
    (db, r) => flags.findFlag(db, { workspaceId }, r.flag.userId, r.checkInId),
  ],
  [
    'flaggedIn',
    'care_flags_message',
    30,
    (db, { flag }) => flags.flaggedIn(db, { workspaceId }, flag.deliveryId),
  ],
  [
    'programsFlaggedIn',
    'care_flags_message',
    6,
    (db, { flag }) => flags.programsFlaggedIn(db, { workspaceId }, flag.deliveryId),
  ],
  [
    'answersOf',
    'care_answers_timeline',
    2,
    (db, r) => answers.answersOf(db, { workspaceId }, r.due[0] ?? '', 3),
  ],
  [
    'findAnswer',
    'care_answers_pkey',
    3,
    (db, { flag }) => answers.findAnswer(db, { workspaceId }, flag.answerId),
  ],
];

/** A program has five open consultations, of which three have no answer, and twelve closed ones. */
const asking: HotQuery[] = [
  [
    'findOpenConsultation',
    'consultations_one_open',
    1,
    (db, { asked }) => consultations.findOpenConsultation(db, { workspaceId }, asked.learnerId),
  ],
  [
    'findQuestionBySubmission',
    'consultation_questions_submission',
    2,
    (db, { answered }) => consultations.findQuestionBySubmission(db, { workspaceId }, answered.submissionKey),
  ],
  [
    'findQuestion',
    'consultation_questions_pkey',
    2,
    (db, { answered }) => consultations.findQuestion(db, { workspaceId }, answered.questionId),
  ],
  [
    'findPostedConsultation',
    'consultation_replies_workspace_id_consultation_id_ts_pk',
    30,
    (db, { answered }) => consultations.findPostedConsultation(db, { workspaceId }, answered.id),
  ],
  [
    'unansweredConsultations',
    'consultations_unanswered',
    10,
    (db, { programId }) =>
      consultations.unansweredConsultations(
        db,
        { workspaceId, programId },
        { on, zone: 'Asia/Tokyo', limit: 20 },
      ),
  ],
  [
    'ownConsultations',
    'consultations_open',
    30,
    (db) => consultations.ownConsultations(db, { workspaceId }, viewerId, 20),
  ],
  [
    // Of each of eight supporters, what she knows and when she was last asked.
    'candidatesFor',
    'case_helpers_of_member',
    8 * 20,
    (db, { programId, asked }) =>
      nudges.candidatesFor(db, { workspaceId, programId, askedAgainBy: null, ...asked }),
  ],
  [
    'countNudges',
    'consultation_nudges_once',
    1,
    (db, { asked }) => nudges.countNudges(db, { workspaceId, id: asked.id, askedAgainAt: null }),
  ],
  [
    'findNudge',
    'consultation_nudges_pkey',
    4,
    (db, { nudgeId }) => nudges.findNudge(db, { workspaceId }, nudgeId),
  ],
  [
    'replanQuestions',
    'deliveries_unasked',
    5,
    (db, { programId }) => deliveries.replanQuestions(db, { workspaceId, programId }, populationNow),
  ],
];

/** What is read when a consultation is closed, opened again, or asked after. */
const ending: HotQuery[] = [
  [
    'findConsultationFor',
    'consultations_scope',
    6,
    (db, { over }) => closing.findConsultationFor(db, { workspaceId }, viewerId, over.id),
  ],
  [
    'lockConsultationFor',
    'consultations_scope',
    6,
    (db, { over }) => closing.lockConsultationFor(db, { workspaceId }, viewerId, over.id),
  ],
  [
    'questionsOf',
    'consultation_questions_of',
    2,
    (db, { over }) => closing.questionsOf(db, { workspaceId }, over.id),
  ],
  [
    'recentConcerns',
    'check_ins_timeline',
    6,
    (db, { over }) => closing.recentConcerns(db, { workspaceId }, over.learnerId, 3),
  ],
  [
    'hasOtherOpen',
    'consultations_one_open',
    1,
    (db, { over }) => closing.hasOtherOpen(db, { workspaceId, ...over }),
  ],
  [
    'findToldConsultation',
    'consultations_scope',
    6,
    (db, { over }) => closing.findToldConsultation(db, { workspaceId }, over.id),
  ],
  [
    'askableOf',
    'supporters_present',
    5,
    (db, { programId }) => closing.askableOf(db, { workspaceId, programId }, [viewerId, 'U3S2']),
  ],
  ['findToldCase', 'cases_scope', 10, (db, { over }) => cases.findToldCase(db, { workspaceId }, over.caseId)],
  [
    'consultationOfCase',
    'consultations_of_case',
    5,
    (db, { over }) => curating.consultationOfCase(db, { workspaceId }, over.caseId),
  ],
  [
    'touchClosedMessages',
    'deliveries_of_closed',
    5,
    (db, { over }) => closedMessages.touchClosedMessages(db, { workspaceId }, over.id),
  ],
  [
    // The posts in a channel, to be locked and then written.
    'revivePosts',
    'deliveries_consultation',
    110,
    (db) => threads.revivePosts(db, { workspaceId }, { channelId: 'C3', closedSince: '2026-11-09' }),
  ],
  [
    'retireClosedMessages',
    'deliveries_of_closed',
    5,
    (db, { over }) => closedMessages.retireClosedMessages(db, { workspaceId }, over.id),
  ],
  [
    // Everybody around the learners of a program, of whom there are 250.
    'namedPeople',
    'learners_scope_in_program',
    2000,
    (db, { programId, over }) => namedPeople(db, { workspaceId, programId }, over.learnerId),
  ],
];

const libraryPart = { today: on, offset: 0, limit: 6 };

function searched(db: Queryable, programId: string, text: string) {
  const query = libraryQuery({ text, filters: {} });
  if (!query) throw new Error('expected words');
  return librarySearch.searchEntries(db, { workspaceId, viewerId, programId }, query, libraryPart);
}

/** Here a program has 260 entries. */
const library: HotQuery[] = [
  [
    'searchEntries',
    'library_entries_words',
    200,
    (db, { programId }) => searched(db, programId, '夜勤 返事'),
  ],
  [
    'searchEntries (of one word)',
    'library_entries_words',
    150,
    (db, { programId }) => searched(db, programId, '夜勤'),
  ],
  [
    'newestEntries',
    'library_entries_newest',
    500,
    (db, { programId }) => librarySearch.newestEntries(db, { workspaceId, viewerId, programId }, libraryPart),
  ],
  [
    'similarlySpelt',
    'library_entries_newest',
    1000,
    (db, { programId }) =>
      libraryAlike.similarlySpelt(
        db,
        { workspaceId, viewerId, programId },
        {
          ...{ words: ['yakim'], filters: '', today: on, limit: 6, byTrigrams: true },
        },
      ),
  ],
  [
    'findCaseFor',
    'cases_scope',
    30,
    (db, { over }) => findCaseFor(db, { workspaceId }, viewerId, over.caseId),
  ],
  [
    'retiredCasesFor',
    'cases_retired',
    100,
    (db) => retiredCasesFor(db, { workspaceId }, 'U3S0', { offset: 0, limit: 10 }),
  ],
  [
    'findEntryFor',
    'library_entries_workspace_id_kind_source_id_pk',
    3,
    (db, { over }) =>
      libraryReading.findEntryFor(db, { workspaceId }, viewerId, { kind: 'case', sourceId: over.caseId }),
  ],
  [
    'findOpenConsultationOf',
    'consultations_scope',
    5,
    (db, { over }) => libraryReading.findOpenConsultationOf(db, { workspaceId }, viewerId, over.id),
  ],
];

const groups = {
  library,
  asking,
  ending,
  idleSweep,
  planning,
  lists,
  home,
  covers,
  restating,
  missed,
  messages,
  teams,
  people,
  careTeams,
  cards,
};

describe.each(Object.entries(groups))('%s, with 100,000 learners', (_, queries) => {
  test.each(queries)('%s goes by %s', async (_name, index, atMost, query) => {
    const plans = await plansOf(client, (db) => query(db, rows));
    expect(plans.scanned.filter((table) => bigTables.includes(table))).toEqual([]);
    expect(plans.indexes).toContain(index);
    expect(plans.rows).toBeLessThanOrEqual(atMost);
  });
});
/** Queries that need no plan of their own, each for a reason. */
const unexplained = {
  writesByKey: [
    ...[
      'insertCheckIn',
      'correctCheckInRow',
      'planDeliveries',
      'listLearners',
      'updateDelivery',
      'claimDrawing',
      'endDrawing',
    ],
    ...['planRestatement', 'advanceRestatement'],
    ...['updateLearner', 'updateMemberRow', 'setNextDigest', 'setNextEscalation', 'setBreachCauseRow'],
    ...['setSeesMessagesRow', 'noteSeen'],
    ...['insertConsultation', 'insertQuestion', 'insertNudge', 'setNextNudge', 'setPermalink'],
    ...['updateConsultation', 'setFollowUps', 'insertCase', 'changeCase', 'saveHelpers'],
    ...[
      'putLibraryEntry',
      'addLibraryEntries',
      'dropLibraryEntry',
      'setCaseMark',
      'setCaseStanding',
      'takeInCase',
    ],
    ...['insertAnswer', 'saveFlag', 'removeFlag', 'touchMessages'],
    ...['insertMark', 'putReply', 'setAnswered', 'startCollecting'],
    ...['insertImport', 'claimImportRow', 'updateHeldImport', 'giveBackRow', 'completeImport', 'stopImport'],
    ...['touchDelivery', 'saveSupporters', 'removeSupporters'],
    ...['keepPromiseRow', 'movePromiseRow'],
    ...['insertPause', 'insertPauses', 'shortenPause', 'keepProfiles', 'saveProfile'],
    ...['claimHomeRow', 'endHomeDrawing', 'forgetHome'],
    ...['insertAbsence', 'updateAbsence', 'updateAvailability', 'insertCoverRequest', 'answerRequest'],
    ...['closeRequestsOf', 'setDayCover', 'endDayCovers', 'touchRequestRows', 'moveCaseload'],
    ...['markMemberUnreachable', 'markMemberReachable', 'markProgramUnreachable', 'markProgramReachable'],
  ],
  readsByKey: [
    ...['lockCase', 'findCase'],
    ...['findImport', 'lockTeam', 'findReply', 'lockConsultation'],
    ...['lockDelivery', 'learnerExists', 'findHome', 'findMember', 'programIdsOf'],
    ...['findAbsence', 'findAbsenceBySubmission', 'overlappingAbsence', 'lockMember', 'lockRequestTo'],
    ...[
      'findRequestStory',
      'requestedLearners',
      'coveredLearners',
      'requestsOf',
      'handoversOfSubmission',
      'isTakenOn',
      'learnersToHandOver',
    ],
    ...['findThread', 'findBreachFor', 'lockBreachFor', 'leadsToTell', 'lockNoticedLearner'],
    ...['leadsOfPeople'],
    ...['findAnswerBySubmission', 'findRequestBySubmission', 'namedLearnerIds', 'findPause'],
  ],
  ofRestatementsAlone: ['findRestatement', 'lockUnfinishedRestatement'],
  ofProgramsAlone: ['findProgram', 'requireProgram', 'loadProgramRules', 'findProgramInChannel'],
  onlyWhenRulesChange: ['startRestatement', 'countActiveLearners'],
  noQueries: [
    ...[
      'memberKey',
      'acting',
      'actorColumns',
      'isAskedFor',
      'heldLearners',
      'openConsultationOf',
      'contentOf',
      'hasTrigrams',
      'lastSaid',
    ],
    ...['rulesColumns', 'rulesOf', 'withRules', 'ruledFrom', 'nextSlotOf'],
  ],
};

test('every query of the bot and the worker is explained, or there is a reason why not', () => {
  const asked = Object.keys({
    ...absences,
    ...acting,
    ...availability,
    ...coverRequests,
    ...dayCovers,
    ...duePlanning,
    ...handovers,
    ...breaches,
    ...answers,
    ...care,
    ...flags,
    ...checkIns,
    ...consultations,
    ...closing,
    ...closedMessages,
    ...cases,
    ...curating,
    findCaseFor,
    retiredCasesFor,
    ...libraryEntries,
    ...libraryReading,
    ...libraryAlike,
    ...librarySearch,
    namedPeople,
    ...nudges,
    ...replies,
    ...threads,
    ...deliveries,
    ...dueLists,
    countCards,
    coverCards,
    ...homes,
    ...imports,
    ...learners,
    ...members,
    ...programs,
    ...restatements,
    ...stated,
    ...sightings,
    ...team,
    ...teamLoad,
    ...promises,
    ...learnerCards,
    ...pauses,
    ...profiles,
    supportersOf,
    touchPersonalLists,
    ...timelines,
  });
  const explained = Object.values(groups)
    .flat()
    .map(([name]) => name.split(' ')[0]);
  const reasoned = Object.values(unexplained).flat();
  expect(asked.filter((name) => !explained.includes(name) && !reasoned.includes(name))).toEqual([]);
  expect(reasoned.filter((name) => !asked.includes(name) || explained.includes(name))).toEqual([]);
});

test('a query without its index would be noticed', async () => {
  const plans = await plansOf(client, (db) => db.execute(`select 1 from learners where unit = 'nowhere'`));
  expect(plans).toEqual({ scanned: ['learners'], indexes: [], rows: 104_750 });
});

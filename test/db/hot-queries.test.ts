import { Client } from 'pg';
import { findFormLearner } from '../../src/db/check-in-forms';
import * as checkIns from '../../src/db/check-ins';
import type { Queryable } from '../../src/db/client';
import * as deliveries from '../../src/db/deliveries';
import * as dueLists from '../../src/db/due-lists';
import * as homes from '../../src/db/homes';
import * as learners from '../../src/db/learners';
import * as members from '../../src/db/members';
import * as programs from '../../src/db/programs';
import { findRosterLearners } from '../../src/db/roster';
import { lockDueStates } from '../../src/db/roster-due';
import { addDays } from '../../src/domain/dates';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { populationDay as on, populate, populationNow } from '../support/population';
import { addPast } from './past';
import { plansOf } from './query-plans';

/** Tables that grow with learners, people or days. */
const bigTables = [
  ...['audit_events', 'care_team', 'check_in_corrections', 'check_ins', 'deliveries', 'delivery_learners'],
  ...['homes', 'learners', 'members', 'pauses', 'promises', 'supporters'],
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

interface Rows {
  people: { workspaceId: string; userId: string; programId: string }[];
  programs: { workspaceId: string; programId: string }[];
  /** One program, its digest of today, and what it lists. */
  programId: string;
  digest: deliveries.Delivery;
  due: string[];
  checkInId: string;
}

let database: TestDatabase;
let client: Client;
let rows: Rows;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client(database.url);
  await client.connect();
  await populate(client, sizes);
  await addPast(client);
  rows = await findRows();
}, 180_000);

afterAll(async () => {
  await client.end();
  await database.drop();
});

async function findRows(): Promise<Rows> {
  const select = async <T extends object>(text: string) => (await client.query<T>(text)).rows;
  const [found] = await select<Omit<Rows, 'people' | 'programs' | 'digest'> & { digestId: string }>(`
    select p.id as "programId", d.id as "digestId",
      array(select learner_id from delivery_learners l where l.delivery_id = d.id limit 10) as due,
      (select id from check_ins c where c.program_id = p.id limit 1) as "checkInId"
    from programs p join deliveries d on d.program_id = p.id and d.live
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
    'lockMembersToPlan',
    'members_next_reminder',
    0,
    (db) => members.lockMembersToPlan(db, populationNow, 200),
  ],
  ['pendingDeliveries', 'deliveries_pending', 10, (db) => deliveries.pendingDeliveries(db, new Date(), 1000)],
  ['staleDeliveries', 'deliveries_stale', 10, (db) => deliveries.staleDeliveries(db, 1000)],
  ['staleHomes', 'homes_stale', 10, (db) => homes.staleHomes(db, 1000)],
];

/** 50 programs with 625 due, 200 people with 125 due of 6,250. */
const planning: HotQuery[] = [
  [
    'dueInPrograms',
    'learners_due',
    3 * 650,
    (db, r) =>
      dueLists.dueInPrograms(
        db,
        r.programs.map((program) => ({ ...program, on })),
      ),
  ],
  [
    'dueForMembers',
    'learners_caseload',
    350,
    (db, r) =>
      dueLists.dueForMembers(
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
  ['listPages', 'deliveries_parent', 1, (db, r) => deliveries.listPages(db, r.digest)],
  [
    'listedLearners',
    'learners_scope',
    120,
    (db, r) => dueLists.listedLearners(db, { workspaceId }, [r.digest.id]),
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
    350,
    (db, { programId }) =>
      dueLists.floorsEnding(db, { workspaceId, programId }, { from: '2026-11-27', to: '2026-11-27', limit }),
  ],
  [
    'awaitingReply',
    'learners_awaiting',
    26,
    (db, { programId }) => dueLists.awaitingReply(db, { workspaceId, programId }, { before: on, limit }),
  ],
  [
    'promisesDue',
    'promises_open',
    66,
    (db, { programId }) =>
      dueLists.promisesDue(db, { workspaceId, programId }, { after: '2026-11-20', until: on, limit }),
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

/** A caseload of 31, of whom two are due; all of them within a week. */
const home: HotQuery[] = [
  [
    'caseloadUntil (due today)',
    'learners_caseload',
    10,
    (db, { programId }) => dueLists.caseloadUntil(db, { workspaceId }, viewerId, [{ programId, until: on }]),
  ],
  [
    'caseloadUntil (the week ahead)',
    'learners_caseload',
    160,
    (db, { programId }) =>
      dueLists.caseloadUntil(db, { workspaceId }, viewerId, [{ programId, until: addDays(on, 7) }]),
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

const people: HotQuery[] = [
  ['findDesk', 'supporters_present', 4, (db) => members.findDesk(db, { workspaceId }, viewerId)],
  [
    'findFormLearner',
    'learners_scope',
    10,
    (db, r) => findFormLearner(db, { workspaceId }, viewerId, r.due[0] ?? ''),
  ],
  [
    'lockLearnerFor',
    'learners_scope',
    4,
    (db, r) => learners.lockLearnerFor(db, { workspaceId }, viewerId, r.due[0] ?? ''),
  ],
  [
    'findLearnerFor',
    'learners_scope',
    4,
    (db, r) => learners.findLearnerFor(db, { workspaceId }, viewerId, r.due[0] ?? ''),
  ],
  ['pausesOf', 'pauses_by_learner', 1, (db, r) => learners.pausesOf(db, { workspaceId }, r.due[0] ?? '')],
  [
    'careTeamRole',
    'care_team_workspace_id_learner_id_role_pk',
    1,
    (db, r) => learners.careTeamRole(db, { workspaceId }, r.due[0] ?? '', viewerId),
  ],
  ['lockDueStates', 'learners_scope', 20, (db, r) => lockDueStates(db, { workspaceId }, r.due)],
  [
    'contactStateOf',
    'check_ins_timeline',
    2,
    (db, r) => checkIns.contactStateOf(db, { workspaceId }, r.due[0] ?? ''),
  ],
  [
    'findCheckInFor',
    'check_ins_scope',
    4,
    (db, r) => checkIns.findCheckInFor(db, { workspaceId }, viewerId, r.checkInId),
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

describe.each(Object.entries({ idleSweep, planning, lists, home, people }))(
  '%s, with 100,000 learners',
  (_, queries) => {
    test.each(queries)('%s goes by %s', async (_name, index, atMost, query) => {
      const plans = await plansOf(client, (db) => query(db, rows));
      expect(plans.scanned.filter((table) => bigTables.includes(table))).toEqual([]);
      expect(plans.indexes).toContain(index);
      expect(plans.rows).toBeLessThanOrEqual(atMost);
    });
  },
);

/** Queries that need no plan of their own, each for a reason. */
const unexplained = {
  writesByKey: [
    ...[
      'insertCheckIn',
      'correctCheckInRow',
      'planDeliveries',
      'updateDelivery',
      'claimDrawing',
      'endDrawing',
    ],
    ...['updateLearner', 'updateMemberRow', 'setNextDigest'],
    ...['claimHomeRow', 'endHomeDrawing', 'forgetHome'],
    ...['markMemberUnreachable', 'markMemberReachable', 'markProgramUnreachable', 'markProgramReachable'],
  ],
  readsByKey: ['lockDelivery', 'learnerExists', 'findCover', 'findHome', 'findMember', 'programIdsOf'],
  ofProgramsAlone: [
    'findProgram',
    'requireProgram',
    'loadProgramRules',
    'findProgramInChannel',
    'programsByIds',
  ],
  onlyWhenSomethingFailed: ['leadsToTell'],
  noQueries: ['memberKey'],
};

test('every query of the bot and the worker is explained, or there is a reason why not', () => {
  const asked = Object.keys({
    ...checkIns,
    ...deliveries,
    ...dueLists,
    ...homes,
    ...learners,
    ...members,
    ...programs,
  });
  const explained = [...idleSweep, ...planning, ...lists, ...home, ...people].map(
    ([name]) => name.split(' ')[0],
  );
  const reasoned = Object.values(unexplained).flat();
  expect(asked.filter((name) => !explained.includes(name) && !reasoned.includes(name))).toEqual([]);
  expect(reasoned.filter((name) => !asked.includes(name) || explained.includes(name))).toEqual([]);
});

test('a query without its index would be noticed', async () => {
  const plans = await plansOf(client, (db) => db.execute(`select 1 from learners where unit = 'nowhere'`));
  expect(plans).toEqual({ scanned: ['learners'], indexes: [], rows: 104_750 });
});

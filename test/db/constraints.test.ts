import { consultationKeys, consultationsOnce, consultationValues } from './constraints-consultations';
import { libraryKeys, libraryOnce, libraryValues } from './constraints-library';
import { type Case, nobody, type Rows, twice, unheardOf } from './refusal';
import { createRows } from './rows';
import { openTwoWorkspaces, type Tenant, type TwoWorkspaces } from './two-workspaces';

const keysThatStayInside: Case[] = [
  {
    refuses: "an edit of another workspace's learner",
    constraint: 'learner_edits_learner',
    attempt: ({ own, other, rows }) => rows.edit(own, { learnerId: other.learner.id }),
  },
  {
    refuses: 'an edit by somebody whom the workspace does not know',
    constraint: 'learner_edits_editor',
    attempt: ({ own, rows }) => rows.edit(own, { editedBy: nobody }),
  },
  {
    refuses: 'a Home of somebody whom the workspace does not know',
    constraint: 'homes_member',
    attempt: async ({ own, other, rows }) => {
      await rows.member(other, { userId: 'U0HOME' });
      await rows.home(own, { userId: 'U0HOME' });
    },
  },
  {
    refuses: "a breach of another workspace's learner",
    constraint: 'breaches_learner',
    attempt: ({ own, other, rows }) => rows.breach(own, { learnerId: other.learner.id }),
  },
  {
    refuses: 'a breach beside somebody whom the workspace does not know',
    constraint: 'breaches_companion',
    attempt: ({ own, rows }) => rows.breach(own, { companionId: nobody }),
  },
  {
    refuses: 'a cause given by somebody whom the workspace does not know',
    constraint: 'breaches_cause_setter',
    attempt: ({ own, rows }) =>
      rows.breach(own, { cause: 'other', causeSetBy: nobody, causeSetAt: new Date() }),
  },
  {
    refuses: "an answer in the thread of another workspace's message",
    constraint: 'deliveries_thread_of',
    attempt: async ({ own, other, rows }) => rows.delivery(own, { threadOf: await rows.deliveryId(other) }),
  },
  {
    refuses: "an offer to log a contact with another workspace's learner",
    constraint: 'check_in_offers_learner',
    attempt: ({ own, other, rows }) => rows.checkInOffer(own, { learnerId: other.learner.id }),
  },
  {
    refuses: 'an offer to somebody whom the workspace does not know',
    constraint: 'check_in_offers_supporter',
    attempt: ({ own, rows }) => rows.checkInOffer(own, { supporterId: nobody }),
  },
  {
    refuses: "a learner in another workspace's program",
    constraint: 'learners_program',
    attempt: ({ own, other }) => own.records.learner({ ...own, programId: other.programId }),
  },
  {
    refuses: 'a companion whom the workspace does not know',
    constraint: 'learners_companion',
    attempt: async ({ own, other, rows }) => {
      await rows.member(other, { userId: 'U0ELSEWHERE' });
      await own.records.learner(own, { companionId: 'U0ELSEWHERE' });
    },
  },
  {
    refuses: 'a plan by somebody whom the workspace does not know',
    constraint: 'learners_planner',
    attempt: ({ own }) => own.records.learner(own, { plannedBy: nobody }),
  },
  {
    refuses: "a check-in of another workspace's learner",
    constraint: 'check_ins_learner',
    attempt: ({ own, other }) => own.records.checkIn(own.learner, { learnerId: other.learner.id }),
  },
  {
    refuses: "a check-in in another workspace's program",
    constraint: 'check_ins_learner',
    attempt: ({ own, other }) => own.records.checkIn(own.learner, { programId: other.programId }),
  },
  {
    refuses: "a check-in in a program that isn't the learner's",
    constraint: 'check_ins_learner',
    attempt: async ({ own }) => {
      const { programId } = await own.records.program({ name: '別', channelId: 'C0OTHER', people: [] });
      await own.records.checkIn(own.learner, { programId });
    },
  },
  {
    refuses: 'a check-in by somebody whom the workspace does not know',
    constraint: 'check_ins_author',
    attempt: ({ own }) => own.records.checkIn(own.learner, { authorId: nobody }),
  },
  {
    refuses: "a correction of another workspace's check-in",
    constraint: 'check_in_corrections_check_in',
    attempt: ({ own, other, rows }) => rows.correction(own, { checkInId: other.checkIn.id }),
  },
  {
    refuses: 'a correction by somebody whom the workspace does not know',
    constraint: 'check_in_corrections_author',
    attempt: ({ own, rows }) => rows.correction(own, { correctedBy: nobody }),
  },
  {
    refuses: "a promise to another workspace's learner",
    constraint: 'promises_learner',
    attempt: ({ own, other, rows }) => rows.promise(own, { learnerId: other.learner.id }),
  },
  {
    refuses: "a promise made in another workspace's check-in",
    constraint: 'promises_check_in',
    attempt: ({ own, other, rows }) => rows.promise(own, { checkInId: other.checkIn.id }),
  },
  {
    refuses: 'a promise by somebody whom the workspace does not know',
    constraint: 'promises_maker',
    attempt: ({ own, rows }) => rows.promise(own, { madeBy: nobody }),
  },
  {
    refuses: "a flag at another workspace's check-in",
    constraint: 'care_flags_check_in',
    attempt: ({ own, other, rows }) => rows.flag(own, { checkInId: other.checkIn.id }),
  },
  {
    refuses: 'a flag for somebody whom the workspace does not know',
    constraint: 'care_flags_member',
    attempt: ({ own, rows }) => rows.flag(own, { userId: nobody }),
  },
  {
    refuses: "a flag that another workspace's message tells",
    constraint: 'care_flags_delivery',
    attempt: async ({ own, other, rows }) =>
      rows.flag(own, { userId: 'U0MORI', deliveryId: await rows.deliveryId(other) }),
  },
  {
    refuses: "an answer about another workspace's learner",
    constraint: 'care_answers_learner',
    attempt: ({ own, other, rows }) => rows.answer(own, { learnerId: other.learner.id }),
  },
  {
    refuses: "an answer to another workspace's check-in",
    constraint: 'care_answers_check_in',
    attempt: ({ own, other, rows }) => rows.answer(own, { checkInId: other.checkIn.id }),
  },
  {
    refuses: 'an answer by somebody whom the workspace does not know',
    constraint: 'care_answers_author',
    attempt: ({ own, rows }) => rows.answer(own, { authorId: nobody }),
  },
  {
    refuses: 'a promise kept by somebody whom the workspace does not know',
    constraint: 'promises_keeper',
    attempt: ({ own, rows }) => rows.promise(own, { keptBy: nobody, keptAt: new Date(0) }),
  },
  {
    refuses: "a delivery of another workspace's program",
    constraint: 'deliveries_program',
    attempt: ({ own, other, rows }) => rows.delivery(own, { kind: 'digest', programId: other.programId }),
  },
  {
    refuses: "a page of another workspace's delivery",
    constraint: 'deliveries_parent_page',
    attempt: async ({ own, other, rows }) =>
      rows.delivery(own, { page: 1, parentId: await rows.deliveryId(other) }),
  },
  {
    refuses: 'a delivery of a workspace that is not there',
    constraint: 'deliveries_workspace_id_workspaces_id_fk',
    attempt: ({ own, rows }) => rows.delivery(own, { workspaceId: 'T0GONE' }),
  },
  {
    refuses: "another workspace's learner on a list",
    constraint: 'delivery_learners_learner',
    attempt: ({ own, other, rows }) => rows.listed(own, { learnerId: other.learner.id }),
  },
  {
    refuses: "a learner on another workspace's list",
    constraint: 'delivery_learners_delivery',
    attempt: async ({ own, other, rows }) => rows.listed(own, { deliveryId: await rows.deliveryId(other) }),
  },
  {
    refuses: "a care team of another workspace's learner",
    constraint: 'care_team_learner',
    attempt: ({ own, other, rows }) => rows.carer(own, { learnerId: other.learner.id }),
  },
  {
    refuses: 'a mentor whom the workspace does not know',
    constraint: 'care_team_member',
    attempt: ({ own, rows }) => rows.carer(own, { userId: nobody }),
  },
  {
    refuses: "a pause of another workspace's learner",
    constraint: 'pauses_learner',
    attempt: ({ own, other, rows }) => rows.pause(own, { learnerId: other.learner.id }),
  },
  {
    refuses: "a policy of another workspace's program",
    constraint: 'policies_program',
    attempt: ({ own, other, rows }) => rows.policy(own, { programId: other.programId }),
  },
  {
    refuses: "a restatement of another workspace's program",
    constraint: 'restatements_program',
    attempt: ({ own, other, rows }) => rows.restatement(own, { programId: other.programId }),
  },
  {
    refuses: "a closure of another workspace's program",
    constraint: 'closures_program',
    attempt: ({ own, other, rows }) => rows.closure(own, { programId: other.programId }),
  },
  {
    refuses: "a supporter in another workspace's program",
    constraint: 'supporters_program',
    attempt: ({ own, other, rows }) => rows.supporter(own, { programId: other.programId }),
  },
  {
    refuses: 'a supporter whom the workspace does not know',
    constraint: 'supporters_member',
    attempt: ({ own, rows }) => rows.supporter(own, { userId: nobody }),
  },
  {
    refuses: 'an absence of somebody whom the workspace does not know',
    constraint: 'absences_member',
    attempt: ({ own, rows }) => rows.absence(own, { userId: nobody }),
  },
  {
    refuses: "a request to cover an absence of another workspace's",
    constraint: 'cover_requests_absence',
    attempt: async ({ own, other, rows }) =>
      rows.coverRequest(own, { absenceId: await rows.absenceId(other) }),
  },
  {
    refuses: 'a request for the caseload of somebody whom the workspace does not know',
    constraint: 'cover_requests_from',
    attempt: ({ own, rows }) => rows.coverRequest(own, { fromId: nobody }),
  },
  {
    refuses: 'a request to somebody whom the workspace does not know',
    constraint: 'cover_requests_to',
    attempt: ({ own, rows }) => rows.coverRequest(own, { toId: nobody }),
  },
  {
    refuses: 'a request by somebody whom the workspace does not know',
    constraint: 'cover_requests_asker',
    attempt: ({ own, rows }) => rows.coverRequest(own, { askedBy: nobody }),
  },
  {
    refuses: "another workspace's learner in a request",
    constraint: 'cover_request_learners_learner',
    attempt: ({ own, other, rows }) => rows.requestedLearner(own, { learnerId: other.learner.id }),
  },
  {
    refuses: "a learner in another workspace's request",
    constraint: 'cover_request_learners_request',
    attempt: async ({ own, other, rows }) =>
      rows.requestedLearner(own, { requestId: await rows.requestId(other) }),
  },
  {
    refuses: "a cover for a day of another workspace's learner",
    constraint: 'day_covers_learner',
    attempt: ({ own, other, rows }) => rows.dayCover(own, { learnerId: other.learner.id }),
  },
  {
    refuses: 'a cover for a day by somebody whom the workspace does not know',
    constraint: 'day_covers_member',
    attempt: ({ own, rows }) => rows.dayCover(own, { userId: nobody }),
  },
  {
    refuses: "a delivery about another workspace's request",
    constraint: 'deliveries_request',
    attempt: async ({ own, other, rows }) =>
      rows.delivery(own, { kind: 'cover_request', requestId: await rows.requestId(other) }),
  },
  {
    refuses: 'a program of a workspace that is not there',
    constraint: 'programs_workspace_id_workspaces_id_fk',
    attempt: ({ own, rows }) => rows.program(own, { workspaceId: 'T0GONE' }),
  },
  {
    refuses: 'a member of a workspace that is not there',
    constraint: 'members_workspace_id_workspaces_id_fk',
    attempt: ({ own, rows }) => rows.member(own, { workspaceId: 'T0GONE' }),
  },
  {
    refuses: 'an audit event of a workspace that is not there',
    constraint: 'audit_events_workspace_id_workspaces_id_fk',
    attempt: ({ own, rows }) => rows.auditEvent(own, { workspaceId: 'T0GONE' }),
  },
];

const whatExistsOnce: Case[] = [
  {
    refuses: 'two offers of one learner to one supporter',
    constraint: 'check_in_offers_workspace_id_learner_id_supporter_id_pk',
    attempt: ({ own, rows }) => twice(() => rows.checkInOffer(own, { supporterId: 'U0KUDO' })),
  },
  {
    refuses: 'a second breach of one day',
    constraint: 'breaches_once',
    attempt: ({ own, rows }) => twice(() => rows.breach(own, { floorOn: '2026-11-19' })),
  },
  {
    refuses: 'a second flag of one check-in for one person',
    constraint: 'care_flags_workspace_id_check_in_id_user_id_pk',
    attempt: ({ own, rows }) => twice(() => rows.flag(own, {})),
  },
  {
    refuses: 'a second answer from one modal',
    constraint: 'care_answers_submission',
    attempt: ({ own, rows }) => twice(() => rows.answer(own, { submissionKey: 'V-twice' })),
  },
  {
    refuses: 'two edits of one version',
    constraint: 'learner_edits_version',
    attempt: ({ own, rows }) => twice(() => rows.edit(own, {})),
  },
  {
    refuses: 'a second Home of one person',
    constraint: 'homes_workspace_id_user_id_pk',
    attempt: ({ own, rows }) => twice(() => rows.home(own, {})),
  },
  {
    refuses: 'a learner of the same name and first day',
    constraint: 'learners_same_name',
    attempt: ({ own }) => own.records.learner(own, { name: '佐藤　花子' }),
  },
  {
    refuses: 'a learner of the same Slack id',
    constraint: 'learners_same_slack_user',
    attempt: ({ own }) => own.records.learner(own, { slackUserId: 'U0HANA' }),
  },
  {
    refuses: 'a second check-in of one submission',
    constraint: 'check_ins_submission',
    attempt: ({ own }) => own.records.checkIn(own.learner, { submissionKey: 'V1' }),
  },
  {
    refuses: 'a second correction of one version',
    constraint: 'check_in_corrections_version',
    attempt: ({ own, rows }) => twice(() => rows.correction(own, {})),
  },
  {
    refuses: 'a second promise of one check-in',
    constraint: 'promises_check_in_once',
    attempt: ({ own, rows }) => twice(() => rows.promise(own, {})),
  },
  {
    refuses: 'a second delivery of one dedupe key',
    constraint: 'deliveries_once',
    attempt: ({ own, rows }) => twice(() => rows.delivery(own, { dedupeKey: 'reminder-U0AOI-2026-11-24-0' })),
  },
  {
    refuses: 'a learner twice on one list',
    constraint: 'delivery_learners_workspace_id_delivery_id_learner_id_pk',
    attempt: async ({ own, rows }) => {
      const deliveryId = await rows.deliveryId(own);
      await twice(() => rows.listed(own, { deliveryId }));
    },
  },
  {
    refuses: 'a second absence of one submission',
    constraint: 'absences_submission',
    attempt: ({ own, rows }) => twice(() => rows.absence(own, { submissionKey: 'V1' })),
  },
  {
    refuses: 'a second request of one submission',
    constraint: 'cover_requests_submission',
    attempt: ({ own, rows }) => twice(() => rows.coverRequest(own, { submissionKey: 'V1' })),
  },
  {
    refuses: 'a learner twice in one request',
    constraint: 'cover_request_learners_workspace_id_request_id_learner_id_pk',
    attempt: async ({ own, rows }) => {
      const requestId = await rows.requestId(own);
      await twice(() => rows.requestedLearner(own, { requestId }));
    },
  },
  {
    refuses: 'a second cover of a learner for one day',
    constraint: 'day_covers_workspace_id_learner_id_covered_on_pk',
    attempt: async ({ own, rows }) => {
      await rows.dayCover(own, {});
      await rows.dayCover(own, { userId: 'U0AOI' });
    },
  },
  {
    refuses: 'a second mentor of one learner',
    constraint: 'care_team_workspace_id_learner_id_role_pk',
    attempt: ({ own, rows }) => twice(() => rows.carer(own, {})),
  },
  {
    refuses: 'a second policy from one day on',
    constraint: 'policies_one_a_day',
    attempt: ({ own, rows }) => twice(() => rows.policy(own, {})),
  },
  {
    refuses: 'a second restatement of one program',
    constraint: 'restatements_workspace_id_program_id_pk',
    attempt: ({ own, rows }) => twice(() => rows.restatement(own, {})),
  },
  {
    refuses: 'a second closure of one day',
    constraint: 'closures_workspace_id_program_id_closed_on_pk',
    attempt: ({ own, rows }) => twice(() => rows.closure(own, {})),
  },
  {
    refuses: 'a supporter twice in one program',
    constraint: 'supporters_workspace_id_program_id_user_id_pk',
    attempt: ({ own, rows }) => rows.supporter(own, { userId: 'U0AOI', role: 'lead' }),
  },
  {
    refuses: 'a member twice in one workspace',
    constraint: 'members_workspace_id_user_id_pk',
    attempt: ({ own, rows }) => rows.member(own, { userId: 'U0AOI' }),
  },
  {
    refuses: 'a second program of one name',
    constraint: 'programs_name',
    attempt: ({ own, rows }) => rows.program(own, { name: own.program.name }),
  },
  {
    refuses: 'a second program in one channel',
    constraint: 'programs_channel',
    attempt: ({ own, rows }) => rows.program(own, { channelId: own.program.channelId }),
  },
];

const importOver = { status: 'cancelled' as const, finishedAt: new Date() };

const imports: Case[] = [
  {
    refuses: "an import into another workspace's program",
    constraint: 'imports_program',
    attempt: ({ own, other, rows }) => rows.rosterImport(own, { ...importOver, programId: other.programId }),
  },
  {
    refuses: 'an import by somebody whom the workspace does not know',
    constraint: 'imports_requester',
    attempt: ({ own, rows }) => rows.rosterImport(own, { ...importOver, requestedBy: nobody }),
  },
  {
    refuses: 'a second import into a program while one is under way',
    constraint: 'imports_one_at_a_time',
    attempt: ({ own, rows }) => twice(() => rows.rosterImport(own, {})),
  },
  {
    refuses: 'an import of no known status',
    constraint: 'imports_status',
    attempt: ({ own, rows }) => rows.rosterImport(own, { ...importOver, status: unheardOf }),
  },
  {
    refuses: 'an import that is over and was never finished',
    constraint: 'imports_finished',
    attempt: ({ own, rows }) => rows.rosterImport(own, { status: 'cancelled' }),
  },
  {
    refuses: 'an import that failed for no reason',
    constraint: 'imports_problem',
    attempt: ({ own, rows }) => rows.rosterImport(own, { ...importOver, status: 'failed' }),
  },
  {
    refuses: 'an import that runs without a sign of life',
    constraint: 'imports_running',
    attempt: ({ own, rows }) => rows.rosterImport(own, { status: 'running' }),
  },
];

const valuesThatMakeSense: Case[] = [
  {
    refuses: 'an answer by a companion',
    constraint: 'care_answers_role',
    attempt: ({ own, rows }) => rows.answer(own, { role: 'companion' as never }),
  },
  {
    refuses: 'an answer of nothing',
    constraint: 'care_answers_text',
    attempt: ({ own, rows }) => rows.answer(own, { text: '' }),
  },
  {
    refuses: 'a Home that shows more than has happened',
    constraint: 'homes_revisions',
    attempt: ({ own, rows }) => rows.home(own, { wantedRevision: 1, shownRevision: 2 }),
  },
  {
    refuses: 'a learner without a name',
    constraint: 'learners_name',
    attempt: ({ own }) => own.records.learner(own, { name: '' }),
  },
  {
    refuses: 'a name of more than 100 characters',
    constraint: 'learners_name',
    attempt: ({ own }) => own.records.learner(own, { name: 'あ'.repeat(101) }),
  },
  {
    refuses: 'a course that ends before it starts',
    constraint: 'learners_course',
    attempt: ({ own }) => own.records.learner(own, { startedOn: '2026-10-05', endsOn: '2026-10-04' }),
  },
  {
    refuses: 'more hours of study than a week has',
    constraint: 'learners_hours',
    attempt: ({ own }) => own.records.learner(own, { weeklyHours: 168.5 }),
  },
  {
    refuses: 'a learner of no known status',
    constraint: 'learners_status',
    attempt: ({ own }) => own.records.learner(own, { status: unheardOf }),
  },
  {
    refuses: 'a due day of no known reason',
    constraint: 'learners_due_reason',
    attempt: ({ own }) => own.records.learner(own, { dueReason: unheardOf }),
  },
  {
    refuses: 'a due day on the day of the last contact',
    constraint: 'learners_due_after_contact',
    attempt: ({ own }) => own.records.learner(own, { dueOn: '2026-11-20', lastContactOn: '2026-11-20' }),
  },
  {
    refuses: 'a mentor with both a Slack user and a name',
    constraint: 'care_team_person',
    attempt: ({ own, rows }) => rows.carer(own, { name: '江口' }),
  },
  {
    refuses: 'a mentor who is nobody',
    constraint: 'care_team_person',
    attempt: ({ own, rows }) => rows.carer(own, { userId: null }),
  },
  {
    refuses: 'a companion in the care team (she is on the learner)',
    constraint: 'care_team_role',
    attempt: ({ own, rows }) => rows.carer(own, { role: 'companion' as never }),
  },
  {
    refuses: 'a breach for no known cause',
    constraint: 'breaches_cause',
    attempt: ({ own, rows }) =>
      rows.breach(own, { cause: unheardOf, causeSetBy: 'U0LEAD', causeSetAt: new Date() }),
  },
  {
    refuses: 'a cause that nobody gave',
    constraint: 'breaches_cause_set',
    attempt: ({ own, rows }) => rows.breach(own, { cause: 'other' }),
  },
  {
    refuses: 'a minimum that ended before it began',
    constraint: 'breaches_order',
    attempt: ({ own, rows }) => rows.breach(own, { sinceOn: '2026-11-20' }),
  },
  {
    refuses: 'a pause that ends before it starts',
    constraint: 'pauses_order',
    attempt: ({ own, rows }) => rows.pause(own, { fromOn: '2026-12-02', toOn: '2026-12-01' }),
  },
  {
    refuses: 'a pause that reaches back to its first day',
    constraint: 'pauses_reach',
    attempt: ({ own, rows }) => rows.pause(own, { fromOn: '2026-12-01', reachesBackTo: '2026-12-01' }),
  },
  {
    refuses: 'a check-in of no known outcome',
    constraint: 'check_ins_outcome',
    attempt: ({ own }) => own.records.checkIn(own.learner, { outcome: unheardOf }),
  },
  {
    refuses: 'a motivation of 0',
    constraint: 'check_ins_motivation',
    attempt: ({ own }) => own.records.checkIn(own.learner, { motivation: 0 }),
  },
  {
    refuses: 'a motivation of 6',
    constraint: 'check_ins_motivation',
    attempt: ({ own }) => own.records.checkIn(own.learner, { motivation: 6 }),
  },
  {
    refuses: 'study hours below 0',
    constraint: 'check_ins_hours',
    attempt: ({ own }) => own.records.checkIn(own.learner, { studyHours: -0.5 }),
  },
  {
    refuses: 'a concern unheard of',
    constraint: 'check_ins_concerns',
    attempt: ({ own }) => own.records.checkIn(own.learner, { concerns: [unheardOf] }),
  },
  {
    refuses: 'a promise of nothing',
    constraint: 'promises_text',
    attempt: ({ own, rows }) => rows.promise(own, { text: '' }),
  },
  {
    refuses: 'a promise that was kept by nobody',
    constraint: 'promises_kept',
    attempt: ({ own, rows }) => rows.promise(own, { keptAt: new Date(0) }),
  },
  {
    refuses: 'a flag for somebody unheard of',
    constraint: 'check_ins_flagged',
    attempt: ({ own }) => own.records.checkIn(own.learner, { flaggedFor: [unheardOf] }),
  },
  {
    refuses: 'a policy of no contacts',
    constraint: 'policies_contacts',
    attempt: ({ own, rows }) => rows.policy(own, { contactsPerWeek: 0 }),
  },
  {
    refuses: 'a floor of no days',
    constraint: 'policies_floor',
    attempt: ({ own, rows }) => rows.policy(own, { floorDays: 0 }),
  },
  {
    refuses: 'a policy that was ended by somebody at no time',
    constraint: 'policies_ended',
    attempt: ({ own, rows }) => rows.policy(own, { endedBy: 'U0LEAD' }),
  },
  {
    refuses: 'a restatement of more learners than there are',
    constraint: 'restatements_done',
    attempt: ({ own, rows }) => rows.restatement(own, { done: 2, total: 1 }),
  },
  {
    refuses: 'a restatement that ended before it began',
    constraint: 'restatements_finished',
    attempt: ({ own, rows }) => rows.restatement(own, { startedAt: null, finishedAt: new Date() }),
  },
  {
    refuses: 'a program in a language that Banso does not speak',
    constraint: 'programs_locale',
    attempt: ({ own, rows }) => rows.program(own, { locale: unheardOf }),
  },
  {
    refuses: 'an eighth weekday',
    constraint: 'programs_weekdays',
    attempt: ({ own, rows }) => rows.program(own, { workingWeekdays: [1, 8] }),
  },
  {
    refuses: 'a program that never works',
    constraint: 'programs_weekdays',
    attempt: ({ own, rows }) => rows.program(own, { workingWeekdays: [] }),
  },
  {
    refuses: 'contacts that count by somebody unheard of',
    constraint: 'programs_roles',
    attempt: ({ own, rows }) => rows.program(own, { countedRoles: ['companion', 'guest'] }),
  },
  {
    refuses: 'a retention of no days',
    constraint: 'programs_retention',
    attempt: ({ own, rows }) => rows.program(own, { retentionDays: 0 }),
  },
  {
    refuses: 'a member in a language that Banso does not speak',
    constraint: 'members_locale',
    attempt: ({ own, rows }) => rows.member(own, { locale: unheardOf }),
  },
  {
    refuses: 'a member who is unreachable for no reason',
    constraint: 'members_unreachable',
    attempt: ({ own, rows }) => rows.member(own, { unreachableSince: new Date() }),
  },
  {
    refuses: 'an eighth weekday of a member',
    constraint: 'members_weekdays',
    attempt: ({ own, rows }) => rows.member(own, { workingWeekdays: [1, 8] }),
  },
  {
    refuses: 'a member who never works',
    constraint: 'members_weekdays',
    attempt: ({ own, rows }) => rows.member(own, { workingWeekdays: [] }),
  },
  {
    refuses: 'a day of work that ends as it begins',
    constraint: 'members_hours',
    attempt: ({ own, rows }) => rows.member(own, { startsAt: '09:00', endsAt: '09:00' }),
  },
  {
    refuses: 'an absence that ends before it starts',
    constraint: 'absences_order',
    attempt: ({ own, rows }) => rows.absence(own, { fromOn: '2026-12-02', toOn: '2026-12-01' }),
  },
  {
    refuses: 'a cover of herself',
    constraint: 'cover_requests_people',
    attempt: ({ own, rows }) => rows.coverRequest(own, { toId: 'U0AOI' }),
  },
  {
    refuses: 'a request of no known extent',
    constraint: 'cover_requests_extent',
    attempt: async ({ own, rows }) =>
      rows.coverRequest(own, { absenceId: await rows.absenceId(own), extent: unheardOf }),
  },
  {
    refuses: 'a handover of everyone, whoever that will be',
    constraint: 'cover_requests_handover',
    attempt: ({ own, rows }) => rows.coverRequest(own, { extent: 'everyone' }),
  },
  {
    refuses: 'a request of no known status',
    constraint: 'cover_requests_status',
    attempt: ({ own, rows }) => rows.coverRequest(own, { status: unheardOf, answeredAt: new Date() }),
  },
  {
    refuses: 'an answer at no time',
    constraint: 'cover_requests_answer',
    attempt: ({ own, rows }) => rows.coverRequest(own, { status: 'accepted' }),
  },
  {
    refuses: 'a request that is open and answered',
    constraint: 'cover_requests_answer',
    attempt: ({ own, rows }) => rows.coverRequest(own, { answeredAt: new Date() }),
  },
  {
    refuses: 'a mentor among the supporters',
    constraint: 'supporters_role',
    attempt: ({ own, rows }) => rows.supporter(own, { role: 'mentor' as never }),
  },
];

const deliveriesThatCanBeTold: Case[] = [
  {
    refuses: 'a delivery of no known kind',
    constraint: 'deliveries_kind',
    attempt: ({ own, rows }) => rows.delivery(own, { kind: unheardOf }),
  },
  {
    refuses: 'a delivery of no known status',
    constraint: 'deliveries_status',
    attempt: ({ own, rows }) => rows.delivery(own, { status: unheardOf }),
  },
  {
    refuses: 'a digest of no program',
    constraint: 'deliveries_of_program',
    attempt: ({ own, rows }) => rows.delivery(own, { kind: 'digest' }),
  },
  {
    refuses: 'an escalation of no program',
    constraint: 'deliveries_of_program',
    attempt: ({ own, rows }) => rows.delivery(own, { kind: 'escalation' }),
  },
  {
    refuses: 'a notice of nothing',
    constraint: 'deliveries_notice',
    attempt: ({ own, rows }) => rows.delivery(own, { kind: 'lead_notice', subject: 'U0AOI' }),
  },
  {
    refuses: 'a question about no request',
    constraint: 'deliveries_of_request_kind',
    attempt: ({ own, rows }) => rows.delivery(own, { kind: 'cover_request' }),
  },
  {
    refuses: 'an answer to no request',
    constraint: 'deliveries_of_request_kind',
    attempt: ({ own, rows }) => rows.delivery(own, { kind: 'cover_answer' }),
  },
  {
    refuses: 'word of no answer',
    constraint: 'deliveries_subject',
    attempt: ({ own, rows }) => rows.delivery(own, { kind: 'care_answer' }),
  },
  {
    refuses: 'a question that joined no consultation',
    constraint: 'deliveries_subject',
    attempt: ({ own, rows }) => rows.delivery(own, { kind: 'consultation_joined' }),
  },
  {
    refuses: 'asking for a word in no consultation',
    constraint: 'deliveries_subject',
    attempt: ({ own, rows }) => rows.delivery(own, { kind: 'consultation_nudge' }),
  },
  {
    refuses: 'word of the end of no consultation',
    constraint: 'deliveries_subject',
    attempt: ({ own, rows }) => rows.delivery(own, { kind: 'consultation_closed' }),
  },
  {
    refuses: 'asking how no consultation went on',
    constraint: 'deliveries_subject',
    attempt: ({ own, rows }) => rows.delivery(own, { kind: 'follow_up' }),
  },
  {
    refuses: 'a delivery that was sent nowhere',
    constraint: 'deliveries_sent',
    attempt: ({ own, rows }) => rows.delivery(own, { status: 'sent', ts: '1.0' }),
  },
  {
    refuses: 'a further page of nothing',
    constraint: 'deliveries_page',
    attempt: ({ own, rows }) => rows.delivery(own, { page: 1 }),
  },
  {
    refuses: 'a first page in a thread',
    constraint: 'deliveries_page',
    attempt: async ({ own, rows }) => rows.delivery(own, { parentId: await rows.deliveryId(own) }),
  },
  {
    refuses: 'a list that shows more than happened',
    constraint: 'deliveries_revision',
    attempt: ({ own, rows }) => rows.delivery(own, { wantedRevision: 1, shownRevision: 2 }),
  },
];

let world: TwoWorkspaces;
let rows: Rows;

beforeAll(async () => {
  world = await openTwoWorkspaces();
  rows = createRows(world.db);
});

afterAll(() => world.close());

const groups = {
  'keys stay inside workspace and program': [...keysThatStayInside, ...consultationKeys, ...libraryKeys],
  'what exists once exists once': [...whatExistsOnce, ...consultationsOnce, ...libraryOnce],
  'values make sense': [...valuesThatMakeSense, ...consultationValues, ...libraryValues],
  'deliveries can be told': deliveriesThatCanBeTold,
  'imports end well or not at all': imports,
};

describe.each(Object.entries(groups))('%s: the database refuses', (_, cases) => {
  test.each(cases)('$refuses', async ({ constraint, attempt }) => {
    const refused = (async () => attempt({ ...world, rows }))();
    await expect(refused).rejects.toMatchObject({ cause: { constraint } });
  });
});

/** PostgreSQL names the zone rather than the constraint. */
const zones: Record<string, (own: Tenant) => PromiseLike<unknown>> = {
  programs_zone: (own) => rows.program(own, { zone: 'Asia/Edo' }),
  members_zone: (own) => rows.member(own, { zone: 'Asia/Edo' }),
};

test.each(Object.keys(zones))('%s: the database refuses a zone that nobody knows', async (constraint) => {
  const refused = (async () => zones[constraint]?.(world.own))();
  await expect(refused).rejects.toMatchObject({ cause: { code: '22023' } });
});

test('what is refused in one workspace is another matter in the other', async () => {
  const { own, other } = world;
  expect([own.program.name, own.learner.name, own.checkIn.submissionKey]).toEqual([
    other.program.name,
    other.learner.name,
    other.checkIn.submissionKey,
  ]);
});

test('every constraint has its case', async () => {
  const { rows: found } = await world.pool.query<{ name: string }>(`
    select conname as name from pg_constraint
    where connamespace = 'public'::regnamespace and contype in ('c', 'f', 'u', 'p')
    union select indexrelid::regclass::text from pg_index
    where indisunique and indrelid::regclass::text in (select tablename from pg_tables where schemaname = 'public')`);
  const tried = new Set(Object.values(groups).flatMap((cases) => cases.map(({ constraint }) => constraint)));
  const untried = found.map(({ name }) => name).filter((name) => !tried.has(name) && !(name in zones));
  // Keys of a number or uuid that the database gives, and those that only serve as a foreign key's aim.
  const given = [
    ...['absences', 'audit_events', 'check_in_corrections', 'check_ins', 'cover_requests', 'deliveries'],
    ...['learners', 'pauses', 'policies', 'programs', 'promises', 'workspaces'],
    ...['breaches', 'care_answers', 'imports', 'learner_edits'],
    ...['cases', 'consultation_nudges', 'consultation_questions', 'consultations'],
  ];
  const aims = [
    ...['absences', 'cases', 'check_ins', 'consultations', 'cover_requests', 'deliveries', 'learners'],
    'programs',
  ];
  expect(untried.sort()).toEqual(
    [
      ...given.map((table) => `${table}_pkey`),
      ...aims.map((table) => `${table}_scope`),
      'consultations_scope_in_program',
      'learners_scope_in_program',
    ].sort(),
  );
});

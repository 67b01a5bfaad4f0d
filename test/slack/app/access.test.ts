import { App } from '@slack/bolt';
import { and, eq } from 'drizzle-orm';
import {
  absences,
  auditEvents,
  breaches,
  caseMarks,
  cases,
  caseVersions,
  checkInCorrections,
  checkIns,
  closures,
  consultationQuestions,
  consultationReplies,
  consultations,
  coverRequestLearners,
  coverRequests,
  dayCovers,
  deliveries,
  imports,
  learners,
  libraryEntries,
  members,
  pauses,
  policies,
  programs,
  promises,
  replyMarks,
  supporters,
} from '../../../src/db/schema';
import { subcommands } from '../../../src/slack/commands/banso/subcommands';
import { ids, rowActions } from '../../../src/slack/ids';
import { endings } from '../../../src/slack/modals/finish/view';
import { rowMenuChoices } from '../../../src/slack/row-menu';
import { askPeers } from '../../../src/usecases/consultation/ask-peers';
import { closeConsultation } from '../../../src/usecases/consultation/close-consultation';
import { requestImport } from '../../../src/usecases/request-import';
import { eventually } from '../../support/eventually';
import { type Desk, openCheckIn, startDesk } from './desk';
import { asEvent, asForm, asInteraction, interaction, post } from './requests';

interface Intruder {
  userId: string;
  teamId: string;
}

interface Targets {
  programId: string;
  policyId: string;
  learnerId: string;
  checkInId: string;
  promiseId: string;
  pauseId: string;
  /** U0AOI's, which lasts now, and her request to U0MORI to cover the learner. */
  absenceId: string;
  requestId: string;
  breachId: string;
  importId: string;
  /** U0AOI's, about the learner; it is closed. */
  consultationId: string;
  /** What was learned in it. */
  caseId: string;
  ts: string;
  /** A reply in a consultation about the learner. */
  reply: { thread_ts: string; ts: string };
}

type RawRequest = ReturnType<typeof asForm>;
type Attempt = (who: Intruder, targets: Targets) => RawRequest;

const secrets = /機密|ここだけの話|極秘/;
/** Listeners that are told a learner, a check-in, an absence, a request or a person by the id, and what they answer. */
const aimed =
  /^(view (?!cases$)|shortcut reply_helped|action \/|command \/banso (setup|people|import|program|seen)|action (closing_replies|checkin_learner|plan_learner|learner_pick|consult_(?!new)|timeline_|program_))/;
const refusal = new RegExp(
  [
    ...['には登録されていません', 'no longer in a program of yours', '削除されました', 'has been removed'],
    ...['もうありません', 'no longer exists', 'まだどのプログラムにも', 'not in any program yet'],
    ...['取り消されています', 'is over or was taken back', 'このお願いは取り消されたか', 'no longer needed'],
    ...['メンバーではないようです', 'don’t support these learners', '古くなりました', 'is out of date'],
    ...['このプログラムのメンバーではない', 'not on this program’s team'],
    ...['リーダーだけが使える', 'This is for leads', 'このチャンネルにはすでにプログラム'],
    ...['まだどのプログラムのリーダーでも', 'You lead no program yet', 'のは、プログラムのリーダーだけです'],
    ...['has a program already'],
    ...['相談への返信ではありません', 'is no reply to a consultation'],
    ...['ほかの組織の方が含まれています', 'belong to another organisation'],
  ].join('|'),
);
/** The others know no learner yet: they open an empty modal, or say what to do, or offer nobody. */
const spoken = /"(text|view|options|errors)":/;

const press = (who: Intruder, actionId: string, value?: string) =>
  asInteraction({
    ...interaction('block_actions', who),
    channel: { id: 'C0TEAM', name: 'team' },
    actions: [{ type: 'button', action_id: actionId, block_id: 'b', value }],
  });

const pressProgram = (row: { idFor(id: string): string }): Attempt => {
  return (who, { programId }) => press(who, row.idFor(programId), programId);
};

const pressRow = (row: { idFor(id: string): string }): Attempt => {
  return (who, { learnerId }) => press(who, row.idFor(learnerId), learnerId);
};

const pressRequest = (row: { idFor(id: string): string }): Attempt => {
  return (who, { requestId }) => press(who, row.idFor(requestId), requestId);
};

const pressAbsence = (row: { idFor(id: string): string }): Attempt => {
  return (who, { absenceId }) => press(who, row.idFor(absenceId), absenceId);
};

/** A modal as if the intruder had it open for the learner. */
const modal = (callbackId: string, metadata: object, values: object = {}) => ({
  id: 'V0FORGED',
  callback_id: callbackId,
  private_metadata: JSON.stringify({ locale: 'ja', channelId: 'C0TEAM', today: '2026-11-24', ...metadata }),
  state: { values },
});
/** Of those that carry no more than their place and what is given. */
const placed = (callbackId: string, metadata: object, values: object = {}) => ({
  ...modal(callbackId, {}, values),
  private_metadata: JSON.stringify({ locale: 'ja', channelId: 'C0TEAM', ...metadata }),
});
const programMeta = ({ programId }: Targets) => JSON.stringify({ locale: 'ja', programId });
const pushedMeta = ({ programId }: Targets) => ({ locale: 'ja', programId, overviewId: 'V0FORGED' });
/** A button in a program's settings, as if the intruder had them open. */
const pressInProgram = (who: Intruder, metadata: string, actionId: string, value: string) =>
  asInteraction({
    ...interaction('block_actions', who),
    view: { ...modal(ids.views.program, {}), private_metadata: metadata },
    actions: [{ type: 'button', action_id: actionId, block_id: 'b', value }],
  });
const submitProgram = (who: Intruder, callbackId: string, metadata: object) =>
  submit(who, { ...modal(callbackId, {}, filled), private_metadata: JSON.stringify(metadata) });
const logMeta = { correcting: null, permalink: null };
const filled = {
  outcome: { field: { selected_option: { value: 'talked' } } },
  note: { field: { value: '書き換え' } },
  answer_text: { field: { value: '書き換え' } },
  plan_on: { field: { selected_date: '2026-11-25' } },
  plan_reason: { field: { value: '書き換え' } },
  pause_reason: { field: { value: '書き換え' } },
  promise_moved_on: { field: { selected_date: '2026-11-27' } },
  away_from: { field: { selected_date: '2026-12-01' } },
  away_to: { field: { selected_date: '2026-12-02' } },
  person: { field: { selected_user: 'U0MORI' } },
  request_note: { field: { value: '書き換え' } },
  tone: { field: { value: '書き換え' } },
  starts_at: { field: { selected_time: '06:00' } },
  ends_at: { field: { selected_time: '23:00' } },
  policy_contacts: { field: { selected_option: { value: '7' } } },
  policy_floor: { field: { value: '1' } },
  policy_on: { field: { selected_date: '2026-11-25' } },
  policy_reason: { field: { value: '書き換え' } },
  closure_from: { field: { selected_date: '2026-11-25' } },
  program_name: { field: { value: '書き換え' } },
  program_weekdays: { field: { selected_options: [{ value: '1' }] } },
  program_roles: { field: { selected_options: [{ value: 'mentor' }] } },
  breach_cause: { field: { selected_option: { value: 'other' } } },
  breach_note: { field: { value: '書き換え' } },
};
const choosing = (learnerId: string) => ({
  ...filled,
  learners: { own_learners: { selected_options: [{ value: learnerId }] } },
});
const submit = (who: Intruder, view: object) =>
  asInteraction({ ...interaction('view_submission', who), view, response_urls: [] });

const mark = '6d2b79f5-0000-8000-a000-000000000001';
const setupMeta = JSON.stringify({ locale: 'ja', channelId: 'C0TEAM' });
const chosenPeople = { field: { selected_users: ['U0LEAD'] } };
const setupValues = {
  setup_name: { field: { value: '乗っ取り' } },
  setup_leads: chosenPeople,
  setup_zone: { field: { selected_option: { value: 'Asia/Tokyo' } } },
  setup_country: { field: { selected_option: { value: 'JP' } } },
};
const leadsValues = {
  people_leads: chosenPeople,
  import_file: { field: { files: [{ id: 'F0FORGED', size: 9 }] } },
};

/** A modal of a program's lead, as if the intruder had it open. */
const submitAs = (who: Intruder, callbackId: string, meta: object) =>
  submit(who, {
    ...modal(callbackId, {}, leadsValues),
    private_metadata: JSON.stringify({ locale: 'ja', channelId: 'C0TEAM', ...meta }),
  });

const pickFrom = (who: Intruder, actionId: string, value: string) =>
  asInteraction({
    ...interaction('block_actions', who),
    channel: { id: 'C0TEAM', name: 'team' },
    actions: [
      {
        type: 'overflow',
        action_id: actionId,
        block_id: 'b',
        selected_option: { text: { type: 'plain_text', text: 'x' }, value },
      },
    ],
  });

const pick = (who: Intruder, actionId: string, learnerId: string, view: object) => {
  const option = { text: { type: 'plain_text', text: 'x' }, value: learnerId };
  return asInteraction({
    ...interaction('block_actions', who),
    view,
    actions: [{ type: 'external_select', action_id: actionId, block_id: 'learner', selected_option: option }],
  });
};

const suggest = (who: Intruder, actionId: string, view: object) =>
  asInteraction({
    ...interaction('block_suggestion', who),
    view,
    action_id: actionId,
    block_id: ids.blocks.learner,
    value: '機密',
  });

/** The finder, the card or the timeline as if the intruder had it open. */
const cardModal = (callbackId: string, learnerId: string | null) => ({
  ...modal(callbackId, {}),
  type: 'modal',
  private_metadata: JSON.stringify({ locale: 'ja', channelId: 'C0TEAM', learnerId }),
});
const picked = (actionId: string, learnerId: string) => ({
  type: 'external_select',
  action_id: actionId,
  block_id: 'learner',
  selected_option: { text: { type: 'plain_text', text: 'x' }, value: learnerId },
});
const turn = (who: Intruder, learnerId: string, actionId: string) => {
  const value = JSON.stringify({ on: '2026-11-24', at: '2026-11-24 00:00:00+00', id: learnerId });
  return asInteraction({
    ...interaction('block_actions', who),
    view: cardModal(ids.views.timeline, learnerId),
    actions: [{ type: 'button', action_id: actionId, block_id: 'b', value }],
  });
};
const profileMeta = ({ learnerId, programId }: Targets) => ({ learnerId, programId, version: 0 });
const profileValues = (version: number) => ({
  [`name:${version}`]: { field: { value: '書き換え' } },
  [`startedOn:${version}`]: { field: { selected_date: '2026-11-24' } },
  [`endsOn:${version}`]: { field: { selected_date: '2026-12-24' } },
});

/** The modal in which the team is asked, filled in about a learner. */
const consultModal = (learnerId: string) => {
  const chosen = (value: string) => ({ text: { type: 'plain_text', text: 'x' }, value });
  return {
    ...placed(
      ids.views.consult,
      { learnerId },
      {
        learner: { consult_learner: { type: 'external_select', selected_option: chosen(learnerId) } },
        consult_situation: { field: { value: '書き換え' } },
        consult_wants: { consult_wants: { type: 'checkboxes', selected_options: [chosen('ideas')] } },
      },
    ),
    type: 'modal',
  };
};
/** Something was chosen or pressed in that modal, which is to be drawn again about the learner. */
const inConsult = (who: Intruder, learnerId: string, action: object) =>
  asInteraction({
    ...interaction('block_actions', who),
    view: consultModal(learnerId),
    actions: [{ block_id: 'b', ...action }],
  });

const type =
  (command: string, text: string): Attempt =>
  ({ userId: user_id, teamId: team_id }) =>
    asForm({ command, text, team_id, user_id, channel_id: 'C0TEAM', trigger_id: '1.1.forged' });

const bansoWords = ['help', ...subcommands.map(({ words: [word] }) => word)];

/** Listeners that do several things, by what is typed or chosen: each is tried. */
const variants: Record<string, readonly string[]> = {
  'command /banso': bansoWords,
  'command /learner': ['密', 'add'],
  'action /^card_menu:/': endings,
  'action /^more_row:/': rowMenuChoices,
};

/** Slack tells them what happened, and they answer nobody who asks for something. */
const toldBySlack = [
  ...['event message', 'event user_change', 'event member_joined_channel', 'event member_left_channel'],
  ...['event channel_left', 'event channel_archive', 'event channel_unarchive', 'event channel_deleted'],
  ...['event group_left', 'event group_archive', 'event group_unarchive', 'event group_deleted'],
];

const casePreview = { outcome: 'better', concerns: [], tags: [], chosen: [] };
const caseValues = {
  closing_outcome: { field: { selected_option: { value: 'better' } } },
  closing_title: { field: { value: '書き換え' } },
  closing_situation: { field: { value: '書き換え' } },
  follow_up_answer: { field: { selected_option: { value: 'better' } } },
};

/** How a consultation ends. */
const consultationEnds: Record<string, Attempt> = {
  'action /^consult_close:/': (who, { consultationId: id }) =>
    press(who, rowActions.closeConsultation.idFor(id), id),
  'action /^consult_reopen:/': (who, { consultationId: id }) =>
    press(who, rowActions.reopenConsultation.idFor(id), id),
  'action /^follow_up_row:/': (who, { consultationId: id }) =>
    press(who, rowActions.followUp.idFor(`better/${id}`), `better/${id}`),
  'action closing_replies': (who, { consultationId }) =>
    asInteraction({
      ...interaction('block_actions', who),
      view: { ...placed(ids.views.closing, { consultationId }, caseValues), type: 'modal' },
      actions: [
        {
          type: 'checkboxes',
          action_id: ids.actions.closingReplies,
          block_id: 'closing_replies:1',
          selected_options: [],
        },
      ],
    }),
  'view closing': (who, { consultationId }) =>
    submit(who, placed(ids.views.closing, { consultationId }, caseValues)),
  'view closing_preview': (who, { consultationId }) =>
    submit(who, placed(ids.views.closingPreview, { consultationId, ...casePreview }, caseValues)),
  'view follow_up': (who, { consultationId }) =>
    submit(who, placed(ids.views.followUp, { consultationId }, caseValues)),
};

const searchFields = [
  ids.actions.caseWords,
  ids.actions.caseUnit,
  ids.actions.caseKind,
  ids.actions.caseConcern,
  ids.actions.caseOutcome,
  ids.actions.caseWeeks,
  ids.actions.nextCases,
  ids.actions.previousCases,
];
const searchView = () => ({
  ...placed(ids.views.cases, {}, { cases_words: { cases_words: { value: '話' } } }),
  type: 'modal',
});
const pressCase = (row: { idFor(id: string): string }): Attempt => {
  return (who, { caseId }) => press(who, row.idFor(caseId), caseId);
};
const overCase =
  (callbackId: string, values: (targets: Targets) => object): Attempt =>
  (who, targets) => {
    const meta = { caseId: targets.caseId, version: 1, viewId: null };
    return submit(who, placed(callbackId, meta, values(targets)));
  };
const caseTexts = {
  case_title: { field: { value: '書き換え' } },
  case_situation: { field: { value: '書き換え' } },
  case_outcome: { field: { selected_option: { value: 'better' } } },
};

/** Looking for cases, reading them and keeping them in order. */
const library: Record<string, Attempt> = {
  'command /cases': type(ids.commands.cases, '密'),
  'action cases_open': (who) => press(who, ids.actions.openCases),
  ...Object.fromEntries(
    searchFields.map((actionId): [string, Attempt] => [
      `action ${actionId}`,
      (who) =>
        asInteraction({
          ...interaction('block_actions', who),
          view: searchView(),
          actions: [{ type: 'button', action_id: actionId, block_id: 'b', value: '0' }],
        }),
    ]),
  ),
  'view cases': (who) => submit(who, searchView()),
  ...Object.fromEntries(
    [ids.actions.retiredCases, ids.actions.nextRetired, ids.actions.previousRetired].map(
      (actionId): [string, Attempt] => [`action ${actionId}`, (who) => press(who, actionId, '0')],
    ),
  ),
  'action /^entry_row:/': (who, { caseId }) =>
    press(who, rowActions.readEntry.idFor(caseId), `case/${caseId}`),
  'action /^case_mark:/': pressCase(rowActions.markCase),
  'action /^case_unmark:/': pressCase(rowActions.unmarkCase),
  'action /^case_use:/': pressCase(rowActions.useCase),
  'action /^case_edit:/': pressCase(rowActions.editCase),
  'action /^case_merge:/': pressCase(rowActions.mergeCase),
  'action /^case_retire:/': pressCase(rowActions.retireCase),
  'action /^case_restore:/': pressCase(rowActions.restoreCase),
  'view case_edit': overCase(ids.views.editCase, () => caseTexts),
  'view case_merge': overCase(ids.views.mergeCase, ({ caseId }) => ({
    case_merge_into: { case_merge_into: { selected_option: { value: caseId } } },
  })),
  'view case_use': overCase(ids.views.useCase, ({ consultationId }) => ({
    case_use_in: { field: { selected_option: { value: consultationId } } },
  })),
  'options case_merge_into': (who, { caseId }) =>
    suggest(who, ids.actions.mergeInto, {
      ...placed(ids.views.mergeCase, { caseId, version: 1, viewId: null }),
      type: 'modal',
    }),
};

/** Every listener that Banso registers, with a request to it that asks for somebody else's learner. */
const attempts: Record<string, Attempt> = {
  ...consultationEnds,
  ...library,
  // Part of the name: the answer may repeat what was typed.
  'command /checkin': type(ids.commands.checkin, '密'),
  'command /learner 密': type(ids.commands.learner, '密'),
  'command /learner add': type(ids.commands.learner, 'add'),
  ...Object.fromEntries(
    bansoWords.map((word) => [
      `command /banso ${word}`,
      type(ids.commands.banso, word === 'seen' ? 'seen on' : word),
    ]),
  ),
  'command /consult': type(ids.commands.consult, '密'),
  'action /^consult_row:/': pressRow(rowActions.consult),
  'action consult_new': (who) => press(who, ids.actions.newConsult),
  'action consult_learner': (who, { learnerId }) =>
    inConsult(who, learnerId, picked(ids.actions.consultLearner, learnerId)),
  'action consult_wants': (who, { learnerId }) =>
    inConsult(who, learnerId, {
      ...{ type: 'checkboxes', action_id: ids.actions.consultWants },
      selected_options: [{ text: { type: 'plain_text', text: 'x' }, value: 'ideas' }],
    }),
  'action consult_similar': (who, { learnerId }) =>
    inConsult(who, learnerId, { type: 'button', action_id: ids.actions.consultSimilar }),
  'options consult_learner': (who, { learnerId }) =>
    suggest(who, ids.actions.consultLearner, consultModal(learnerId)),
  'shortcut consult_message': (who, { ts }) =>
    asInteraction({
      ...interaction('message_action', who),
      callback_id: ids.shortcuts.askTeam,
      channel: { id: 'C0TEAM', name: 'team' },
      message: { type: 'message', ts, text: 'hello' },
    }),
  'view consult': (who, { learnerId }) => submit(who, consultModal(learnerId)),
  'event app_home_opened': ({ userId: user, teamId }) =>
    asEvent(teamId, { type: 'app_home_opened', user, tab: 'home', channel: 'D0HOME', event_ts: '1.1' }),
  'action /^card_row:/': pressRow(rowActions.card),
  'action /^timeline_row:/': pressRow(rowActions.timeline),
  'action /^edit_row:/': pressRow(rowActions.edit),
  'action learner_new': (who) => press(who, ids.actions.addLearner),
  'action learner_program': (who, targets) => {
    const option = { text: { type: 'plain_text', text: 'x' }, value: targets.programId };
    const element = { type: 'static_select', action_id: ids.actions.program, block_id: 'program' };
    return asInteraction({
      ...interaction('block_actions', who),
      view: { ...modal(ids.views.addLearner, profileMeta(targets)), type: 'modal' },
      actions: [{ ...element, selected_option: option }],
    });
  },
  'action /^pause_row:/': pressRow(rowActions.pause),
  'action /^pause_end:/': (who, { pauseId }) => press(who, rowActions.endPause.idFor(pauseId), pauseId),
  'action /^resume_row:/': pressRow(rowActions.resume),
  ...Object.fromEntries(
    endings.map((ending): [string, Attempt] => [
      `action /^card_menu:/ ${ending}`,
      (who, { learnerId }) => pickFrom(who, rowActions.cardMenu.idFor(learnerId), ending),
    ]),
  ),
  'action timeline_older': (who, { learnerId }) => turn(who, learnerId, ids.actions.olderEntries),
  'action timeline_newer': (who, { learnerId }) => turn(who, learnerId, ids.actions.newerEntries),
  'action learner_pick': (who, { learnerId }) =>
    asInteraction({
      ...interaction('block_actions', who),
      view: cardModal(ids.views.findLearner, null),
      actions: [picked(ids.actions.cardLearner, learnerId)],
    }),
  'options learner_pick': (who) =>
    asInteraction({
      ...interaction('block_suggestion', who),
      view: cardModal(ids.views.findLearner, null),
      action_id: ids.actions.cardLearner,
      block_id: ids.blocks.learner,
      value: '機密',
    }),
  'view learner_edit': (who, targets) =>
    submit(who, modal(ids.views.editLearner, { ...profileMeta(targets), version: 1 }, profileValues(1))),
  'view learner_add': (who, targets) => {
    const meta = { ...profileMeta(targets), learnerId: crypto.randomUUID() };
    return submit(who, modal(ids.views.addLearner, meta, profileValues(0)));
  },
  'view learner_pause': (who, { learnerId }) => submit(who, modal(ids.views.pause, { learnerId }, filled)),
  'view learner_complete': (who, { learnerId }) =>
    submit(who, modal(ids.views.complete, { learnerId }, filled)),
  'view learner_withdraw': (who, { learnerId }) =>
    submit(who, modal(ids.views.withdraw, { learnerId }, filled)),
  'shortcut checkin_global': (who) =>
    asInteraction({ ...interaction('shortcut', who), callback_id: ids.shortcuts.checkInGlobal }),
  'shortcut checkin_message': (who, { ts }) =>
    asInteraction({
      ...interaction('message_action', who),
      callback_id: ids.shortcuts.checkInMessage,
      channel: { id: 'C0TEAM', name: 'team' },
      message: { type: 'message', ts, text: 'hello' },
    }),
  'shortcut reply_helped': (who, { reply }) =>
    asInteraction({
      ...interaction('message_action', who),
      callback_id: ids.shortcuts.replyHelped,
      channel: { id: 'C0TEAM', name: 'team' },
      message: { type: 'message', text: 'hello', ...reply },
    }),
  'action /^checkin_row:/': pressRow(rowActions.checkIn),
  'action /^plan_row:/': pressRow(rowActions.plan),
  ...Object.fromEntries(
    rowMenuChoices.map((deed): [string, Attempt] => [
      `action /^more_row:/ ${deed}`,
      (who, { learnerId }) => pickFrom(who, rowActions.more.idFor(learnerId), `${deed}:${learnerId}`),
    ]),
  ),
  'action /^promise_keep:/': (who, { promiseId }) =>
    press(who, rowActions.keepPromise.idFor(promiseId), promiseId),
  'action /^promise_move:/': (who, { promiseId }) =>
    pickFrom(who, rowActions.movePromise.idFor(promiseId), `${promiseId}:2026-11-27`),
  'action plan_new': (who) => press(who, ids.actions.newPlan),
  'action plan_learner': (who, { learnerId }) =>
    pick(who, ids.actions.planLearner, learnerId, modal(ids.views.plan, { learnerId: null, picking: true })),
  'options plan_learner': (who) =>
    suggest(who, ids.actions.planLearner, modal(ids.views.plan, { learnerId: null, picking: true })),
  'view promise_move': (who, { promiseId }) =>
    submit(who, modal(ids.views.movePromise, { promiseId }, filled)),
  'view plan': (who, { learnerId }) =>
    submit(who, modal(ids.views.plan, { learnerId, picking: false }, filled)),
  'action /^take_row:/': pressRow(rowActions.take),
  'action /^answer_row:/': (who, { checkInId }) => press(who, rowActions.answer.idFor(checkInId), checkInId),
  'action /^correct_row:/': (who, { checkInId }) =>
    press(who, rowActions.correct.idFor(checkInId), checkInId),
  'action /^take_for_good_row:/': pressRow(rowActions.takeForGood),
  'action /^hand_over_row:/': pressRow(rowActions.handOver),
  'action /^accept_cover_row:/': pressRequest(rowActions.acceptCover),
  'action /^decline_cover_row:/': pressRequest(rowActions.declineCover),
  'action /^ask_cover_row:/': pressAbsence(rowActions.askCover),
  'action /^end_absence_row:/': pressAbsence(rowActions.endAbsence),
  'action away_new': (who) => press(who, ids.actions.planAway),
  'action away_open': (who) => press(who, ids.actions.openAway),
  'action settings_open': (who) => press(who, ids.actions.openSettings),
  'action /^seen_row:/': (who, { learnerId, ts }) =>
    press(who, rowActions.logSeen.idFor(learnerId), `${learnerId} ${ts}`),
  'action /^breach_row:/': (who, { breachId }) =>
    press(who, rowActions.explainBreach.idFor(breachId), breachId),
  'action checkin_new': (who) => press(who, ids.actions.logCheckIn),
  'action checkin_learner': (who, { learnerId }) => {
    const option = { text: { type: 'plain_text', text: 'x' }, value: learnerId };
    return asInteraction({
      ...interaction('block_actions', who),
      view: modal(ids.views.checkIn, { ...logMeta, learnerId: null }),
      actions: [
        {
          type: 'external_select',
          action_id: 'checkin_learner',
          block_id: 'learner',
          selected_option: option,
        },
      ],
    });
  },
  'options checkin_learner': (who) =>
    asInteraction({
      ...interaction('block_suggestion', who),
      view: modal(ids.views.checkIn, { ...logMeta, learnerId: null }),
      action_id: ids.actions.learner,
      block_id: ids.blocks.learner,
      value: '機密',
    }),
  'options own_learners': (who, { absenceId }) =>
    asInteraction({
      ...interaction('block_suggestion', who),
      view: placed(ids.views.askCover, { absenceId }),
      action_id: ids.actions.ownLearners,
      block_id: ids.blocks.learners,
      value: '機密',
    }),
  'options zone': (who) =>
    asInteraction({
      ...interaction('block_suggestion', who),
      view: placed(ids.views.settings, { slackZone: 'Asia/Tokyo' }),
      action_id: ids.actions.zone,
      block_id: ids.blocks.zone,
      value: '機密',
    }),
  'view checkin': (who, { learnerId }) =>
    submit(who, modal(ids.views.checkIn, { ...logMeta, learnerId }, filled)),
  'view checkin_correct': (who, { learnerId, checkInId }) => {
    const correcting = { checkInId, version: 1 };
    return submit(who, modal(ids.views.correctCheckIn, { ...logMeta, learnerId, correcting }, filled));
  },
  'action program_settings': (who, { programId }) => press(who, ids.actions.programSettings, programId),
  'action /^program_row:/': (who, { programId }) =>
    press(who, rowActions.program.idFor(programId), programId),
  ...Object.fromEntries(
    [ids.actions.programPolicy, ids.actions.programClosures, ids.actions.programOther].map((action) => [
      `action ${action}`,
      (who: Intruder, targets: Targets) =>
        pressInProgram(who, programMeta(targets), action, targets.programId),
    ]),
  ),
  'action /^policy_back_row:/': (who, targets) => {
    const { policyId } = targets;
    return pressInProgram(who, programMeta(targets), rowActions.takeBackPolicy.idFor(policyId), policyId);
  },
  'action /^closure_remove_row:/': (who, targets) => {
    const value = '2026-12-28/2026-12-28';
    const metadata = JSON.stringify(pushedMeta(targets));
    return pressInProgram(who, metadata, rowActions.removeClosure.idFor(value), value);
  },
  'view program_policy': (who, targets) => {
    const previewed = { effectiveOn: '2026-11-25', contactsPerWeek: 7, floorDays: 1 };
    return submitProgram(who, ids.views.programPolicy, { ...pushedMeta(targets), previewed });
  },
  'view program_closures': (who, targets) =>
    submitProgram(who, ids.views.programClosures, pushedMeta(targets)),
  'view program_other': (who, targets) => {
    const channel = { name: 'x', locale: 'ja', country: 'JP', digestAt: '09:00:00' };
    const shown = { ...channel, workingWeekdays: [1], countedRoles: [] };
    return submitProgram(who, ids.views.programOther, { ...pushedMeta(targets), zone: 'UTC', shown });
  },
  'view answer': (who, { checkInId }) => {
    const { id, ...view } = modal(ids.views.answer, {}, filled);
    const metadata = JSON.stringify({ locale: 'ja', channelId: 'C0TEAM', checkInId });
    return submit(who, { ...view, id, private_metadata: metadata });
  },
  'action /^people_row:/': pressProgram(rowActions.people),
  'action /^import_row:/': pressProgram(rowActions.importRoster),
  'action /^import_cancel_row:/': (who, { importId }) =>
    press(who, rowActions.cancelImport.idFor(importId), importId),
  'view setup': (who) =>
    asInteraction({
      ...interaction('view_submission', who),
      view: { ...modal(ids.views.setup, {}, setupValues), private_metadata: setupMeta },
      response_urls: [],
    }),
  'view people': (who, { programId }) => submitAs(who, ids.views.people, { programId, mark, warnedOf: [] }),
  'view import': (who, { programId }) => submitAs(who, ids.views.importRoster, { programId }),
  // Asks a supporter of the program to cover an absence of the intruder's own.
  'view away': (who) => submit(who, placed(ids.views.away, { today: '2026-11-24' }, filled)),
  'view ask_cover': (who, { absenceId, learnerId }) =>
    submit(who, placed(ids.views.askCover, { absenceId }, choosing(learnerId))),
  'view hand_over': (who, { learnerId }) => submit(who, placed(ids.views.handOver, { learnerId }, filled)),
  // Settings name nobody: they are the sender's own, unless a forged modal were believed.
  'view settings': (who) =>
    submit(who, placed(ids.views.settings, { slackZone: 'Asia/Tokyo', userId: 'U0AOI' }, filled)),
  'view breach': (who, { breachId }) => {
    const metadata = JSON.stringify({ locale: 'ja', breachId });
    return submit(who, { ...modal(ids.views.breach, {}, filled), private_metadata: metadata });
  },
};

const listening = ['command', 'shortcut', 'action', 'options', 'view', 'event'] as const;

function nameOf(constraint: unknown): string {
  if (typeof constraint !== 'object' || constraint === null) return String(constraint);
  if ('action_id' in constraint) return String(constraint.action_id);
  return 'callback_id' in constraint ? String(constraint.callback_id) : JSON.stringify(constraint);
}

describe('access', () => {
  let desk: Desk;
  let targets: Targets;
  let registered: string[];
  beforeAll(async () => {
    const spies = listening.map((kind) => ({ kind, spy: jest.spyOn(App.prototype, kind) }));
    desk = await startDesk();
    const names = spies.flatMap(({ kind, spy }) =>
      spy.mock.calls.map(([constraint]) => `${kind} ${nameOf(constraint)}`),
    );
    registered = names.flatMap((name) => variants[name]?.map((one) => `${name} ${one}`) ?? [name]);
    jest.restoreAllMocks();
    const { learner, checkIn, program, member, careTeam, promise } = desk.records;
    const other = await program({ name: '別の講座', channelId: 'C0OTHER', people: ['U0MENT'] });
    await learner(other, { companionId: 'U0MENT' });
    const elsewhere = await program({ workspaceId: 'T0ELSE', people: ['U0AOI'] });
    await learner(elsewhere);
    await member('U0GUEST', { locale: 'en' });
    const another = await learner(desk.program, { name: '担当の人' });
    await careTeam(another, 'mentor', 'U0MENT');
    // Nobody covers her: "I'll take it" would do.
    const secret = await learner(desk.program, { name: '機密 花子', unit: '極秘' });
    const { id } = await checkIn(secret, { note: 'ここだけの話', authorId: 'U0AOI' });
    const { ts } = await desk.slack.as('U0AOI').post('C0TEAM', 'hello');
    const scope = { workspaceId: desk.program.workspaceId, programId: desk.program.programId };
    await desk.deps.db.insert(closures).values({ ...scope, closedOn: '2026-12-28' });
    const [policy] = await desk.deps.db
      .insert(policies)
      .values({ ...scope, effectiveOn: '2026-12-01', setAt: desk.clock.now() })
      .returning();
    const [breach] = await desk.deps.db
      .insert(breaches)
      .values({
        ...scope,
        learnerId: secret.id,
        floorOn: '2026-11-20',
        recordedAt: desk.clock.now(),
      })
      .returning();
    const file = { id: 'F0ROSTER', size: 9 };
    await requestImport(desk.deps.context(), { id: mark, ...scope, actorId: 'U0LEAD', file });
    const days = { fromOn: '2026-11-20', toOn: '2026-12-20', reason: 'ここだけの話' };
    const [pause] = await desk.deps.db
      .insert(pauses)
      .values({ workspaceId: scope.workspaceId, learnerId: secret.id, ...days })
      .returning();
    const consultationId = await closedConsultation(secret);
    const { id: promiseId } = await promise(secret, { checkInId: id, text: '極秘の約束' });
    targets = {
      ...scope,
      promiseId,
      pauseId: pause?.id ?? '',
      policyId: policy?.id ?? '',
      breachId: breach?.id ?? '',
      importId: mark,
      consultationId,
      caseId: (await desk.deps.db.select({ id: cases.id }).from(cases))[0]?.id ?? '',
      learnerId: secret.id,
      checkInId: id,
      ts,
      ...(await askedCover(secret.id)),
      reply: await askedTeam({ ...scope, learnerId: secret.id }),
    };
    await desk.deps.db
      .update(supporters)
      .set({ removedAt: desk.clock.now() })
      .where(and(eq(supporters.programId, desk.program.id), eq(supporters.userId, 'U0KUDO')));
  });
  afterAll(() => desk.close());

  /** U0AOI's question about a learner, which she has closed. */
  async function closedConsultation(secret: { id: string; workspaceId: string }): Promise<string> {
    const secretly = { situation: 'ここだけの話', tried: '極秘' };
    const context = desk.deps.context();
    await askPeers(context, {
      ...{
        workspaceId: secret.workspaceId,
        learnerId: secret.id,
        authorId: 'U0AOI',
        submissionKey: 'V0PAST',
      },
      ...{ question: { ...secretly, wants: ['ideas'] }, hideName: false, shownCheckIns: [] },
    });
    const [asked] = await desk.deps.db.select({ id: consultations.id }).from(consultations);
    const id = asked?.id ?? '';
    const key = { workspaceId: secret.workspaceId, viewerId: 'U0AOI', consultationId: id };
    const texts = { title: '事例', situation: 'ここだけの話', tried: '極秘', helped: '' };
    const outcome = 'better' as const;
    await closeConsultation(context, {
      ...{ ...key, texts, outcome, tags: [], concerns: [], chosen: [] },
    });
    return id;
  }

  /** U0AOI is away today, and has asked U0MORI to cover a learner. */
  async function askedCover(learnerId: string) {
    const { db } = desk.deps;
    const workspaceId = 'T0TEST';
    const own = { workspaceId, submissionKey: 'V0AWAY' };
    const days = { fromOn: '2026-11-24', toOn: '2026-11-27', createdAt: desk.clock.now() };
    const [absence] = await db
      .insert(absences)
      .values({ ...own, ...days, userId: 'U0AOI' })
      .returning();
    const people = { fromId: 'U0AOI', toId: 'U0MORI', askedBy: 'U0AOI' };
    const asked = { extent: 'some', note: 'ここだけの話', askedAt: desk.clock.now() } as const;
    const [request] = await db
      .insert(coverRequests)
      .values({ ...own, ...people, ...asked, absenceId: absence?.id ?? null })
      .returning();
    const requestId = request?.id ?? '';
    await db.insert(coverRequestLearners).values({ workspaceId, requestId, learnerId, position: 0 });
    return { absenceId: absence?.id ?? '', requestId };
  }

  /** U0AOI has asked the team about a learner, who is named there, and U0MORI has answered. */
  async function askedTeam(of: { workspaceId: string; programId: string; learnerId: string }) {
    const { db } = desk.deps;
    const days = { openedAt: desk.clock.now(), openedOn: '2026-11-24', answerBy: '2026-11-25' };
    const { workspaceId, programId } = of;
    const at = desk.clock.now();
    const id = crypto.randomUUID();
    await db.insert(consultations).values({ id, ...of, ...days, authorId: 'U0AOI', hideName: false });
    await db.insert(consultationQuestions).values({
      ...{ workspaceId, consultationId: id, authorId: 'U0AOI' },
      ...{ situation: 'ここだけの話', wants: ['ideas'], submissionKey: 'V0ASK', askedAt: desk.clock.now() },
    });
    const reply = { thread_ts: '1795000000.000000', ts: '1795000001.000000' };
    await db.insert(deliveries).values({
      ...{ id, workspaceId, programId, kind: 'consultation', dedupeKey: `consultation-${id}` },
      ...{ recipient: 'C0TEAM', channelId: 'C0TEAM', ts: reply.thread_ts, status: 'sent', sentAt: at },
      ...{ onDate: '2026-11-24', runAt: at, createdAt: at },
    });
    const { ts } = reply;
    const text = 'ここだけの話';
    await db
      .insert(consultationReplies)
      .values({ workspaceId, consultationId: id, ts, authorId: 'U0MORI', text, postedAt: at });
    return reply;
  }

  it('is tried at every listener there is', () => {
    expect(registered.sort()).toEqual([...Object.keys(attempts), ...toldBySlack].sort());
  });

  const everything = async () => {
    const { db } = desk.deps;
    const tables = [
      ...[learners, checkIns, checkInCorrections, auditEvents, deliveries, members],
      ...[absences, coverRequests, coverRequestLearners, dayCovers, policies, closures, programs],
      ...[breaches, supporters, imports, promises, pauses, consultations],
      ...[consultationQuestions, consultationReplies, replyMarks, libraryEntries],
      ...[cases, caseMarks, caseVersions],
    ];
    return JSON.stringify(await Promise.all(tables.map((table) => db.select().from(table))));
  };

  /** What Banso says to one request, once it says what is expected: in its answer, or by calling Slack. */
  async function replyTo(request: RawRequest, expected: RegExp): Promise<string> {
    const before = desk.slack.calls.length;
    const response = await post(desk, request);
    const answered = await response.text();
    if (answered !== '') return answered;
    const said = () => JSON.stringify(desk.slack.calls.slice(before).map(({ args }) => args));
    return desk.slack.until(() => (expected.test(said()) ? said() : undefined));
  }

  describe.each<[string, Intruder]>([
    [
      'a supporter of another program, who is the mentor of another learner',
      { userId: 'U0MENT', teamId: 'T0TEST' },
    ],
    ['somebody of the same id in another workspace', { userId: 'U0AOI', teamId: 'T0ELSE' }],
    ['a supporter who was removed', { userId: 'U0KUDO', teamId: 'T0TEST' }],
    ['a guest', { userId: 'U0GUEST', teamId: 'T0TEST' }],
  ])('of %s', (_, who) => {
    it.each(Object.entries(attempts))('is refused by %s', async (name, attempt) => {
      const before = await everything();
      const expected = aimed.test(name) ? refusal : spoken;
      const said = await replyTo(attempt(who, targets), expected);
      expect(said).toMatch(expected);
      expect(said).not.toMatch(secrets);
      expect(await everything()).toBe(before);
    });
  });

  it('has told nobody anything, once all is done', () => {
    expect(JSON.stringify(desk.slack.calls)).not.toMatch(secrets);
    expect(desk.logged()).not.toMatch(secrets);
  });

  it('is given to a supporter of the program, so that the secrets could have been told', async () => {
    const view = await openCheckIn(desk, 'U0MORI', '機密');
    expect(JSON.stringify(view)).toMatch(/機密[\s\S]*ここだけの話[\s\S]*極秘/);
    const offered = await desk.slack.as('U0MORI').suggest(ids.actions.learner, '機密');
    expect(JSON.stringify(offered)).toMatch(secrets);
    const who = { userId: 'U0AOI', teamId: 'T0TEST' };
    const own = attempts['options own_learners']?.(who, targets);
    expect(own && (await (await post(desk, own)).text())).toMatch(secrets);
    for (const name of ['action cases_words', 'action /^entry_row:/']) {
      const request = attempts[name]?.({ userId: 'U0MORI', teamId: 'T0TEST' }, targets);
      expect(request && (await replyTo(request, secrets))).toMatch(secrets);
    }
    for (const action of ['consult_learner', 'consult_wants', 'consult_similar']) {
      const request = attempts[`action ${action}`]?.({ userId: 'U0MORI', teamId: 'T0TEST' }, targets);
      expect(request && (await replyTo(request, secrets))).toMatch(secrets);
    }
  });

  it('lets those answer and act whose it is', async () => {
    const tried: [string, string][] = [
      ['U0MORI', 'action /^accept_cover_row:/'],
      ['U0AOI', 'action /^end_absence_row:/'],
      ['U0MORI', 'view consult'],
    ];
    for (const [userId, name] of tried) {
      const before = await everything();
      const request = attempts[name]?.({ userId, teamId: 'T0TEST' }, targets);
      if (request) await post(desk, request);
      await eventually(everything, (now) => now !== before);
    }
  });
});

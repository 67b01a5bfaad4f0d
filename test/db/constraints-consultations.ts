import { closed } from './consultation-rows';
import { type Case, nobody, twice, unheardOf } from './refusal';

const ts = '1764000000.000200';

export const consultationKeys: Case[] = [
  {
    refuses: "a consultation about another workspace's learner",
    constraint: 'consultations_learner',
    attempt: ({ own, other, rows }) => rows.consultation(own, { learnerId: other.learner.id }),
  },
  {
    refuses: "a consultation in a program that isn't the learner's",
    constraint: 'consultations_learner',
    attempt: async ({ own, rows }) => {
      const [program] = await rows.program(own, { name: '相談', channelId: 'C0ASK' });
      await rows.consultation(own, { programId: program?.id ?? '' });
    },
  },
  {
    refuses: 'a consultation of somebody whom the workspace does not know',
    constraint: 'consultations_author',
    attempt: ({ own, rows }) => rows.consultation(own, { authorId: nobody }),
  },
  {
    refuses: 'a consultation closed by somebody whom the workspace does not know',
    constraint: 'consultations_closer',
    attempt: async ({ own, rows }) =>
      rows.consultation(own, { ...closed, caseId: await rows.caseId(own), closedBy: nobody }),
  },
  {
    refuses: 'a consultation asked again by somebody whom the workspace does not know',
    constraint: 'consultations_asker',
    attempt: ({ own, rows }) =>
      rows.consultation(own, { askedAgainAt: closed.closedAt, askedAgainBy: nobody }),
  },
  {
    refuses: 'a consultation opened again by somebody whom the workspace does not know',
    constraint: 'consultations_reopener',
    attempt: ({ own, rows }) => rows.consultation(own, { reopenedAt: closed.closedAt, reopenedBy: nobody }),
  },
  {
    refuses: "a consultation that became another workspace's case",
    constraint: 'consultations_case',
    attempt: async ({ own, other, rows }) =>
      rows.consultation(own, { ...closed, caseId: await rows.caseId(other) }),
  },
  {
    refuses: "a question in another workspace's consultation",
    constraint: 'consultation_questions_consultation',
    attempt: async ({ own, other, rows }) =>
      rows.question(own, { consultationId: await rows.consultationId(other) }),
  },
  {
    refuses: 'a question of somebody whom the workspace does not know',
    constraint: 'consultation_questions_author',
    attempt: ({ own, rows }) => rows.question(own, { authorId: nobody }),
  },
  {
    refuses: "a reply in another workspace's consultation",
    constraint: 'consultation_replies_consultation',
    attempt: async ({ own, other, rows }) =>
      rows.reply(own, { consultationId: await rows.consultationId(other) }),
  },
  {
    refuses: "a mark on another workspace's reply",
    constraint: 'reply_marks_reply',
    attempt: async ({ own, other, rows }) => {
      const [reply] = await rows.reply(other, {});
      await rows.replyMark(own, { consultationId: reply?.consultationId ?? '' });
    },
  },
  {
    refuses: 'a mark on a reply by somebody whom the workspace does not know',
    constraint: 'reply_marks_marker',
    attempt: ({ own, rows }) => rows.replyMark(own, { markedBy: nobody }),
  },
  {
    refuses: "asking somebody for a word in another workspace's consultation",
    constraint: 'consultation_nudges_consultation',
    attempt: async ({ own, other, rows }) =>
      rows.nudge(own, { consultationId: await rows.consultationId(other) }),
  },
  {
    refuses: "asking somebody for a word in a program that isn't the consultation's",
    constraint: 'consultation_nudges_consultation',
    attempt: ({ own, other, rows }) => rows.nudge(own, { programId: other.programId }),
  },
  {
    refuses: 'asking somebody for a word whom the workspace does not know',
    constraint: 'consultation_nudges_asked',
    attempt: ({ own, rows }) => rows.nudge(own, { askedId: nobody }),
  },
];

export const consultationsOnce: Case[] = [
  {
    refuses: 'a second open consultation about one learner',
    constraint: 'consultations_one_open',
    attempt: async ({ own, rows }) => {
      const { id: learnerId } = await own.records.learner(own);
      await rows.consultation(own, { learnerId, ...closed, caseId: await rows.caseId(own) });
      await twice(() => rows.consultation(own, { learnerId }));
    },
  },
  {
    refuses: 'two consultations that became one case',
    constraint: 'consultations_of_case',
    attempt: async ({ own, rows }) => {
      const caseId = await rows.caseId(own);
      await twice(() => rows.consultation(own, { ...closed, caseId }));
    },
  },
  {
    refuses: 'a second question from one modal',
    constraint: 'consultation_questions_submission',
    attempt: ({ own, rows }) => twice(() => rows.question(own, { submissionKey: 'V-twice' })),
  },
  {
    refuses: 'a reply twice in one consultation',
    constraint: 'consultation_replies_workspace_id_consultation_id_ts_pk',
    attempt: async ({ own, rows }) => {
      const consultationId = await rows.consultationId(own);
      await twice(() => rows.reply(own, { consultationId }));
    },
  },
  {
    refuses: 'a second mark of one person on one reply',
    constraint: 'reply_marks_workspace_id_consultation_id_ts_marked_by_pk',
    attempt: async ({ own, rows }) => {
      const [reply] = await rows.reply(own, {});
      await twice(() => rows.replyMark(own, { consultationId: reply?.consultationId ?? '', ts }));
    },
  },
  {
    refuses: 'asking two people for a word in one consultation on one day',
    constraint: 'consultation_nudges_once',
    attempt: async ({ own, rows }) => {
      const consultationId = await rows.consultationId(own);
      await rows.nudge(own, { consultationId });
      await rows.nudge(own, { consultationId, askedId: 'U0KUDO' });
    },
  },
];

export const consultationValues: Case[] = [
  {
    refuses: 'a consultation of no known status',
    constraint: 'consultations_status',
    attempt: ({ own, rows }) => rows.consultation(own, { status: unheardOf }),
  },
  {
    refuses: 'a consultation that was closed by nobody',
    constraint: 'consultations_closed',
    attempt: ({ own, rows }) => rows.consultation(own, { ...closed, closedBy: null }),
  },
  {
    refuses: 'a consultation that is open and closed',
    constraint: 'consultations_closed',
    attempt: ({ own, rows }) => rows.consultation(own, { ...closed, status: 'open' }),
  },
  {
    refuses: 'a consultation that was asked again by nobody',
    constraint: 'consultations_asked_again',
    attempt: ({ own, rows }) => rows.consultation(own, { askedAgainAt: closed.closedAt }),
  },
  {
    refuses: 'a consultation that was closed without a case',
    constraint: 'consultations_closed_case',
    attempt: ({ own, rows }) => rows.consultation(own, closed),
  },
  {
    refuses: 'asking how it went on while it goes on',
    constraint: 'consultations_follow_up',
    attempt: ({ own, rows }) => rows.consultation(own, { followUpAt: new Date(0) }),
  },
  {
    refuses: 'asking for a word when it is over',
    constraint: 'consultations_nudge',
    attempt: async ({ own, rows }) =>
      rows.consultation(own, { ...closed, caseId: await rows.caseId(own), nextNudgeAt: new Date(0) }),
  },
  {
    refuses: 'a question of nothing',
    constraint: 'consultation_questions_situation',
    attempt: ({ own, rows }) => rows.question(own, { situation: '' }),
  },
  {
    refuses: 'a question that wants nothing',
    constraint: 'consultation_questions_wants',
    attempt: ({ own, rows }) => rows.question(own, { wants: [] }),
  },
  {
    refuses: 'a question that wants something unheard of',
    constraint: 'consultation_questions_wants',
    attempt: ({ own, rows }) => rows.question(own, { wants: [unheardOf] }),
  },
  {
    refuses: 'a deleted reply that still says something',
    constraint: 'consultation_replies_deleted',
    attempt: ({ own, rows }) => rows.reply(own, { deletedAt: new Date(0) }),
  },
];

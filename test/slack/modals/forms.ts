import type { CheckInForm, FormLearner, LearnerOption } from '../../../src/domain/check-in-form';
import type { CheckInMeta } from '../../../src/slack/modals/check-in/meta';

export const SATO = '11111111-1111-4111-8111-111111111111';
export const ITO = '22222222-2222-4222-8222-222222222222';
export const CHECK_IN = '33333333-3333-4333-8333-333333333333';
export const TODAY = '2026-11-26';

export function formLearner(over: Partial<FormLearner> = {}): FormLearner {
  return {
    id: SATO,
    programId: '44444444-4444-4444-8444-444444444444',
    name: '佐藤 陽子',
    startedOn: '2026-09-04',
    endsOn: '2026-12-25',
    unit: '配列',
    dueOn: '2026-11-27',
    floorOn: '2026-11-30',
    plan: null,
    watching: false,
    plannableUntil: '2026-12-03',
    recent: [
      {
        id: CHECK_IN,
        contactedOn: '2026-11-24',
        outcome: 'replied',
        motivation: 4,
        note: '順調です',
        authorName: '花田',
        correctable: true,
      },
    ],
    answers: [],
    careTeam: [{ role: 'mentor', userId: 'U0MENT', name: '江口' }],
    mayPlan: true,
    ...over,
  };
}

export function form(over: Partial<CheckInForm> = {}): CheckInForm {
  return { today: TODAY, learner: formLearner(), search: null, given: {}, correcting: null, ...over };
}

export function meta(over: Partial<CheckInMeta> = {}): CheckInMeta {
  return {
    locale: 'ja',
    channelId: 'C1',
    today: TODAY,
    learnerId: SATO,
    correcting: null,
    permalink: null,
    ...over,
  };
}

export function option(over: Partial<LearnerOption> = {}): LearnerOption {
  return {
    id: SATO,
    name: '佐藤 陽子',
    startedOn: '2026-09-04',
    companionName: '花田',
    own: true,
    namesake: false,
    finished: false,
    ...over,
  };
}

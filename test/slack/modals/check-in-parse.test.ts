import type { CheckInForm } from '../../../src/domain/check-in-form';
import { UserError } from '../../../src/errors';
import { messagesFor } from '../../../src/i18n';
import { ids } from '../../../src/slack/ids';
import { checkInErrors } from '../../../src/slack/modals/check-in/errors';
import { parseCheckIn } from '../../../src/slack/modals/check-in/parse';
import { checkInView } from '../../../src/slack/modals/check-in/view';
import type { StateValues } from '../../../src/slack/modals/state-values';
import { stateOf } from './filling';
import { CHECK_IN, form, formLearner, ITO, meta, SATO, TODAY } from './forms';

const ja = messagesFor('ja');
const { blocks } = ids;
const chosen = (value: string) => ({ selected_option: { value } });
const typed = (value: string) => ({ value });
const dated = (selected_date: string) => ({ selected_date });
const ticked = (...values: string[]) => ({ selected_options: values.map((value) => ({ value })) });
type Filled = Record<string, StateValues[string][string]>;

function submit(filled: Filled, over: Partial<CheckInForm> = {}) {
  const carried = meta({ correcting: over.correcting ?? null });
  const view = checkInView(form(over), ja, carried);
  return parseCheckIn(stateOf(view, { [blocks.outcome]: chosen('sent'), ...filled }), carried, ja);
}

function errorsOf(filled: Filled, over: Partial<CheckInForm> = {}): Record<string, string> {
  const result = submit(filled, over);
  return result.ok ? {} : result.errors;
}

describe('a submitted check-in', () => {
  it('needs nothing but learner and outcome', () => {
    expect(submit({})).toEqual({
      ok: true,
      input: {
        learnerId: SATO,
        content: {
          contactedOn: TODAY,
          outcome: 'sent',
          motivation: null,
          unit: '配列',
          studyHours: null,
          concerns: [],
          note: '',
          learnerWords: '',
          shareAsWin: false,
          sentText: '',
          sentTextHelped: false,
          promise: null,
          flaggedFor: [],
          urgent: false,
        },
        plan: null,
      },
    });
  });

  it('reads everything that can be said', () => {
    const result = submit({
      [blocks.outcome]: chosen('talked'),
      [blocks.contactedOn]: dated('2026-11-25'),
      [blocks.motivation]: chosen('4'),
      [`unit:${SATO}`]: typed(' 再帰 '),
      [blocks.studyHours]: typed('7.25'),
      [blocks.concerns]: ticked('health', 'time'),
      [blocks.note]: typed('少し疲れ気味\n休むよう伝えた'),
      [blocks.learnerWords]: typed('できました！'),
      [blocks.shareAsWin]: ticked('share'),
      [blocks.sentText]: typed(' あと少しです。\n応援しています '),
      [blocks.sentTextHelped]: ticked('helped'),
      [blocks.promiseText]: typed('記事を探す'),
      [blocks.promiseDueOn]: dated('2026-11-30'),
      [blocks.next]: chosen('planned'),
      [blocks.nextOn]: dated('2026-11-28'),
      [blocks.nextReason]: typed('試験'),
      [blocks.audiences]: ticked('school', 'mentor'),
      [blocks.urgent]: ticked('urgent'),
    });
    expect(result).toMatchObject({
      ok: true,
      input: {
        content: {
          contactedOn: '2026-11-25',
          outcome: 'talked',
          motivation: 4,
          unit: '再帰',
          studyHours: 7.3,
          concerns: ['time', 'health'],
          note: '少し疲れ気味\n休むよう伝えた',
          learnerWords: 'できました！',
          shareAsWin: true,
          sentText: 'あと少しです。\n応援しています',
          sentTextHelped: true,
          promise: { text: '記事を探す', dueOn: '2026-11-30' },
          flaggedFor: ['mentor', 'school'],
          urgent: true,
        },
        plan: { on: '2026-11-28', reason: '試験' },
      },
    });
  });

  it('is about the learner who was picked last, whose unit is not the one before’s', () => {
    const result = submit({ [blocks.learner]: chosen(ITO) });
    expect(result).toMatchObject({ input: { learnerId: ITO, content: { unit: '' } } });
  });

  it('keeps a unit that was typed before a learner was picked', () => {
    const view = checkInView(form({ learner: null }), ja, meta({ learnerId: null }));
    const filled = {
      [blocks.outcome]: chosen('sent'),
      [blocks.learner]: chosen(ITO),
      unit: typed('関数'),
    };
    const result = parseCheckIn(stateOf(view, filled), meta({ learnerId: null }), ja);
    expect(result).toMatchObject({ ok: true, input: { learnerId: ITO, content: { unit: '関数' } } });
  });

  describe('with a date that was planned before', () => {
    const plan = { on: '2026-12-01', reason: '試験', byName: null };
    const learner = formLearner({ plan });

    it('keeps it', () => {
      expect(submit({}, { learner })).toMatchObject({
        ok: true,
        input: { plan: { on: plan.on, reason: plan.reason } },
      });
    });

    it('goes back to the rhythm when that is chosen', () => {
      const result = submit({ [`next:${SATO}`]: chosen('rhythm') }, { learner });
      expect(result).toMatchObject({ ok: true, input: { plan: null } });
    });

    it('is not taken over for another learner', () => {
      const result = submit({ [blocks.learner]: chosen(ITO) }, { learner });
      expect(result).toMatchObject({ ok: true, input: { learnerId: ITO, plan: null } });
    });
  });

  it('asks for the learner when none was picked', () => {
    const view = checkInView(form({ learner: null }), ja, meta({ learnerId: null }));
    const result = parseCheckIn(stateOf(view), meta({ learnerId: null }), ja);
    expect(result).toEqual({
      ok: false,
      errors: { learner: ja.errors.learnerMissing(), outcome: ja.errors.outcomeMissing() },
    });
  });

  it.each([
    ['a promise without its day', { [blocks.promiseText]: typed('x') }, blocks.promiseDueOn],
    ['a promise without words', { [blocks.promiseDueOn]: dated('2026-12-01') }, blocks.promiseText],
    [
      'a promise for a day gone by',
      { [blocks.promiseText]: typed('x'), [blocks.promiseDueOn]: dated('2026-11-25') },
      blocks.promiseDueOn,
    ],
    ['an own date without the date', { [blocks.next]: chosen('planned') }, blocks.nextOn],
    ['an own date today', { [blocks.next]: chosen('planned'), [blocks.nextOn]: dated(TODAY) }, blocks.nextOn],
    ['a date beside the usual rhythm', { [blocks.nextOn]: dated('2026-11-29') }, blocks.next],
    ['more hours than a week has', { [blocks.studyHours]: typed('169') }, blocks.studyHours],
    ['hours in words', { [blocks.studyHours]: typed('many') }, blocks.studyHours],
    [
      'a message that worked without its text',
      { [blocks.sentTextHelped]: ticked('helped') },
      blocks.sentText,
    ],
    ['a message past its length', { [blocks.sentText]: typed('x'.repeat(3001)) }, blocks.sentText],
    ['a note past its length', { [blocks.note]: typed('x'.repeat(3001)) }, blocks.note],
  ] as const)('says under its field what is wrong with %s', (_, filled, blockId) => {
    expect(Object.keys(errorsOf(filled))).toEqual([blockId]);
  });

  it('names all problems at once', () => {
    const errors = errorsOf({ [blocks.studyHours]: typed('-1'), [blocks.promiseText]: typed('x') });
    expect(Object.keys(errors).sort()).toEqual([blocks.promiseDueOn, blocks.studyHours].sort());
  });

  it('corrects without touching learner or plan, also a promise that has fallen due', () => {
    const correcting = { checkInId: CHECK_IN, version: 1 };
    const promise = { text: '記事', dueOn: '2026-11-20' };
    expect(submit({}, { correcting, given: { promise } })).toMatchObject({
      ok: true,
      input: { learnerId: SATO, content: { promise }, plan: null },
    });
  });
});

describe('an error of the use case', () => {
  const correcting = { checkInId: CHECK_IN, version: 1 };
  const values = (over: Partial<CheckInForm> = {}) =>
    stateOf(checkInView(form(over), ja, meta({ correcting: over.correcting ?? null })));
  const placeOf = (error: UserError, over: Partial<CheckInForm> = {}) =>
    Object.keys(checkInErrors(error, values(over), ja));
  const pastFloor = new UserError('planPastFloor', { floorOn: '2026-11-30' });

  it('stands under the field that it is about', () => {
    expect(checkInErrors(pastFloor, values(), ja)).toEqual({
      [blocks.nextOn]: '最低頻度を守れる11/30(月)までの日付をお選びください。',
    });
    const plan = { on: '2026-12-01', reason: '試験', byName: null };
    expect(placeOf(pastFloor, { learner: formLearner({ plan }) })).toEqual([`next_on:${SATO}`]);
  });

  it('stands under a field that is there, so that the modal keeps what was typed', () => {
    expect(placeOf(new UserError('notSaved'))).toEqual([blocks.outcome]);
    expect(placeOf(new UserError('learnerGone'))).toEqual([blocks.learner]);
    expect(placeOf(new UserError('learnerGone'), { correcting })).toEqual([blocks.outcome]);
    expect(placeOf(pastFloor, { correcting })).toEqual([blocks.outcome]);
  });
});

import type { PlanLearner } from '../../../src/domain/plan-form';
import { UserError } from '../../../src/errors';
import { messagesFor } from '../../../src/i18n';
import { ids, learnersBlock } from '../../../src/slack/ids';
import { decodePlanMeta } from '../../../src/slack/modals/plan/meta';
import { parsePlan, planErrors } from '../../../src/slack/modals/plan/parse';
import { planView } from '../../../src/slack/modals/plan/view';
import { modalFaults } from '../support/block-rules';
import { wordsIn } from '../support/reading';
import { stateOf } from './filling';
import { ITO, SATO, TODAY } from './forms';

const ja = messagesFor('ja');
const en = messagesFor('en');
const { blocks } = ids;
const carried = {
  locale: 'ja' as const,
  channelId: 'D1',
  learnerId: SATO,
  picking: false,
  today: TODAY,
};
const shown: PlanLearner = {
  id: SATO,
  name: '佐藤 陽子',
  startedOn: null,
  dueOn: '2026-11-26',
  usualOn: '2026-11-26',
  firstOn: '2026-11-27',
  lastOn: '2026-11-30',
  suggestedOn: '2026-11-27',
  plan: null,
};
const watched = { on: '2026-11-28', reason: '試験', byName: '花田', watching: true };
const view = planView(shown, ja, carried);
const own = (blockId: string) => learnersBlock(blockId, SATO);

describe('the plan modal', () => {
  it('says who it is about, when they are due, which days can be chosen and what the rhythm would have', () => {
    expect(modalFaults(view)).toEqual([]);
    const words = wordsIn(view);
    expect(words).toContain('*佐藤 陽子* さんの予定日は *11/26(木)* です。');
    expect(words).toContain('*11/27(金)* から *11/30(月)* までなら最低頻度を守れます。');
    expect(words).toContain('いつものリズムでは *11/26(木)* です。');
    expect(words).not.toContain(ja.plan.back);
    expect(decodePlanMeta(view.private_metadata ?? '')).toEqual(carried);
  });

  it('says that only one day is left', () => {
    const one = planView({ ...shown, firstOn: '2026-11-30' }, en, carried);
    expect(wordsIn(one)).toContain('*Mon 30 Nov* is the only day that keeps the client’s minimum.');
  });

  it('shows a quiet watch with its end, reason and planner, and the way back to the rhythm', () => {
    const words = wordsIn(planView({ ...shown, plan: watched }, ja, carried));
    expect(words).toContain('11/28(土)まで見守り中・試験（花田さんの予定）');
    expect(words).toContain(ja.plan.back);
    const sooner = { ...watched, watching: false };
    expect(wordsIn(planView({ ...shown, plan: sooner }, en, carried))).toContain(
      '花田 planned it for *Sat 28 Nov*.',
    );
  });

  it('asks first whom it is about, where that is not known', () => {
    const empty = planView(null, en, { ...carried, learnerId: null, picking: true });
    expect(modalFaults(empty)).toEqual([]);
    expect(empty.blocks.map(({ block_id }) => block_id)).toEqual([blocks.learner]);
  });

  it('keeps to Slack’s limits and mentions nobody, whatever people wrote', () => {
    const hostile = '<!channel> & \u202e👩‍👩‍👧';
    const plan = { ...watched, reason: hostile.repeat(200), byName: hostile.repeat(10) };
    const long = { ...shown, name: '&'.repeat(100), startedOn: TODAY, plan };
    for (const t of [ja, en]) {
      const wild = planView(long, t, { ...carried, picking: true });
      expect(modalFaults(wild)).toEqual([]);
      expect(wordsIn(wild.blocks.slice(1, 2))).not.toMatch(/<!channel>|\u202e/);
    }
  });

  it('reads date and reason; whether one is needed is for the use case to say', () => {
    const values = stateOf(view, { [own(blocks.planReason)]: { value: ' 試験 ' } });
    const plan = { on: '2026-11-27', reason: '試験' };
    expect(parsePlan(values, carried, ja)).toEqual({ ok: true, input: { learnerId: SATO, plan } });
    expect(parsePlan(stateOf(view), carried, ja)).toMatchObject({
      ok: true,
      input: { plan: { reason: '' } },
    });
  });

  it('reads the way back to the rhythm', () => {
    const standing = planView({ ...shown, plan: watched }, ja, carried);
    const back = { selected_option: { value: 'rhythm' } };
    expect(parsePlan(stateOf(standing, { [own(blocks.planChoice)]: back }), carried, ja)).toEqual({
      ok: true,
      input: { learnerId: SATO, plan: null },
    });
  });

  it('asks for a later day', () => {
    const values = stateOf(view, { [own(blocks.planOn)]: { selected_date: TODAY } });
    expect(parsePlan(values, carried, ja)).toEqual({
      ok: false,
      errors: { [own(blocks.planOn)]: ja.errors.planNotAfterToday() },
    });
  });

  it('never plans for somebody with the days of somebody else', () => {
    const picking = { ...carried, picking: true };
    const values = stateOf(planView(shown, ja, picking));
    const picked = { [ids.actions.planLearner]: { selected_option: { value: ITO } } };
    expect(parsePlan({ ...values, [blocks.learner]: picked }, picking, ja)).toEqual({
      ok: false,
      errors: { [blocks.learner]: ja.errors.learnerNotShown() },
    });
  });

  it('shows what the use case refuses under the field that it is about', () => {
    const values = stateOf(view);
    expect(planErrors(new UserError('planPastFloor', { floorOn: '2026-11-30' }), values, ja)).toEqual({
      [own(blocks.planOn)]: ja.errors.planPastFloor({ floorOn: '2026-11-30' }),
    });
    expect(Object.keys(planErrors(new UserError('planReasonMissing'), values, ja))).toEqual([
      own(blocks.planReason),
    ]);
    expect(Object.keys(planErrors(new UserError('learnerGone'), values, ja))).toEqual([own(blocks.planOn)]);
  });
});

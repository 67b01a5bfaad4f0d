import type { InputBlock, ModalView } from '@slack/types';
import fc from 'fast-check';
import { concerns } from '../../../src/domain/check-in';
import { messagesFor } from '../../../src/i18n';
import { ids, rowActions } from '../../../src/slack/ids';
import { decodeCheckInMeta, encodeCheckInMeta } from '../../../src/slack/modals/check-in/meta';
import { checkInView } from '../../../src/slack/modals/check-in/view';
import { modalFaults } from '../support/block-rules';
import { buttonsIn, mrkdwnIn, wordsIn } from '../support/reading';
import { CHECK_IN, form, formLearner, ITO, meta, SATO } from './forms';

const ja = messagesFor('ja');
const en = messagesFor('en');

function inputs(view: ModalView): InputBlock[] {
  return view.blocks.filter((block): block is InputBlock => block.type === 'input');
}

function input(view: ModalView, blockId: string): InputBlock {
  const found = inputs(view).find((block) => block.block_id === blockId);
  if (!found) throw new Error(`the modal has no field ${blockId}`);
  return found;
}

describe('the check-in modal', () => {
  it.each([ja, en])('is one that Slack takes, empty and with a learner', (t) => {
    expect(modalFaults(checkInView(form({ learner: null }), t, meta({ learnerId: null })))).toEqual([]);
    expect(modalFaults(checkInView(form(), t, meta()))).toEqual([]);
  });

  it('asks only for learner and outcome', () => {
    const required = inputs(checkInView(form(), ja, meta())).filter(({ optional }) => optional !== true);
    expect(required.map(({ block_id }) => block_id)).toEqual([ids.blocks.learner, ids.blocks.outcome]);
  });

  it('asks in the order in which a supporter thinks', () => {
    const order = inputs(checkInView(form(), ja, meta())).map(({ block_id }) => block_id);
    expect(order).toEqual([
      'learner',
      'outcome',
      'contacted_on',
      'motivation',
      `unit:${SATO}`,
      'study_hours',
      'concerns',
      'note',
      'learner_words',
      'share_as_win',
      'sent_text',
      'sent_text_helped',
      'promise_text',
      'promise_due_on',
      'next',
      'next_on',
      'next_reason',
      'audiences',
      'urgent',
    ]);
  });

  it('tells us when a learner is picked', () => {
    const { dispatch_action, element } = input(checkInView(form(), ja, meta()), ids.blocks.learner);
    expect(dispatch_action).toBe(true);
    expect(element).toMatchObject({
      type: 'external_select',
      min_query_length: 0,
      action_id: ids.actions.learner,
    });
  });

  it('keeps every field in place when a learner is picked, except the unit, which is hers', () => {
    const before = inputs(checkInView(form({ learner: null }), ja, meta({ learnerId: null })));
    const after = inputs(checkInView(form(), ja, meta()));
    const gone = before.filter((one) => !after.some(({ block_id }) => block_id === one.block_id));
    expect(gone.map(({ block_id }) => block_id)).toEqual(['unit']);
    expect(input(checkInView(form(), ja, meta()), `unit:${SATO}`).element).toMatchObject({
      initial_value: '配列',
    });
  });

  it('keeps a date that was planned before', () => {
    const plan = { on: '2026-12-01', reason: '試験', byName: '花田' };
    const view = checkInView(form({ learner: formLearner({ plan, watching: true }) }), ja, meta());
    expect(wordsIn(view)).toContain('12/1(火)まで見守り中・試験 · 花田さんの予定');
    expect(wordsIn(view)).toContain('今日ご連絡した場合、12/3(木)までなら最低頻度を守れます。');
    expect(modalFaults(view)).toEqual([]);
    expect(input(view, `next:${SATO}`).element).toMatchObject({ initial_option: { value: 'planned' } });
    expect(input(view, `next_on:${SATO}`).element).toMatchObject({ initial_date: '2026-12-01' });
    expect(input(view, `next_reason:${SATO}`).element).toMatchObject({ initial_value: '試験' });
  });

  it('shows the last check-ins, with a button on those that may be corrected', () => {
    const other = { ...formLearner().recent[0], id: ITO, correctable: false, note: '' };
    const recent = [...formLearner().recent, other] as ReturnType<typeof formLearner>['recent'];
    const view = checkInView(form({ learner: formLearner({ recent }) }), ja, meta());
    expect(wordsIn(view)).toContain('*11/24(火)* 返信があった · やる気 4/5 · 花田\n> 順調です');
    const correcting = buttonsIn(view.blocks).filter(({ action_id }) =>
      rowActions.correct.pattern.test(String(action_id)),
    );
    expect(correcting.map(({ value }) => value)).toEqual([CHECK_IN]);
  });

  it('offers to tell only those of the care team who are there', () => {
    const { element } = input(checkInView(form(), ja, meta()), ids.blocks.audiences);
    expect(element).toMatchObject({ options: [{ value: 'mentor' }, { value: 'school' }] });
    const alone = checkInView(form({ learner: formLearner({ careTeam: [] }) }), ja, meta());
    expect(input(alone, ids.blocks.audiences).element).toMatchObject({ options: [{ value: 'school' }] });
  });

  it('fills in what was given, cut to what Slack takes', () => {
    const given = { note: 'あ'.repeat(5000), concerns: [...concerns], studyHours: 7.5, motivation: 2 };
    const view = checkInView(form({ given }), ja, meta());
    expect(modalFaults(view)).toEqual([]);
    expect(input(view, ids.blocks.note).element).toMatchObject({ initial_value: `${'あ'.repeat(2999)}…` });
    expect(input(view, ids.blocks.studyHours).element).toMatchObject({ initial_value: '7.5' });
  });

  describe('when correcting', () => {
    const correcting = { checkInId: CHECK_IN, version: 2 };
    const given = {
      contactedOn: '2026-11-24',
      outcome: 'talked' as const,
      flaggedFor: ['advisor' as const],
      promise: { text: '記事を探す', dueOn: '2026-11-20' },
      shareAsWin: true,
      sentText: 'あと少しです',
      sentTextHelped: true,
    };
    const view = checkInView(form({ given, correcting }), ja, meta({ correcting }));

    it('fixes the learner, leaves the plan alone and offers no second correction', () => {
      expect(modalFaults(view)).toEqual([]);
      expect(view.callback_id).toBe(ids.views.correctCheckIn);
      const asked = inputs(view).map(({ block_id }) => block_id);
      expect(asked).not.toContain(ids.blocks.learner);
      expect(asked).not.toContain(ids.blocks.next);
      expect(buttonsIn(view.blocks)).toEqual([]);
    });

    it('shows what the check-in says', () => {
      expect(input(view, ids.blocks.outcome).element).toMatchObject({ initial_option: { value: 'talked' } });
      expect(input(view, ids.blocks.contactedOn).element).toMatchObject({ initial_date: '2026-11-24' });
      expect(input(view, ids.blocks.shareAsWin).element).toMatchObject({
        initial_options: [{ value: 'share' }],
      });
      expect(input(view, ids.blocks.sentText).element).toMatchObject({ initial_value: 'あと少しです' });
      expect(input(view, ids.blocks.sentTextHelped).element).toMatchObject({
        initial_options: [{ value: 'helped' }],
      });
      expect(input(view, ids.blocks.promiseDueOn).element).toMatchObject({ initial_date: '2026-11-20' });
      expect(input(view, ids.blocks.audiences).element).toMatchObject({
        initial_options: [{ value: 'advisor' }],
      });
    });
  });

  it('is one that Slack takes whatever people wrote, and mentions nobody', () => {
    const wild = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 });
    const nasty = fc.constantFrom(
      '<!channel>',
      '<@U1>'.repeat(60),
      '&'.repeat(100),
      '\u202e\n\n',
      '@here *~`',
    );
    const words = fc.oneof(wild, nasty);
    fc.assert(
      fc.property(words, words, words, words, (name, note, unit, authorName) => {
        const recent = formLearner().recent.map((checkIn) => ({ ...checkIn, note, authorName }));
        const learner = formLearner({ name, unit, recent });
        for (const correcting of [null, { checkInId: CHECK_IN, version: 1 }]) {
          const view = checkInView(form({ learner, given: { note }, correcting }), ja, meta({ correcting }));
          expect(modalFaults(view)).toEqual([]);
          expect(mrkdwnIn(view)).not.toMatch(/<[!@#]|@(channel|here|everyone)/);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('what the check-in modal carries along', () => {
  it('comes back as it was given', () => {
    const carried = meta({ permalink: `https://x.slack.com/${'a'.repeat(480)}` });
    const text = encodeCheckInMeta(carried);
    expect(decodeCheckInMeta(text)).toEqual(carried);
    expect(text.length).toBeLessThan(3000);
  });

  it('is refused when it is something else', () => {
    expect(decodeCheckInMeta('{"learnerId":"x"}')).toBeNull();
    expect(decodeCheckInMeta('')).toBeNull();
    expect(() => encodeCheckInMeta(meta({ permalink: 'x'.repeat(501) }))).toThrow();
  });
});

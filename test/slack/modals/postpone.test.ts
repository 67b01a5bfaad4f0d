import { UserError } from '../../../src/errors';
import { messagesFor } from '../../../src/i18n';
import { ids } from '../../../src/slack/ids';
import { decodePostponeMeta } from '../../../src/slack/modals/postpone/meta';
import { parsePostpone, postponeErrors } from '../../../src/slack/modals/postpone/parse';
import { postponeView } from '../../../src/slack/modals/postpone/view';
import { modalFaults } from '../support/block-rules';
import { wordsIn } from '../support/reading';
import { stateOf } from './filling';
import { SATO, TODAY } from './forms';

const ja = messagesFor('ja');
const { blocks } = ids;
const carried = {
  locale: 'ja' as const,
  channelId: 'D1',
  learnerId: SATO,
  today: TODAY,
};
const shown = {
  name: '佐藤 陽子',
  startedOn: null,
  dueOn: '2026-11-26',
  lastOn: '2026-11-30',
  suggestedOn: '2026-11-27',
};
const view = postponeView(shown, ja, carried);

describe('the postpone modal', () => {
  it('says who it is about, when they are due and which dates the floor allows', () => {
    expect(modalFaults(view)).toEqual([]);
    expect(wordsIn(view)).toContain('*佐藤 陽子* さんの予定日は *11/26(木)* です。');
    expect(wordsIn(view)).toContain('*11/30(月)* までなら最低頻度を守れます');
    expect(decodePostponeMeta(view.private_metadata ?? '')).toEqual(carried);
  });

  it('keeps to Slack’s limits in English, for the longest name', () => {
    const long = { ...shown, name: '&'.repeat(100), startedOn: TODAY };
    expect(modalFaults(postponeView(long, messagesFor('en'), carried))).toEqual([]);
  });

  it('reads date and reason', () => {
    const values = stateOf(view, { [blocks.postponeReason]: { value: ' 試験 ' } });
    expect(parsePostpone(values, carried, ja)).toEqual({
      ok: true,
      input: { learnerId: SATO, plan: { on: '2026-11-27', reason: '試験' } },
    });
  });

  it('asks for a later day and a reason', () => {
    const values = stateOf(view, { [blocks.postponeOn]: { selected_date: TODAY } });
    const result = parsePostpone(values, carried, ja);
    expect(result).toEqual({
      ok: false,
      errors: {
        [blocks.postponeOn]: ja.errors.planNotAfterToday(),
        [blocks.postponeReason]: ja.errors.planReasonMissing(),
      },
    });
  });

  it('shows what the use case refuses under the date', () => {
    const error = new UserError('planPastFloor', { floorOn: '2026-11-30' });
    expect(postponeErrors(error, ja)).toEqual({
      [blocks.postponeOn]: ja.errors.planPastFloor({ floorOn: '2026-11-30' }),
    });
  });
});

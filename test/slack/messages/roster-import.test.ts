import type { ImportModel } from '../../../src/domain/roster-import';
import { type Locale, messagesFor } from '../../../src/i18n';
import { importMessage } from '../../../src/slack/messages/roster-import';
import { messageFaults } from '../support/block-rules';
import { buttonsIn, wordsIn } from '../support/reading';
import { learnerId } from './lists';

const running: ImportModel = {
  ...{ importId: learnerId(1), programId: learnerId(2), programName: 'Web <26>', status: 'running' },
  ...{ stopping: false, doneCount: 2500, totalCount: 10_000, addedCount: 0, changedCount: 0 },
  ...{ unchangedCount: 0, problem: null, faults: [], faultCount: 0, page: 0 },
};
const drawn = (changes: Partial<ImportModel>, locale: Locale = 'ja') =>
  importMessage({ ...running, ...changes }, messagesFor(locale));
const said = (...given: Parameters<typeof drawn>) => wordsIn(drawn(...given).blocks);

describe('an import under way', () => {
  it.each([
    [0, '□'.repeat(20)],
    [2500, `${'■'.repeat(5)}${'□'.repeat(15)}`],
    [9999, `${'■'.repeat(19)}□`],
    [10_000, '■'.repeat(20)],
  ])('shows how far it is: %i of 10,000', (doneCount, bar) => {
    expect(said({ doneCount })).toContain(`${bar}\n`);
    expect(messageFaults(drawn({ doneCount }))).toEqual([]);
  });

  it.each<[Locale, RegExp]>([
    ['ja', /2,?500.*10,?000|10,?000.*2,?500/],
    ['en', /2,?500.*10,?000/],
  ])('counts in %s, names its program, and can be cancelled', (locale, counts) => {
    const message = drawn({}, locale);
    expect(wordsIn(message.blocks)).toMatch(counts);
    expect(wordsIn(message.blocks)).toContain('*Web &lt;26&gt;*');
    expect(buttonsIn(message.blocks)).toMatchObject([{ value: running.importId }]);
  });

  it('shows no number before the file is read', () => {
    expect(said({ totalCount: null })).not.toMatch(/■|□|2,?500/);
    expect(buttonsIn(drawn({ totalCount: null }).blocks)).toHaveLength(1);
  });

  it('cannot be cancelled a second time while it stops', () => {
    expect(buttonsIn(drawn({ stopping: true }).blocks)).toEqual([]);
    expect(said({ stopping: true })).not.toBe(said({}));
  });
});

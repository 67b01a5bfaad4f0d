import { messagesFor } from '../../../src/i18n';
import { learnerOptions } from '../../../src/slack/modals/check-in/learner-options';
import { textsIn } from '../support/reading';
import { ITO, option } from './forms';

const ja = messagesFor('ja');

describe('the learner type-ahead', () => {
  it('shows the asker’s own caseload first', () => {
    const answer = learnerOptions([option({ id: ITO, name: '伊藤', own: false }), option()], ja);
    expect(textsIn(answer)).toEqual(['自分の担当', '佐藤 陽子', 'プログラム', '伊藤']);
  });

  it('leaves out a group without anybody, and answers nobody with an empty list', () => {
    expect(textsIn(learnerOptions([option({ own: false })], ja))).toEqual(['プログラム', '佐藤 陽子']);
    expect(learnerOptions([], ja)).toEqual({ options: [] });
  });

  it('tells people of one name apart', () => {
    const namesakes = [
      option({ namesake: true }),
      option({ id: ITO, namesake: true, startedOn: '2026-10-01', companionName: null, own: false }),
    ];
    expect(textsIn(learnerOptions(namesakes, ja))).toEqual([
      '自分の担当',
      '佐藤 陽子（2026/9/4開始、担当：花田）',
      'プログラム',
      '佐藤 陽子（2026/10/1開始）',
    ]);
  });

  it('keeps what tells them apart when the name is long', () => {
    const long = option({ name: 'x'.repeat(100), companionName: 'y'.repeat(80), namesake: true });
    for (const t of [ja, messagesFor('en')]) {
      const text = textsIn(learnerOptions([long], t))[1] ?? '';
      expect(text.length).toBeLessThanOrEqual(75);
      expect(text).toContain('2026');
    }
  });

  it('offers at most a hundred, own ones before others', () => {
    const many = Array.from({ length: 150 }, (_, n) => option({ name: `${n}`, own: n % 2 === 0 }));
    const texts = textsIn(learnerOptions(many, ja));
    expect(texts).toHaveLength(102);
    expect(texts.indexOf('プログラム')).toBe(76);
  });
});

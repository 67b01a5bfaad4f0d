import type { CoverCard } from '../../../src/domain/cover-card';
import { messagesFor } from '../../../src/i18n';
import { rowActions } from '../../../src/slack/ids';
import { type CoverCardsModel, coverCardsMessage } from '../../../src/slack/messages/cover-cards';
import { messageFaults } from '../support/block-rules';
import { buttonsIn, mrkdwnIn, textsIn, wordsIn } from '../support/reading';
import { learnerId } from './lists';

const ja = messagesFor('ja');
const en = messagesFor('en');
const DAY = '2026-11-24';

const note = (text: string, contactedOn = '2026-11-20') => ({
  ...({ contactedOn, outcome: 'replied', motivation: 4, note: text, authorName: '青木' } as const),
});

const hanako: CoverCard = {
  ...{ learnerId: learnerId(1), name: '佐藤 花子', status: 'active', companionId: 'U0AOI' },
  ...{ startedOn: '2026-10-05', endsOn: '2027-01-31', zone: 'Asia/Tokyo' },
  ...{ goal: '事務職への転職', tone: '短く明るく', avoid: '前の職場の話', unit: '配列' },
  ...{ dueOn: '2026-11-26', watchedBecause: null },
  recent: [note('再帰でつまずいている'), note('', '2026-11-17'), note('夜は連絡がつきにくい', '2026-11-13')],
  motivations: [2, 3, 4],
  promises: [{ text: '資料を送る', dueOn: '2026-11-27' }],
  team: [
    { role: 'mentor', name: '江口' },
    { role: 'advisor', name: '大野' },
  ],
};

const card = (given: Partial<CoverCard> = {}) => ({
  card: { ...hanako, ...given },
  today: DAY,
  moved: false,
});

const model = (...cards: CoverCardsModel['cards']): CoverCardsModel => ({
  ...{ story: null, page: 0, pages: 1, total: cards.length, cards },
});

const words = (given: Partial<CoverCard> = {}, t = ja) =>
  wordsIn(coverCardsMessage(model(card(given)), t).blocks);

describe('a card for whoever takes a learner over', () => {
  it('says how she stands, what works, what was promised, how she felt, who is around her, and the last notes', () => {
    expect(words().split('\n').slice(2)).toEqual([
      '*佐藤 花子* · 全17週の第8週 · 単元：配列 · 次回 11/26(木)',
      '*目標：* 事務職への転職',
      '*合う話し方：* 短く明るく',
      '*触れないほうがよいこと：* 前の職場の話',
      '🤝 11/27(金)までの約束：資料を送る',
      '*やる気：* ▃▄▆ 4',
      '*担当チーム：* メンター 江口、アドバイザー 大野',
      '11/20(金) · 返信があった · 青木',
      '> 再帰でつまずいている',
      '11/17(火) · 返信があった · 青木',
      '11/13(金) · 返信があった · 青木',
      '> 夜は連絡がつきにくい',
      'チェックイン',
    ]);
    expect(buttonsIn(coverCardsMessage(model(card()), ja).blocks)).toMatchObject([
      { action_id: rowActions.checkIn.idFor(learnerId(1)), value: learnerId(1) },
    ]);
  });

  it('says of whom to leave in peace until when and why, and when that has ended', () => {
    expect(words({ watchedBecause: '試験期間' })).toContain('11/26(木)まで見守り中・試験期間');
    expect(words({ watchedBecause: '試験期間' })).not.toContain('次回');
    expect(words({ watchedBecause: 'exams' }, en)).toContain('quietly watched until Thu 26 Nov: exams');
    expect(words({ watchedBecause: '', dueOn: DAY })).toContain('見守りの期間が終わりました');
  });

  it('leaves out what nobody knows', () => {
    const unknown = { goal: ' ', tone: '', avoid: '', unit: '', motivations: [], promises: [], team: [] };
    expect(
      words({ ...unknown, recent: [], dueOn: null })
        .split('\n')
        .slice(2),
    ).toEqual(['*佐藤 花子* · 全17週の第8週', 'チェックインはまだありません。', 'チェックイン']);
  });

  it('says nothing of whoever is with somebody else by now', () => {
    const moved = { ...card(), moved: true };
    const shown = wordsIn(coverCardsMessage(model(moved), ja).blocks);
    expect(shown).toContain('いまは別の方の担当です');
    expect(shown).not.toMatch(/転職|再帰|チェックイン$/);
  });

  it.each([
    ['mentions', '<!channel> <@U0LEAD> @here '],
    ['marks that turn the direction', '\u202e\u2067太字\u200f*'],
    ['signs that grow when they are escaped', '&<>&<>'],
    ['composed emoji', '👩‍👩‍👧‍👦'],
  ])('stays within what Slack takes, and mentions nobody, with 3,000 characters of %s', (_, part) => {
    const hostile = part.repeat(3000).slice(0, 3000);
    const wild: Partial<CoverCard> = {
      ...{ name: hostile.slice(0, 100), goal: hostile, tone: hostile, avoid: hostile, unit: hostile },
      ...{ watchedBecause: hostile, recent: [note(hostile), note(hostile), note(hostile)] },
      promises: Array.from({ length: 9 }, () => ({ text: hostile, dueOn: DAY })),
      team: [{ role: 'mentor', name: hostile }],
    };
    const cards = Array.from({ length: 10 }, () => card(wild));
    const story = {
      ...({
        status: 'accepted',
        extent: 'everyone',
        note: hostile,
        fromId: 'U0AOI',
        fromName: hostile,
      } as const),
      ...{ toName: hostile, askedBy: 'U0AOI', askedByName: hostile },
      absence: { id: learnerId(2), from: DAY, to: DAY, zone: 'Asia/Tokyo', cancelled: false },
    };
    for (const t of [ja, en]) {
      const message = coverCardsMessage({ ...model(...cards), story, pages: 2 }, t);
      expect(messageFaults(message)).toEqual([]);
      expect(mrkdwnIn(message.blocks)).not.toMatch(/<[!@#]|@(?:here|channel|everyone)/);
      expect(textsIn(message.blocks).join('')).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
    }
  });
});

import { nameForms } from '../../src/usecases/name-forms';

describe('nameForms', () => {
  it.each([
    ['さとう', ['satou', 'sato', 'satoh']],
    ['おおの', ['oono', 'ono', 'ohno']],
    ['サトー', ['satoo', 'sato', 'satoh']],
    ['じゅんいち', ["jun'ichi", "zyun'iti"]],
    ['ほんま', ['honma', 'homma']],
    ['ゆうたろう', ['yuutarou', 'yuutaro', 'yutaro']],
    ['ローラ', ['roora', 'rora']],
    ['ティナ', ['tina']],
    ['しょうじ', ['shouji', 'shoji', 'syozi']],
    ['ｼｭﾝﾍﾟｲ', ['shunpei', 'shumpei', 'syunpei']],
    ['さとう　たろう', ['satou tarou', 'sato taro']],
    ['マリア・ガルシア', ['maria garushia']],
  ])('gives what %s is in Latin letters', (name, latin) => {
    expect(nameForms([name])).toEqual(expect.arrayContaining([name, ...latin]));
  });

  it('adds nothing to names in other scripts', () => {
    expect(nameForms(['佐藤 太郎', 'Sato Taro', '', '佐藤 たろう'])).toEqual([
      '佐藤 太郎',
      'Sato Taro',
      '',
      '佐藤 たろう',
    ]);
  });

  it('gives each once, and no more than anybody needs', () => {
    expect(nameForms(['はな', 'ハナ', 'はな'])).toEqual(['はな', 'hana', 'ハナ']);
    expect(nameForms(['こうおうゆうすうようろうもうのうとうそう']).length).toBeLessThan(500);
  });
});

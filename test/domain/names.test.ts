import fc from 'fast-check';
import { searchKey } from '../../src/domain/names';

describe('searchKey', () => {
  it.each([
    ['ﾜﾀﾅﾍﾞ ﾀﾛｳ', 'わたなべたろう'],
    ['ワタナベ　タロウ', 'わたなべたろう'],
    ['わたなべ・たろう', 'わたなべたろう'],
    ['渡辺 太郎', '渡辺太郎'],
    ['渡邉太郎', '渡辺太郎'],
    ['髙橋', '高橋'],
    ['佐々木', '佐々木'],
    ['Zoë', 'zoe'],
    ['ＺＯＥ', 'zoe'],
    ['José Ángel', 'joseangel'],
    ['Łukasz Strauß', 'lukaszstrauss'],
    ["O'Neill-Smith", 'oneillsmith'],
    ['が', 'が'],
    ['か\u3099', 'が'],
    ['ｶﾞ', 'が'],
    ['パク', 'ぱく'],
    ['ヴィ', 'ゔぃ'],
    ['ローラ', 'ろーら'],
    ['ﾛｰﾗ', 'ろーら'],
    ['\u200bたろう\ufeff', 'たろう'],
    ['', ''],
  ])('%j gives %j', (text, key) => {
    expect(searchKey(text)).toBe(key);
  });

  it('keeps apart what sounds apart', () => {
    expect(searchKey('かき')).not.toBe(searchKey('かぎ'));
    expect(searchKey('はな')).not.toBe(searchKey('ばな'));
  });

  it('is its own key', () => {
    const letters = fc.constantFrom(...'aZéßØœ가나渡邉髙ァがｶﾞヴー・ 々\u3099\u0301Ｑ');
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: letters }));
    fc.assert(
      fc.property(text, (any) => expect(searchKey(searchKey(any))).toBe(searchKey(any))),
      { numRuns: 1000 },
    );
  });
});

import fc from 'fast-check';
import { truncate } from '../../src/domain/text';

describe('truncate', () => {
  it.each([
    ['short', 10, 'short'],
    ['exactly', 7, 'exactly'],
    ['too long', 4, 'too…'],
    ['受講生の様子', 4, '受講生…'],
    ['a😀b', 3, 'a…'],
    ['a😀bc', 4, 'a😀…'],
    ['👨‍👩‍👧 family', 8, '…'],
    ['👨‍👩‍👧 family', 9, '👨‍👩‍👧…'],
    ['か\u3099き', 2, '…'],
    ['か\u3099きく', 3, 'か\u3099…'],
    ['🇯🇵🇫🇷', 6, '🇯🇵…'],
    ['any', 1, '…'],
    ['any', 0, ''],
    ['', 0, ''],
  ])('%j to %i is %j', (text, max, expected) => {
    expect(truncate(text, max)).toBe(expected);
  });

  it('keeps to the limit and cuts no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, max) => {
        const cut = truncate(text, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(cut).not.toMatch(/\p{Surrogate}/u);
        expect(cut === text || (cut.endsWith('…') && text.startsWith(cut.slice(0, -1)))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

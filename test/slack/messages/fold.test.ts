import fc from 'fast-check';
import { cutList, cutRun, pack, splitRun } from '../../../src/slack/messages/fold';

const entries = fc.array(fc.string({ minLength: 1, maxLength: 30 }).filter((text) => !text.includes('|')));

describe('folding', () => {
  it('splits a run within the limit and cuts no entry', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const texts = splitRun({ head: 'H:', continuedHead: 'C:', entries: all, separator: '|' }, 50);
        expect(texts.every((text) => text.length <= 50)).toBe(true);
        expect(texts.flatMap((text) => text.slice(2).split('|'))).toEqual(all);
        expect(texts.map((text) => text.slice(0, 2))).toEqual(texts.map((_, n) => (n === 0 ? 'H:' : 'C:')));
      }),
    );
  });

  it('packs texts together as far as they fit', () => {
    expect(pack(['aaa', 'bbb', 'ccc'], 8)).toEqual(['aaa\n\nbbb', 'ccc']);
  });

  it('counts what a list has no room for', () => {
    const more = (n: number) => `+${n}`;
    expect(cutList('T', { items: ['aaaa', 'bbbb'], more: 3 }, more, 10)).toBe('T\naaaa\n+4');
    expect(cutList('T', { items: ['a', 'b'], more: 0 }, more, 10)).toBe('T\na\nb');
  });

  it('counts what a run of names has no room for', () => {
    const more = (n: number) => `+${n}`;
    const run = (names: string[], max: number) => cutRun({ entries: names, separator: ', ' }, more, max);
    expect(run(['aa', 'bb', 'cc'], 12)).toBe('aa, bb, +1');
    expect(run(['aa', 'bb', 'cc'], 14)).toBe('aa, bb, cc');
    expect(run(['too long for it', 'bb'], 6)).toBe('too long for it, +1');
    expect(run([], 6)).toBe('');
  });
});

import { readOptions, UsageError } from '../../src/practice/options';

describe('the flags of npm run practice', () => {
  it.each([
    [[], { tour: false, fresh: false }],
    [['--tour'], { tour: true, fresh: false }],
    [['--fresh'], { tour: false, fresh: true }],
    [['--fresh', '--tour'], { tour: true, fresh: true }],
  ])('%j are read', (words, options) => {
    expect(readOptions(words)).toEqual(options);
  });

  it.each(['--turo', '-t', 'tour', '--tour=yes', '--no-tour', '--'])('%s is refused by name', (word) => {
    expect(() => readOptions([word])).toThrow(UsageError);
    expect(() => readOptions([word])).toThrow(`${word} is unknown`);
  });
});

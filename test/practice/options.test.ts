import { readOptions, UsageError } from '../../src/practice/options';

describe('the flags of npm run practice', () => {
  it.each([
    [[], { tour: false, fresh: false, port: null, buildPage: false }],
    [['--tour'], { tour: true, fresh: false, port: null, buildPage: false }],
    [['--fresh'], { tour: false, fresh: true, port: null, buildPage: false }],
    [['--fresh', '--tour'], { tour: true, fresh: true, port: null, buildPage: false }],
    [['--port', '3456'], { tour: false, fresh: false, port: 3456, buildPage: false }],
    [['--build-page', '--fresh'], { tour: false, fresh: true, port: null, buildPage: true }],
    [['--port=3456', '--fresh'], { tour: false, fresh: true, port: 3456, buildPage: false }],
  ])('%j are read', (words, options) => {
    expect(readOptions(words)).toEqual(options);
  });

  it.each(['--turo', '-t', 'tour', '--tour=yes', '--no-tour', '--'])('%s is refused by name', (word) => {
    expect(() => readOptions([word])).toThrow(UsageError);
    expect(() => readOptions([word])).toThrow(`${word} is unknown`);
  });

  it.each([
    ['--port'],
    ['--port='],
    ['--port', '0'],
    ['--port', '65536'],
    ['--port', 'web'],
    ['--port', '-1'],
  ])('%s %s is refused as no port', (...words) => {
    expect(() => readOptions(words)).toThrow(UsageError);
    expect(() => readOptions(words)).toThrow('expected a number from 1024 to 65535');
  });
});

import { parseArgs } from 'node:util';

export interface PracticeOptions {
  /** Goes through one day in the terminal and ends, instead of staying there to be tried. */
  tour: boolean;
  /** Forgets what was kept of earlier starts. */
  fresh: boolean;
  /** Where the page has to be; null: wherever there is room. */
  port: number | null;
  /** Brings the page up to date meanwhile; `npm run practice` asks for it by `--build-page`. */
  buildPage: boolean;
}

/** The command line is not used as it has to be; the message is one line. */
export class UsageError extends Error {
  readonly exitCode = 2;
}

/** @throws {UsageError} for anything but the known flags. */
export function readOptions(words: readonly string[]): PracticeOptions {
  const options = {
    tour: { type: 'boolean' },
    fresh: { type: 'boolean' },
    port: { type: 'string' },
    'build-page': { type: 'boolean' },
  } as const;
  const { tokens } = parseArgs({ args: [...words], options, strict: false, tokens: true });
  const read: PracticeOptions = { tour: false, fresh: false, port: null, buildPage: false };
  for (const token of tokens) {
    const name = token.kind === 'option' ? token.name : '';
    const value = token.kind === 'option' ? token.value : undefined;
    if (name === 'port') read.port = portFrom(value);
    else if (isFlag(name) && value === undefined) read[flags[name]] = true;
    else throw unknown(words[token.index] ?? '');
  }
  return read;
}

const flags = { tour: 'tour', fresh: 'fresh', 'build-page': 'buildPage' } as const;

function isFlag(name: string): name is keyof typeof flags {
  return Object.hasOwn(flags, name);
}

function portFrom(text = ''): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port >= 1024 && port <= 65_535) return port;
  throw new UsageError(`npm run practice: --port is '${text}', expected a number from 1024 to 65535`);
}

function unknown(word: string): UsageError {
  return new UsageError(
    `npm run practice: ${word} is unknown, expected --tour, --fresh, --port N or nothing`,
  );
}

import { parseArgs } from 'node:util';

export interface PracticeOptions {
  /** Goes through one day in the terminal and ends, instead of staying there to be tried. */
  tour: boolean;
  /** Forgets what was kept of earlier starts. */
  fresh: boolean;
}

/** The command line is not used as it has to be; the message is one line. */
export class UsageError extends Error {
  readonly exitCode = 2;
}

/** @throws {UsageError} for anything but the known flags. */
export function readOptions(words: readonly string[]): PracticeOptions {
  const options = { tour: { type: 'boolean' }, fresh: { type: 'boolean' } } as const;
  const { tokens } = parseArgs({ args: [...words], options, strict: false, tokens: true });
  const given = tokens.map((token) => {
    if (token.kind === 'option' && token.name in options && token.value === undefined) return token.name;
    const word = words[token.index] ?? '';
    throw new UsageError(`npm run practice: ${word} is unknown, expected --tour, --fresh or nothing`);
  });
  return { tour: given.includes('tour'), fresh: given.includes('fresh') };
}

import pino, { type Logger } from 'pino';

export function createLogger(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

const codeOf = (error: object): string | undefined =>
  'code' in error && typeof error.code === 'string' ? error.code : undefined;

/**
 * What may be logged of an error. Messages of database errors quote the values of a row, which may be a
 * learner's words, so those are told by code, constraint and place alone.
 */
export function describeError(error: unknown): Record<string, string | undefined> {
  if (!(error instanceof Error)) return { error: typeof error };
  const cause = error.cause instanceof Error ? error.cause : undefined;
  const database = [error, cause].find((candidate) => candidate && 'severity' in candidate);
  if (database) {
    const table = nameIn(database, 'table');
    const constraint = nameIn(database, 'constraint');
    return { error: 'database', code: codeOf(database), table, constraint, at: placeOf(error) };
  }
  if (error.name.startsWith('Drizzle') || error.message.startsWith('Failed query')) {
    return { error: 'database', code: cause && codeOf(cause), reason: cause?.message, at: placeOf(error) };
  }
  return { error: error.name, code: codeOf(error), reason: error.message, at: placeOf(error) };
}

/** A part of a PostgreSQL error that names something of the schema, which is no private text. */
function nameIn(error: Error, part: 'table' | 'constraint'): string | undefined {
  const name: unknown = Reflect.get(error, part);
  return typeof name === 'string' ? name : undefined;
}

/** The frames of a stack, without the message above them, whose lines may look like frames. */
function placeOf({ stack = '', message }: Error): string {
  const begin = stack.indexOf(message);
  return stack
    .slice(begin < 0 ? 0 : begin + message.length)
    .split('\n')
    .filter((line) => /^ {4}at .+:\d+:\d+\)?$/.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
    .join(' | ');
}

/** An error that may leave the process, as a queue's record of a failed job does. */
export function withoutPrivateText(error: unknown): Error {
  const { error: name, code, reason } = describeError(error);
  return new Error([name, code, reason].filter(Boolean).join(' '));
}

import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import type { Logger } from 'pino';
import { describeError } from '../log';

/** Long enough for any of Bolt's own sentences, too short for a payload. */
const longestSentence = 200;

/** Bolt's log in ours. Debug lines are left out: they quote what people wrote. */
export function boltLogger(logger: Logger): BoltLogger {
  const write = (level: 'info' | 'warn' | 'error') => (first: unknown, second?: unknown) => {
    const error = [first, second].find((part) => part instanceof Error);
    const sentence = typeof first === 'string' ? withoutQuote(first).slice(0, longestSentence) : 'slack';
    logger[level](error ? describeError(error) : {}, sentence);
  };
  return {
    debug: () => undefined,
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}

/** A parser's message quotes what it could not read. */
function withoutQuote(sentence: string): string {
  return sentence.replace(/^(Malformed request body):.*/s, '$1');
}

import { randomBytes } from 'node:crypto';

const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

function randomText(length: number): string {
  return Array.from(randomBytes(length), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** An id in Slack's style, for example `V7K2M…` for a view. */
export function newId(prefix: string): string {
  return prefix + randomText(10);
}

/** The ids Slack gives to blocks and elements that bring none. */
export function newBlockId(): string {
  return randomText(5);
}

/** The direct conversation of the bot and a person: the same one for ever. */
export function imIdOf(userId: string): string {
  return `D${userId.slice(1)}`;
}

/** Microseconds as Slack writes a ts: `1700000000.000100`. */
export function tsOf(micros: number): string {
  const seconds = Math.floor(micros / 1_000_000);
  return `${seconds}.${String(micros % 1_000_000).padStart(6, '0')}`;
}

export function microsOf(ts: string): number {
  const [seconds = '0', fraction = ''] = ts.split('.');
  return Number(seconds) * 1_000_000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}

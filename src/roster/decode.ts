import { decode } from 'iconv-lite';
import type { RosterExpectation } from '../domain/roster-expectation';

export type Decoded = { text: string } | { expected: RosterExpectation };

/**
 * The text of a roster file: UTF-8 with or without BOM, or Shift_JIS as Windows writes it (cp932).
 *
 * Japanese in Shift_JIS is practically never valid UTF-8, so whatever is valid UTF-8 is taken as that.
 */
export function decodeRoster(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { expected: { kind: 'content' } };
  if (bytes.includes(0)) return { expected: { kind: 'csv' } };
  const text = fromUtf8(bytes) ?? fromShiftJis(bytes);
  return text === null ? { expected: { kind: 'encoding' } } : { text };
}

function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function fromShiftJis(bytes: Uint8Array): string | null {
  const text = decode(Buffer.from(bytes), 'cp932');
  return text.includes('\uFFFD') ? null : text;
}

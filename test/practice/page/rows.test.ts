import { rowsOf } from '../../../src/practice/page/messages/rows';
import type { Ephemeral, Message } from '../../../src/practice/protocol';

function at(iso: string): string {
  return `${Date.parse(iso) / 1000}.000100`;
}

function message(iso: string, user = 'U0BOT'): Message {
  return { type: 'message', ts: at(iso), text: iso, user, team: 'T0' };
}

const morning = message('2026-11-24T00:05:00Z');
const evening = message('2026-11-24T14:30:00Z');
const night = message('2026-11-24T15:30:00Z');

const base = { ephemerals: [], lastReadTs: undefined, myId: 'U0AOI', locale: 'ja', zone: 'Asia/Tokyo' };

function drawn(input: Partial<Parameters<typeof rowsOf>[0]> & { messages: Message[] }): string[] {
  return rowsOf({ ...base, ...input }).map((row) => (row.kind === 'day' ? row.words : row.kind));
}

it('draws a line per day of the person’s own zone', () => {
  const messages = [morning, evening, night];
  expect(drawn({ messages })).toEqual(['11月24日(火)', 'message', 'message', '11月25日(水)', 'message']);
  expect(drawn({ messages, locale: 'en', zone: 'America/Los_Angeles' })).toEqual([
    'Monday, November 23',
    'message',
    'Tuesday, November 24',
    'message',
    'message',
  ]);
});

it('shows where the unread begin, and only there', () => {
  const messages = [morning, evening, night];
  expect(drawn({ messages, lastReadTs: morning.ts })).toEqual([
    '11月24日(火)',
    'message',
    'unread',
    'message',
    '11月25日(水)',
    'message',
  ]);
  expect(drawn({ messages, lastReadTs: night.ts })).not.toContain('unread');
  expect(drawn({ messages, lastReadTs: null })[1]).toBe('unread');
});

it('does not call one’s own message unread', () => {
  expect(
    drawn({ messages: [morning, message('2026-11-24T14:00:00Z', 'U0AOI')], lastReadTs: morning.ts }),
  ).not.toContain('unread');
});

it('puts what only I see where it was said', () => {
  const ephemeral: Ephemeral = { channel: 'C0', user: 'U0AOI', ts: at('2026-11-24T10:00:00Z'), text: '' };
  expect(drawn({ messages: [morning, evening], ephemerals: [ephemeral] })).toEqual([
    '11月24日(火)',
    'message',
    'ephemeral',
    'message',
  ]);
});

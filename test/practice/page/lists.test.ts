import {
  applyToLists,
  beginList,
  joinPage,
  type Lists,
  listKey,
} from '../../../src/practice/page/state/lists';
import type { Message, StreamEvent } from '../../../src/practice/protocol';

const channel = 'C0TEAM';

function message(ts: string, text = ts, more: Partial<Message> = {}): Message {
  return { type: 'message', ts, text, user: 'U0AOI', team: 'T0', ...more };
}

function arrives(said: Message, isNew = true): StreamEvent {
  return { kind: 'message', channel, message: said, isNew };
}

function textsOf(lists: Lists, key = channel): string[] | undefined {
  return lists[key]?.messages.map(({ text }) => text);
}

const page = (...all: Message[]) => ({ messages: all, hasOlder: true });
const waiting = beginList({}, channel);
const loaded = joinPage(waiting, channel, page(message('2.0'), message('3.0')), null);

describe('while the newest page is on its way', () => {
  it('keeps what arrives meanwhile', () => {
    const lists = joinPage(
      applyToLists(waiting, arrives(message('4.0'))),
      channel,
      page(message('3.0')),
      null,
    );
    expect(textsOf(lists)).toEqual(['3.0', '4.0']);
  });

  it('takes a change that arrives for newer than the page', () => {
    const changed = applyToLists(waiting, arrives(message('3.0', 'after'), false));
    expect(textsOf(joinPage(changed, channel, page(message('3.0', 'before')), null))).toEqual(['after']);
  });

  it('does not bring back what was deleted meanwhile', () => {
    const deleted = applyToLists(waiting, { kind: 'message_deleted', channel, ts: '3.0', threadTs: null });
    expect(textsOf(joinPage(deleted, channel, page(message('2.0'), message('3.0')), null))).toEqual(['2.0']);
  });
});

describe('once it is there', () => {
  it('adds older pages above', () => {
    expect(textsOf(joinPage(loaded, channel, page(message('1.0')), '2.0'))).toEqual(['1.0', '2.0', '3.0']);
  });

  it('changes a message in its place', () => {
    expect(textsOf(applyToLists(loaded, arrives(message('2.0', 'done'), false)))).toEqual(['done', '3.0']);
  });

  it('leaves out a change of something older than what was fetched', () => {
    expect(applyToLists(loaded, arrives(message('1.0', 'old'), false))[channel]).toBe(loaded[channel]);
  });

  it('draws an older page with the changes it brings', () => {
    const after = applyToLists(loaded, arrives(message('1.0', 'new'), false));
    expect(textsOf(joinPage(after, channel, page(message('1.0', 'new')), '2.0'))).toEqual([
      'new',
      '2.0',
      '3.0',
    ]);
  });
});

describe('a reply', () => {
  const reply = message('5.0', 'reply', { thread_ts: '2.0' });
  const thread = listKey(channel, '2.0');
  const both = joinPage(beginList(loaded, thread), thread, page(message('2.0')), null);

  it('stands in its thread and not in the channel', () => {
    const lists = applyToLists(both, arrives(reply));
    expect([textsOf(lists), textsOf(lists, thread)]).toEqual([
      ['2.0', '3.0'],
      ['2.0', 'reply'],
    ]);
  });

  it('stands in both when it was also sent to the channel', () => {
    const lists = applyToLists(both, arrives({ ...reply, subtype: 'thread_broadcast' }));
    expect(textsOf(lists)).toEqual(['2.0', '3.0', 'reply']);
  });

  it('vanishes from its thread when it is deleted', () => {
    const there = applyToLists(both, arrives(reply));
    const gone = applyToLists(there, { kind: 'message_deleted', channel, ts: '5.0', threadTs: '2.0' });
    expect(textsOf(gone, thread)).toEqual(['2.0']);
  });
});

it('is fetched anew after the stream broke, and shows meanwhile what it had', () => {
  const stale = applyToLists(loaded, { kind: 'scene' } as StreamEvent);
  expect([stale[channel]?.state, textsOf(stale)]).toEqual(['stale', ['2.0', '3.0']]);
  const again = joinPage(
    beginList(stale, channel),
    channel,
    page(message('3.0', 'changed'), message('4.0')),
    null,
  );
  expect(textsOf(again)).toEqual(['changed', '4.0']);
});

describe('an older page that was asked for before the stream broke', () => {
  const stale = applyToLists(loaded, { kind: 'scene' } as StreamEvent);
  const older = page(message('1.0'));

  it('is not taken for the newest one', () => {
    expect(joinPage(beginList(stale, channel), channel, older, '2.0')[channel]?.state).toBe('waiting');
  });

  it('leaves no gap where it no longer joins what is there', () => {
    const again = joinPage(beginList(stale, channel), channel, page(message('3.0')), null);
    expect(textsOf(joinPage(again, channel, older, '2.0'))).toEqual(['3.0']);
  });
});

it('leaves channels alone that nobody looks at', () => {
  expect(applyToLists({}, arrives(message('1.0')))).toEqual({});
});

import { applyToScene } from '../../../src/practice/page/state/scene';
import type { Conversation, Ephemeral, PersonShown, Refusal, Scene } from '../../../src/practice/protocol';

const person = (id: string, more: Partial<PersonShown> = {}): PersonShown => ({
  id,
  name: id,
  tz: 'Asia/Tokyo',
  locale: 'ja-JP',
  deleted: false,
  isBot: false,
  role: 'supporter',
  teamLocale: 'ja',
  ...more,
});

const scene: Scene = {
  me: person('U0AOI'),
  people: [person('U0AOI'), person('U0HARA')],
  botId: 'U0BOT',
  conversations: [],
  ephemerals: [],
  modals: [],
  home: null,
  app: { name: 'Banso', homeEnabled: true, commands: [], shortcuts: [] },
  refusals: [],
  clock: { now: '2026-11-24T00:10:00.000Z', zone: 'Asia/Tokyo', movingTo: null },
};

it('shows nothing before the first scene has come', () => {
  expect(applyToScene(null, { kind: 'modals', modals: [] })).toBeNull();
  expect(applyToScene(null, { kind: 'scene', scene })).toBe(scene);
});

it('begins anew with each scene, as after the server’s restart', () => {
  const later = { ...scene, refusals: [], botId: 'U1BOT' };
  expect(applyToScene(scene, { kind: 'scene', scene: later })).toBe(later);
});

it('knows me by my changed language', () => {
  const people = [person('U0AOI', { locale: 'en-US' }), person('U0HARA')];
  expect(applyToScene(scene, { kind: 'people', people })?.me.locale).toBe('en-US');
});

it('replaces what only I see when it changes, and forgets it when it is put away', () => {
  const said = (text: string): Ephemeral => ({ channel: 'C0', user: 'U0AOI', ts: '1.0', text });
  const first = applyToScene(scene, { kind: 'ephemeral', ephemeral: said('before') });
  const second = applyToScene(first, { kind: 'ephemeral', ephemeral: said('after') });
  expect(second?.ephemerals).toEqual([said('after')]);
  expect(applyToScene(second, { kind: 'ephemeral_deleted', ts: '1.0' })?.ephemerals).toEqual([]);
});

it('takes conversations with their unread counts as they come', () => {
  const conversations: Conversation[] = [
    {
      id: 'C0',
      name: 'c',
      kind: 'public',
      archived: false,
      members: [],
      unread: 3,
      lastReadTs: null,
      writable: true,
    },
  ];
  expect(applyToScene(scene, { kind: 'conversations', conversations })?.conversations).toBe(conversations);
});

it('keeps the latest twenty refusals', () => {
  const refusal = (rule: string): Refusal => ({ where: 'views.open', rule, details: [], at: new Date(0) });
  const all = Array.from({ length: 25 }, (_, i) => refusal(`rule ${i}`));
  const after = all.reduce<Scene | null>(
    (now, one) => applyToScene(now, { kind: 'refusal', refusal: one }),
    scene,
  );
  expect(after?.refusals.map(({ rule }) => rule)).toEqual(all.slice(5).map(({ rule }) => rule));
});

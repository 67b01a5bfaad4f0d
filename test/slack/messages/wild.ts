import fc from 'fast-check';
import type { DigestExtras, DueItem, ItemState, ReminderItem } from '../../../src/domain/due-list';
import { DAY, learnerId, reminderItem, teamPromise } from './lists';

/** Text such as people and attackers write, up to `max` characters. */
export function wildText(max: number): fc.Arbitrary<string> {
  const nasty = ['&', '<!channel> ', '@everyone ', '*_~`', '\u202e\n', '佐', '👩‍👩‍👧', ':fire:'];
  const repeated = fc.constantFrom(...nasty).map((piece) => piece.repeat(max).slice(0, max));
  return fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), repeated, repeated);
}

const state: fc.Arbitrary<ItemState> = fc.oneof(
  fc.constantFrom<ItemState>({ kind: 'due' }, { kind: 'upcoming' }, { kind: 'done' }, { kind: 'closed' }),
  fc.nat(999).map((workingDays) => ({ kind: 'overdue' as const, workingDays })),
  fc.nat(999).map((workingDays) => ({ kind: 'breached' as const, workingDays })),
  fc.constant({ kind: 'postponed' as const, dueOn: '2026-12-24' }),
);

export const supporterName = wildText(100);

/** Learners with names that tell them apart by the number in front: '#7. …'. */
export function wildItems(count: number): fc.Arbitrary<DueItem[]> {
  const one = fc.record({
    name: wildText(96),
    state,
    startedOn: fc.constantFrom(null, '2026-10-10'),
    floorOn: fc.constantFrom(DAY, '2026-12-01'),
    watch: fc.option(fc.record({ until: fc.constant('2026-12-24'), reason: wildText(200) }), { nil: null }),
    reason: fc.constantFrom<DueItem['reason']>('first', 'rhythm', 'planned', 'floor', 'return', 'closing'),
  });
  return fc.array(one, { minLength: count, maxLength: count }).map((items) =>
    items.map((item, n) => ({
      ...item,
      name: `#${n}. ${item.name}`,
      learnerId: learnerId(n),
      dueOn: DAY,
      actor: null,
      coversFor: null,
    })),
  );
}

export function wildReminderItems(count: number): fc.Arbitrary<ReminderItem[]> {
  return fc.tuple(wildItems(count), wildText(3000), wildText(200)).map(([items, note, short]) =>
    items.map((item) => {
      const last = { contactedOn: DAY, outcome: 'sent' as const, note, authorName: short };
      return { ...reminderItem(), ...item, planReason: short, programName: short, unit: note, last };
    }),
  );
}

export const wildExtras: fc.Arbitrary<DigestExtras> = fc
  .tuple(wildItems(10), wildText(3000), wildText(100), fc.nat(500))
  .map(([items, words, name, more]) => ({
    floorsToday: { items: items.map((item) => ({ ...item, name })), more },
    floorsNext: { items: items.slice(3).map((item) => ({ ...item, name })), more },
    awaitingReply: { items: Array(10).fill({ learnerId: '', name, since: DAY, companionName: name }), more },
    watchesEnding: {
      items: Array(10).fill({ learnerId: '', name, reason: words, companionName: name }),
      more,
    },
    promises: {
      items: Array.from({ length: 10 }, (_, n) =>
        teamPromise({ promiseId: learnerId(n), learnerName: name, text: words, madeByName: name }),
      ),
      more,
    },
    wins: { items: Array(10).fill({ learnerName: name, words, authorName: name }), more },
    unanswered: {
      items: Array(10).fill({ id: learnerId(1), authorName: name, learnerName: name, openedOn: DAY }),
      more,
    },
  }));

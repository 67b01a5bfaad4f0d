import type {
  DigestExtras,
  DigestModel,
  DueItem,
  ReminderItem,
  ReminderModel,
} from '../../../src/domain/due-list';
import type { OwnPromise, TeamPromise } from '../../../src/domain/promises';

export const DAY = '2026-11-27';

/** A UUID for the nth learner. */
export function learnerId(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

export function item(over: Partial<DueItem> = {}): DueItem {
  return {
    learnerId: learnerId(1),
    name: '佐藤 陽子',
    startedOn: null,
    state: { kind: 'due' },
    dueOn: DAY,
    floorOn: '2026-12-01',
    reason: 'rhythm',
    watch: null,
    actor: { userId: 'U1', name: '花田' },
    coversFor: null,
    ...over,
  };
}

export function reminderItem(over: Partial<ReminderItem> = {}): ReminderItem {
  return {
    ...item(),
    programName: 'Web開発',
    unit: '配列',
    planReason: null,
    last: { contactedOn: '2026-11-24', outcome: 'replied', note: '順調です', authorName: '花田' },
    ...over,
  };
}

export function ownPromise(over: Partial<OwnPromise> = {}): OwnPromise {
  return {
    promiseId: learnerId(900),
    learnerName: '佐藤 陽子',
    startedOn: null,
    text: '記事を送る',
    dueOn: DAY,
    state: 'due',
    movesTo: ['2026-11-30', '2026-12-04'],
    ...over,
  };
}

export function teamPromise(over: Partial<TeamPromise> = {}): TeamPromise {
  return { ...ownPromise(), madeByName: '花田', ...over };
}

export function reminder(over: Partial<ReminderModel> = {}): ReminderModel {
  const items = over.items ?? [reminderItem()];
  return {
    kind: 'reminder',
    on: DAY,
    page: 0,
    pages: 1,
    total: items.length,
    open: items.length,
    items,
    promises: [],
    ...over,
  };
}

export function digest(over: Partial<DigestModel> = {}): DigestModel {
  const groups = over.groups ?? [
    { actor: { userId: 'U1', name: '花田' }, continued: false, items: [item()] },
  ];
  const uncovered = over.uncovered ?? [];
  const total = groups.flatMap(({ items }) => items).length + uncovered.length;
  const base = { on: DAY, programName: 'Web開発', page: 0, pages: 1, total, open: total, extras: null };
  return { ...base, ...over, groups, uncovered };
}

const none = { items: [], more: 0 };

export function extras(over: Partial<DigestExtras> = {}): DigestExtras {
  const nothing = { floorsToday: none, floorsNext: none, awaitingReply: none };
  return { ...nothing, watchesEnding: none, promises: none, wins: none, unanswered: none, ...over };
}

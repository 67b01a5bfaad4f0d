import type {
  DigestExtras,
  DigestModel,
  DueItem,
  ReminderItem,
  ReminderModel,
} from '../../../src/domain/due-list';

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
    companion: { userId: 'U1', name: '花田' },
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

export function reminder(over: Partial<ReminderModel> = {}): ReminderModel {
  const items = over.items ?? [reminderItem()];
  return { on: DAY, page: 0, pages: 1, total: items.length, open: items.length, items, ...over };
}

export function digest(over: Partial<DigestModel> = {}): DigestModel {
  const groups = over.groups ?? [
    { companion: { userId: 'U1', name: '花田' }, continued: false, items: [item()] },
  ];
  const uncovered = over.uncovered ?? [];
  const total = groups.flatMap(({ items }) => items).length + uncovered.length;
  const base = { on: DAY, programName: 'Web開発', page: 0, pages: 1, total, open: total, extras: null };
  return { ...base, ...over, groups, uncovered };
}

const none = { items: [], more: 0 };

export function extras(over: Partial<DigestExtras> = {}): DigestExtras {
  const nothing = { floorsToday: none, floorsNext: none, awaitingReply: none };
  return { ...nothing, watchesEnding: none, promises: none, wins: none, ...over };
}

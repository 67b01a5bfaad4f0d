import { rosterColumns } from '../../src/domain/roster';

const usual: Record<string, string> = { name: 'Aya Mori', started_on: '2026-11-02', ends_on: '2027-02-28' };

/** A roster in UTF-8 with the English headers, each learner given by the cells that matter. */
export function rosterText(...learners: Record<string, string>[]): string {
  const rows = learners.map((cells) =>
    rosterColumns.map((column) => quoted({ ...usual, ...cells }[column] ?? '')),
  );
  return [rosterColumns, ...rows].map((cells) => cells.join(',')).join('\n');
}

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

/** A roster of so many learners, the first half of them one supporter's. */
export function largeRoster(count: number, companion = 'U0AOI'): string {
  const learners = Array.from({ length: count }, (_, n) => ({
    name: `受講生 ${n}`,
    reading: `じゅこうせい ${n}`,
    goal: 'Webエンジニアへ転職',
    background: '事務職。数学に苦手意識があり、夜に学習している',
    companion: n < count / 2 ? companion : '',
    mentor: '江口',
    rhythm: n % 3 === 0 ? '2/week' : '',
  }));
  return rosterText(...learners);
}

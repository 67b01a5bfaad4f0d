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

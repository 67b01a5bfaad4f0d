import type { WorkspaceScope } from './scope';

/** The items by key, keys and items in the order in which they come. */
export function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** The items by workspace, in the order of its ids: whoever locks rows of several does so in one order. */
export function byWorkspace<T extends WorkspaceScope>(items: readonly T[]): [workspaceId: string, T[]][] {
  const groups = groupBy(items, ({ workspaceId }) => workspaceId);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The items in their order, at most so many together. */
export function inParts<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
}

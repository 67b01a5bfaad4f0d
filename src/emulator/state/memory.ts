/** Adds to a list that holds the newest entries, so many at the most. */
export function remember<T>(list: T[], entry: T, most: number): void {
  list.push(entry);
  if (list.length > most) list.splice(0, list.length - most);
}

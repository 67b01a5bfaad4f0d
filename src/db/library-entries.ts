import { and, eq } from 'drizzle-orm';
import type { WorkspaceScope } from '../domain/scope';
import type { EntryKey, LibraryEntryInput } from '../domain/search/entry';
import { libraryRow } from '../domain/search/found-by';
import type { Queryable } from './client';
import { insertMany } from './insert-many';
import { libraryEntries } from './schema';

/**
 * Writes what `/cases` finds of a case, a win or a message, with all that it is found by; again whenever its source
 * changes. To be called in the transaction that writes the source.
 */
export async function putLibraryEntry(db: Queryable, entry: LibraryEntryInput): Promise<void> {
  const row = libraryRow(entry);
  const { workspaceId: _, kind: __, sourceId: ___, ...content } = row;
  await db
    .insert(libraryEntries)
    .values(row)
    .onConflictDoUpdate({
      target: [libraryEntries.workspaceId, libraryEntries.kind, libraryEntries.sourceId],
      set: content,
    });
}

/** The same for many at once, none of which is there yet. */
export async function addLibraryEntries(db: Queryable, entries: readonly LibraryEntryInput[]): Promise<void> {
  if (entries.length > 0) await db.execute(insertMany(libraryEntries, entries.map(libraryRow)));
}

/** Takes an entry out of the library, if it is there: its case was retired, its win isn't shared any more. */
export async function dropLibraryEntry(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  { kind, sourceId }: EntryKey,
): Promise<void> {
  await db
    .delete(libraryEntries)
    .where(
      and(
        eq(libraryEntries.workspaceId, workspaceId),
        eq(libraryEntries.kind, kind),
        eq(libraryEntries.sourceId, sourceId),
      ),
    );
}

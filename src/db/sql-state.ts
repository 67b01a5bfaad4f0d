/** PostgreSQL's five-character code for why a statement failed; null: it isn't an error of the database. */
export function sqlStateOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  // Drizzle wraps what the driver throws; COMMIT alone fails unwrapped.
  const told = 'severity' in error ? error : error.cause;
  if (!(told instanceof Error) || !('severity' in told)) return null;
  return 'code' in told && typeof told.code === 'string' ? told.code : null;
}

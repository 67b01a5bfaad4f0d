/** The first line of an error that something outside gave; drivers put the reason into the cause. */
export function reasonOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  if ('errors' in error && Array.isArray(error.errors) && error.errors.length > 0)
    return reasonOf(error.errors[0]);
  if ('cause' in error && error.cause) return reasonOf(error.cause);
  const message = 'message' in error ? String(error.message).split('\n', 1)[0] : '';
  return message || String(error);
}

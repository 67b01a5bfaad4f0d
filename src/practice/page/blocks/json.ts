/** Blocks come as the app sent them: what they hold is looked at before it is used. */
export type Json = Record<string, unknown>;

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function recordsIn(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The words of a text object; empty for anything else. */
export function wordsOf(text: unknown): string {
  return isRecord(text) ? textOf(text.text) : '';
}

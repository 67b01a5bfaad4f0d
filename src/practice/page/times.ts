/** The instant of a message's ts. */
export function instantOf(ts: string): Date {
  return new Date(Number(ts) * 1000);
}

const cache = new Map<string, Intl.DateTimeFormat>();

/** Formats in a locale and an IANA zone; making a formatter is slow, so each is made once. */
function formatter(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, zone, options]);
  const known = cache.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  cache.set(key, made);
  return made;
}

/** 9:05, in the zone. */
export function timeWords(at: Date, locale: string, zone: string): string {
  return formatter(locale, zone, { hour: 'numeric', minute: '2-digit' }).format(at);
}

/** 11月24日(火) or Tuesday, November 24, in the zone. */
export function dayWords(at: Date, locale: string, zone: string): string {
  const weekday = locale === 'ja' ? 'short' : 'long';
  return formatter(locale, zone, { month: 'long', day: 'numeric', weekday }).format(at);
}

/** Day and time, for a clock: 2026年11月24日(火) 9:05 */
export function clockWords(at: Date, locale: string, zone: string): string {
  return formatter(locale, zone, {
    year: 'numeric',
    month: locale === 'ja' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
  }).format(at);
}

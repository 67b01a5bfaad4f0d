/** What is drawn for each token of Slack's date format. */
const tokens: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date_slash: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_long: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' },
  date_long_full: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' },
  day_divider: { month: 'long', day: 'numeric', weekday: 'long' },
  time: { hour: 'numeric', minute: '2-digit' },
  time_secs: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
};

interface SlackDate {
  /** Unix seconds. */
  timestamp: string;
  format: string;
  fallback: string;
}

interface Reader {
  locale: string;
  /** IANA name. */
  zone: string;
  /** Where known, the `pretty` tokens say yesterday, today and tomorrow. */
  now?: Date;
}

/** `Due {date_short} at {time}` with the instant filled in; the fallback for a token that Slack doesn't know. */
export function slackDate({ timestamp, format, fallback }: SlackDate, reader: Reader): string {
  const at = new Date(Number(timestamp) * 1000);
  if (Number.isNaN(at.getTime())) return fallback;
  const names = [...format.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  if (names.some((name) => !(plain(name) in tokens))) return fallback;
  return format.replace(/\{(\w+)\}/g, (_, name: string) => tokenWords(name, at, reader));
}

function tokenWords(name: string, at: Date, { locale, zone, now }: Reader): string {
  const near = now && name.endsWith('_pretty') ? daysBetween(now, at, zone) : null;
  if (near !== null && Math.abs(near) <= 1) {
    return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(near, 'day');
  }
  return new Intl.DateTimeFormat(locale, { timeZone: zone, ...tokens[plain(name)] }).format(at);
}

function plain(name: string): string {
  return name.replace(/_pretty$/, '');
}

/** Calendar days in the zone. */
function daysBetween(from: Date, to: Date, zone: string): number {
  const dayOf = (at: Date) => Date.parse(new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at));
  return Math.round((dayOf(to) - dayOf(from)) / 86_400_000);
}

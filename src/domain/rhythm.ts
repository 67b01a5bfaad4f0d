import type { Rhythm } from './cadence-input';

const ENGLISH = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const ENGLISH_LONG = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const JAPANESE = ['月', '火', '水', '木', '金', '土', '日'];

/** The most days of an `everyDays` rhythm that a roster may ask for. */
const MOST_DAYS = 60;

/**
 * A rhythm as rosters write it, in English or Japanese, half or full width: `2/week`, `every 3 days`,
 * `every day`, `mon,thu`, `週2回`, `3日ごと`, `毎日`, `月・木`, `火曜・金曜`.
 *
 * Null for anything else, and for more than 7 times a week or more than 60 days.
 */
export function parseRhythm(text: string): Rhythm | null {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  return parsePerWeek(plain) ?? parseEveryDays(plain) ?? parseWeekdays(plain);
}

/** The roster's English form: `2/week`, `every 3 days`, `every day` or `mon,thu`. parseRhythm reads it back. */
export function formatRhythm(rhythm: Rhythm): string {
  switch (rhythm.kind) {
    case 'perWeek':
      return `${rhythm.times}/week`;
    case 'everyDays':
      return rhythm.days === 1 ? 'every day' : `every ${rhythm.days} days`;
    case 'weekdays':
      return ascending(rhythm.weekdays)
        .map((weekday) => ENGLISH[weekday - 1])
        .join(',');
  }
}

function parsePerWeek(text: string): Rhythm | null {
  const match = /^(\d+) ?\/ ?week$/.exec(text) ?? /^週に? ?(\d+) ?回$/.exec(text);
  const times = Number(match?.[1]);
  return times >= 1 && times <= 7 ? { kind: 'perWeek', times } : null;
}

function parseEveryDays(text: string): Rhythm | null {
  if (text === 'every day' || text === 'daily' || text === '毎日') return { kind: 'everyDays', days: 1 };
  const match = /^every (\d+) days?$/.exec(text) ?? /^(\d+) ?日(?:ごと|毎)$/.exec(text);
  const days = Number(match?.[1]);
  return days >= 1 && days <= MOST_DAYS ? { kind: 'everyDays', days } : null;
}

function parseWeekdays(text: string): Rhythm | null {
  const words = text.split(/[\s,、・/]+/).flatMap(splitJapanese);
  const weekdays = words.map(weekdayOf);
  if (weekdays.length === 0 || weekdays.includes(0)) return null;
  return { kind: 'weekdays', weekdays: ascending(weekdays) };
}

/** '月木' and '火曜日' as single characters; any other word as it is. */
function splitJapanese(word: string): string[] {
  return /^(?:[月火水木金土日](?:曜日?)?)+$/.test(word) ? [...word.replace(/曜日?/g, '')] : [word];
}

/** 1 Monday … 7 Sunday; 0 for no weekday. */
function weekdayOf(word: string): number {
  const name = word.replace(/\.$/, '');
  return Math.max(ENGLISH.indexOf(name), ENGLISH_LONG.indexOf(name), JAPANESE.indexOf(name)) + 1;
}

function ascending(weekdays: readonly number[]): number[] {
  return [...new Set(weekdays)].sort((a, b) => a - b);
}

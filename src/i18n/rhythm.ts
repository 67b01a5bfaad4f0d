import type { Rhythm } from '../domain/cadence';
import type { Locale } from '../domain/locale';
import { formatRhythm } from '../domain/rhythm';
import { weekdayNames } from './dates';

/** A rhythm as people of that language write it; `parseRhythm` reads it back. */
export function rhythmWords(locale: Locale, rhythm: Rhythm): string {
  return locale === 'ja' ? inJapanese(rhythm) : formatRhythm(rhythm);
}

function inJapanese(rhythm: Rhythm): string {
  switch (rhythm.kind) {
    case 'perWeek':
      return `週${rhythm.times}回`;
    case 'everyDays':
      return rhythm.days === 1 ? '毎日' : `${rhythm.days}日ごと`;
    case 'weekdays':
      return rhythm.weekdays.map((weekday) => weekdayNames.ja[weekday - 1]).join('・');
  }
}

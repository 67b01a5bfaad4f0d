import { type LocalDate, weekdayOf } from '../domain/dates';
import type { Locale } from '../domain/locale';

/** Monday first. */
export const weekdayNames: Record<Locale, readonly string[]> = {
  ja: ['月', '火', '水', '木', '金', '土', '日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day near today, without its year: '11/27(金)', 'Fri 27 Nov'. Throws RangeError for no real date. */
export function formatDate(locale: Locale, date: LocalDate): string {
  const weekday = weekdayNames[locale][weekdayOf(date) - 1] ?? '';
  const { month, day } = partsOf(date);
  return locale === 'ja' ? `${month}/${day}(${weekday})` : `${weekday} ${day} ${months[month - 1]}`;
}

/** A day that may lie long ago, with its year: '2026/9/4', '4 Sep 2026'. */
export function formatFullDate(locale: Locale, date: LocalDate): string {
  const { year, month, day } = partsOf(date);
  return locale === 'ja' ? `${year}/${month}/${day}` : `${day} ${months[month - 1]} ${year}`;
}

function partsOf(date: LocalDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

import Holidays, { type HolidaysTypes } from 'date-holidays';
import { addDays, type LocalDate } from './dates';

/**
 * Public holidays of one country, by local date of that country.
 *
 * Working out a year takes the library milliseconds and lists ask thousands of times, so each year is worked
 * out once per process.
 */
class HolidayBook {
  private readonly source: Holidays;
  private readonly years = new Set<number>();
  private readonly days = new Set<LocalDate>();

  constructor(country: string) {
    this.source = new Holidays(country, { types: ['public'] });
  }

  has(on: LocalDate): boolean {
    const year = Number(on.slice(0, 4));
    // A holiday of several days may have begun in the old year.
    this.load(year - 1);
    this.load(year);
    return this.days.has(on);
  }

  private load(year: number): void {
    if (this.years.has(year)) return;
    this.years.add(year);
    for (const on of this.source.getHolidays(year).flatMap(daysOff)) this.days.add(on);
  }
}

const books = new Map<string, HolidayBook>();
let countries: ReadonlySet<string> | undefined;

/** Whether that day is a public holiday of the country. */
export function isHoliday(country: string, on: LocalDate): boolean {
  let book = books.get(country);
  if (book === undefined) {
    book = new HolidayBook(country);
    books.set(country, book);
  }
  return book.has(on);
}

/** ISO 3166 codes of the countries whose holidays are known. */
export function holidayCountries(): ReadonlySet<string> {
  countries ??= new Set(Object.keys(new Holidays().getCountries()));
  return countries;
}

/** The whole days that a holiday takes. One that begins at noon takes none: people work that morning. */
function daysOff({ date, start, end }: HolidaysTypes.Holiday): LocalDate[] {
  const [first = '', time] = date.split(' ');
  if (time !== '00:00:00') return [];
  // The tenth allows for a day of 23 hours at a clock change; a last half day is not rounded up.
  const length = Math.floor((end.getTime() - start.getTime()) / 86_400_000 + 0.1);
  return Array.from({ length }, (_, days) => addDays(first, days));
}

let countriesOfZones: ReadonlyMap<string, string> | undefined;

/** The country whose clocks show that zone, as a first guess; undefined for zones of none, such as UTC. */
export function countryOfZone(zone: string): string | undefined {
  countriesOfZones ??= new Map(
    [...holidayCountries()]
      .flatMap((country) =>
        new Holidays(country).getTimezones().map((its): [string, string] => [its, country]),
      )
      // The first country of a zone is the one that counts.
      .reverse(),
  );
  return countriesOfZones.get(zone);
}

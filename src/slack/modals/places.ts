import type { StaticSelect } from '@slack/types';
import { holidayCountries } from '../../domain/holidays';
import type { Locale } from '../../domain/locale';
import { choice, plain } from '../block-kit';

/** Slack's most options in one group. */
const mostInGroup = 100;

/** Every time zone there is, by its region, with one chosen. */
export function zoneSelect(chosen: string): StaticSelect {
  const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', chosen])].sort();
  const regions = [...new Set(zones.map(regionOf))];
  const groups = regions.flatMap((region) => {
    const options = zones.filter((zone) => regionOf(zone) === region).map((zone) => choice(zone, zone));
    return inGroups(options).map((part) => ({ label: plain(region), options: part }));
  });
  return { type: 'static_select', option_groups: groups, initial_option: choice(chosen, chosen) };
}

function regionOf(zone: string): string {
  return zone.split('/')[0] ?? zone;
}

/** Every country whose holidays are known, by its name in that language, with one chosen. */
export function countrySelect(chosen: string, locale: Locale): StaticSelect {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const { compare } = new Intl.Collator(locale);
  const toChoice = (code: string) => choice(code, `${names.of(code) ?? code} (${code})`);
  const options = [...holidayCountries()].map(toChoice).sort((a, b) => compare(a.text.text, b.text.text));
  const groups = inGroups(options).map((part) => ({
    label: plain(`${part[0]?.text.text.at(0)} – ${part.at(-1)?.text.text.at(0)}`),
    options: part,
  }));
  return { type: 'static_select', option_groups: groups, initial_option: toChoice(chosen) };
}

function inGroups<T>(options: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(options.length / mostInGroup) }, (_, n) =>
    options.slice(n * mostInGroup, (n + 1) * mostInGroup),
  );
}

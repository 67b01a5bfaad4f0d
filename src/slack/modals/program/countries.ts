import { holidayCountries } from '../../../domain/holidays';
import type { Locale } from '../../../domain/locale';
import type { Messages } from '../../../i18n';
import { choice, plain } from '../../block-kit';

/** Slack's limit for one group. */
const mostOptions = 100;

/** All countries whose public holidays are known, by name in the reader's language. */
export function countryGroups(locale: Locale, { program }: Messages) {
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  const countries = [...holidayCountries()]
    .map((code) => choice(code, names.of(code) ?? code))
    .sort((a, b) => a.text.text.localeCompare(b.text.text, locale));
  const groups = [];
  for (let from = 0; from < countries.length; from += mostOptions) {
    const options = countries.slice(from, from + mostOptions);
    const [first = '', last = ''] = [options[0]?.text.text, options.at(-1)?.text.text];
    groups.push({ label: plain(program.settingsForm.countryGroup({ first, last })), options });
  }
  return groups;
}

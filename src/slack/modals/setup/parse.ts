import { isCountry } from '../../../domain/calendar';
import { isZone } from '../../../domain/dates';
import { locales } from '../../../domain/locale';
import { programDefaults, programLimits } from '../../../domain/program-defaults';
import type { ErrorCode, UserError } from '../../../errors';
import type { Messages } from '../../../i18n';
import type { NewProgram } from '../../../usecases/add-program';
import { ids } from '../../ids';
import { errorText } from '../../messages/answers';
import { type FieldErrors, type Parsed, parsed, type Reading, readText } from '../reading';
import { chosenIn, peopleIn, type StateValues, textIn, timeIn } from '../state-values';

const { blocks } = ids;

export interface ParsedSetup
  extends Pick<
    NewProgram,
    'name' | 'zone' | 'locale' | 'country' | 'digestAt' | 'contactsPerWeek' | 'floorDays'
  > {
  leads: string[];
  /** All of them, leads and others, each once. */
  people: string[];
}

/** Reads a submitted setup modal. Who the people are is for Slack to say. */
export function parseSetup(values: StateValues, t: Messages): Parsed<ParsedSetup> {
  const reading: Reading = { values, errors: {}, t };
  const { errors } = reading;
  const name = readText(reading, blocks.setupName, programLimits.nameLength).normalize();
  if (name === '') errors[blocks.setupName] = t.errors.programNameMissing();
  const leads = peopleIn(values, blocks.setupLeads);
  if (leads.length === 0) errors[blocks.setupLeads] = t.errors.leadMissing();
  const people = [...new Set([...leads, ...peopleIn(values, blocks.setupPeople)])];
  return parsed({ name, leads, people, ...rulesIn(reading) }, reading);
}

function rulesIn(reading: Reading) {
  const { values } = reading;
  const zone = chosenIn(values, blocks.setupZone) ?? '';
  const country = chosenIn(values, blocks.setupCountry) ?? '';
  const locale = locales.find((one) => one === chosenIn(values, blocks.setupLocale)) ?? 'ja';
  if (!isZone(zone)) reading.errors[blocks.setupZone] = reading.t.errors.choiceMissing();
  if (!isCountry(country)) reading.errors[blocks.setupCountry] = reading.t.errors.choiceMissing();
  return {
    zone,
    country,
    locale,
    digestAt: timeIn(values, blocks.setupDigestAt) ?? programDefaults.digestAt,
    contactsPerWeek: Number(chosenIn(values, blocks.setupContactsPerWeek) ?? programDefaults.contactsPerWeek),
    floorDays: floorDaysIn(reading),
  };
}

function floorDaysIn({ values, errors, t }: Reading): number {
  const { min, max } = programLimits.floorDays;
  const floorDays = Number(textIn(values, blocks.setupFloorDays) || programDefaults.floorDays);
  if (!Number.isInteger(floorDays) || floorDays < min || floorDays > max)
    errors[blocks.setupFloorDays] = t.errors.numberExpected({ min, max });
  return floorDays;
}

const peopleFields: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'cannotSupport',
  'ofAnotherOrganisation',
  'notInTheChannel',
]);

/** Puts an error of the use case, or of what Slack says, under the field that it is about. */
export function setupErrors(error: UserError, t: Messages): FieldErrors {
  const field = peopleFields.has(error.code) ? blocks.setupPeople : blocks.setupName;
  return { [field]: errorText(error, t) };
}

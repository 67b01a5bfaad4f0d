import type { LocalDate } from '../../../domain/dates';
import { searchKey } from '../../../domain/names';
import type { Profile, ProfileField } from '../../../domain/profile';
import { parseRhythm } from '../../../domain/rhythm';
import type { CareMember } from '../../../domain/roster';
import type { ErrorCode, UserError } from '../../../errors';
import type { Messages } from '../../../i18n';
import { ids } from '../../ids';
import { errorText } from '../../messages/answers';
import { longest, studyHours } from '../limits';
import { type FieldErrors, type Parsed, parsed, type Reading, readText } from '../reading';
import { chosenIn, dateIn, type StateValues, textIn, userIn } from '../state-values';
import { type CareField, profileBlock } from './fields';

interface ProfileReading extends Reading {
  blockOf(name: ProfileField | CareField): string;
}

/** Reads a submitted profile. Whether it suits the program's other learners is for the use case to say. */
export function parseProfile(values: StateValues, version: number, t: Messages): Parsed<Profile> {
  const blockOf = (name: ProfileField | CareField) => profileBlock(name, version);
  const reading: ProfileReading = { values, errors: {}, t, blockOf };
  const profile: Profile = {
    name: readName(reading),
    reading: readText(reading, blockOf('reading'), longest.reading),
    startedOn: readDay(reading, 'startedOn'),
    endsOn: readDay(reading, 'endsOn'),
    rhythm: readRhythm(reading),
    weeklyHours: readHours(reading),
    goal: readText(reading, blockOf('goal'), longest.story),
    background: readText(reading, blockOf('background'), longest.story),
    tone: readText(reading, blockOf('tone'), longest.story),
    avoid: readText(reading, blockOf('avoid'), longest.story),
    mentor: readCareMember(reading, 'mentor'),
    advisor: readCareMember(reading, 'advisor'),
    slackUserId: userIn(values, blockOf('slackUserId')),
  };
  return parsed(profile, reading);
}

function readName(reading: ProfileReading): string {
  const block = reading.blockOf('name');
  const name = readText(reading, block, longest.name).replace(/\s+/g, ' ');
  if (searchKey(name) === '') reading.errors[block] = reading.t.errors.learnerNameMissing();
  return name;
}

function readDay({ values, errors, t, blockOf }: ProfileReading, name: 'startedOn' | 'endsOn'): LocalDate {
  const on = dateIn(values, blockOf(name));
  if (on === null) errors[blockOf(name)] = t.errors.courseDayMissing();
  return on ?? '';
}

function readRhythm(reading: ProfileReading): Profile['rhythm'] {
  const block = reading.blockOf('rhythm');
  const text = readText(reading, block, longest.rhythm);
  if (text === '') return null;
  const rhythm = parseRhythm(text);
  if (rhythm === null) reading.errors[block] = reading.t.errors.rhythmUnknown();
  return rhythm;
}

function readHours({ values, errors, t, blockOf }: ProfileReading): number | null {
  const text = textIn(values, blockOf('weeklyHours'));
  if (text === '') return null;
  const hours = Number(text);
  const { min, max } = studyHours;
  if (hours >= min && hours <= max) return Math.round(hours * 10) / 10;
  errors[blockOf('weeklyHours')] = t.errors.numberExpected({ min, max });
  return null;
}

function readCareMember(reading: ProfileReading, role: 'mentor' | 'advisor'): CareMember | null {
  const { values, errors, t, blockOf } = reading;
  const userId = userIn(values, blockOf(`${role}User`));
  const name = readText(reading, blockOf(`${role}Name`), longest.name);
  if (userId !== null && name !== '') errors[blockOf(`${role}Name`)] = t.errors.careMemberTwice();
  if (userId !== null) return { userId };
  return name === '' ? null : { name };
}

/** Who was chosen as a new learner's companion; null: nobody yet. */
export function readCompanion(values: StateValues): string | null {
  const block = Object.keys(values).find((blockId) => blockId.startsWith(`${ids.blocks.companion}:`));
  const chosen = block ? chosenIn(values, block) : null;
  return chosen === null || chosen === nobody ? null : chosen;
}

/** The option for no companion yet: an option needs a value. */
export const nobody = 'nobody';

const fields: Partial<Record<ErrorCode, ProfileField | CareField>> = {
  courseEndsBeforeStart: 'endsOn',
  learnerAccountTaken: 'slackUserId',
  personUnknown: 'mentorUser',
};

/** Puts an error of the use case under the field that it is about; those about none stand under the name. */
export function profileErrorsFor(error: UserError, version: number, t: Messages): FieldErrors {
  return { [profileBlock(fields[error.code] ?? 'name', version)]: errorText(error, t) };
}

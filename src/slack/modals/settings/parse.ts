import type { PersonalSettings } from '../../../domain/settings';
import type { ErrorCode, UserError } from '../../../errors';
import type { Messages } from '../../../i18n';
import { ids } from '../../ids';
import { errorText } from '../../messages/answers';
import type { FieldErrors } from '../reading';
import { chosenIn, type StateValues, tickedIn, timeIn } from '../state-values';
import { dayChoices, messageChoices, weekdays } from './view';
import { asInSlack } from './zone-options';

const { blocks } = ids;

/** Reads a submitted settings modal. Whether it makes sense is for the use case to say. */
export function parseSettings(values: StateValues): PersonalSettings {
  const own = chosenIn(values, blocks.days) === dayChoices.own;
  const zone = chosenIn(values, blocks.zone, ids.actions.zone);
  const messages = tickedIn(values, blocks.messages, messageChoices);
  return {
    weekdays: own ? tickedIn(values, blocks.weekdays, weekdays).map(Number) : null,
    startsAt: timeIn(values, blocks.startsAt) ?? '',
    endsAt: timeIn(values, blocks.endsAt) ?? '',
    ownZone: zone === null || zone === asInSlack ? null : zone,
    remindersOn: messages.includes('reminders'),
    secondLook: messages.includes('secondLook'),
  };
}

const fields: Partial<Record<ErrorCode, string>> = {
  settingsDaysMissing: blocks.weekdays,
  settingsZoneUnknown: blocks.zone,
};

/** Puts an error of the use case under the field that it is about. */
export function settingsErrorsIn(error: UserError, t: Messages): FieldErrors {
  return { [fields[error.code] ?? blocks.endsAt]: errorText(error, t) };
}

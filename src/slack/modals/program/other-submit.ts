import { isCountry } from '../../../domain/calendar';
import { locales } from '../../../domain/locale';
import type { ProgramSettings } from '../../../domain/program-page';
import { type ErrorCode, UserError } from '../../../errors';
import { type Messages, messagesFor } from '../../../i18n';
import { changeProgram } from '../../../usecases/change-program';
import { askerOf, lastSeenTexts } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { ids } from '../../ids';
import { errorText } from '../../messages/answers';
import { longest } from '../limits';
import { type FieldErrors, type Parsed, parsed, type Reading, readText } from '../reading';
import { chosenIn, type StateValues, tickedIn, timeIn } from '../state-values';
import { type Submission, saveAndAnswer } from '../submission';
import { type OtherMeta, programMeta } from './meta';
import { roles, weekdays } from './other-view';
import { redrawProgram } from './redraw';

const { blocks } = ids;

/** "Save": a program's other settings were changed. */
export function submitOther(deps: BotDeps) {
  return async (submission: Submission): Promise<void> => {
    const { ack, view, context } = submission;
    const { workspaceId, userId: leadId } = askerOf(context);
    const meta = programMeta.other.decode(view.private_metadata);
    if (!meta) {
      const t = lastSeenTexts(deps, { workspaceId, userId: leadId });
      return ack({ response_action: 'errors', errors: otherErrors(new UserError('viewExpired'), t) });
    }
    const t = messagesFor(meta.locale);
    const reading = parseOther(view.state.values, meta, t);
    if (!reading.ok) return ack({ response_action: 'errors', errors: reading.errors });
    const scope = { workspaceId, leadId, programId: meta.programId };
    const changes = changedSince(meta.shown, reading.input);
    await saveAndAnswer(deps, submission, {
      save: () => changeProgram(deps.context(), scope, changes),
      fieldErrors: (error) => otherErrors(error, t),
      answer: () => redrawProgram(deps, submission, meta),
    });
  };
}

function parseOther(values: StateValues, { shown }: OtherMeta, t: Messages): Parsed<ProgramSettings> {
  const reading: Reading = { values, errors: {}, t };
  const { errors } = reading;
  const name = readText(reading, blocks.programName, longest.programName);
  const days = tickedIn(values, blocks.programWeekdays, weekdays);
  const countedRoles = tickedIn(values, blocks.programRoles, roles);
  const country = chosenIn(values, blocks.programCountry) ?? shown.country;
  if (name === '') errors[blocks.programName] = t.errors.programNameMissing();
  if (days.length === 0) errors[blocks.programWeekdays] = t.errors.chooseOne();
  if (countedRoles.length === 0) errors[blocks.programRoles] = t.errors.chooseOne();
  if (!isCountry(country)) errors[blocks.programCountry] = t.errors.chooseOne();
  const locale = locales.find((one) => one === chosenIn(values, blocks.programLocale)) ?? shown.locale;
  const time = timeIn(values, blocks.programDigestAt);
  const digestAt = time === null ? shown.digestAt : `${time}:00`;
  return parsed(
    { name, locale, country, workingWeekdays: days.map(Number), digestAt, countedRoles },
    reading,
  );
}

/** Two leads who change different settings at once don't undo each other's. */
function changedSince(shown: OtherMeta['shown'], input: ProgramSettings): Partial<ProgramSettings> {
  const differs = ([key, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(shown[key as keyof ProgramSettings]);
  return Object.fromEntries(Object.entries(input).filter(differs));
}

const ofTheName: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['programNameTaken']);

function otherErrors(error: UserError, t: Messages): FieldErrors {
  const field = ofTheName.has(error.code) ? blocks.programName : blocks.programWeekdays;
  return { [field]: errorText(error, t) };
}

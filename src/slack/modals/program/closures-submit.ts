import { type ErrorCode, UserError } from '../../../errors';
import { type Messages, messagesFor } from '../../../i18n';
import { addClosure } from '../../../usecases/change-closures';
import { askerOf, lastSeenTexts } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { ids } from '../../ids';
import { errorText } from '../../messages/answers';
import { longest } from '../limits';
import { type FieldErrors, type Parsed, parsed, type Reading, readText } from '../reading';
import { dateIn, type StateValues } from '../state-values';
import { type Submission, saveAndAnswer } from '../submission';
import { programMeta } from './meta';
import { redrawProgram } from './redraw';

const { blocks } = ids;

/** "Add": days off were entered. */
export function submitClosure(deps: BotDeps) {
  return async (submission: Submission): Promise<void> => {
    const { ack, view, context } = submission;
    const { workspaceId, userId: leadId } = askerOf(context);
    const meta = programMeta.closures.decode(view.private_metadata);
    if (!meta) {
      const t = lastSeenTexts(deps, { workspaceId, userId: leadId });
      const errors = closureErrors(new UserError('viewExpired'), t);
      return ack({ response_action: 'errors', errors });
    }
    const t = messagesFor(meta.locale);
    const reading = parseClosure(view.state.values, t);
    if (!reading.ok) return ack({ response_action: 'errors', errors: reading.errors });
    const scope = { workspaceId, leadId, programId: meta.programId };
    await saveAndAnswer(deps, submission, {
      save: () => addClosure(deps.context(), scope, reading.input),
      fieldErrors: (error) => closureErrors(error, t),
      answer: () => redrawProgram(deps, submission, meta),
    });
  };
}

function parseClosure(values: StateValues, t: Messages): Parsed<{ from: string; to: string; label: string }> {
  const reading: Reading = { values, errors: {}, t };
  const from = dateIn(values, blocks.closureFrom);
  if (from === null) reading.errors[blocks.closureFrom] = t.errors.dateMissing();
  const to = dateIn(values, blocks.closureTo) ?? from;
  const label = readText(reading, blocks.closureLabel, longest.label);
  return parsed({ from: from ?? '', to: to ?? '', label }, reading);
}

const ofTheLastDay: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['closureBackwards', 'closureTooLong']);

function closureErrors(error: UserError, t: Messages): FieldErrors {
  const field = ofTheLastDay.has(error.code) ? blocks.closureTo : blocks.closureFrom;
  return { [field]: errorText(error, t) };
}

import { UserError } from '../../../errors';
import { type Messages, messagesFor } from '../../../i18n';
import { answerFlag } from '../../../usecases/answer-flag';
import { answerPrivately } from '../../answer';
import { askerOf, lastSeenTexts } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { ids } from '../../ids';
import { errorText } from '../../messages/answers';
import { answerKeptMessage } from '../../messages/care-answer';
import { longest } from '../limits';
import { type FieldErrors, type Parsed, parsed, type Reading, readText } from '../reading';
import type { StateValues } from '../state-values';
import { type Submission, saveAndAnswer } from '../submission';
import { decodeAnswerMeta } from './meta';

const { answerText } = ids.blocks;

/** "Answer": the answer modal was submitted. */
export function submitAnswer(deps: BotDeps) {
  return async ({ ack, view, context, client }: Submission): Promise<void> => {
    const asker = askerOf(context);
    const meta = decodeAnswerMeta(view.private_metadata);
    if (!meta) {
      const errors = answerErrors(new UserError('viewExpired'), lastSeenTexts(deps, asker));
      return ack({ response_action: 'errors', errors });
    }
    const t = messagesFor(meta.locale);
    const reading = parseAnswer(view.state.values, t);
    if (!reading.ok) return ack({ response_action: 'errors', errors: reading.errors });
    const { workspaceId, userId: authorId } = asker;
    const { checkInId, channelId } = meta;
    const input = { workspaceId, authorId, checkInId, text: reading.input, submissionKey: view.id };
    await saveAndAnswer(
      deps,
      { ack },
      {
        save: () => answerFlag(deps.context(), input),
        fieldErrors: (error) => answerErrors(error, t),
        answer: ({ learnerName: name, toldName: told }) =>
          answerPrivately(client, asker, channelId, answerKeptMessage({ name, told }, t)),
      },
    );
  };
}

function parseAnswer(values: StateValues, t: Messages): Parsed<string> {
  const reading: Reading = { values, errors: {}, t };
  const text = readText(reading, answerText, longest.answer);
  if (text === '') reading.errors[answerText] = t.errors.answerMissing();
  return parsed(text, reading);
}

function answerErrors(error: UserError, t: Messages): FieldErrors {
  return { [answerText]: errorText(error, t) };
}

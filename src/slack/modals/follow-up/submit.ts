import { followUpAnswers } from '../../../domain/consultation';
import { UserError } from '../../../errors';
import { type Messages, messagesFor } from '../../../i18n';
import { answerFollowUp } from '../../../usecases/consultation/answer-follow-up';
import { askerOf, lastSeenTexts } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { ids } from '../../ids';
import { errorText } from '../../messages/answers';
import { longest } from '../limits';
import { type FieldErrors, parsed, type Reading, readText } from '../reading';
import { chosenIn } from '../state-values';
import { type Submission, saveAndAnswer } from '../submission';
import { decodeFollowUpMeta } from './view';

const { blocks } = ids;

/** How it went on was told; the message that asked shows it. */
export function submitFollowUp(deps: BotDeps) {
  return async ({ ack, view, context }: Submission): Promise<void> => {
    const asker = askerOf(context);
    const meta = decodeFollowUpMeta(view.private_metadata);
    const t = meta ? messagesFor(meta.locale) : lastSeenTexts(deps, asker);
    if (!meta) {
      return ack({ response_action: 'errors', errors: followUpErrors(new UserError('viewExpired'), t) });
    }
    const reading: Reading = { values: view.state.values, errors: {}, t };
    const line = parsed(readText(reading, blocks.followUpLine, longest.followUpLine), reading);
    if (!line.ok) return ack({ response_action: 'errors', errors: line.errors });
    const { workspaceId, userId: viewerId } = asker;
    const chosen = chosenIn(view.state.values, blocks.followUpAnswer);
    const answer = followUpAnswers.find((one) => one === chosen) ?? 'same';
    const { consultationId } = meta;
    const input = { workspaceId, viewerId, consultationId, answer, line: line.input };
    await saveAndAnswer(
      deps,
      { ack },
      {
        save: () => answerFollowUp(deps.context(), input),
        fieldErrors: (error) => followUpErrors(error, t),
        answer: async () => undefined,
      },
    );
  };
}

function followUpErrors(error: UserError, t: Messages): FieldErrors {
  return { [blocks.followUpAnswer]: errorText(error, t) };
}

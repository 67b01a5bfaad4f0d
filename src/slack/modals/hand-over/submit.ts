import type { Hints } from '../../../domain/profile';
import { UserError } from '../../../errors';
import { type Messages, messagesFor } from '../../../i18n';
import { requestHandover } from '../../../usecases/request-handover';
import { answerPrivately } from '../../answer';
import { askerOf, lastSeenTexts } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { ids } from '../../ids';
import { askedMessage, errorText } from '../../messages/answers';
import { askCoverErrors, parseAskCover } from '../ask-cover/parse';
import { redrawCard } from '../card/redraw';
import { longest } from '../limits';
import { type FieldErrors, type Parsed, parsed, type Reading, readText } from '../reading';
import type { StateValues } from '../state-values';
import { type Submission, saveAndAnswer } from '../submission';
import { decodeHandOverMeta, type HandOverMeta } from './meta';

/** "Ask": a colleague is asked to take learners over for good. */
export function submitHandOver(deps: BotDeps) {
  return async ({ ack, view, context, client }: Submission): Promise<void> => {
    const asker = askerOf(context);
    const { values } = view.state;
    const meta = decodeHandOverMeta(view.private_metadata);
    if (!meta) {
      const errors = askCoverErrors(new UserError('viewExpired'), values, lastSeenTexts(deps, asker));
      return ack({ response_action: 'errors', errors });
    }
    const t = messagesFor(meta.locale);
    const reading = parseHandOver(values, meta, t);
    if (!reading.ok) return ack({ response_action: 'errors', errors: reading.errors });
    const input = { ...asker, ...reading.input, submissionKey: view.id };
    await saveAndAnswer(
      deps,
      { ack },
      {
        save: () => requestHandover(deps.context(), input),
        fieldErrors: (error) => handOverErrors(error, values, t),
        answer: async ({ toName }) => {
          await answerPrivately(client, asker, meta.channelId, askedMessage(toName, t.handover.asked));
          await redrawCard(deps, client, asker, meta);
        },
      },
    );
  };
}

function handOverErrors(error: UserError, values: StateValues, t: Messages): FieldErrors {
  if (error.code === 'hintsChanged') return { [ids.blocks.tone]: errorText(error, t) };
  return askCoverErrors(error, values, t);
}

interface ParsedHandOver {
  learnerIds: string[];
  toId: string;
  note: string;
  hints: (Hints & { version: number }) | null;
}

function parseHandOver(
  values: StateValues,
  { learnerId, version }: HandOverMeta,
  t: Messages,
): Parsed<ParsedHandOver> {
  const asked = parseAskCover(values, t);
  const reading: Reading = { values, errors: asked.ok ? {} : { ...asked.errors }, t };
  const chosen = asked.ok ? asked.input : { toId: '', learnerIds: null, note: '' };
  const tone = readText(reading, ids.blocks.tone, longest.story);
  const avoid = readText(reading, ids.blocks.avoid, longest.story);
  const learnerIds = learnerId === null ? (chosen.learnerIds ?? []) : [learnerId];
  if (asked.ok && learnerIds.length === 0) reading.errors[ids.blocks.learners] = t.errors.learnerMissing();
  const hints = learnerId === null ? null : { tone, avoid, version };
  return parsed({ ...chosen, learnerIds, hints }, reading);
}

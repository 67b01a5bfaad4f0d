import { UserError } from '../../../errors';
import { type Messages, messagesFor } from '../../../i18n';
import { correctCheckIn } from '../../../usecases/correct-check-in';
import { type RecordedCheckIn, recordCheckIn } from '../../../usecases/record-check-in';
import { answerPrivately } from '../../answer';
import { type Asker, askerOf, lastSeenTexts } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { checkInSavedMessage } from '../../messages/check-in-saved';
import { redrawCard } from '../card/redraw';
import { type Submission, saveAndAnswer } from '../submission';
import { checkInErrors } from './errors';
import { type CheckInMeta, decodeCheckInMeta } from './meta';
import { type ParsedCheckIn, parseCheckIn } from './parse';

/** "Log" and "Save": the check-in modal was submitted, for a new check-in or a correction. */
export function submitCheckIn(deps: BotDeps) {
  return async (submission: Submission): Promise<void> => {
    const { ack, view, context } = submission;
    const { values } = view.state;
    const asker = askerOf(context);
    const meta = decodeCheckInMeta(view.private_metadata);
    if (!meta) {
      const errors = checkInErrors(new UserError('viewExpired'), values, lastSeenTexts(deps, asker));
      return ack({ response_action: 'errors', errors });
    }
    const t = messagesFor(meta.locale);
    const reading = parseCheckIn(values, meta, t);
    if (!reading.ok) return ack({ response_action: 'errors', errors: reading.errors });
    const submitted = { meta, input: reading.input, submissionKey: view.id };
    await saveAndAnswer(
      deps,
      { ack },
      {
        save: () => save(deps, asker, submitted),
        fieldErrors: (error) => checkInErrors(error, values, t),
        answer: (saved) => answer(deps, submission, { ...submitted, saved, t }),
      },
    );
  };
}

interface Submitted {
  meta: CheckInMeta;
  input: ParsedCheckIn;
  submissionKey: string;
}

function save(
  deps: BotDeps,
  { workspaceId, userId }: Asker,
  { meta, input, submissionKey }: Submitted,
): Promise<RecordedCheckIn> {
  if (meta.correcting) {
    const { content } = input;
    return correctCheckIn(deps.context(), { workspaceId, correctorId: userId, ...meta.correcting, content });
  }
  return recordCheckIn(deps.context(), {
    ...input,
    workspaceId,
    authorId: userId,
    sourcePermalink: meta.permalink,
    submissionKey,
  });
}

async function answer(
  deps: BotDeps,
  { context, client }: Submission,
  { meta, input, saved, t }: Submitted & { saved: RecordedCheckIn; t: Messages },
): Promise<void> {
  const corrected = meta.correcting !== null;
  if (!corrected) deps.metrics.checkIns.inc();
  const { contactedOn } = input.content;
  const message = checkInSavedMessage({ ...saved, contactedOn, corrected }, t);
  await answerPrivately(client, askerOf(context), meta.channelId, message);
  await redrawCard(deps, client, askerOf(context), meta);
}

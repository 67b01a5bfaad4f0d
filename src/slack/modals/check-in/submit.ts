import { messagesFor } from '../../../i18n';
import { correctCheckIn } from '../../../usecases/correct-check-in';
import { type RecordedCheckIn, recordCheckIn } from '../../../usecases/record-check-in';
import { answerPrivately } from '../../answer';
import { type Asker, askerOf } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { checkInSavedMessage } from '../../messages/check-in-saved';
import { type Submission, saveOrKeepOpen } from '../submission';
import { checkInErrors } from './errors';
import { type CheckInMeta, decodeCheckInMeta } from './meta';
import { type ParsedCheckIn, parseCheckIn } from './parse';

/** "Log" and "Save": the check-in modal was submitted, for a new check-in or a correction. */
export function submitCheckIn(deps: BotDeps) {
  return async ({ ack, view, context, client }: Submission): Promise<void> => {
    const asker = askerOf(context);
    const t = messagesFor(deps.locales.of(asker.workspaceId, asker.userId));
    const meta = decodeCheckInMeta(view.private_metadata);
    const reading = parseCheckIn(view.state.values, meta, t);
    if (!reading.ok) return ack({ response_action: 'errors', errors: reading.errors });
    const saved = await saveOrKeepOpen(
      deps,
      { ack },
      {
        save: () => save(deps, asker, { meta, input: reading.input, submissionKey: view.id }),
        fieldErrors: (error) => checkInErrors(error, view.state.values, t),
      },
    );
    if (!saved) return;
    if (!saved.repeated && !meta.correcting) deps.metrics.checkIns.inc();
    const { contactedOn } = reading.input.content;
    const message = checkInSavedMessage({ ...saved, contactedOn, corrected: meta.correcting !== null }, t);
    if (!saved.repeated) await answerPrivately(client, asker, meta.channelId, message);
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

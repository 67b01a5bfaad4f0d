import { messagesFor } from '../../../i18n';
import { postponeContact } from '../../../usecases/postpone-contact';
import { answerPrivately } from '../../answer';
import { askerOf } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { postponedMessage } from '../../messages/answers';
import { type Submission, saveOrKeepOpen } from '../submission';
import { decodePostponeMeta } from './meta';
import { parsePostpone, postponeErrors } from './parse';

/** "Postpone": the postpone modal was submitted. */
export function submitPostponement(deps: BotDeps) {
  return async ({ ack, view, context, client }: Submission): Promise<void> => {
    const asker = askerOf(context);
    const t = messagesFor(deps.locales.of(asker.workspaceId, asker.userId));
    const meta = decodePostponeMeta(view.private_metadata);
    const reading = parsePostpone(view.state.values, meta, t);
    if (!reading.ok) return ack({ response_action: 'errors', errors: reading.errors });
    const { learnerId, plan } = reading.input;
    const { workspaceId, userId: supporterId } = asker;
    const saved = await saveOrKeepOpen(
      deps,
      { ack },
      {
        save: () => postponeContact(deps.context(), { workspaceId, supporterId, learnerId, plan }),
        fieldErrors: (error) => postponeErrors(error, t),
      },
    );
    if (!saved) return;
    const { learnerName: name, next } = saved;
    const message = postponedMessage({ name, on: next.dueOn ?? plan.on }, t);
    await answerPrivately(client, asker, meta.channelId, message);
  };
}

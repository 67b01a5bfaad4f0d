import { UserError } from '../../../errors';
import { messagesFor } from '../../../i18n';
import { planContact } from '../../../usecases/plan-contact';
import { answerPrivately } from '../../answer';
import { askerOf, lastSeenTexts } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { plannedMessage } from '../../messages/answers';
import { redrawCard } from '../card/redraw';
import { type Submission, saveAndAnswer } from '../submission';
import { decodePlanMeta } from './meta';
import { parsePlan, planErrors } from './parse';

/** "Save": the plan modal was submitted. */
export function submitPlan(deps: BotDeps) {
  return async ({ ack, view, context, client }: Submission): Promise<void> => {
    const asker = askerOf(context);
    const { values } = view.state;
    const meta = decodePlanMeta(view.private_metadata);
    if (!meta) {
      const errors = planErrors(new UserError('viewExpired'), values, lastSeenTexts(deps, asker));
      return ack({ response_action: 'errors', errors });
    }
    const t = messagesFor(meta.locale);
    const reading = parsePlan(values, meta, t);
    if (!reading.ok) return ack({ response_action: 'errors', errors: reading.errors });
    const { learnerId, plan } = reading.input;
    const { workspaceId, userId: supporterId } = asker;
    await saveAndAnswer(
      deps,
      { ack },
      {
        save: () => planContact(deps.context(), { workspaceId, supporterId, learnerId, plan }),
        fieldErrors: (error) => planErrors(error, values, t),
        answer: async ({ learnerName: name, next }) => {
          const message = plannedMessage({ name, next, returned: !plan }, t);
          await answerPrivately(client, asker, meta.channelId, message);
          await redrawCard(deps, client, asker, meta);
        },
      },
    );
  };
}

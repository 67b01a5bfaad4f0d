import type { AllMiddlewareArgs, SlackOptionsMiddlewareArgs } from '@slack/bolt';
import { messagesFor } from '../../../i18n';
import { withinTime } from '../../../time-limit';
import { suggestFor } from '../../../usecases/suggest-for';
import { askerOf } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { learnerOptions } from './learner-options';
import { decodeCheckInMeta } from './meta';

type Suggestion = SlackOptionsMiddlewareArgs<'block_suggestion'> & AllMiddlewareArgs;

/** The learner's type-ahead. When it fails Slack is answered with nobody at once, rather than left waiting. */
export function suggestLearner(deps: BotDeps) {
  return async ({ ack, payload, context }: Suggestion): Promise<void> => {
    const { workspaceId, userId: viewerId } = askerOf(context);
    const suggesting = suggestFor(deps.context(), { workspaceId, viewerId, typed: payload.value });
    const options = await withinTime(deps.savingMs, 'type-ahead', suggesting).catch(
      async (error: unknown) => {
        await ack({ options: [] });
        throw error;
      },
    );
    const meta = decodeCheckInMeta(payload.view?.private_metadata ?? '');
    const locale = meta?.locale ?? deps.locales.of(workspaceId, viewerId);
    await ack(learnerOptions(options, messagesFor(locale)));
  };
}

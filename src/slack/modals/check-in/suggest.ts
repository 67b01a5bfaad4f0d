import type { AllMiddlewareArgs, SlackOptionsMiddlewareArgs } from '@slack/bolt';
import { messagesFor } from '../../../i18n';
import { suggestFor } from '../../../usecases/suggest-for';
import { askerOf } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { learnerOptions } from './learner-options';
import { decodeCheckInMeta } from './meta';

type Suggestion = SlackOptionsMiddlewareArgs<'block_suggestion'> & AllMiddlewareArgs;

/** The learner's type-ahead. */
export function suggestLearner(deps: BotDeps) {
  return async ({ ack, payload, context }: Suggestion): Promise<void> => {
    const { workspaceId, userId: viewerId } = askerOf(context);
    const options = await suggestFor(deps.context(), { workspaceId, viewerId, typed: payload.value });
    const meta = decodeCheckInMeta(payload.view?.private_metadata ?? '');
    const locale = meta?.locale ?? deps.locales.of(workspaceId, viewerId);
    await ack(learnerOptions(options, messagesFor(locale)));
  };
}

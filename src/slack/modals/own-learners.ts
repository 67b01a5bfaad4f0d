import type { AllMiddlewareArgs, SlackOptionsMiddlewareArgs } from '@slack/bolt';
import type { MultiExternalSelect } from '@slack/types';
import { messagesFor } from '../../i18n';
import { withinTime } from '../../time-limit';
import { suggestFor } from '../../usecases/suggest-for';
import { askerOf } from '../asker';
import { plain } from '../block-kit';
import type { BotDeps } from '../bot-deps';
import { ids } from '../ids';
import { learnerOptions } from './check-in/learner-options';
import { decodeMeta } from './decode-meta';
import { placeMeta } from './place-meta';

type Suggestion = SlackOptionsMiddlewareArgs<'block_suggestion'> & AllMiddlewareArgs;

/** Several learners of one's own caseload, by a type-ahead. */
export function ownLearnersPicker(placeholder: string): MultiExternalSelect & { action_id: string } {
  return {
    type: 'multi_external_select',
    action_id: ids.actions.ownLearners,
    min_query_length: 0,
    placeholder: plain(placeholder),
  };
}

/** The type-ahead's answer: learners of the asker's own caseload. */
export function suggestOwnLearners(deps: BotDeps) {
  return async ({ ack, payload, context }: Suggestion): Promise<void> => {
    const { workspaceId, userId: viewerId } = askerOf(context);
    const asked = { workspaceId, viewerId, typed: payload.value, caseloadOnly: true };
    const suggesting = suggestFor(deps.context(), asked);
    const options = await withinTime(deps.savingMs, 'type-ahead', suggesting).catch(
      async (error: unknown) => {
        await ack({ options: [] });
        throw error;
      },
    );
    const meta = decodeMeta(placeMeta.loose(), payload.view?.private_metadata ?? '');
    const locale = meta?.locale ?? deps.locales.of(workspaceId, viewerId);
    await ack(learnerOptions(options, messagesFor(locale)));
  };
}

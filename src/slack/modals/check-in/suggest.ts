import type { AllMiddlewareArgs, SlackOptionsMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { locales } from '../../../domain/locale';
import { messagesFor } from '../../../i18n';
import { withinTime } from '../../../time-limit';
import { suggestFor } from '../../../usecases/suggest-for';
import { askerOf } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { decodeMeta } from '../decode-meta';
import { learnerOptions } from './learner-options';

type Suggestion = SlackOptionsMiddlewareArgs<'block_suggestion'> & AllMiddlewareArgs;

/** What every modal with a learner field carries along. */
const spokenIn = z.object({ locale: z.enum(locales) });

/** The learner's type-ahead. When it fails Slack is answered with nobody at once, rather than left waiting. */
export function suggestLearner(deps: BotDeps, { finishedToo } = { finishedToo: false }) {
  return async ({ ack, payload, context }: Suggestion): Promise<void> => {
    const { workspaceId, userId: viewerId } = askerOf(context);
    const typed = payload.value;
    const suggesting = suggestFor(deps.context(), { workspaceId, viewerId, typed, finishedToo });
    const options = await withinTime(deps.savingMs, 'type-ahead', suggesting).catch(
      async (error: unknown) => {
        await ack({ options: [] });
        throw error;
      },
    );
    const spoken = decodeMeta(spokenIn, payload.view?.private_metadata ?? '');
    const locale = spoken?.locale ?? deps.locales.of(workspaceId, viewerId);
    await ack(learnerOptions(options, messagesFor(locale)));
  };
}

import { withinTime } from '../../../time-limit';
import { askerOf, lastSeenTexts } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { ids } from '../../ids';
import { errorText } from '../../messages/answers';
import { toldError } from '../../told-error';
import type { Submission } from '../submission';
import { decodeCasesMeta } from './meta';
import { casesModal } from './open';
import { searchIn } from './search-state';

/** "Search": the same as Enter. The modal stays and shows what was found. */
export function submitSearch(deps: BotDeps) {
  return async ({ ack, view, context }: Submission): Promise<void> => {
    const asker = askerOf(context);
    const channelId = decodeCasesMeta(view.private_metadata)?.channelId ?? null;
    const searching = casesModal(deps, asker, searchIn(view.state.values, 0), channelId);
    const response = await withinTime(deps.savingMs, 'searching', searching).then(
      (found) => ({ response_action: 'update' as const, view: found }),
      (error: unknown) => ({
        response_action: 'errors' as const,
        errors: {
          [ids.blocks.caseWords]: errorText(toldError(deps, error), lastSeenTexts(deps, asker)),
        },
      }),
    );
    await ack(response);
  };
}

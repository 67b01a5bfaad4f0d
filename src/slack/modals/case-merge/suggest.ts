import type { AllMiddlewareArgs, SlackOptionsMiddlewareArgs } from '@slack/bolt';
import { withinTime } from '../../../time-limit';
import { suggestCases } from '../../../usecases/library/suggest-cases';
import { askerOf } from '../../asker';
import { typed } from '../../block-kit';
import type { BotDeps } from '../../bot-deps';
import { plainLine } from '../../mrkdwn';
import { decodeCaseMeta } from '../case/meta';

type Suggestion = SlackOptionsMiddlewareArgs<'block_suggestion'> & AllMiddlewareArgs;

const longestText = 75;

/** The type-ahead's answer: cases of the same program, the closest to what is typed first. */
export function suggestMerge(deps: BotDeps) {
  return async ({ ack, payload, context }: Suggestion): Promise<void> => {
    const { workspaceId, userId: viewerId } = askerOf(context);
    const meta = decodeCaseMeta(payload.view?.private_metadata ?? '');
    const asked = { workspaceId, viewerId, caseId: meta?.caseId ?? '', typed: payload.value };
    const suggesting = meta ? suggestCases(deps.searching(), asked) : Promise.resolve([]);
    const hits = await withinTime(deps.savingMs, 'type-ahead', suggesting).catch(async (error: unknown) => {
      await ack({ options: [] });
      throw error;
    });
    await ack({
      options: hits.map(({ sourceId, title }) => ({
        text: typed(plainLine(title, longestText)),
        value: sourceId,
      })),
    });
  };
}

import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  PlainTextInputAction,
  SlackActionMiddlewareArgs,
  StaticSelectAction,
} from '@slack/bolt';
import { UserError } from '../../errors';
import { askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { decodeCasesMeta } from '../modals/cases/meta';
import { casesModal } from '../modals/cases/open';
import { searchIn } from '../modals/cases/search-state';
import { openInTime } from '../modals/open-in-time';
import { updateIfOpen } from '../modals/update-if-open';
import type { ButtonPress } from './button';
import { placeOf } from './place';

type Searched = SlackActionMiddlewareArgs<
  BlockAction<PlainTextInputAction | StaticSelectAction | ButtonAction>
> &
  AllMiddlewareArgs;

/** "Look for cases" on Home. */
export function casesFromButton(deps: BotDeps) {
  return async ({ ack, body, client, context }: ButtonPress): Promise<void> => {
    await ack();
    const asker = askerOf(context);
    const { how, channelId } = placeOf(body);
    const content = casesModal(deps, asker, { text: '', filters: {}, offset: 0 }, channelId);
    await openInTime(
      deps,
      client,
      { asker, triggerId: body.trigger_id, how, title: (t) => t.library.title },
      content,
    );
  };
}

/** Enter in the search, another choice in a menu, or another page. */
export function searchCases(deps: BotDeps) {
  return async ({ ack, action, body, client, context }: Searched): Promise<void> => {
    await ack();
    const meta = decodeCasesMeta(body.view?.private_metadata ?? '');
    if (!body.view || !meta) throw new UserError('viewExpired');
    const offset = action.type === 'button' ? Number(action.value) : 0;
    const search = searchIn(body.view.state.values, Number.isSafeInteger(offset) ? Math.max(0, offset) : 0);
    const view = await casesModal(deps, askerOf(context), search, meta.channelId);
    await updateIfOpen(client, body.view.id, view);
  };
}

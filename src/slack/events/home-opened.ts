import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { openHome } from '../../usecases/draw-home';
import { askerOf, textsFor } from '../asker';
import type { BotDeps } from '../bot-deps';
import { guestHome } from '../home/guest';
import { showHome } from '../show-home';

type HomeOpened = SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs;

/** Somebody opened Banso's Home, or the messages beside it. It is shown at once, without the queue. */
export function homeOpened(deps: BotDeps) {
  return async ({ event, context, client }: HomeOpened): Promise<void> => {
    if (event.tab !== 'home') return;
    const asker = askerOf(context);
    if (!(await openHome(deps.context(), asker))) {
      const view = guestHome(await textsFor(deps, asker, client));
      await client.views.publish({ user_id: asker.userId, view });
      return;
    }
    const again = await showHome(deps, client, asker);
    if (again) await deps.context().enqueue([again]);
  };
}

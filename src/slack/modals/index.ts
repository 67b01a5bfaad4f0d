import type { App, BlockAction, ExternalSelectAction } from '@slack/bolt';
import type { BotDeps } from '../bot-deps';
import { ids } from '../ids';
import { pickLearner } from './check-in/pick-learner';
import { submitCheckIn } from './check-in/submit';
import { suggestLearner } from './check-in/suggest';
import { submitPostponement } from './postpone/submit';

export function registerModals(app: App, deps: BotDeps): void {
  app.options({ type: 'block_suggestion', action_id: ids.actions.learner }, suggestLearner(deps));
  app.action<BlockAction<ExternalSelectAction>>(
    { type: 'block_actions', action_id: ids.actions.learner },
    pickLearner(deps),
  );
  app.view(ids.views.checkIn, submitCheckIn(deps));
  app.view(ids.views.correctCheckIn, submitCheckIn(deps));
  app.view(ids.views.postpone, submitPostponement(deps));
}

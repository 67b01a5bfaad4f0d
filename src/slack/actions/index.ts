import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { BotDeps } from '../bot-deps';
import { ids, rowActions } from '../ids';
import { checkInFromRow, newCheckIn } from './open-check-in';
import { correctionFromButton } from './open-correction';
import { postponeFromRow } from './open-postponement';
import { takeFromRow } from './take';

export function registerActions(app: App, deps: BotDeps): void {
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: rowActions.checkIn.pattern },
    checkInFromRow(deps),
  );
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: rowActions.postpone.pattern },
    postponeFromRow(deps),
  );
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: rowActions.take.pattern },
    takeFromRow(deps),
  );
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: rowActions.correct.pattern },
    correctionFromButton(deps),
  );
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: ids.actions.logCheckIn },
    newCheckIn(deps),
  );
}

import type { App, BlockAction, ButtonAction, PlainTextInputAction, StaticSelectAction } from '@slack/bolt';
import type { BotDeps } from '../bot-deps';
import { ids, rowActions } from '../ids';
import { editFromCase, markFromCase, mergeFromCase, readFromRow, retireFromCase } from './case';
import { casesFromButton, searchCases } from './cases';
import { caseUseFromRow } from './name-case';
import { showRetired, turnRetired } from './retired-cases';

type Pressed = BlockAction<ButtonAction>;
type Searched = BlockAction<PlainTextInputAction | StaticSelectAction | ButtonAction>;

/** Looking for cases, reading them and keeping them in order. */
export function registerLibrary(app: App, deps: BotDeps): void {
  const on = (action_id: string | RegExp) => ({ type: 'block_actions', action_id }) as const;
  const { actions } = ids;
  app.action<Pressed>(on(actions.openCases), casesFromButton(deps));
  app.action<Searched>(on(actions.caseWords), searchCases(deps));
  app.action<Searched>(on(actions.caseUnit), searchCases(deps));
  app.action<Searched>(on(actions.caseKind), searchCases(deps));
  app.action<Searched>(on(actions.caseConcern), searchCases(deps));
  app.action<Searched>(on(actions.caseOutcome), searchCases(deps));
  app.action<Searched>(on(actions.caseWeeks), searchCases(deps));
  app.action<Searched>(on(actions.nextCases), searchCases(deps));
  app.action<Searched>(on(actions.previousCases), searchCases(deps));
  app.action<Pressed>(on(actions.retiredCases), showRetired(deps));
  app.action<Pressed>(on(actions.nextRetired), turnRetired(deps));
  app.action<Pressed>(on(actions.previousRetired), turnRetired(deps));
  app.action<Pressed>(on(rowActions.readEntry.pattern), readFromRow(deps));
  app.action<Pressed>(on(rowActions.markCase.pattern), markFromCase(deps, { marked: true }));
  app.action<Pressed>(on(rowActions.unmarkCase.pattern), markFromCase(deps, { marked: false }));
  app.action<Pressed>(on(rowActions.useCase.pattern), caseUseFromRow(deps));
  app.action<Pressed>(on(rowActions.editCase.pattern), editFromCase(deps));
  app.action<Pressed>(on(rowActions.mergeCase.pattern), mergeFromCase(deps));
  app.action<Pressed>(on(rowActions.retireCase.pattern), retireFromCase(deps, { retired: true }));
  app.action<Pressed>(on(rowActions.restoreCase.pattern), retireFromCase(deps, { retired: false }));
}

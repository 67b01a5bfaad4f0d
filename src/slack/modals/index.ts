import type { App, BlockAction, ButtonAction, CheckboxesAction, ExternalSelectAction } from '@slack/bolt';
import type { BotDeps } from '../bot-deps';
import { ids } from '../ids';
import { submitAnswer } from './answer/submit';
import { submitAskCover } from './ask-cover/submit';
import { submitAway } from './away/submit';
import { submitBreach } from './breach/submit';
import { submitCaseEdit } from './case-edit/submit';
import { submitCaseMerge } from './case-merge/submit';
import { suggestMerge } from './case-merge/suggest';
import { submitCaseUse } from './case-use/submit';
import { submitSearch } from './cases/submit';
import { pickLearner } from './check-in/pick-learner';
import { submitCheckIn } from './check-in/submit';
import { suggestLearner } from './check-in/suggest';
import { chooseReplies } from './closing/choose-replies';
import { submitClosing, submitClosingPreview } from './closing/submit';
import { pickConsultLearner, showSimilar } from './consult/redraw';
import { submitConsult } from './consult/submit';
import { submitFinish } from './finish/submit';
import { submitFollowUp } from './follow-up/submit';
import { submitHandOver } from './hand-over/submit';
import { suggestOwnLearners } from './own-learners';
import { submitPause } from './pause/submit';
import { submitPeople } from './people/submit';
import { pickPlanLearner } from './plan/pick-learner';
import { submitPlan } from './plan/submit';
import { submitAddition, submitEdit } from './profile/submit';
import { submitClosure } from './program/closures-submit';
import { submitOther } from './program/other-submit';
import { submitPolicy } from './program/policy-submit';
import { submitPromiseMove } from './promise/submit';
import { submitImport } from './roster-import/submit';
import { submitSettings } from './settings/submit';
import { suggestZone } from './settings/zone-options';
import { submitSetup } from './setup/submit';

export function registerModals(app: App, deps: BotDeps): void {
  app.options({ type: 'block_suggestion', action_id: ids.actions.learner }, suggestLearner(deps));
  app.options(
    { type: 'block_suggestion', action_id: ids.actions.cardLearner },
    suggestLearner(deps, { finishedToo: true }),
  );
  app.action<BlockAction<ExternalSelectAction>>(
    { type: 'block_actions', action_id: ids.actions.learner },
    pickLearner(deps),
  );
  app.options({ type: 'block_suggestion', action_id: ids.actions.planLearner }, suggestLearner(deps));
  app.action<BlockAction<ExternalSelectAction>>(
    { type: 'block_actions', action_id: ids.actions.planLearner },
    pickPlanLearner(deps),
  );
  app.view(ids.views.checkIn, submitCheckIn(deps));
  app.view(ids.views.correctCheckIn, submitCheckIn(deps));
  app.view(ids.views.answer, submitAnswer(deps));
  app.options({ type: 'block_suggestion', action_id: ids.actions.ownLearners }, suggestOwnLearners(deps));
  app.options({ type: 'block_suggestion', action_id: ids.actions.zone }, suggestZone(deps));
  app.view(ids.views.away, submitAway(deps));
  app.view(ids.views.askCover, submitAskCover(deps));
  app.view(ids.views.handOver, submitHandOver(deps));
  app.view(ids.views.settings, submitSettings(deps));
  app.view(ids.views.programPolicy, submitPolicy(deps));
  app.view(ids.views.programClosures, submitClosure(deps));
  app.view(ids.views.programOther, submitOther(deps));
  app.view(ids.views.breach, submitBreach(deps));
  app.view(ids.views.cases, submitSearch(deps));
  app.view(ids.views.editCase, submitCaseEdit(deps));
  app.view(ids.views.mergeCase, submitCaseMerge(deps));
  app.view(ids.views.useCase, submitCaseUse(deps));
  app.options({ type: 'block_suggestion', action_id: ids.actions.mergeInto }, suggestMerge(deps));
  app.view(ids.views.setup, submitSetup(deps));
  app.view(ids.views.people, submitPeople(deps));
  app.view(ids.views.importRoster, submitImport(deps));
  app.view(ids.views.plan, submitPlan(deps));
  app.view(ids.views.movePromise, submitPromiseMove(deps));
  app.view(ids.views.editLearner, submitEdit(deps));
  app.view(ids.views.addLearner, submitAddition(deps));
  app.view(ids.views.pause, submitPause(deps));
  app.view(ids.views.complete, submitFinish(deps, 'completed'));
  app.view(ids.views.withdraw, submitFinish(deps, 'withdrawn'));
  registerConsult(app, deps);
}

function registerConsult(app: App, deps: BotDeps): void {
  app.options({ type: 'block_suggestion', action_id: ids.actions.consultLearner }, suggestLearner(deps));
  app.action<BlockAction<ExternalSelectAction>>(
    { type: 'block_actions', action_id: ids.actions.consultLearner },
    pickConsultLearner(deps),
  );
  app.action<BlockAction<CheckboxesAction>>(
    { type: 'block_actions', action_id: ids.actions.consultWants },
    showSimilar(deps),
  );
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: ids.actions.consultSimilar },
    showSimilar(deps),
  );
  app.view(ids.views.consult, submitConsult(deps));
  app.action<BlockAction<CheckboxesAction>>(
    { type: 'block_actions', action_id: ids.actions.closingReplies },
    chooseReplies(deps),
  );
  app.view(ids.views.closing, submitClosing(deps));
  app.view(ids.views.closingPreview, submitClosingPreview(deps));
  app.view(ids.views.followUp, submitFollowUp(deps));
}

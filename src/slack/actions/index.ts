import type {
  App,
  BlockAction,
  ButtonAction,
  ExternalSelectAction,
  OverflowAction,
  StaticSelectAction,
} from '@slack/bolt';
import type { BotDeps } from '../bot-deps';
import { ids, rowActions } from '../ids';
import { endPauseFromCard, finishFromCard, pauseFromCard, resumeFromCard } from './breaks';
import { removeClosureFromRow, takeBackFromRow } from './change-program';
import { consultFromRow, newConsult } from './consult';
import { closeFromButton, followUpFromButton, reopenFromButton } from './consultation-end';
import {
  answerCoverFromRow,
  askCoverFromRow,
  endAbsenceFromRow,
  openAwayFromButton,
  planAwayFromButton,
} from './cover';
import { handOverFromRow } from './hand-over';
import { cancelFromButton, importFromButton } from './import';
import { registerLibrary } from './library';
import { checkInFromOffer } from './log-seen';
import { moreFromRow } from './more';
import { answerFromRow } from './open-answer';
import { breachFromRow } from './open-breach';
import { cardFromFinder, cardFromRow } from './open-card';
import { checkInFromRow, newCheckIn } from './open-check-in';
import { correctionFromButton } from './open-correction';
import { peopleFromButton } from './open-people';
import { newPlan, planFromRow } from './open-plan';
import { closuresFromButton, otherFromButton, policyFromButton, programFromButton } from './open-program';
import { openSettingsFromButton } from './open-settings';
import { timelineFromCard, turnTimeline } from './open-timeline';
import { addFromFinder, chooseProgram, editFromCard } from './profile';
import { keepFromRow, moveFromRow } from './promises';
import { takeFromRow } from './take';

type Pressed = BlockAction<ButtonAction>;

export function registerActions(app: App, deps: BotDeps): void {
  registerCover(app, deps);
  registerProgram(app, deps);
  registerLibrary(app, deps);
  registerConsultationEnd(app, deps);
  registerConsultation(app, deps);
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: rowActions.checkIn.pattern },
    checkInFromRow(deps),
  );
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: rowActions.logSeen.pattern },
    checkInFromOffer(deps),
  );
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: rowActions.plan.pattern },
    planFromRow(deps),
  );
  app.action<BlockAction<OverflowAction>>(
    { type: 'block_actions', action_id: rowActions.more.pattern },
    moreFromRow(deps),
  );
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: ids.actions.newPlan },
    newPlan(deps),
  );
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: rowActions.take.pattern },
    takeFromRow(deps, { forGood: false }),
  );
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: rowActions.takeForGood.pattern },
    takeFromRow(deps, { forGood: true }),
  );
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: rowActions.answer.pattern },
    answerFromRow(deps),
  );
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: rowActions.keepPromise.pattern },
    keepFromRow(deps),
  );
  app.action<BlockAction<OverflowAction>>(
    { type: 'block_actions', action_id: rowActions.movePromise.pattern },
    moveFromRow(deps),
  );
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: rowActions.correct.pattern },
    correctionFromButton(deps),
  );
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: rowActions.explainBreach.pattern },
    breachFromRow(deps),
  );
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: rowActions.people.pattern },
    peopleFromButton(deps),
  );
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: rowActions.importRoster.pattern },
    importFromButton(deps),
  );
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: rowActions.cancelImport.pattern },
    cancelFromButton(deps),
  );
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: ids.actions.logCheckIn },
    newCheckIn(deps),
  );
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: rowActions.card.pattern },
    cardFromRow(deps),
  );
  app.action<BlockAction<ExternalSelectAction>>(
    { type: 'block_actions', action_id: ids.actions.cardLearner },
    cardFromFinder(deps),
  );
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: rowActions.timeline.pattern },
    timelineFromCard(deps),
  );
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: ids.actions.olderEntries },
    turnTimeline(deps, 'past'),
  );
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: ids.actions.newerEntries },
    turnTimeline(deps, 'now'),
  );
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: rowActions.edit.pattern },
    editFromCard(deps),
  );
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: ids.actions.addLearner },
    addFromFinder(deps),
  );
  app.action<BlockAction<StaticSelectAction>>(
    { type: 'block_actions', action_id: ids.actions.program },
    chooseProgram(deps),
  );
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: rowActions.pause.pattern },
    pauseFromCard(deps),
  );
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: rowActions.endPause.pattern },
    endPauseFromCard(deps),
  );
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: rowActions.resume.pattern },
    resumeFromCard(deps),
  );
  app.action<BlockAction<OverflowAction>>(
    { type: 'block_actions', action_id: rowActions.cardMenu.pattern },
    finishFromCard(deps),
  );
}

/** How a consultation ends, and goes on. */
function registerConsultationEnd(app: App, deps: BotDeps): void {
  const on = (action_id: string | RegExp) => ({ type: 'block_actions', action_id }) as const;
  app.action<Pressed>(on(rowActions.closeConsultation.pattern), closeFromButton(deps));
  app.action<Pressed>(on(rowActions.reopenConsultation.pattern), reopenFromButton(deps));
  app.action<Pressed>(on(rowActions.followUp.pattern), followUpFromButton(deps));
}

/** Being away, standing in, and one's own settings. */
function registerCover(app: App, deps: BotDeps): void {
  const on = (action_id: string | RegExp) => ({ type: 'block_actions', action_id }) as const;
  app.action<Pressed>(on(rowActions.acceptCover.pattern), answerCoverFromRow(deps, { accepted: true }));
  app.action<Pressed>(on(rowActions.declineCover.pattern), answerCoverFromRow(deps, { accepted: false }));
  app.action<Pressed>(on(rowActions.askCover.pattern), askCoverFromRow(deps));
  app.action<Pressed>(on(rowActions.endAbsence.pattern), endAbsenceFromRow(deps));
  app.action<Pressed>(on(rowActions.handOver.pattern), handOverFromRow(deps));
  app.action<Pressed>(on(ids.actions.planAway), planAwayFromButton(deps));
  app.action<Pressed>(on(ids.actions.openAway), openAwayFromButton(deps));
  app.action<Pressed>(on(ids.actions.openSettings), openSettingsFromButton(deps));
}

/** What a lead sees and changes of her program. */
function registerProgram(app: App, deps: BotDeps): void {
  const on = (action_id: string | RegExp) => ({ type: 'block_actions', action_id }) as const;
  app.action<Pressed>(on(ids.actions.programSettings), programFromButton(deps));
  app.action<Pressed>(on(rowActions.program.pattern), programFromButton(deps));
  app.action<Pressed>(on(ids.actions.programPolicy), policyFromButton(deps));
  app.action<Pressed>(on(ids.actions.programClosures), closuresFromButton(deps));
  app.action<Pressed>(on(ids.actions.programOther), otherFromButton(deps));
  app.action<Pressed>(on(rowActions.takeBackPolicy.pattern), takeBackFromRow(deps));
  app.action<Pressed>(on(rowActions.removeClosure.pattern), removeClosureFromRow(deps));
}

/** Asking the team, and what becomes of it. */
function registerConsultation(app: App, deps: BotDeps): void {
  const on = (action_id: string | RegExp) => ({ type: 'block_actions', action_id }) as const;
  app.action<Pressed>(on(rowActions.consult.pattern), consultFromRow(deps));
  app.action<Pressed>(on(ids.actions.newConsult), newConsult(deps));
}

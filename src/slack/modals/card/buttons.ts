import type { ActionsBlock, ActionsBlockElement, Button } from '@slack/types';
import type { LearnerCard } from '../../../domain/learner-card';
import type { Messages } from '../../../i18n';
import { button, choice } from '../../block-kit';
import { rowActions } from '../../ids';
import { endings } from '../finish/view';

type RowAction = (typeof rowActions)[keyof typeof rowActions];

/** What can be done now: somebody who has finished can only be looked at and brought back. */
export function cardButtons({ learnerId, status }: LearnerCard, t: Messages): ActionsBlock {
  const press = (action: RowAction, text: string, primary = false): Button =>
    button({ actionId: action.idFor(learnerId), text, value: learnerId, primary });
  const followed = status === 'active' || status === 'paused';
  const checkIn = press(rowActions.checkIn, t.reminder.checkIn, true);
  const elements: ActionsBlockElement[] = [
    ...(followed ? [checkIn] : []),
    ...(status === 'active' ? [press(rowActions.plan, t.more.plan)] : []),
    ...(status === 'active' ? [] : [press(rowActions.resume, t.breaks.resume, !followed)]),
    ...(followed ? [press(rowActions.consult, t.more.consult)] : []),
    ...(followed ? [press(rowActions.pause, t.breaks.pause)] : []),
    ...(followed ? [press(rowActions.handOver, t.more.handOver)] : []),
    press(rowActions.edit, t.profile.edit),
    press(rowActions.timeline, t.card.timeline),
    ...(followed ? [menu(learnerId, t)] : []),
  ];
  return { type: 'actions', elements };
}

function menu(learnerId: string, t: Messages): ActionsBlockElement {
  return {
    type: 'overflow',
    action_id: rowActions.cardMenu.idFor(learnerId),
    options: endings.map((ending) => choice(ending, t.breaks.more[ending])),
  };
}

import type { KnownBlock, ModalView } from '@slack/types';
import type { PlanLearner } from '../../../domain/plan-form';
import type { Messages } from '../../../i18n';
import { choice, field, plain, section } from '../../block-kit';
import { ids, learnersBlock } from '../../ids';
import { bold, line } from '../../mrkdwn';
import { datePicker, textInput } from '../field-elements';
import { learnerField } from '../learner-field';
import { longest } from '../limits';
import { encodePlanMeta, type PlanMeta } from './meta';

const { blocks } = ids;
export const planChoices = { own: 'own', rhythm: 'rhythm' } as const;

/**
 * Plans the next contact, sooner or later. Slack's date picker knows no first and last day, so the modal says them.
 * What is filled in beforehand is the learner's: those blocks have her id, so that Slack takes up the next learner's.
 */
export function planView(learner: PlanLearner | null, t: Messages, meta: PlanMeta): ModalView {
  return {
    type: 'modal',
    callback_id: ids.views.plan,
    private_metadata: encodePlanMeta(meta),
    title: plain(t.plan.title),
    submit: plain(t.plan.submit),
    close: plain(t.plan.cancel),
    blocks: [
      ...(meta.picking ? [learnerField(ids.actions.planLearner, learner, t)] : []),
      ...(learner ? planBlocks(learner, t) : []),
    ],
  };
}

function planBlocks(learner: PlanLearner, t: Messages): KnownBlock[] {
  const { id, plan, suggestedOn } = learner;
  return [
    section(standing(learner, t)),
    ...(plan ? [choiceField(id, t)] : []),
    field({
      blockId: learnersBlock(blocks.planOn, id),
      label: t.plan.on,
      required: true,
      element: datePicker(t.checkIn.pickDate, suggestedOn),
    }),
    field({
      blockId: learnersBlock(blocks.planReason, id),
      label: t.plan.reason,
      hint: t.plan.reasonHint,
      element: textInput({
        max: longest.reason,
        value: plan?.reason,
        placeholder: t.plan.reasonPlaceholder,
      }),
    }),
  ];
}

function choiceField(learnerId: string, t: Messages) {
  const own = choice(planChoices.own, t.plan.own);
  return field({
    blockId: learnersBlock(blocks.planChoice, learnerId),
    label: t.plan.choice,
    element: {
      type: 'radio_buttons',
      options: [own, choice(planChoices.rhythm, t.plan.back)],
      initial_option: own,
    },
  });
}

const longestName = 100;

function standing(learner: PlanLearner, t: Messages): string {
  const { name, startedOn, dueOn, usualOn, firstOn, lastOn } = learner;
  const apart = startedOn === null ? '' : t.lists.aside(t.lists.startedOn(startedOn));
  const lines = [
    t.plan.standing({ name: bold(line(name, longestName) + apart), dueOn }),
    ...planLine(learner, t),
    t.plan.range({ from: firstOn, until: lastOn }),
    ...(usualOn === null ? [] : [t.plan.usual({ on: usualOn })]),
  ];
  return lines.join('\n');
}

/** The plan that stands: whose it is, or that it is a quiet watch. */
function planLine({ plan }: PlanLearner, t: Messages): string[] {
  if (!plan) return [];
  const { on, byName, watching } = plan;
  const by = byName === null ? null : line(byName, longestName);
  if (!watching) return by === null ? [] : [t.plan.planned({ on, by })];
  const reason = plan.reason.trim() === '' ? '' : line(plan.reason, longest.reason);
  const words = t.watch.lasting({ on, reason });
  return [by === null ? words : words + t.lists.aside(t.watch.by({ by }))];
}

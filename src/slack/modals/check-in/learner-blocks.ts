import type { ActionsBlock, ContextBlock, KnownBlock, SectionBlock } from '@slack/types';
import type { CheckInForm, FormLearner, RecentAnswer, RecentCheckIn } from '../../../domain/check-in-form';
import type { Messages } from '../../../i18n';
import { button, context, section } from '../../block-kit';
import { ids, rowActions } from '../../ids';
import { bold, line, quote } from '../../mrkdwn';
import { learnerField } from '../learner-field';
import { longest } from '../limits';

const longestName = 75;
const longestNote = 150;

/** Who it is about, how they stand, and what was last said. */
export function learnerBlocks({ learner, search, correcting }: CheckInForm, t: Messages): KnownBlock[] {
  if (learner === null) return [...searched(search, t), learnerField(ids.actions.learner, null, t)];
  return [
    correcting === null ? learnerField(ids.actions.learner, learner, t) : fixedLearner(learner, t),
    standing(learner, t),
    ...recentBlocks(learner, correcting === null, t),
    ...(correcting === null && learner.mayPlan ? [askTeam(learner, t)] : []),
  ];
}

/** A hard case need not be carried alone: what is typed here stays while the team is asked. */
function askTeam({ id }: FormLearner, t: Messages): ActionsBlock {
  const ask = button({ actionId: rowActions.consult.idFor(id), text: t.consult.open, value: id });
  return { type: 'actions', block_id: `ask:${id}`, elements: [ask] };
}

/** Why nobody is filled in, though a name was typed. */
function searched(search: CheckInForm['search'], t: Messages): ContextBlock[] {
  if (search === null) return [];
  const typed = line(search.typed, longestName);
  return [
    context(search.matches === 'none' ? t.checkIn.nobodyFound({ typed }) : t.checkIn.severalFound({ typed })),
  ];
}

function fixedLearner({ name }: FormLearner, t: Messages): SectionBlock {
  return section(t.checkIn.correcting({ name: bold(line(name, longestName)) }));
}

function standing(learner: FormLearner, t: Messages): ContextBlock {
  const { startedOn, dueOn, floorOn } = learner;
  const parts = [
    t.lists.startedOn(startedOn),
    ...(dueOn ? [t.checkIn.standing({ dueOn, floorOn })] : []),
    ...watchParts(learner, t),
  ];
  return context(parts.join(' · '));
}

/** That she is quietly watched over: until when, why and by whose plan. */
function watchParts({ watching, plan }: FormLearner, t: Messages): string[] {
  if (!watching || !plan) return [];
  const reason = plan.reason.trim() === '' ? '' : line(plan.reason, longest.reason);
  const by = plan.byName === null ? [] : [t.watch.by({ by: line(plan.byName, longestName) })];
  return [t.watch.lasting({ on: plan.on, reason }), ...by];
}

/** A learner's last check-ins, newest first, and what her care team has answered since. */
export function recentBlocks(
  { recent, answers }: Pick<FormLearner, 'recent' | 'answers'>,
  mayCorrect: boolean,
  t: Messages,
): KnownBlock[] {
  if (recent.length === 0) return [context(t.checkIn.noneYet)];
  return [
    context(t.checkIn.recent),
    ...recent.map((checkIn) => recentBlock(checkIn, mayCorrect, t)),
    ...answers.map((answer) => answerBlock(answer, t)),
  ];
}

function answerBlock({ authorName, role, answeredOn: on, text }: RecentAnswer, t: Messages): SectionBlock {
  const head = t.care.answerBy({ name: line(authorName, longestName), role: t.care.roles[role], on });
  return section(`${head}\n${quote(line(text, longestNote))}`);
}

function recentBlock(checkIn: RecentCheckIn, mayCorrect: boolean, t: Messages): SectionBlock {
  const { id, contactedOn, outcome, motivation, note, authorName } = checkIn;
  const facts = [
    t.outcomes[outcome],
    ...(motivation === null ? [] : [t.checkIn.motivationShort(motivation)]),
    line(authorName, longestName),
  ];
  const head = `${bold(t.dates.day(contactedOn))} ${facts.join(' · ')}`;
  const text = note.trim() === '' ? head : `${head}\n${quote(line(note, longestNote))}`;
  return {
    ...section(text),
    block_id: `recent:${id}`,
    ...(mayCorrect &&
      checkIn.correctable && {
        accessory: button({ actionId: rowActions.correct.idFor(id), text: t.checkIn.correct, value: id }),
      }),
  };
}

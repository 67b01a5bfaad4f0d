import type { ContextBlock, InputBlock, KnownBlock, SectionBlock } from '@slack/types';
import type { CheckInForm, FormLearner, RecentCheckIn } from '../../../domain/check-in-form';
import type { Messages } from '../../../i18n';
import { button, context, field, plain, section, typed } from '../../block-kit';
import { ids, rowActions } from '../../ids';
import { bold, line, plainLine, quote } from '../../mrkdwn';

const longestName = 75;
const longestNote = 150;

/** Who it is about, how they stand, and what was last said. */
export function learnerBlocks({ learner, correcting }: CheckInForm, t: Messages): KnownBlock[] {
  if (learner === null) return [learnerField(null, t)];
  return [
    correcting === null ? learnerField(learner, t) : fixedLearner(learner, t),
    standing(learner, t),
    ...recentBlocks(learner.recent, correcting === null, t),
  ];
}

function learnerField(learner: FormLearner | null, t: Messages): InputBlock {
  const input = field({
    blockId: ids.blocks.learner,
    label: t.checkIn.learner,
    required: true,
    element: {
      type: 'external_select',
      action_id: ids.actions.learner,
      min_query_length: 0,
      placeholder: plain(t.checkIn.learnerPlaceholder),
      ...(learner && {
        initial_option: { text: typed(plainLine(learner.name, longestName)), value: learner.id },
      }),
    },
  });
  return { ...input, dispatch_action: true };
}

function fixedLearner({ name }: FormLearner, t: Messages): SectionBlock {
  return section(t.checkIn.correcting({ name: bold(line(name, longestName)) }));
}

function standing({ startedOn, dueOn, floorOn }: FormLearner, t: Messages): ContextBlock {
  const parts = [t.lists.startedOn(startedOn), ...(dueOn ? [t.checkIn.standing({ dueOn, floorOn })] : [])];
  return context(parts.join(' · '));
}

function recentBlocks(recent: RecentCheckIn[], mayCorrect: boolean, t: Messages): KnownBlock[] {
  if (recent.length === 0) return [context(t.checkIn.noneYet)];
  return [context(t.checkIn.recent), ...recent.map((checkIn) => recentBlock(checkIn, mayCorrect, t))];
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

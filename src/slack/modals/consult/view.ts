import type { ContextBlock, InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { RecentCheckIn } from '../../../domain/check-in-form';
import type { ConsultForm, ConsultLearner } from '../../../domain/consult-form';
import { wants } from '../../../domain/consultation';
import type { Messages } from '../../../i18n';
import { context, field, plain, section } from '../../block-kit';
import { ids, learnersBlock } from '../../ids';
import { line, plainLine } from '../../mrkdwn';
import { textInput, tickBoxes } from '../field-elements';
import { learnerField } from '../learner-field';
import { longest } from '../limits';
import { type ConsultMeta, encodeConsultMeta } from './meta';
import { similarBlocks } from './similar-blocks';

const { blocks } = ids;
const longestName = 75;
/** Slack's limit for a choice and what explains it. */
const longestChoice = 75;

const hideNameChoices = ['hide'] as const;

/**
 * A supporter asks her peers (DESIGN.md 4, Consultation). It is drawn again while somebody writes: blocks keep their ids,
 * but for the check-ins, which are one learner's.
 */
export function consultView(form: ConsultForm, t: Messages, meta: ConsultMeta): ModalView {
  const { learner, given } = form;
  const joins = learner?.open ?? null;
  return {
    type: 'modal',
    callback_id: ids.views.consult,
    private_metadata: encodeConsultMeta({
      ...meta,
      learnerId: learner?.id ?? null,
      hides: joins?.hideName === true,
    }),
    title: plain(t.consult.title),
    submit: plain(t.consult.submit),
    close: plain(t.consult.cancel),
    blocks: [
      ...searched(form.search, t),
      learnerField(ids.actions.consultLearner, learner, t),
      ...(joins
        ? [section(t.consult.joins({ name: line(joins.authorName, longestName), on: joins.openedOn }))]
        : []),
      field({
        blockId: blocks.consultSituation,
        label: t.consult.situation,
        required: true,
        element: textInput({
          max: longest.question,
          value: given.situation,
          multiline: true,
          placeholder: t.consult.situationPlaceholder,
        }),
      }),
      field({
        blockId: blocks.consultTried,
        label: t.consult.tried,
        element: textInput({ max: longest.question, value: given.tried, multiline: true }),
      }),
      {
        ...field({
          blockId: blocks.consultWants,
          label: t.consult.wanted,
          required: true,
          element: {
            action_id: ids.actions.consultWants,
            ...tickBoxes(wants, t.consult.wants, given.wants ?? []),
          },
        }),
        dispatch_action: true,
      },
      ...(joins || !learner ? [] : shownFields(learner, t)),
      // Where she wanted it hidden and would join one that names her, she is asked.
      ...(joins && (joins.hideName || !given.hideName) ? [] : [hideNameField(given.hideName === true, t)]),
      ...similarBlocks(form, t),
    ],
  };
}

function searched(search: ConsultForm['search'], t: Messages): ContextBlock[] {
  if (search === null) return [];
  const typed = line(search.typed, longestName);
  return [
    context(search.matches === 'none' ? t.checkIn.nobodyFound({ typed }) : t.checkIn.severalFound({ typed })),
  ];
}

/** Which check-ins the post of a new consultation shows. */
function shownFields(learner: ConsultLearner, t: Messages): KnownBlock[] {
  return learner.recent.length > 0 ? [shownField(learner, t)] : [];
}

function hideNameField(hides: boolean, t: Messages): InputBlock {
  return field({
    blockId: blocks.consultHideName,
    label: t.consult.hideName,
    hint: t.consult.hideNameHint,
    element: tickBoxes(hideNameChoices, { hide: t.consult.hideNameOption }, hides ? hideNameChoices : []),
  });
}

function shownField({ id, recent }: ConsultLearner, t: Messages): InputBlock {
  const options = recent.map((checkIn) => shownChoice(checkIn, t));
  return field({
    blockId: learnersBlock(blocks.consultShown, id),
    label: t.consult.shown,
    hint: t.consult.shownHint,
    element: { type: 'checkboxes', options, initial_options: options },
  });
}

function shownChoice({ id, contactedOn, outcome, motivation, note }: RecentCheckIn, t: Messages) {
  const facts = [
    t.dates.day(contactedOn),
    t.outcomes[outcome],
    ...(motivation === null ? [] : [t.checkIn.motivationShort(motivation)]),
  ];
  return {
    value: id,
    text: plain(plainLine(facts.join(' · '), longestChoice)),
    ...(note.trim() !== '' && {
      description: { type: 'plain_text' as const, text: plainLine(note, longestChoice), emoji: false },
    }),
  };
}

import type { ActionsBlock, KnownBlock, ModalView, SectionBlock } from '@slack/types';
import type { LearnerOption } from '../../../domain/check-in-form';
import type { Messages } from '../../../i18n';
import { button, context, plain, section, typed as typedText } from '../../block-kit';
import { ids, rowActions } from '../../ids';
import { bold, line } from '../../mrkdwn';
import { optionWords } from '../check-in/learner-options';
import { type CardMeta, encodeCardMeta } from './meta';

/** Rows with a button each; whoever comes after them is found by the type-ahead. */
const mostRows = 20;
const longestTyped = 60;

interface Choice {
  /** '' when nothing was typed. */
  typed: string;
  matches: readonly LearnerOption[];
}

/** Asks whose card is meant. Choosing somebody turns this modal into her card. */
export function findLearnerView({ typed, matches }: Choice, t: Messages, meta: CardMeta): ModalView {
  return {
    type: 'modal',
    callback_id: ids.views.findLearner,
    private_metadata: encodeCardMeta(meta),
    title: plain(t.card.find.title),
    close: plain(t.card.close),
    blocks: [...heading({ typed, matches }, t), ...rows(matches, t), typeAhead(t), adding(t)],
  };
}

function heading({ typed, matches }: Choice, t: Messages): SectionBlock[] {
  if (typed === '') return [];
  const words = { typed: bold(line(typed, longestTyped)) };
  return [section(matches.length === 0 ? t.card.find.none(words) : t.card.find.several(words))];
}

function rows(matches: readonly LearnerOption[], t: Messages): KnownBlock[] {
  const more = matches.length - mostRows;
  return [
    ...matches.slice(0, mostRows).map((learner) => row(learner, t)),
    ...(more > 0 ? [context(t.lists.more(more))] : []),
  ];
}

function row(learner: LearnerOption, t: Messages): SectionBlock {
  const { id } = learner;
  const open = button({ actionId: rowActions.card.idFor(id), text: t.card.find.open, value: id });
  return { type: 'section', text: typedText(optionWords(learner, t)), accessory: open };
}

function adding(t: Messages): ActionsBlock {
  return { type: 'actions', elements: [button({ actionId: ids.actions.addLearner, text: t.profile.add })] };
}

/** No input block: a modal that holds one must have a button to submit it. */
function typeAhead(t: Messages): SectionBlock {
  return {
    ...section(t.card.find.learner),
    block_id: ids.blocks.learner,
    accessory: {
      type: 'external_select',
      action_id: ids.actions.cardLearner,
      min_query_length: 0,
      placeholder: plain(t.checkIn.learnerPlaceholder),
    },
  };
}

import type { InputBlock, KnownBlock, ModalView, StaticSelect } from '@slack/types';
import { concerns } from '../../../domain/check-in';
import type { CaseTexts, ClosingDraft, ClosingForm } from '../../../domain/closing';
import { type CaseOutcome, caseOutcomes } from '../../../domain/consultation';
import type { Messages } from '../../../i18n';
import { choice, context, field, plain, section } from '../../block-kit';
import { ids } from '../../ids';
import { longestName } from '../../messages/message';
import { bold, line } from '../../mrkdwn';
import { textInput, tickBoxes } from '../field-elements';
import { longest } from '../limits';
import { type ClosingMeta, encodeClosingMeta } from './meta';
import { replyBlocks } from './reply-blocks';

const { blocks } = ids;
const longestUnit = 60;

/** Closes a consultation: the draft of its case, put together from the thread. Its submission shows a preview. */
export function closingView(form: ClosingForm, t: Messages, meta: ClosingMeta): ModalView {
  const { draft, replies } = form;
  const words = t.closing.form;
  return {
    type: 'modal',
    callback_id: ids.views.closing,
    private_metadata: encodeClosingMeta(meta),
    title: plain(words.title),
    submit: plain(words.submit),
    close: plain(words.cancel),
    blocks: [
      ...head(form, t),
      outcomeField(draft.outcome, t),
      ...caseFields(draft, t),
      ...replyBlocks(replies, t),
      field({
        blockId: blocks.closingTags,
        label: words.tags,
        hint: words.tagsHint,
        element: textInput({ max: longest.tags, value: draft.tags.join(t.lists.separator) }),
      }),
      concernsField(draft, t),
    ],
  };
}

function head({ learnerName, unit, courseWeek }: ClosingForm, t: Messages): KnownBlock[] {
  const words = t.closing.form;
  const facts = words.facts({ unit: unit.trim() === '' ? '' : line(unit, longestUnit), n: courseWeek });
  return [
    section(
      learnerName === null ? words.aboutHidden : words.about({ name: bold(line(learnerName, longestName)) }),
    ),
    context(facts === '' ? words.intro : `${facts}\n${words.intro}`),
  ];
}

function outcomeField(chosen: CaseOutcome | null, t: Messages): InputBlock {
  const toChoice = (outcome: CaseOutcome) => choice(outcome, t.closing.outcomes[outcome]);
  const element: StaticSelect = {
    type: 'static_select',
    placeholder: plain(t.closing.form.outcomePlaceholder),
    options: caseOutcomes.map(toChoice),
    ...(chosen !== null && { initial_option: toChoice(chosen) }),
  };
  return field({ blockId: blocks.closingOutcome, label: t.closing.form.outcome, required: true, element });
}

/** The texts of a case: in the modal, and once more in its preview. */
export function caseFields({ title, situation, tried, helped }: CaseTexts, t: Messages): InputBlock[] {
  const words = t.closing.form;
  const text = (value: string, placeholder?: string) =>
    textInput({ max: longest.caseText, value, multiline: true, placeholder });
  return [
    field({
      blockId: blocks.closingTitle,
      label: words.caseTitle,
      required: true,
      element: textInput({ max: longest.caseTitle, value: title, placeholder: words.caseTitlePlaceholder }),
    }),
    field({
      blockId: blocks.closingSituation,
      label: words.situation,
      required: true,
      element: text(situation),
    }),
    field({ blockId: blocks.closingTried, label: words.tried, element: text(tried) }),
    field({
      blockId: blocks.closingHelped,
      label: words.helped,
      element: text(helped, words.helpedPlaceholder),
    }),
  ];
}

function concernsField({ concerns: chosen }: ClosingDraft, t: Messages): InputBlock {
  return field({
    blockId: blocks.concerns,
    label: t.closing.form.concerns,
    element: tickBoxes(concerns, t.concerns, chosen),
  });
}

import type { ModalView } from '@slack/types';
import type { OwnQuestion } from '../../../domain/home';
import type { Messages } from '../../../i18n';
import { field, plain, section, typed } from '../../block-kit';
import { ids } from '../../ids';
import { bold, line, plainLine } from '../../mrkdwn';
import { type CaseMeta, encodeCaseMeta } from '../case/meta';

const longestTitle = 150;
const longestName = 50;

/** Asks in which of her open consultations somebody wants to use a case; without one, how to begin one. */
export function caseUseView(
  { title, consultations }: { title: string; consultations: readonly OwnQuestion[] },
  t: Messages,
  meta: CaseMeta,
): ModalView {
  const { library } = t;
  const view = {
    type: 'modal' as const,
    callback_id: ids.views.useCase,
    private_metadata: encodeCaseMeta(meta),
    title: plain(library.useTitle),
    close: plain(library.cancel),
  };
  const heading = section(bold(line(title, longestTitle)));
  const [first] = consultations;
  if (!first) return { ...view, blocks: [heading, section(library.noConsultation)] };
  const toOption = ({ id, learnerName, openedOn }: OwnQuestion) => ({
    text: typed(library.about({ name: plainLine(learnerName, longestName), on: openedOn })),
    value: id,
  });
  return {
    ...view,
    submit: plain(library.useDo),
    blocks: [
      heading,
      field({
        blockId: ids.blocks.useIn,
        label: library.useIn,
        required: true,
        hint: library.useHint,
        element: {
          type: 'static_select',
          options: consultations.map(toOption),
          ...(consultations.length === 1 && { initial_option: toOption(first) }),
        },
      }),
    ],
  };
}

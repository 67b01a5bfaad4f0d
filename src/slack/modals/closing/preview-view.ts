import type { KnownBlock, ModalView } from '@slack/types';
import type { CaseTexts, ClosingPreview } from '../../../domain/closing';
import { excerptsOf, type MarkedText } from '../../../domain/marked-names';
import type { Messages } from '../../../i18n';
import { context, plain, section } from '../../block-kit';
import { ids } from '../../ids';
import { boldWithin, line } from '../../mrkdwn';
import { encodePreviewMeta, type PreviewMeta } from './meta';
import { caseFields } from './view';

const { blocks } = ids;

/** How many replaced names are shown of one text. */
const mostExcerpts = 10;

/** What the case will say, with what became of names below each text. It can still be changed. */
export function closingPreviewView(
  { texts }: Pick<ClosingPreview, 'texts'>,
  t: Messages,
  meta: PreviewMeta,
): ModalView {
  const words = t.closing.preview;
  const anyReplaced = Object.values(texts).some(({ marks }) => marks.length > 0);
  return {
    type: 'modal',
    callback_id: ids.views.closingPreview,
    private_metadata: encodePreviewMeta(meta),
    title: plain(words.title),
    submit: plain(words.submit),
    close: plain(words.back),
    blocks: [
      section(anyReplaced ? words.replaced : words.nothingReplaced),
      context(words.check),
      ...fields(texts, t),
      context(chosenLine(meta, t)),
    ],
  };
}

const textOfBlock: Readonly<Record<string, keyof CaseTexts>> = {
  [blocks.closingTitle]: 'title',
  [blocks.closingSituation]: 'situation',
  [blocks.closingTried]: 'tried',
  [blocks.closingHelped]: 'helped',
};

function fields(texts: ClosingPreview['texts'], t: Messages): KnownBlock[] {
  const { title, situation, tried, helped } = texts;
  const plainTexts = { title: title.text, situation: situation.text, tried: tried.text, helped: helped.text };
  return caseFields(plainTexts, t).flatMap((input) => {
    const which = textOfBlock[input.block_id ?? ''];
    return which ? [input, ...replacedLines(texts[which], t)] : [input];
  });
}

function replacedLines(text: MarkedText, t: Messages): KnownBlock[] {
  if (text.marks.length === 0) return [];
  const excerpts = excerptsOf(text, mostExcerpts).map(
    ({ before, word, after }) => `${inLine(before)}${boldWithin(line(word, 60))}${inLine(after)}`,
  );
  const left = text.marks.length - excerpts.length;
  const more = left > 0 ? [t.closing.preview.andMore({ n: left })] : [];
  return [context([t.closing.preview.places, ...excerpts.map((one) => `• ${one}`), ...more].join('\n'))];
}

function inLine(text: string): string {
  return text.trim() === '' ? '' : line(text, 60);
}

function chosenLine({ outcome, concerns, tags }: PreviewMeta, t: Messages): string {
  const parts = [
    t.closing.outcomes[outcome],
    ...concerns.map((concern) => t.concerns[concern]),
    ...tags.map((tag) => `#${line(tag, 60)}`),
  ];
  return parts.join(' · ');
}

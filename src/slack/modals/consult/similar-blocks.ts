import type { KnownBlock } from '@slack/types';
import type { ConsultForm } from '../../../domain/consult-form';
import type { Messages } from '../../../i18n';
import { button, context } from '../../block-kit';
import { ids } from '../../ids';
import { hitBlocks } from '../cases/hit-blocks';

/**
 * Past cases like what was written so far. Slack tells of no field that is left, only of choices and buttons, and drawing a
 * modal again while somebody converts kana would disturb her: so they are looked for with each choice, and on request.
 */
export function similarBlocks(form: ConsultForm, t: Messages): KnownBlock[] {
  return [
    { type: 'divider' },
    {
      type: 'actions',
      block_id: ids.blocks.consultSimilar,
      elements: [button({ actionId: ids.actions.consultSimilar, text: t.consult.lookForSimilar })],
    },
    ...found(form, t),
  ];
}

function found({ similar, given }: ConsultForm, t: Messages): KnownBlock[] {
  if (similar === null) return [context(t.consult.similarHint)];
  if (similar.length === 0) return [context(t.consult.noneSimilar)];
  const written = [given.situation, given.tried].join('\n');
  return similar.flatMap((hit) => hitBlocks(hit, written, t));
}

import type { KnownBlock } from '@slack/types';
import type { OwnPromise } from '../../domain/promises';
import type { Messages } from '../../i18n';
import { header } from '../block-kit';
import { promiseRows } from '../messages/promise-rows';

/** Blocks for her promises, beside their title and the line above it. */
const room = 11;

/** What she has promised and not kept yet. Nothing where nothing is open. */
export function promisePart(promises: readonly OwnPromise[], t: Messages): KnownBlock[] {
  if (promises.length === 0) return [];
  return [
    { type: 'divider' },
    header(t.promises.mine),
    ...promiseRows(promises, t, { room, rest: t.promises.restBelow }),
  ];
}

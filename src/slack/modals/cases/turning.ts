import type { ActionsBlock, KnownBlock } from '@slack/types';
import type { Messages } from '../../../i18n';
import { button } from '../../block-kit';

interface Standing {
  /** Where the page begins. */
  offset: number;
  total: number;
  perPage: number;
}

/** The buttons that turn a list's pages; their value is where the page to come begins. */
export function turning(
  { offset, total, perPage }: Standing,
  { previous, next }: { previous: string; next: string },
  { library }: Messages,
): KnownBlock[] {
  const to = (at: number) => String(Math.max(0, at));
  const elements: ActionsBlock['elements'] = [
    ...(offset > 0 ? [button({ actionId: previous, text: library.newer, value: to(offset - perPage) })] : []),
    ...(offset + perPage < total
      ? [button({ actionId: next, text: library.older, value: to(offset + perPage) })]
      : []),
  ];
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

import type { BlockAction } from '@slack/bolt';
import { ids } from '../ids';
import { decodeCardMeta } from '../modals/card/meta';
import type { CardBelow } from '../modals/card-below';
import { decodeCheckInMeta } from '../modals/check-in/meta';

/** Where something was pressed, and what follows from it. */
export interface Place {
  /** How the next modal opens: over the one that is open, if one is. */
  how: 'open' | 'push';
  /** Where answers go; null: to the person directly. */
  channelId: string | null;
  card?: CardBelow;
}

/** A message, Home, or a modal; in a modal, answers belong where that one was opened. */
export function placeOf({ channel, view }: Pick<BlockAction, 'channel' | 'view'>): Place {
  if (view?.type !== 'modal') return { how: 'open', channelId: channel?.id ?? null };
  const meta = decodeCardMeta(view.private_metadata);
  const channelId = (meta ?? decodeCheckInMeta(view.private_metadata))?.channelId ?? null;
  const learnerId = view.callback_id === ids.views.card ? meta?.learnerId : null;
  return { how: 'push', channelId, ...(learnerId && { card: { viewId: view.id, learnerId } }) };
}

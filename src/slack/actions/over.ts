import type { BlockAction } from '@slack/bolt';
import { UserError } from '../../errors';
import { ids } from '../ids';
import type { Showing } from '../modals/open-in-time';
import { isThirdModal } from '../third-modal';

/**
 * How a modal is shown that was asked for in a case, a search or a message: over what is open. Slack puts no more than three
 * over each other: there it takes the case's place, in which nothing has been written.
 * @throws {UserError} noRoom, where something is written that would be lost.
 */
export function showingOver({ view }: Pick<BlockAction, 'view'>): Showing {
  if (view?.type !== 'modal') return 'open';
  if (!isThirdModal(view)) return 'push';
  if (view.callback_id === ids.views.case) return { update: view.id };
  throw new UserError('noRoom');
}

import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  OverflowAction,
  SlackActionMiddlewareArgs,
} from '@slack/bolt';
import { z } from 'zod';

/** What a listener for a pressed button is given. */
export type ButtonPress = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** What a listener for a picked option of an overflow menu is given. */
export type MenuPick = SlackActionMiddlewareArgs<BlockAction<OverflowAction>> & AllMiddlewareArgs;

/** Where something was pressed or picked, whichever of the two it was. */
export type RowPress = Pick<ButtonPress | MenuPick, 'body' | 'client' | 'context'>;

/**
 * Whose button was pressed: the learner, check-in, promise, program or import of its row.
 * @throws {z.ZodError} when the button carries something else, as only a forged request does.
 */
export function pressedId({ action }: ButtonPress): string {
  return z.uuid().parse(action.value);
}

import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';

/** What a listener for a pressed button is given. */
export type ButtonPress = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/**
 * Whose button was pressed: the learner or check-in of its row.
 * @throws {z.ZodError} when the button carries something else, as only a forged request does.
 */
export function pressedId({ action }: ButtonPress): string {
  return z.uuid().parse(action.value);
}

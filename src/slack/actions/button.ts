import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';

/** What a listener for a pressed button is given. */
export type ButtonPress = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** @throws {Error} when the button carries no value, as none of ours does. */
export function pressedValue({ action }: ButtonPress): string {
  if (!action.value) throw new Error(`button ${action.action_id}: value: expected one`);
  return action.value;
}

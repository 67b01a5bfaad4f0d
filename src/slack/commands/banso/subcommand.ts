import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { Messages } from '../../../i18n';
import type { BotDeps } from '../../bot-deps';

/** What somebody typed after a slash, not yet acknowledged. */
export type Command = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** What `/banso word` does. */
export interface Subcommand {
  /** What may be typed for it: the first is the one that help shows, the others are as good. */
  words: readonly [keyof Messages['help']['banso'], ...string[]];
  /** Acknowledges and acts. `rest`: what was typed after the word. */
  run(deps: BotDeps, command: Command, rest: string): Promise<void>;
}

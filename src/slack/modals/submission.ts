import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { UserError } from '../../errors';
import { describeError } from '../../log';
import { withinTime } from '../../time-limit';
import type { BotDeps } from '../bot-deps';
import type { FieldErrors } from './reading';

/** A submitted modal. */
export type Submission = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

interface Saving<T> {
  save: () => Promise<T>;
  /** Words an error of the use case under the field that it is about. */
  fieldErrors: (error: UserError) => FieldErrors;
}

/**
 * Saves what a modal says before Slack is answered, so that whoever wrote it knows. When it can't be saved, or
 * not in the three seconds that Slack waits, the modal stays open with all that was typed and says so.
 * Submitting it again is safe: should the first attempt have been saved after all, it is found.
 * Null: not saved; the modal has been answered.
 */
export async function saveOrKeepOpen<T>(
  deps: BotDeps,
  { ack }: Pick<Submission, 'ack'>,
  { save, fieldErrors }: Saving<T>,
): Promise<T | null> {
  try {
    const saved = await withinTime(deps.savingMs, 'saving a modal', save());
    await ack();
    return saved;
  } catch (error) {
    if (!(error instanceof UserError)) {
      deps.metrics.errors.inc();
      deps.logger.error(describeError(error), 'modal: not saved');
    }
    const told = error instanceof UserError ? error : new UserError('notSaved');
    await ack({ response_action: 'errors', errors: fieldErrors(told) });
    return null;
  }
}

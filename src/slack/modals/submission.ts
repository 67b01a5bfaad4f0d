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
  /** Tells the person what was saved. */
  answer: (saved: T) => Promise<void>;
}

/**
 * Saves what a modal says before Slack is answered, so that whoever wrote it knows. When it can't be saved, or
 * not in the three seconds that Slack waits, the modal stays open with all that was typed and says so.
 *
 * Submitting it again is safe. Whichever attempt wrote it answers, also one that was given up waiting for; the
 * others find it `repeated` and say nothing more.
 */
export async function saveAndAnswer<T extends { repeated: boolean }>(
  deps: BotDeps,
  { ack }: Pick<Submission, 'ack'>,
  { save, fieldErrors, answer }: Saving<T>,
): Promise<void> {
  const saving = save();
  const told = await withinTime(deps.savingMs, 'saving a modal', saving).then(
    () => null,
    (error: unknown) => toldOf(deps, error),
  );
  await (told ? ack({ response_action: 'errors', errors: fieldErrors(told) }) : ack());
  // After a failure there is nothing to add; after a time-out it may yet be saved.
  const saved = await saving.catch(() => null);
  if (!saved || saved.repeated) return;
  // It is saved: an answer that doesn't arrive is no reason to ask for it once more.
  await answer(saved).catch((error: unknown) => {
    deps.logger.warn(describeError(error), 'modal: saved, but the answer did not arrive');
  });
}

function toldOf({ logger, metrics }: BotDeps, error: unknown): UserError {
  if (error instanceof UserError) return error;
  metrics.errors.inc();
  logger.error(describeError(error), 'modal: not saved');
  return new UserError('notSaved');
}

import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { UserError } from '../../errors';
import { describeError } from '../../log';
import { withinTime } from '../../time-limit';
import type { BotDeps } from '../bot-deps';
import type { FieldErrors } from './reading';

/** A submitted modal. */
export type Submission = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** The view that takes the modal's place or lies on top of it; null closes it, 'clear' closes what lies below as well. */
type Next = ModalView | { push: ModalView } | 'clear' | null;

interface Saving<T> {
  save: () => Promise<T>;
  /** Words an error of the use case under the field that it is about. */
  fieldErrors: (error: UserError) => FieldErrors;
  /** What comes next. Default: the modal closes. */
  goOn?: (saved: T) => Next;
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
  { save, fieldErrors, goOn = () => null, answer }: Saving<T>,
): Promise<void> {
  const saving = save();
  await ackWhenDone(deps, { ack }, saving, { fieldErrors, goOn });
  // After a failure there is nothing to add; after a time-out it may yet be saved.
  const saved = await saving.catch(() => null);
  if (!saved || saved.repeated) return;
  // It is saved: an answer that doesn't arrive is no reason to ask for it once more.
  await answer(saved).catch((error: unknown) => {
    deps.logger.warn(describeError(error), 'modal: saved, but the answer did not arrive');
  });
}

/** Answers Slack with what comes next once something is done, or, where it can't be or takes too long, with why. */
export async function ackWhenDone<T>(
  deps: BotDeps,
  { ack }: Pick<Submission, 'ack'>,
  doing: Promise<T>,
  { fieldErrors, goOn }: Required<Pick<Saving<T>, 'fieldErrors' | 'goOn'>>,
): Promise<void> {
  const response = await withinTime(deps.savingMs, 'saving a modal', doing).then(
    (done) => responseOf(goOn(done)),
    (error: unknown) => ({ response_action: 'errors' as const, errors: fieldErrors(toldOf(deps, error)) }),
  );
  await (response ? ack(response) : ack());
}

function responseOf(next: Next) {
  if (next === null) return null;
  if (next === 'clear') return { response_action: 'clear' as const };
  if ('push' in next) return { response_action: 'push' as const, view: next.push };
  return { response_action: 'update' as const, view: next };
}

function toldOf({ logger, metrics }: BotDeps, error: unknown): UserError {
  if (error instanceof UserError) return error;
  metrics.errors.inc();
  logger.error(describeError(error), 'modal: not saved');
  return new UserError('notSaved');
}

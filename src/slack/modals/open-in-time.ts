import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Messages } from '../../i18n';
import { type Asker, lastSeenTexts, textsFor } from '../asker';
import type { BotDeps } from '../bot-deps';
import { errorText } from '../messages/answers';
import { toldError } from '../told-error';
import { loadingView } from './loading';
import { noticeView } from './notice';
import { updateIfOpen } from './update-if-open';

/** Push: on top of the modal that is open. Update: in the place of the modal of that id. */
export type Showing = 'open' | 'push' | { update: string };

interface Opening {
  asker: Asker;
  triggerId: string;
  how: Showing;
  /** The content's title: the skeleton has it too. */
  title: (t: Messages) => string;
}

/**
 * Opens a modal while its trigger still lives (three seconds): with its content if that is there in good time,
 * else as a skeleton that is filled when it comes.
 * @throws what `content` throws, as long as nothing has been opened; afterwards the modal itself says it.
 */
export async function openInTime(
  deps: BotDeps,
  slack: WebClient,
  { asker, triggerId, how, title }: Opening,
  content: Promise<ModalView>,
): Promise<void> {
  // Should opening fail, nobody waits for the content any more.
  content.catch(() => undefined);
  const inTime = await Promise.race([content, after(deps.patienceMs)]);
  const t = lastSeenTexts(deps, asker);
  const view = inTime ?? loadingView(title(t), t);
  const viewId = await show(slack, { triggerId, how }, view);
  if (inTime) return;
  const late = await content.catch((error: unknown) => errorView(deps, slack, asker, error));
  if (viewId) await updateIfOpen(slack, viewId, late);
}

/** Returns the id of the modal that shows it. */
async function show(
  slack: WebClient,
  { triggerId, how }: Pick<Opening, 'triggerId' | 'how'>,
  view: ModalView,
): Promise<string | undefined> {
  if (typeof how === 'string') return (await slack.views[how]({ trigger_id: triggerId, view })).view?.id;
  await updateIfOpen(slack, how.update, view);
  return how.update;
}

async function errorView(deps: BotDeps, slack: WebClient, asker: Asker, error: unknown): Promise<ModalView> {
  const told = toldError(deps, error);
  const t = await textsFor(deps, asker, slack);
  return noticeView(errorText(told, t), t);
}

function after(ms: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms, null).unref();
  });
}

import { z } from 'zod';
import { isLocalDate, type LocalDate } from '../../domain/dates';
import { keepPromise } from '../../usecases/keep-promise';
import { movePromise, openPromiseMove } from '../../usecases/move-promise';
import { answerPrivately } from '../answer';
import { askerOf, textsFor } from '../asker';
import type { BotDeps } from '../bot-deps';
import { promiseKeptMessage, promiseMovedMessage } from '../messages/answers';
import { elsewhere } from '../messages/promise-rows';
import { openInTime } from '../modals/open-in-time';
import { promiseModal } from '../modals/promise/view';
import { type ButtonPress, type MenuPick, pressedId } from './button';

/** "Done" beside a promise. On Home nothing more is said: it is drawn again without the promise. */
export function keepFromRow(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const { body, client, context } = press;
    const asker = askerOf(context);
    const { workspaceId, userId: supporterId } = asker;
    const promiseId = pressedId(press);
    const { learnerName } = await keepPromise(deps.context(), { workspaceId, supporterId, promiseId });
    if (!body.channel) return;
    const t = await textsFor(deps, asker, client);
    await answerPrivately(client, asker, body.channel.id, promiseKeptMessage(learnerName, t));
  };
}

const picked = z.tuple([z.uuid(), z.union([z.literal(elsewhere), z.string().refine(isLocalDate)])]);

/** A day was picked from the menu beside a promise, or that another one is to be chosen. */
export function moveFromRow(deps: BotDeps) {
  return async (pick: MenuPick): Promise<void> => {
    await pick.ack();
    const [promiseId, to] = picked.parse(pick.action.selected_option.value.split(':'));
    await (to === elsewhere ? openMove(deps, pick, promiseId) : moveTo(deps, pick, promiseId, to));
  };
}

async function moveTo(
  deps: BotDeps,
  { body, client, context }: MenuPick,
  promiseId: string,
  to: LocalDate,
): Promise<void> {
  const asker = askerOf(context);
  const { workspaceId, userId: supporterId } = asker;
  const moved = await movePromise(deps.context(), { workspaceId, supporterId, promiseId, to });
  if (!body.channel) return;
  const t = await textsFor(deps, asker, client);
  await answerPrivately(client, asker, body.channel.id, promiseMovedMessage(moved, t));
}

async function openMove(
  deps: BotDeps,
  { body, client, context }: MenuPick,
  promiseId: string,
): Promise<void> {
  const asker = askerOf(context);
  const { workspaceId, userId: supporterId } = asker;
  const opened = openPromiseMove(deps.context(), { workspaceId, supporterId, promiseId });
  const origin = { channelId: body.channel?.id ?? null, promiseId };
  const content = opened.then((promise) => {
    deps.locales.note(workspaceId, supporterId, promise.locale);
    return promiseModal(promise, origin);
  });
  await openInTime(
    deps,
    client,
    { asker, triggerId: body.trigger_id, how: 'open', title: (t) => t.promises.move.title },
    content,
  );
}

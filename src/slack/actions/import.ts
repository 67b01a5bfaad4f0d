import { cancelImport } from '../../usecases/cancel-import';
import { askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { openInTime } from '../modals/open-in-time';
import { importModal } from '../modals/roster-import/open';
import { type ButtonPress, pressedId } from './button';

/** "Import learners" in an answer, under an import that came to nothing, or on Home. */
export function importFromButton(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const { body, client, context } = press;
    const asker = askerOf(context);
    const meant = { programId: pressedId(press) };
    const content = importModal(deps, asker, { meant, channelId: body.channel?.id ?? null });
    await openInTime(
      deps,
      client,
      { asker, triggerId: body.trigger_id, how: 'open', title: (t) => t.rosterImport.title },
      content,
    );
  };
}

/** "Cancel" under an import: its message says what came of that. */
export function cancelFromButton(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const { workspaceId, userId: actorId } = askerOf(press.context);
    await cancelImport(deps.context(), { workspaceId, actorId, importId: pressedId(press) });
  };
}

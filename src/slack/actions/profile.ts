import { randomUUID } from 'node:crypto';
import type {
  AllMiddlewareArgs,
  BlockAction,
  SlackActionMiddlewareArgs,
  StaticSelectAction,
} from '@slack/bolt';
import { z } from 'zod';
import { UserError } from '../../errors';
import { messagesFor } from '../../i18n';
import { openProfile } from '../../usecases/edit-profile';
import { openLearnerCard } from '../../usecases/open-learner-card';
import { askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { openInTime } from '../modals/open-in-time';
import { decodeProfileMeta } from '../modals/profile/meta';
import { additionModal } from '../modals/profile/open';
import { editProfileView } from '../modals/profile/view';
import { updateIfOpen } from '../modals/update-if-open';
import { type ButtonPress, pressedId } from './button';
import { placeOf } from './place';

type ProgramChoice = SlackActionMiddlewareArgs<BlockAction<StaticSelectAction>> & AllMiddlewareArgs;

/** "Edit" on a learner's card. */
export function editFromCard(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const { body, client, context } = press;
    const asker = askerOf(context);
    const learnerId = pressedId(press);
    const { how, ...place } = placeOf(body);
    const asked = { workspaceId: asker.workspaceId, viewerId: asker.userId, learnerId };
    const content = Promise.all([
      openProfile(deps.context(), asked),
      openLearnerCard(deps.context(), asked),
    ]).then(([{ profile, programId, version }, { locale, today }]) => {
      deps.locales.note(asker.workspaceId, asker.userId, locale);
      const meta = { ...place, locale, today, learnerId, programId, version };
      return editProfileView({ given: profile, conflicts: [] }, messagesFor(locale), meta);
    });
    await openInTime(
      deps,
      client,
      { asker, triggerId: body.trigger_id, how, title: (t) => t.profile.title.edit },
      content,
    );
  };
}

/** "Add a learner" where somebody is looked for. */
export function addFromFinder(deps: BotDeps) {
  return async ({ ack, body, client, context }: ButtonPress): Promise<void> => {
    await ack();
    const asker = askerOf(context);
    const { how, channelId } = placeOf(body);
    const content = additionModal(deps, asker, { channelId, name: '', learnerId: randomUUID() });
    await openInTime(
      deps,
      client,
      { asker, triggerId: body.trigger_id, how, title: (t) => t.profile.title.add },
      content,
    );
  };
}

/** Another program was chosen for a new learner: shows its supporters. What was typed stays. */
export function chooseProgram(deps: BotDeps) {
  return async ({ ack, action, body, client, context }: ProgramChoice): Promise<void> => {
    await ack();
    const meta = decodeProfileMeta(body.view?.private_metadata ?? '');
    if (!meta || !body.view) throw new UserError('viewExpired');
    const programId = z.uuid().parse(action.selected_option?.value);
    const { channelId, learnerId } = meta;
    const chosen = { channelId, name: '', learnerId, programId };
    await updateIfOpen(client, body.view.id, await additionModal(deps, askerOf(context), chosen));
  };
}

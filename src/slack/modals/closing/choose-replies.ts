import type {
  AllMiddlewareArgs,
  BlockAction,
  CheckboxesAction,
  SlackActionMiddlewareArgs,
} from '@slack/bolt';
import type { ClosingForm } from '../../../domain/closing';
import { UserError } from '../../../errors';
import { messagesFor } from '../../../i18n';
import { openClosing } from '../../../usecases/consultation/open-closing';
import { askerOf } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { updateIfOpen } from '../update-if-open';
import { decodeClosingMeta } from './meta';
import { type Entered, enteredIn } from './parse';
import { closingView } from './view';

type Ticked = SlackActionMiddlewareArgs<BlockAction<CheckboxesAction>> & AllMiddlewareArgs;

/** A reply was chosen, or is no longer: shows the text of each chosen one. All else stays as it was typed. */
export function chooseReplies(deps: BotDeps) {
  return async ({ ack, body, context, client }: Ticked): Promise<void> => {
    await ack();
    if (!body.view) return;
    const { workspaceId, userId: viewerId } = askerOf(context);
    const { id: viewId, private_metadata: metadata, state } = body.view;
    const meta = decodeClosingMeta(metadata);
    if (!meta) throw new UserError('viewExpired');
    const { consultationId, locale } = meta;
    const { form } = await openClosing(deps.context(), { workspaceId, viewerId, consultationId });
    const view = closingView(filledIn(form, enteredIn(state.values)), messagesFor(locale), meta);
    await updateIfOpen(client, viewId, view);
  };
}

/** The form with what stands in the modal: Slack promises to keep only what the person typed. */
function filledIn(form: ClosingForm, { texts, outcome, tags, concerns, chosen }: Entered): ClosingForm {
  const kept = new Map(chosen.map(({ ts, text }) => [ts, text]));
  return {
    ...form,
    draft: { ...texts, outcome, tags, concerns },
    replies: form.replies.map((reply) => ({
      ...reply,
      text: kept.get(reply.ts) ?? reply.text,
      chosen: kept.has(reply.ts),
    })),
  };
}

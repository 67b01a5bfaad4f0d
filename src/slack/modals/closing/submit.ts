import { UserError } from '../../../errors';
import { messagesFor } from '../../../i18n';
import { closeConsultation } from '../../../usecases/consultation/close-consultation';
import { previewClosing } from '../../../usecases/consultation/preview-closing';
import { answerPrivately } from '../../answer';
import { askerOf, lastSeenTexts } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { closedMessage } from '../../messages/consultation-closed';
import { parsed, type Reading } from '../reading';
import { ackWhenDone, type Submission, saveAndAnswer } from '../submission';
import { decodeClosingMeta, decodePreviewMeta } from './meta';
import { closingErrors, parseClosing, readTexts } from './parse';
import { closingPreviewView } from './preview-view';

/** The draft of a case was submitted: shows on top of it what it would say without names. */
export function submitClosing(deps: BotDeps) {
  return async ({ ack, view, context }: Submission): Promise<void> => {
    const asker = askerOf(context);
    const meta = decodeClosingMeta(view.private_metadata);
    if (!meta) {
      const errors = closingErrors(new UserError('viewExpired'), lastSeenTexts(deps, asker));
      return ack({ response_action: 'errors', errors });
    }
    const t = messagesFor(meta.locale);
    const reading = parseClosing(view.state.values, t);
    if (!reading.ok) return ack({ response_action: 'errors', errors: reading.errors });
    const { workspaceId, userId: viewerId } = asker;
    const { texts, tags, chosen, outcome, concerns } = reading.input;
    const { consultationId } = meta;
    const written = { workspaceId, viewerId, consultationId, texts, tags, chosen };
    await ackWhenDone(deps, { ack }, previewClosing(deps.context(), written), {
      fieldErrors: (error) => closingErrors(error, t),
      goOn: (preview) => {
        const carried = {
          ...meta,
          outcome,
          concerns,
          tags: preview.tags,
          chosen: chosen.map(({ ts }) => ts),
        };
        return { push: closingPreviewView(preview, t, carried) };
      },
    });
  };
}

/** The preview was submitted: closes the consultation. */
export function submitClosingPreview(deps: BotDeps) {
  return async ({ ack, view, context, client }: Submission): Promise<void> => {
    const asker = askerOf(context);
    const meta = decodePreviewMeta(view.private_metadata);
    if (!meta) {
      const errors = closingErrors(new UserError('viewExpired'), lastSeenTexts(deps, asker));
      return ack({ response_action: 'errors', errors });
    }
    const t = messagesFor(meta.locale);
    const reading: Reading = { values: view.state.values, errors: {}, t };
    const texts = parsed(readTexts(reading), reading);
    if (!texts.ok) return ack({ response_action: 'errors', errors: texts.errors });
    const { workspaceId, userId: viewerId } = asker;
    const { consultationId, outcome, concerns, tags, chosen, channelId } = meta;
    const input = { workspaceId, viewerId, consultationId, outcome, concerns, tags, chosen };
    await saveAndAnswer(
      deps,
      { ack },
      {
        save: () => closeConsultation(deps.context(), { ...input, texts: texts.input }),
        fieldErrors: (error) => closingErrors(error, t),
        goOn: () => 'clear',
        answer: ({ title }) => answerPrivately(client, asker, channelId, closedMessage(title, t)),
      },
    );
  };
}

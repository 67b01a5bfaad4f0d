import type { WebClient } from '@slack/web-api';
import { UserError } from '../../../errors';
import { type Messages, messagesFor } from '../../../i18n';
import { answerPrivately } from '../../answer';
import { type Asker, askerOf, lastSeenTexts } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { answer } from '../../messages/answers';
import type { FieldErrors, Parsed } from '../reading';
import type { StateValues } from '../state-values';
import { type Submission, saveAndAnswer } from '../submission';
import { updateIfOpen } from '../update-if-open';
import { type CaseMeta, decodeCaseMeta } from './meta';
import { entryModal } from './open';

interface OverCase<T, R extends { repeated: boolean }> {
  parse(values: StateValues, t: Messages): Parsed<T>;
  errors(error: UserError, t: Messages): FieldErrors;
  save(input: T, meta: CaseMeta, asker: Asker): Promise<R>;
  done(saved: R, t: Messages): string;
}

/** What every modal over a case has in common: it is saved, said, and the case under it is drawn again. */
export function submitOverCase<T, R extends { repeated: boolean }>(
  deps: BotDeps,
  { parse, errors, save, done }: OverCase<T, R>,
) {
  return async ({ ack, view, context, client }: Submission): Promise<void> => {
    const asker = askerOf(context);
    const meta = decodeCaseMeta(view.private_metadata);
    if (!meta) {
      const expired = errors(new UserError('viewExpired'), lastSeenTexts(deps, asker));
      return ack({ response_action: 'errors', errors: expired });
    }
    const t = messagesFor(meta.locale);
    const reading = parse(view.state.values, t);
    if (!reading.ok) return ack({ response_action: 'errors', errors: reading.errors });
    await saveAndAnswer(
      deps,
      { ack },
      {
        save: () => save(reading.input, meta, asker),
        fieldErrors: (error) => errors(error, t),
        answer: async (saved) => {
          await redrawCase(deps, client, asker, meta);
          await answerPrivately(client, asker, meta.channelId, answer(done(saved, t)));
        },
      },
    );
  };
}

async function redrawCase(
  deps: BotDeps,
  client: WebClient,
  asker: Asker,
  { viewId, caseId, channelId }: CaseMeta,
): Promise<void> {
  if (viewId === null) return;
  const view = await entryModal(deps, asker, { kind: 'case', sourceId: caseId }, { channelId });
  await updateIfOpen(client, viewId, view);
}

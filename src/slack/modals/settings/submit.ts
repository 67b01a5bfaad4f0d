import { UserError } from '../../../errors';
import { messagesFor } from '../../../i18n';
import { saveSettings } from '../../../usecases/save-settings';
import { answerPrivately } from '../../answer';
import { askerOf, lastSeenTexts } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { settingsSavedMessage } from '../../messages/settings-saved';
import { type Submission, saveAndAnswer } from '../submission';
import { decodeSettingsMeta } from './meta';
import { parseSettings, settingsErrorsIn } from './parse';

/** "Save": the settings modal was submitted. */
export function submitSettings(deps: BotDeps) {
  return async ({ ack, view, context, client }: Submission): Promise<void> => {
    const asker = askerOf(context);
    const meta = decodeSettingsMeta(view.private_metadata);
    if (!meta) {
      const errors = settingsErrorsIn(new UserError('viewExpired'), lastSeenTexts(deps, asker));
      return ack({ response_action: 'errors', errors });
    }
    const t = messagesFor(meta.locale);
    const settings = parseSettings(view.state.values);
    await saveAndAnswer(
      deps,
      { ack },
      {
        save: () => saveSettings(deps.context(), { ...asker, settings }),
        fieldErrors: (error) => settingsErrorsIn(error, t),
        answer: () => answerPrivately(client, asker, meta.channelId, settingsSavedMessage(settings, t)),
      },
    );
  };
}

import type { AllMiddlewareArgs, SlackOptionsMiddlewareArgs } from '@slack/bolt';
import type { PlainTextOption } from '@slack/types';
import { truncate } from '../../../domain/text';
import { type Messages, messagesFor } from '../../../i18n';
import { askerOf } from '../../asker';
import { choice } from '../../block-kit';
import type { BotDeps } from '../../bot-deps';
import { decodeSettingsMeta } from './meta';

type Suggestion = SlackOptionsMiddlewareArgs<'block_suggestion'> & AllMiddlewareArgs;

/** The value that stands for whatever Slack says. */
export const asInSlack = 'slack';

/** Slack's limits: options in one answer, characters in one option. */
const mostOptions = 100;
const longestText = 75;

export function slackZoneOption(zone: string, t: Messages): PlainTextOption {
  return choice(asInSlack, truncate(t.settings.zoneSlack({ zone }), longestText));
}

export function ownZoneOption(zone: string, t: Messages): PlainTextOption {
  return choice(zone, truncate(t.settings.zoneOwn({ zone }), longestText));
}

/** The time zones whose name holds what is typed, and always the one that Slack has. */
export function suggestZone(deps: BotDeps) {
  return async ({ ack, payload, context }: Suggestion): Promise<void> => {
    const { workspaceId, userId } = askerOf(context);
    const meta = decodeSettingsMeta(payload.view?.private_metadata ?? '');
    const t = messagesFor(meta?.locale ?? deps.locales.of(workspaceId, userId));
    const typed = payload.value.trim().toLowerCase().replaceAll(' ', '_');
    const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone.toLowerCase().includes(typed));
    const options = [
      ...(meta ? [slackZoneOption(meta.slackZone, t)] : []),
      ...zones.map((zone) => choice(zone, zone)),
    ];
    await ack({ options: options.slice(0, mostOptions) });
  };
}

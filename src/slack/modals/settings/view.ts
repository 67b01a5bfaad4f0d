import type { InputBlock, ModalView, Timepicker } from '@slack/types';
import type { PersonalSettings, SettingsForm } from '../../../domain/settings';
import type { Messages } from '../../../i18n';
import { choice, field, plain } from '../../block-kit';
import { ids } from '../../ids';
import { tickBoxes } from '../field-elements';
import { encodeSettingsMeta, type SettingsMeta } from './meta';
import { ownZoneOption, slackZoneOption } from './zone-options';

const { blocks } = ids;

export const dayChoices = { programs: 'programs', own: 'own' } as const;
export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;
export const messageChoices = ['reminders', 'secondLook'] as const;

/** When somebody works, and what reaches her. */
export function settingsView(opened: SettingsForm, t: Messages, meta: SettingsMeta): ModalView {
  const { settings } = opened;
  return {
    type: 'modal',
    callback_id: ids.views.settings,
    private_metadata: encodeSettingsMeta(meta),
    title: plain(t.settings.title),
    submit: plain(t.settings.submit),
    close: plain(t.settings.cancel),
    blocks: [
      ...dayFields(opened, t),
      field({
        blockId: blocks.startsAt,
        label: t.settings.startsAt,
        required: true,
        hint: t.settings.startsAtHint,
        element: timePicker(settings.startsAt),
      }),
      field({
        blockId: blocks.endsAt,
        label: t.settings.endsAt,
        required: true,
        element: timePicker(settings.endsAt),
      }),
      zoneField(opened, t),
      messagesField(settings, t),
    ],
  };
}

function dayFields({ settings, programWeekdays }: SettingsForm, t: Messages): InputBlock[] {
  const asPrograms = choice(dayChoices.programs, t.settings.daysAsPrograms);
  const own = choice(dayChoices.own, t.settings.daysOwn);
  const ticked = (settings.weekdays ?? programWeekdays).map(String);
  return [
    field({
      blockId: blocks.days,
      label: t.settings.days,
      required: true,
      element: {
        type: 'radio_buttons',
        options: [asPrograms, own],
        initial_option: settings.weekdays ? own : asPrograms,
      },
    }),
    field({
      blockId: blocks.weekdays,
      label: t.settings.weekdays,
      element: tickBoxes(
        weekdays,
        t.settings.weekday,
        weekdays.filter((weekday) => ticked.includes(weekday)),
      ),
    }),
  ];
}

function timePicker(initial: string): Timepicker {
  return { type: 'timepicker', initial_time: initial };
}

function zoneField({ settings, slackZone }: SettingsForm, t: Messages): InputBlock {
  const { ownZone } = settings;
  return field({
    blockId: blocks.zone,
    label: t.settings.zone,
    required: true,
    hint: t.settings.zoneHint,
    element: {
      type: 'external_select',
      action_id: ids.actions.zone,
      min_query_length: 0,
      initial_option: ownZone === null ? slackZoneOption(slackZone, t) : ownZoneOption(ownZone, t),
    },
  });
}

function messagesField({ remindersOn, secondLook }: PersonalSettings, t: Messages): InputBlock {
  const { reminders, secondLook: again } = t.settings;
  const ticked = messageChoices.filter((one) => (one === 'reminders' ? remindersOn : secondLook));
  return field({
    blockId: blocks.messages,
    label: t.settings.messages,
    element: tickBoxes(messageChoices, { reminders, secondLook: again }, ticked),
  });
}

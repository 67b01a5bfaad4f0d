import type { InputBlock, ModalView, StaticSelect } from '@slack/types';
import { locales } from '../../../domain/locale';
import type { Messages } from '../../../i18n';
import { choice, field, plain } from '../../block-kit';
import { ids } from '../../ids';
import { menu, textInput, tickBoxes } from '../field-elements';
import { longest } from '../limits';
import { countryGroups } from './countries';
import { type OtherMeta, programMeta } from './meta';

const { blocks } = ids;

export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;
export const roles = ['companion', 'cover', 'mentor', 'advisor'] as const;

/** What a lead changes of a program beside its policy and its days off. */
export function otherView(t: Messages, meta: OtherMeta): ModalView {
  return {
    type: 'modal',
    callback_id: ids.views.programOther,
    private_metadata: programMeta.other.encode(meta),
    title: plain(t.program.settingsForm.title),
    submit: plain(t.program.save),
    close: plain(t.program.cancel),
    blocks: [...ofTheChannel(meta, t), ...ofTheCalendar(meta, t), rolesField(meta, t)],
  };
}

function ofTheChannel({ shown, zone }: OtherMeta, { program: { settingsForm } }: Messages): InputBlock[] {
  return [
    field({
      blockId: blocks.programName,
      label: settingsForm.name,
      required: true,
      element: textInput({ max: longest.programName, value: shown.name }),
    }),
    field({
      blockId: blocks.programLocale,
      label: settingsForm.locale,
      required: true,
      element: menu(
        locales.map((locale) => choice(locale, settingsForm.locales[locale])),
        shown.locale,
      ),
    }),
    field({
      blockId: blocks.programDigestAt,
      label: settingsForm.digestAt({ zone }),
      required: true,
      element: { type: 'timepicker', initial_time: shown.digestAt.slice(0, 5) },
    }),
  ];
}

function ofTheCalendar({ shown, locale }: OtherMeta, t: Messages): InputBlock[] {
  const { settingsForm } = t.program;
  const groups = countryGroups(locale, t);
  const initial = groups.flatMap(({ options }) => options).find(({ value }) => value === shown.country);
  const countries: StaticSelect = {
    type: 'static_select',
    option_groups: groups,
    ...(initial && { initial_option: initial }),
  };
  return [
    field({
      blockId: blocks.programWeekdays,
      label: settingsForm.weekdays,
      required: true,
      element: tickBoxes(
        weekdays,
        settingsForm.weekdayNames,
        weekdays.filter((day) => shown.workingWeekdays.includes(Number(day))),
      ),
    }),
    field({
      blockId: blocks.programCountry,
      label: settingsForm.country,
      required: true,
      element: countries,
    }),
  ];
}

function rolesField({ shown }: OtherMeta, { program: { settingsForm } }: Messages): InputBlock {
  return field({
    blockId: blocks.programRoles,
    label: settingsForm.roles,
    hint: settingsForm.rolesHint,
    required: true,
    element: tickBoxes(
      roles,
      settingsForm.roleNames,
      roles.filter((role) => shown.countedRoles.includes(role)),
    ),
  });
}

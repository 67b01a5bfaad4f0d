import type { InputBlock, KnownBlock, ModalView, StaticSelect } from '@slack/types';
import { locales } from '../../../domain/locale';
import { programDefaults, programLimits } from '../../../domain/program-defaults';
import type { Messages } from '../../../i18n';
import { choice, context, field, plain, section } from '../../block-kit';
import { ids } from '../../ids';
import { peopleSelect, textInput } from '../field-elements';
import { mostPeople } from '../limits';
import { countrySelect, zoneSelect } from '../places';
import { encodeSetupMeta, type SetupMeta } from './meta';

const { blocks } = ids;

/** What the setup modal shows, filled in beforehand. */
export interface SetupForm {
  channelName: string;
  /** Slack ids. */
  people: readonly string[];
  /** Whether more people are in the channel than are filled in. */
  morePeople: boolean;
  leads: readonly string[];
  /** IANA name. */
  zone: string;
  /** ISO 3166 code. */
  country: string;
}

/** Sets up a program in a channel: everything is filled in already, so that pressing the button is enough. */
export function setupView(form: SetupForm, t: Messages, meta: SetupMeta): ModalView {
  return {
    type: 'modal',
    callback_id: ids.views.setup,
    private_metadata: encodeSetupMeta(meta),
    title: plain(t.setup.title),
    submit: plain(t.setup.submit),
    close: plain(t.setup.cancel),
    blocks: [
      section(t.setup.intro),
      ...teamBlocks(form, t),
      { type: 'divider' },
      ...ruleBlocks(form, t, meta),
    ],
  };
}

function teamBlocks({ channelName, people, morePeople, leads }: SetupForm, t: Messages): KnownBlock[] {
  return [
    required(
      blocks.setupName,
      t.setup.name,
      textInput({ max: programLimits.nameLength, value: channelName }),
    ),
    {
      ...required(blocks.setupPeople, t.setup.people, peopleSelect(people, mostPeople)),
      hint: plain(t.setup.peopleHint),
    },
    ...(morePeople ? [context(t.setup.morePeople({ max: mostPeople }))] : []),
    {
      ...required(blocks.setupLeads, t.setup.leads, peopleSelect(leads, mostPeople)),
      hint: plain(t.setup.leadsHint),
    },
  ];
}

function ruleBlocks({ zone, country }: SetupForm, t: Messages, { locale }: SetupMeta): KnownBlock[] {
  const language = select(
    locales.map((one) => [one, t.setup.languages[one]]),
    locale,
  );
  return [
    required(blocks.setupContactsPerWeek, t.setup.contactsPerWeek, timesAWeek(t)),
    { ...required(blocks.setupFloorDays, t.setup.floorDays, floorDays), hint: plain(t.setup.floorDaysHint) },
    required(blocks.setupDigestAt, t.setup.digestAt, {
      type: 'timepicker',
      initial_time: programDefaults.digestAt,
    }),
    required(blocks.setupZone, t.setup.zone, zoneSelect(zone)),
    required(blocks.setupCountry, t.setup.country, countrySelect(country, locale)),
    required(blocks.setupLocale, t.setup.language, language),
  ];
}

function required(blockId: string, label: string, element: InputBlock['element']): InputBlock {
  return field({ blockId, label, element, required: true });
}

const floorDays: InputBlock['element'] = {
  type: 'number_input',
  is_decimal_allowed: false,
  min_value: String(programLimits.floorDays.min),
  max_value: String(programLimits.floorDays.max),
  initial_value: String(programDefaults.floorDays),
};

function timesAWeek(t: Messages): StaticSelect {
  const { min, max } = programLimits.contactsPerWeek;
  const times = Array.from({ length: max - min + 1 }, (_, n) => min + n);
  return select(
    times.map((n) => [String(n), t.setup.times({ n })]),
    String(programDefaults.contactsPerWeek),
  );
}

function select(options: [value: string, text: string][], chosen: string): StaticSelect {
  const choices = options.map(([value, text]) => choice(value, text));
  const initial = choices.find(({ value }) => value === chosen);
  return { type: 'static_select', options: choices, ...(initial && { initial_option: initial }) };
}

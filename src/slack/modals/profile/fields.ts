import type { InputBlock } from '@slack/types';
import type { LocalDate } from '../../../domain/dates';
import type { Locale } from '../../../domain/locale';
import type { Profile, ProfileField } from '../../../domain/profile';
import type { Messages } from '../../../i18n';
import { rhythmWords } from '../../../i18n/rhythm';
import { field, plain } from '../../block-kit';
import { datePicker, textInput } from '../field-elements';
import { longest, studyHours } from '../limits';

/** Which of a mentor's two fields: a Slack user, or only a name. */
export type CareField = `${'mentor' | 'advisor'}${'User' | 'Name'}`;

/**
 * The block of a field. It ends with the version that is shown: drawn again after a conflict, all blocks are new to Slack, which
 * then takes up what they are filled with instead of keeping what stood there.
 */
export function profileBlock(name: ProfileField | CareField, version: number): string {
  return `${name}:${version}`;
}

/** What may be filled in beforehand: nothing but a name while somebody is added. */
export type GivenProfile = Partial<Profile>;

interface Shown {
  given: GivenProfile;
  version: number;
  locale: Locale;
}

type TextField = 'name' | 'reading' | 'goal' | 'background' | 'tone' | 'avoid';

/** All fields of a profile. Only name and dates are required. */
export function profileFieldBlocks({ given, version, locale }: Shown, t: Messages): InputBlock[] {
  const { fields } = t.profile;
  const { tonePlaceholder: tone, avoidPlaceholder: avoid } = t.handover;
  const placeholders: Partial<Record<TextField, string>> = { tone, avoid };
  const text = (name: TextField, max: number, multiline = false) =>
    field({
      blockId: profileBlock(name, version),
      label: fields[name],
      required: name === 'name',
      ...(name === 'name' && { hint: t.profile.nameHint }),
      element: textInput({ max, value: given[name], multiline, placeholder: placeholders[name] }),
    });
  const day = (name: 'startedOn' | 'endsOn') =>
    dayField(profileBlock(name, version), fields[name], given[name], t);
  return [
    text('name', longest.name),
    text('reading', longest.reading),
    day('startedOn'),
    day('endsOn'),
    field({
      blockId: profileBlock('rhythm', version),
      label: fields.rhythm,
      hint: t.profile.rhythmHint,
      element: textInput({
        max: longest.rhythm,
        value: given.rhythm ? rhythmWords(locale, given.rhythm) : '',
      }),
    }),
    hoursField({ given, version, locale }, t),
    text('goal', longest.story, true),
    text('background', longest.story, true),
    text('tone', longest.story, true),
    text('avoid', longest.story, true),
    ...careFields('mentor', { given, version, locale }, t),
    ...careFields('advisor', { given, version, locale }, t),
    personField(profileBlock('slackUserId', version), fields.slackUserId, given.slackUserId ?? null, t),
  ];
}

function dayField(blockId: string, label: string, day: LocalDate | undefined, t: Messages): InputBlock {
  return field({ blockId, label, required: true, element: datePicker(t.checkIn.pickDate, day) });
}

function hoursField({ given: { weeklyHours }, version }: Shown, t: Messages): InputBlock {
  return field({
    blockId: profileBlock('weeklyHours', version),
    label: t.profile.fields.weeklyHours,
    element: {
      type: 'number_input',
      is_decimal_allowed: true,
      min_value: String(studyHours.min),
      max_value: String(studyHours.max),
      ...(typeof weeklyHours === 'number' && { initial_value: String(weeklyHours) }),
    },
  });
}

function careFields(role: 'mentor' | 'advisor', { given, version }: Shown, t: Messages): InputBlock[] {
  const person = given[role] ?? null;
  const userId = person && 'userId' in person ? person.userId : null;
  const name = person && 'name' in person ? person.name : '';
  const label = { role: t.profile.fields[role] };
  return [
    personField(profileBlock(`${role}User`, version), t.profile.inSlack(label), userId, t),
    field({
      blockId: profileBlock(`${role}Name`, version),
      label: t.profile.byName(label),
      element: textInput({ max: longest.name, value: name }),
    }),
  ];
}

function personField(blockId: string, label: string, userId: string | null, t: Messages): InputBlock {
  return field({
    blockId,
    label,
    element: {
      type: 'users_select',
      placeholder: plain(t.profile.pickPerson),
      ...(userId !== null && { initial_user: userId }),
    },
  });
}

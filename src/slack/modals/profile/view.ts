import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Profile, ProfileField } from '../../../domain/profile';
import type { Messages } from '../../../i18n';
import { rhythmWords } from '../../../i18n/rhythm';
import { choice, field, plain, section, typed } from '../../block-kit';
import { ids } from '../../ids';
import { line, mention, plainLine } from '../../mrkdwn';
import { type GivenProfile, profileFieldBlocks } from './fields';
import { encodeProfileMeta, type ProfileMeta } from './meta';
import { nobody } from './parse';

const longestName = 60;
/** Escaped it may be five times as long. */
const longestTheirs = 500;
const mostOptions = 100;
const longestOption = 75;

interface Conflict {
  field: ProfileField;
  theirs: Profile;
  byName: string | null;
}

/** The modal that changes what is known of a learner; after a conflict, with what somebody else wrote meanwhile. */
export function editProfileView(
  { given, conflicts }: { given: Profile; conflicts: readonly Conflict[] },
  t: Messages,
  meta: ProfileMeta,
): ModalView {
  const told = conflicts.map((conflict) => section(theirs(conflict, meta, t)));
  return frame('edit', t, meta, [
    ...(told.length === 0 ? [] : [section(t.profile.conflict), ...told]),
    ...profileFieldBlocks({ given, version: meta.version, locale: meta.locale }, t),
  ]);
}

export interface AddForm {
  given: GivenProfile;
  /** Those that the viewer supports; the program of `meta` is chosen. */
  programs: readonly { id: string; name: string }[];
  /** Who supports the chosen program, the viewer first. */
  supporters: readonly { userId: string; name: string }[];
}

/** The modal that adds a learner. */
export function addLearnerView(form: AddForm, t: Messages, meta: ProfileMeta): ModalView {
  const shown = { given: form.given, version: meta.version, locale: meta.locale };
  return frame('add', t, meta, [
    ...programField(form, t, meta),
    ...profileFieldBlocks(shown, t),
    companionField(form, t, meta),
  ]);
}

function frame(kind: 'edit' | 'add', t: Messages, meta: ProfileMeta, blocks: KnownBlock[]): ModalView {
  return {
    type: 'modal',
    callback_id: kind === 'edit' ? ids.views.editLearner : ids.views.addLearner,
    private_metadata: encodeProfileMeta(meta),
    title: plain(t.profile.title[kind]),
    submit: plain(t.profile.submit[kind]),
    close: plain(t.profile.cancel),
    blocks,
  };
}

function programField({ programs }: AddForm, t: Messages, { programId }: ProfileMeta): InputBlock[] {
  if (programs.length < 2) return [];
  const options = programs.slice(0, mostOptions).map(({ id, name }) => optionOf(id, name));
  const initial = options.find(({ value }) => value === programId);
  const input = field({
    blockId: ids.blocks.program,
    label: t.profile.program,
    required: true,
    element: {
      type: 'static_select',
      action_id: ids.actions.program,
      options,
      ...(initial && { initial_option: initial }),
    },
  });
  return [{ ...input, dispatch_action: true }];
}

/** Of one program: its block is new to Slack once another program is chosen. */
function companionField({ supporters }: AddForm, t: Messages, { programId }: ProfileMeta): InputBlock {
  const people = supporters.slice(0, mostOptions - 1).map(({ userId, name }) => optionOf(userId, name));
  const none = choice(nobody, t.profile.nobody);
  return field({
    blockId: `${ids.blocks.companion}:${programId}`,
    label: t.profile.companion,
    required: true,
    element: { type: 'static_select', options: [...people, none], initial_option: people[0] ?? none },
  });
}

function optionOf(value: string, name: string) {
  return { text: typed(plainLine(name, longestOption)), value };
}

function theirs(
  { field: name, theirs: profile, byName }: Conflict,
  { locale }: ProfileMeta,
  t: Messages,
): string {
  const written = wordsFor(name, profile, locale, t).trim();
  return t.profile.theirs({
    field: t.profile.fields[name],
    value: mentioned(name, profile) ?? line(written || t.profile.empty, longestTheirs),
    name: byName === null ? t.profile.operator : line(byName, longestName),
  });
}

/** The name of whoever stands there by her Slack account; null: nobody does. */
function mentioned(name: ProfileField, profile: Profile): string | null {
  if (name === 'slackUserId') return profile.slackUserId && mention(profile.slackUserId);
  const person = name === 'mentor' || name === 'advisor' ? profile[name] : null;
  return person && 'userId' in person ? mention(person.userId) : null;
}

function wordsFor(name: ProfileField, profile: Profile, locale: ProfileMeta['locale'], t: Messages): string {
  switch (name) {
    case 'startedOn':
    case 'endsOn':
      return t.profile.day(profile[name]);
    case 'rhythm':
      return profile.rhythm ? rhythmWords(locale, profile.rhythm) : '';
    case 'weeklyHours':
      return String(profile.weeklyHours ?? '');
    case 'mentor':
    case 'advisor': {
      const person = profile[name];
      return person && 'name' in person ? person.name : '';
    }
    case 'slackUserId':
      return '';
    default:
      return profile[name];
  }
}

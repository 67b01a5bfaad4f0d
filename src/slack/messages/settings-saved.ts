import type { PersonalSettings } from '../../domain/settings';
import type { Messages } from '../../i18n';
import { section } from '../block-kit';
import type { Message } from './message';

export function settingsSavedMessage({ remindersOn }: PersonalSettings, { settings }: Messages): Message {
  const text = remindersOn ? settings.saved : `${settings.saved}\n${settings.remindersOff}`;
  return { text: settings.saved, blocks: [section(text)] };
}

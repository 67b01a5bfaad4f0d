import { z } from 'zod';
import { decodeMeta } from '../decode-meta';
import { placeMeta } from '../place-meta';

const settingsMeta = placeMeta.extend({
  /** Her zone as Slack has it: the type-ahead offers it first. */
  slackZone: z.string().max(100),
});

export type SettingsMeta = z.infer<typeof settingsMeta>;

/** For `private_metadata`. Throws when a part isn't what it should be. */
export function encodeSettingsMeta(meta: SettingsMeta): string {
  return JSON.stringify(settingsMeta.parse(meta));
}

/** Reads `private_metadata`; null when another version of Banso wrote it. */
export function decodeSettingsMeta(text: string): SettingsMeta | null {
  return decodeMeta(settingsMeta, text);
}

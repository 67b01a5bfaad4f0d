import { z } from 'zod';
import type { AppShown } from '../protocol';

const manifestSchema = z.object({
  display_information: z.object({ name: z.string() }),
  features: z.object({
    app_home: z.object({ home_tab_enabled: z.boolean(), messages_tab_read_only_enabled: z.boolean() }),
    slash_commands: z.array(
      z.object({ command: z.string(), description: z.string(), usage_hint: z.string().default('') }),
    ),
    shortcuts: z.array(
      z.object({
        name: z.string(),
        type: z.enum(['global', 'message']),
        callback_id: z.string(),
        description: z.string(),
      }),
    ),
  }),
});

export interface AppFeatures {
  shown: AppShown;
  /** Whether nobody but the bot may write in its direct messages. */
  directMessagesReadOnly: boolean;
}

/** What of an app's manifest people see. @throws ZodError when a part of it is missing */
export function appFeatures(manifest: unknown): AppFeatures {
  const { display_information: info, features } = manifestSchema.parse(manifest);
  const { app_home: home, slash_commands: commands, shortcuts } = features;
  return {
    shown: {
      name: info.name,
      homeEnabled: home.home_tab_enabled,
      commands: commands.map(({ usage_hint: usageHint, ...command }) => ({ ...command, usageHint })),
      shortcuts: shortcuts.map(({ callback_id: callbackId, ...shortcut }) => ({ ...shortcut, callbackId })),
    },
    directMessagesReadOnly: home.messages_tab_read_only_enabled,
  };
}

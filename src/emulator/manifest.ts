/** The parts of an app manifest (schema version 2) that decide what the app may do and receives. */
export interface Manifest {
  display_information: { name: string };
  features?: {
    app_home?: { home_tab_enabled?: boolean; messages_tab_enabled?: boolean };
    bot_user?: { display_name: string };
    slash_commands?: { command: string; should_escape?: boolean }[];
    shortcuts?: { name: string; type: string; callback_id: string }[];
  };
  oauth_config?: { scopes?: { bot?: string[] } };
  settings?: { event_subscriptions?: { bot_events?: string[] }; interactivity?: { is_enabled?: boolean } };
}

export function botScopes(manifest: Manifest): string[] {
  return manifest.oauth_config?.scopes?.bot ?? [];
}

export function subscribesTo(manifest: Manifest, event: string): boolean {
  return manifest.settings?.event_subscriptions?.bot_events?.includes(event) ?? false;
}

export function declaresCommand(manifest: Manifest, command: string): boolean {
  return manifest.features?.slash_commands?.some((entry) => entry.command === command) ?? false;
}

export function declaresShortcut(
  manifest: Manifest,
  type: 'global' | 'message',
  callbackId: string,
): boolean {
  const shortcuts = manifest.features?.shortcuts ?? [];
  return shortcuts.some((entry) => entry.type === type && entry.callback_id === callbackId);
}

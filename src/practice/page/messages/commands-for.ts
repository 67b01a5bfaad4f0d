import type { AppShown } from '../../protocol';

export type CommandShown = AppShown['commands'][number];

/** The commands that begin with what is typed; none once it is whole or a space follows. */
export function commandsFor(text: string, commands: readonly CommandShown[]): CommandShown[] {
  if (!/^\/\S*$/.test(text)) return [];
  return commands.filter(({ command }) => command.startsWith(text) && command !== text);
}

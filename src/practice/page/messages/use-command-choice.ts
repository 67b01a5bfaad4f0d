import { type KeyboardEvent, useState } from 'react';
import type { CommandShown } from './commands-for';

export interface CommandChoice {
  commands: readonly CommandShown[];
  /** Index of the marked command; null: none is offered. */
  current: number | null;
  /** @returns whether the key was meant for the list */
  onKeyDown(event: KeyboardEvent): boolean;
}

/** The commands offered while one is typed, until Escape sends them away: arrows mark, Tab and Enter complete. */
export function useCommandChoice(
  offered: readonly CommandShown[],
  complete: (command: CommandShown) => void,
): CommandChoice {
  const names = offered.map(({ command }) => command).join(' ');
  const [marked, mark] = useState({ names, index: 0, dismissed: false });
  const { index, dismissed } = marked.names === names ? marked : { index: 0, dismissed: false };
  const commands = dismissed ? [] : offered;
  const move = (by: number) =>
    mark({ names, index: (index + by + commands.length) % commands.length, dismissed });

  const act = (key: string, command: CommandShown): boolean => {
    switch (key) {
      case 'ArrowDown':
        move(1);
        return true;
      case 'ArrowUp':
        move(-1);
        return true;
      case 'Tab':
      case 'Enter':
        complete(command);
        return true;
      case 'Escape':
        mark({ names, index, dismissed: true });
        return true;
      default:
        return false;
    }
  };
  return {
    commands,
    current: commands.length === 0 ? null : index,
    onKeyDown(event) {
      const command = commands[index];
      if (!command || event.shiftKey || !act(event.key, command)) return false;
      event.preventDefault();
      return true;
    },
  };
}

import { useWorkspace } from '../workspace';
import type { CommandShown } from './commands-for';

interface CommandListProps {
  id: string;
  choice: { commands: readonly CommandShown[]; current: number | null };
  complete(command: CommandShown): void;
}

/** The offered commands above the box; the box keeps the focus. */
export function CommandList({ id, choice, complete }: CommandListProps) {
  const { t } = useWorkspace();
  return (
    <div id={id} role="listbox" aria-label={t.composer.commands} className="command-list">
      {choice.commands.map((shown, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the box has the keys of this list.
        <div
          key={shown.command}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === choice.current}
          tabIndex={-1}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => complete(shown)}
        >
          <strong>{shown.command}</strong> <span>{shown.usageHint}</span>
          <small>{shown.description}</small>
        </div>
      ))}
    </div>
  );
}

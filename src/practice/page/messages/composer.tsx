import { type KeyboardEvent, useId, useRef } from 'react';
import { Menu } from '../shell/menu';
import { useApp } from '../state/app-context';
import { useWorkspace } from '../workspace';
import { CommandList } from './command-list';
import { type CommandShown, commandsFor } from './commands-for';
import { useCommandChoice } from './use-command-choice';
import { useSending } from './use-sending';
import './composer.css';

interface ComposerProps {
  channel: string;
  /** Names the box: where it goes to. */
  label: string;
  /** A reply to this thread; null: to the channel. */
  threadTs: string | null;
}

/** Where messages and commands are written. What could not be sent stays in it. */
export function Composer({ channel, label, threadTs }: ComposerProps) {
  const { t } = useWorkspace();
  const { commands } = useApp();
  const { text, setText, isSending, note, send } = useSending(channel, threadTs);
  const box = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const complete = ({ command }: CommandShown) => {
    setText(`${command} `);
    box.current?.focus();
  };
  const choice = useCommandChoice(threadTs === null ? commandsFor(text, commands) : [], complete);
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that ends a conversion of an input method is not ours.
    if (event.nativeEvent.isComposing || choice.onKeyDown(event)) return;
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void send();
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {choice.current !== null && <CommandList id={listId} choice={choice} complete={complete} />}
      <textarea
        ref={box}
        aria-label={label}
        placeholder={label}
        title={t.composer.keys}
        rows={2}
        value={text}
        aria-autocomplete="list"
        aria-controls={choice.current === null ? undefined : listId}
        aria-activedescendant={choice.current === null ? undefined : `${listId}-${choice.current}`}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKeyDown}
      />
      {note !== null && <p role="alert">{note}</p>}
      <div className="composer-buttons">
        {threadTs === null && <Shortcuts />}
        <button type="submit" className="primary-button" disabled={text.trim() === '' || isSending}>
          {isSending ? t.composer.sending : t.composer.send}
        </button>
      </div>
    </form>
  );
}

/** The app's shortcuts that are no message's. */
function Shortcuts() {
  const { t, perform } = useWorkspace();
  const items = useApp()
    .shortcuts.filter(({ type }) => type === 'global')
    .map(({ name, callbackId }) => ({
      key: callbackId,
      label: name,
      choose: () => void perform({ kind: 'global_shortcut', callbackId }),
    }));
  if (items.length === 0) return null;
  return (
    <Menu label={t.composer.shortcuts} items={items}>
      ⚡
    </Menu>
  );
}

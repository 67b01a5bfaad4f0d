import { type FormEvent, useState } from 'react';
import { useWorkspace } from '../workspace';

interface EditBoxProps {
  channel: string;
  ts: string;
  text: string;
  done(): void;
}

/** Changes one's own message where it stands. */
export function EditBox({ channel, ts, text, done }: EditBoxProps) {
  const { t, perform } = useWorkspace();
  const [draft, setDraft] = useState(text);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const outcome = await perform({ kind: 'edit', channel, ts, text: draft });
    if (outcome.ok) done();
  };
  return (
    <form className="edit-box" onSubmit={save}>
      <textarea
        aria-label={t.message.edit}
        value={draft}
        rows={3}
        // biome-ignore lint/a11y/noAutofocus: whoever chose to edit wants to type.
        autoFocus
        onChange={({ target }) => setDraft(target.value)}
        onKeyDown={(event) => event.key === 'Escape' && done()}
      />
      <div>
        <button type="button" className="quiet-button" onClick={done}>
          {t.message.cancel}
        </button>
        <button type="submit" className="quiet-button" disabled={draft.trim() === ''}>
          {t.message.save}
        </button>
      </div>
    </form>
  );
}

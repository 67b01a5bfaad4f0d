import { useState } from 'react';
import { failureWords } from '../../shell/failure-note';
import { useWorkspace } from '../../workspace';
import { recordsIn, textOf } from '../json';
import type { ElementProps } from './element-props';

/** How many files Slack takes where the element doesn't say. */
const usualMost = 10;

/** Files, uploaded as soon as they are picked. */
export function FileInput({ element, blockId, actionId, place, id, aria, value, keep }: ElementProps) {
  const { t } = useWorkspace();
  const [note, setNote] = useState('');
  const files = recordsIn(value);
  const types = Array.isArray(element.filetypes) ? element.filetypes.map(String) : [];
  const most = typeof element.max_files === 'number' ? element.max_files : usualMost;

  const take = async (picked: File[]) => {
    if (!picked.every(({ name }) => isTaken(name, types))) {
      return setNote(t.elements.filesTaken(types.join(', ')));
    }
    if (files.length + picked.length > most) return setNote(t.elements.tooMany(most));
    setNote(t.elements.uploading);
    const outcomes = await Promise.all(picked.map((file) => place.upload(blockId, actionId, file)));
    const failed = outcomes.find((outcome) => !outcome.ok);
    setNote(failed && !failed.ok ? failureWords(failed, t) : '');
    keep([...files, ...outcomes.flatMap((outcome) => (outcome.ok ? [outcome.file] : []))]);
  };
  return (
    <div className="file-input">
      <input
        {...aria}
        id={id}
        type="file"
        multiple={most > 1}
        accept={types.map((type) => `.${type}`).join() || undefined}
        onChange={({ target }) => {
          const picked = [...(target.files ?? [])];
          // The same file can be picked again after it was removed.
          target.value = '';
          void take(picked);
        }}
      />
      {types.length > 0 && <small>{t.elements.filesTaken(types.join(', '))}</small>}
      <ul className="chips">
        {files.map((file) => (
          <li key={textOf(file.id)} className="chip">
            {textOf(file.name)}
            <button
              type="button"
              aria-label={t.elements.remove(textOf(file.name))}
              onClick={() => keep(files.filter((one) => one.id !== file.id))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      {note !== '' && <p role="status">{note}</p>}
    </div>
  );
}

/** A browser's chooser lets people pick other kinds as well. */
function isTaken(name: string, types: readonly string[]): boolean {
  const extension = name.split('.').at(-1)?.toLowerCase() ?? '';
  return types.length === 0 || types.some((type) => type.toLowerCase() === extension);
}

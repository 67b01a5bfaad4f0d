import { useState } from 'react';
import { useWorkspace } from '../../workspace';
import { Combobox } from './combobox';
import type { ElementProps } from './element-props';
import { chosenOptions, knownOptions, type Option } from './options';

/** A menu of which several entries are chosen; each stands there as a chip that can be removed. */
export function MultiSelect(props: ElementProps) {
  const workspace = useWorkspace();
  const { t } = workspace;
  const [note, setNote] = useState('');
  const { element, value, choose } = props;
  const chosen = chosenOptions(value, knownOptions(element, workspace));
  const most =
    typeof element.max_selected_items === 'number' ? element.max_selected_items : Number.POSITIVE_INFINITY;

  const choosing = (options: readonly Option[]) => {
    setNote('');
    choose(options.map(({ raw }) => raw));
  };
  const without = ({ value: gone }: Option) => chosen.filter((one) => one.value !== gone);
  const toggle = (option: Option) => {
    const left = without(option);
    if (left.length < chosen.length) choosing(left);
    else if (chosen.length >= most) setNote(t.elements.tooMany(most));
    else choosing([...chosen, option]);
  };
  return (
    <div className="multi-select">
      <ul className="chips">
        {chosen.map((option) => (
          <li key={option.value} className="chip">
            {option.words}
            <button
              type="button"
              aria-label={t.elements.remove(option.words)}
              onClick={() => choosing(without(option))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <Combobox
        {...props}
        chosen={chosen}
        shown=""
        pick={toggle}
        unpick={() => choosing(chosen.slice(0, -1))}
        several
      />
      {note !== '' && <p role="status">{note}</p>}
    </div>
  );
}

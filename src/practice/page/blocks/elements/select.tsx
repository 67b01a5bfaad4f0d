import { useWorkspace } from '../../workspace';
import { Combobox } from './combobox';
import type { ElementProps } from './element-props';
import { chosenOptions, knownOptions } from './options';

/** A menu of which one entry is chosen. Where it need not be filled in, it can be emptied. */
export function Select(props: ElementProps) {
  const workspace = useWorkspace();
  const { element, value, choose } = props;
  const chosen = chosenOptions(value, knownOptions(element, workspace));
  const [current] = chosen;
  return (
    <div className="select">
      <Combobox
        {...props}
        chosen={chosen}
        shown={current?.words ?? ''}
        pick={({ raw }) => choose(raw)}
        several={false}
      />
      {current && (
        <button
          type="button"
          className="clear"
          aria-label={workspace.t.elements.remove(current.words)}
          title={workspace.t.elements.clear}
          onClick={() => choose(null)}
        >
          ×
        </button>
      )}
    </div>
  );
}

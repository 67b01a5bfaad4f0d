import { useCombobox } from 'downshift';
import { type KeyboardEvent, useState } from 'react';
import { useWorkspace } from '../../workspace';
import { wordsOf } from '../json';
import type { ElementProps } from './element-props';
import { OptionList } from './option-list';
import type { Option } from './options';
import { useOffer } from './use-offer';

interface ComboboxProps extends ElementProps {
  chosen: readonly Option[];
  /** What the box says while nothing is typed. */
  shown: string;
  pick(option: Option): void;
  /** Backspace where nothing is typed. */
  unpick?(): void;
  /** Whether one goes on picking. */
  several: boolean;
}

/** A box to type in, with a list of what matches: arrows move in it, Enter picks, Escape closes it. */
export function Combobox({ chosen, shown, pick, unpick, several, ...props }: ComboboxProps) {
  const { t } = useWorkspace();
  const { element, id, aria } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [wasOpen, setOpen] = useState(false);
  const offer = useOffer(props, typed ?? '', wasOpen);
  const { isOpen, highlightedIndex, getInputProps, getMenuProps, getItemProps, getToggleButtonProps } =
    useCombobox<Option>({
      inputId: id,
      items: offer.options,
      itemToString: (option) => option?.words ?? '',
      itemToKey: (option) => option?.value,
      selectedItem: null,
      inputValue: typed ?? shown,
      defaultHighlightedIndex: 0,
      stateReducer: (state, { type, changes }) => {
        switch (type) {
          // Leaving the box picks nothing.
          case useCombobox.stateChangeTypes.InputBlur:
            return { ...state, isOpen: false, highlightedIndex: -1 };
          case useCombobox.stateChangeTypes.InputKeyDownEnter:
          case useCombobox.stateChangeTypes.ItemClick: {
            const { highlightedIndex: here } = state;
            return {
              ...changes,
              selectedItem: null,
              ...(several && { isOpen: true, highlightedIndex: here }),
            };
          }
          default:
            return changes;
        }
      },
      onIsOpenChange: ({ isOpen: open = false }) => {
        setOpen(open);
        if (!open) setTyped(null);
      },
    });

  // In the event itself: Downshift tells of a choice in an effect, which a quick next key overtakes.
  const take = (option: Option | undefined) => {
    if (!option) return;
    setTyped(null);
    pick(option);
  };
  // The list closes first, then what it stands in: a closed list's Escape is not for Downshift, which would keep it.
  const onEscape = (event: KeyboardEvent) => {
    if (!isOpen) Object.assign(event.nativeEvent, { preventDownshiftDefault: true });
    else {
      event.preventDefault();
      setTyped(null);
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') onEscape(event);
    // Enter in an open list picks; it must not submit the form. One that ends a conversion does neither.
    if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      if (!event.nativeEvent.isComposing) take(offer.options[highlightedIndex]);
    }
    if (event.key === 'Backspace' && event.currentTarget.value === '') unpick?.();
  };
  return (
    <div className="combobox">
      <input
        {...getInputProps({
          ...aria,
          placeholder:
            chosen.length > 0 ? undefined : wordsOf(element.placeholder) || t.elements.chooseOption,
          // Set at once, not when the list hears of it: an input method would lose what it is converting.
          onChange: ({ currentTarget }) => setTyped(currentTarget.value),
          onFocus: ({ currentTarget }) => currentTarget.select(),
          onKeyDown,
        })}
        className="slack-input"
      />
      <button
        {...getToggleButtonProps({ tabIndex: -1, 'aria-hidden': true })}
        type="button"
        className="combobox-toggle"
      >
        ▾
      </button>
      <OptionList
        {...{ isOpen, offer, highlightedIndex, chosen, getItemProps, take }}
        menuProps={getMenuProps({ 'aria-label': t.elements.choices }, { suppressRefError: true })}
        element={element}
      />
    </div>
  );
}

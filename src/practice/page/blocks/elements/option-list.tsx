import type { UseComboboxPropGetters } from 'downshift';
import { type HTMLAttributes, useLayoutEffect, useRef } from 'react';
import type { Texts } from '../../texts/en';
import { useWorkspace } from '../../workspace';
import type { Json } from '../json';
import type { Option } from './options';
import { minimumQuery, type Offer } from './use-offer';

interface OptionListProps {
  isOpen: boolean;
  offer: Offer;
  highlightedIndex: number;
  chosen: readonly Option[];
  element: Json;
  menuProps: HTMLAttributes<HTMLElement>;
  getItemProps: UseComboboxPropGetters<Option>['getItemProps'];
  take(option: Option): void;
}

/** The list of a combobox, above everything else that is on the page: a dialog would cut it off. */
export function OptionList({ isOpen, offer, menuProps, ...list }: OptionListProps) {
  const { t } = useWorkspace();
  const popover = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (isOpen) popover.current?.showPopover();
    else popover.current?.hidePopover();
  }, [isOpen]);
  const note = noteOn(offer, list.element, t);
  return (
    <div ref={popover} popover="manual" className="option-list">
      <div {...menuProps}>
        {isOpen && groupsOf(offer.options).map((group) => <Group key={group.at} group={group} {...list} />)}
      </div>
      <p role="status">{isOpen ? note : ''}</p>
    </div>
  );
}

function noteOn({ state, options }: Offer, element: Json, { elements }: Texts): string {
  if (state === 'loading') return elements.loading;
  if (state === 'no_answer') return elements.noAnswer;
  if (state === 'too_short') return elements.typeMore(minimumQuery({ element }));
  return options.length === 0 ? elements.noMatches : '';
}

interface OptionGroup {
  heading: string;
  /** Where its first option stands in the whole list. */
  at: number;
  options: Option[];
}

function groupsOf(options: readonly Option[]): OptionGroup[] {
  const groups: OptionGroup[] = [];
  for (const [at, option] of options.entries()) {
    const last = groups.at(-1);
    if (last?.heading === option.group) last.options.push(option);
    else groups.push({ heading: option.group, at, options: [option] });
  }
  return groups;
}

type GroupProps = { group: OptionGroup } & Pick<
  OptionListProps,
  'highlightedIndex' | 'chosen' | 'getItemProps' | 'take'
>;

function Group({ group, highlightedIndex, chosen, getItemProps, take }: GroupProps) {
  const options = group.options.map((item, within) => {
    const index = group.at + within;
    const isChosen = chosen.some(({ value }) => value === item.value);
    return (
      <div
        key={item.value}
        {...getItemProps({ item, index, 'aria-selected': isChosen, onClick: () => take(item) })}
        className={index === highlightedIndex ? 'option option-current' : 'option'}
      >
        <span className="option-words">{item.words}</span>
        {item.description !== '' && <small>{item.description}</small>}
      </div>
    );
  });
  if (group.heading === '') return options;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a list of options takes no fieldset.
    <div role="group" aria-label={group.heading}>
      <div className="option-heading" aria-hidden="true">
        {group.heading}
      </div>
      {options}
    </div>
  );
}

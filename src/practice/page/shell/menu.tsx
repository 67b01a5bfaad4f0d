import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import './menu.css';

export interface MenuItem {
  key: string;
  label: string;
  danger?: boolean;
  choose(): void;
}

interface MenuProps {
  /** What the button does, for those who don't see it. */
  label: string;
  items: readonly MenuItem[];
  /** What the button shows. */
  children: ReactNode;
  className?: string;
}

/** A button that opens a menu above everything else: arrows move in it, Escape and a press elsewhere close it. */
export function Menu({ label, items, children, className = 'icon-button' }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);

  const close = () => list.current?.hidePopover();
  const opened = (open: boolean) => {
    setOpen(open);
    if (!open || !list.current || !button.current) return;
    placeBeside(list.current, button.current);
    focusItem(list.current, 0);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        popoverTarget={id}
      >
        {children}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        className="menu"
        onToggle={(event) => opened(event.newState === 'open')}
        onKeyDown={moveByKey}
      >
        {items.map(({ key, label: words, danger, choose }) => (
          <button
            key={key}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={danger ? 'menu-item menu-item-danger' : 'menu-item'}
            onClick={() => {
              close();
              button.current?.focus();
              choose();
            }}
          >
            {words}
          </button>
        ))}
      </div>
    </>
  );
}

function moveByKey(event: KeyboardEvent<HTMLDivElement>): void {
  const list = event.currentTarget;
  if (event.key === 'Tab') list.hidePopover();
  const next = nextIndex(event.key, itemsOf(list));
  if (next === null) return;
  event.preventDefault();
  focusItem(list, next);
}

/** Where a key leads to from the item that has the focus; null: nowhere. */
function nextIndex(key: string, items: HTMLElement[]): number | null {
  const at = items.findIndex((item) => item.matches(':focus'));
  switch (key) {
    case 'ArrowDown':
      return at + 1;
    case 'ArrowUp':
      return at - 1;
    case 'Home':
      return 0;
    case 'End':
      return -1;
    default:
      return null;
  }
}

function itemsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[role=menuitem]')];
}

function focusItem(list: HTMLElement, index: number): void {
  const all = itemsOf(list);
  all[(index + all.length) % all.length]?.focus();
}

/** Below the button, or above it where there is no room; never beyond the window. */
function placeBeside(list: HTMLElement, button: HTMLElement): void {
  const gap = 4;
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = list;
  const below = at.bottom + gap;
  const top = below + height > window.innerHeight ? Math.max(gap, at.top - gap - height) : below;
  const left = Math.max(gap, Math.min(at.right - width, window.innerWidth - width - gap));
  list.style.top = `${top}px`;
  list.style.left = `${left}px`;
}

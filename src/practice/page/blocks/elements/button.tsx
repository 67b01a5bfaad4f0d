import type { MouseEvent } from 'react';
import { textOf, wordsOf } from '../json';
import type { ElementProps } from './element-props';

/** A button. With an address it also opens that page, as in Slack. */
export function Button({ element, isBusy, choose }: ElementProps) {
  const { url, style, accessibility_label: label } = element;
  const colour = style === 'primary' || style === 'danger' ? ` slack-button-${style}` : '';
  const press = (event: MouseEvent) => {
    // A second press while the first is under way is a slip.
    if (isBusy) event.preventDefault();
    else choose(undefined);
  };
  const shared = {
    className: `slack-button${colour}`,
    'aria-label': textOf(label) || undefined,
    'aria-busy': isBusy,
    onClick: press,
  };
  const words = wordsOf(element.text);
  if (typeof url === 'string' && /^https?:/i.test(url)) {
    return (
      <a {...shared} href={url} target="_blank" rel="noreferrer">
        {words}
      </a>
    );
  }
  return (
    <button {...shared} type="button">
      {words}
    </button>
  );
}

/** Slack's only icon is a bin. */
export function IconButton({ element, isBusy, choose }: ElementProps) {
  const words = wordsOf(element.text);
  return (
    <button
      type="button"
      className="slack-button slack-button-icon"
      aria-label={textOf(element.accessibility_label) || words}
      aria-busy={isBusy}
      title={words}
      onClick={() => isBusy || choose(undefined)}
    >
      🗑
    </button>
  );
}

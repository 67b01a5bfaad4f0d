const field = 'input, textarea, select, [role=combobox]';

/** Into the first field, or what else can be used first; what asks for it comes before. */
export function focusFirst(form: HTMLElement): void {
  const body = form.querySelector('.modal-body') ?? form;
  const wanted = body.querySelector<HTMLElement>('[data-focus-on-load]')?.querySelector<HTMLElement>(field);
  const first = wanted ?? body.querySelector<HTMLElement>(`:is(${field}):not([disabled])`);
  (first ?? form.querySelector<HTMLElement>('.modal-foot button:last-of-type'))?.focus();
}

/** To the first field that is wrong. */
export function focusFirstWrong(form: HTMLElement): void {
  const wrong = form.querySelector<HTMLElement>('.field-wrong');
  wrong?.querySelector<HTMLElement>(`:is(${field}), button`)?.focus();
  wrong?.scrollIntoView({ block: 'nearest' });
}

/** Where in a view an element stands; it outlives its being drawn anew. */
export function placedAt(element: Element): string | null {
  const placed = element.closest<HTMLElement>('[data-action]');
  return placed ? `[data-action="${CSS.escape(placed.dataset.action ?? '')}"]` : null;
}

/** @returns whether it was there */
export function focusPlaced(form: HTMLElement, selector: string | null): boolean {
  const placed = selector === null ? null : form.querySelector(selector);
  const element = placed?.querySelector<HTMLElement>(`:is(${field}), button, a`);
  element?.focus();
  return element !== undefined && element !== null;
}

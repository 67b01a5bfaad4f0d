import type { Locator } from 'playwright-core';

/** How a person uses the page. */
export interface Hands {
  press(target: Locator): Promise<void>;
  /** Puts a text in the place of what stands in a box. */
  write(box: Locator, text: string): Promise<void>;
  /** Types into a box that offers what fits, and takes one of the offers. */
  choose(box: Locator, typed: string, option: string): Promise<void>;
  /** One of several radio buttons, or a checkbox. */
  tick(choice: Locator): Promise<void>;
  /** Takes an entry of a native list by its value. */
  select(list: Locator, value: string): Promise<void>;
  /** A day, YYYY-MM-DD, in a native date field of a browser whose language is American English. */
  date(field: Locator, on: string): Promise<void>;
}

const optionOf = (box: Locator, name: string) =>
  box.page().getByRole('listbox').getByRole('option', { name });

export const mouse: Hands = {
  press: (target) => target.click(),
  write: (box, text) => box.fill(text),
  choose: async (box, typed, option) => {
    await box.click();
    await box.pressSequentially(typed);
    await optionOf(box, option).click();
  },
  tick: (choice) => choice.check(),
  select: async (list, value) => void (await list.selectOption(value)),
  date: (field, on) => field.fill(on),
};

/** Everything by keys alone, and only what Tab leads to. */
export const keyboard: Hands = {
  press: async (target) => {
    await tabTo(target);
    await target.page().keyboard.press('Enter');
  },
  write: async (box, text) => {
    await tabTo(box);
    const keys = box.page().keyboard;
    await keys.press('ControlOrMeta+A');
    await keys.press('Delete');
    await keys.insertText(text);
  },
  choose: async (box, typed, option) => {
    await tabTo(box);
    const keys = box.page().keyboard;
    await keys.type(typed);
    await optionOf(box, option).waitFor();
    const isMarked = async () => {
      const id = (await box.getAttribute('aria-activedescendant')) ?? '';
      return id !== '' && (await optionOf(box, option).getAttribute('id')) === id;
    };
    for (let n = 0; n < mostOptions && !(await isMarked()); n += 1) await keys.press('ArrowDown');
    await keys.press('Enter');
  },
  tick: async (choice) => {
    const keys = choice.page().keyboard;
    const isRadio = (await choice.getAttribute('type')) === 'radio';
    const group = isRadio
      ? choice.locator('xpath=ancestor::*[@role="radiogroup"]').getByRole('radio')
      : choice;
    await tabTo(group);
    await keys.press('Space');
    for (let n = 0; n < mostOptions && !(await choice.isChecked()); n += 1) await keys.press('ArrowDown');
  },
  select: async (list, value) => {
    await tabTo(list);
    const entries = await list.locator('option').all();
    const values = await Promise.all(entries.map((entry) => entry.getAttribute('value')));
    const away = values.indexOf(value) - values.indexOf(await list.inputValue());
    for (let n = 0; n < Math.abs(away); n += 1) {
      await list.page().keyboard.press(away > 0 ? 'ArrowDown' : 'ArrowUp');
    }
  },
  date: async (field, on) => {
    await tabTo(field);
    const [year, month, day] = on.split('-');
    await field.page().keyboard.type(`${month}${day}${year}`);
  },
};

/** What must be reached by then. */
const mostOptions = 30;
const mostTabs = 150;

/** Presses Tab until one of these has the focus. @throws Error when it is never reached */
export async function tabTo(targets: Locator): Promise<void> {
  await targets.first().waitFor();
  const focused = targets.and(targets.page().locator(':focus'));
  for (let n = 0; n < mostTabs; n += 1) {
    if ((await focused.count()) > 0) return;
    await targets.page().keyboard.press('Tab');
  }
  throw new Error(`${targets}: not reached by ${mostTabs} presses of Tab`);
}

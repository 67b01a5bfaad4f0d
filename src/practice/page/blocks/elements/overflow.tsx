import { Menu } from '../../shell/menu';
import { useWorkspace } from '../../workspace';
import { recordsIn, textOf, wordsOf } from '../json';
import type { ElementProps } from './element-props';

/** The menu behind three dots. An entry with an address also opens that page. */
export function Overflow({ element, choose }: ElementProps) {
  const { t } = useWorkspace();
  const items = recordsIn(element.options).map((option) => ({
    key: textOf(option.value),
    label: wordsOf(option.text),
    choose: () => {
      const url = textOf(option.url);
      if (/^https?:/i.test(url)) window.open(url, '_blank', 'noreferrer');
      choose(option.value);
    },
  }));
  return (
    <Menu label={t.elements.moreActions} items={items} className="slack-button slack-button-icon">
      ⋯
    </Menu>
  );
}

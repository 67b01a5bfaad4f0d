import { wordsOf } from '../json';
import type { ElementProps } from './element-props';
import { plainOf, richTextOf } from './rich-text-value';

/** Text with marks in Slack; here what it says, without them. */
export function RichTextInput({ element, id, aria, value, keep }: ElementProps) {
  return (
    <textarea
      {...aria}
      id={id}
      className="slack-input"
      rows={typeof element.min_lines === 'number' ? element.min_lines : 3}
      placeholder={wordsOf(element.placeholder) || undefined}
      value={plainOf(value)}
      onChange={({ target }) => keep(richTextOf(target.value))}
    />
  );
}

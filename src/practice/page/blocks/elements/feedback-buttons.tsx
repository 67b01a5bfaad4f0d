import { isRecord, textOf, wordsOf } from '../json';
import type { ElementProps } from './element-props';

/** Two buttons, of which the pressed one stays pressed. */
export function FeedbackButtons({ element, choose, value }: ElementProps) {
  const buttons = [element.positive_button, element.negative_button].filter(isRecord);
  return (
    <div className="elements">
      {buttons.map((button, at) => (
        <button
          key={textOf(button.value)}
          type="button"
          className="slack-button"
          aria-label={textOf(button.accessibility_label) || undefined}
          aria-pressed={value === button.value}
          onClick={() => choose(button.value)}
        >
          {`${at === 0 ? '👍' : '👎'} ${wordsOf(button.text)}`}
        </button>
      ))}
    </div>
  );
}

import { Drawn } from '../drawn';
import { isRecord, type Json, recordsIn, textOf } from '../json';
import type { ElementProps } from './element-props';

/** One of several. */
export function RadioButtons({ element, id, aria, value, choose }: ElementProps) {
  return (
    <div role="radiogroup" {...aria} className="choices">
      {recordsIn(element.options).map((option, at) => (
        <label key={textOf(option.value)} className="choice">
          <input
            id={at === 0 ? id : undefined}
            type="radio"
            name={id}
            checked={isRecord(value) && value.value === option.value}
            onChange={() => choose(option)}
          />
          <OptionWords option={option} />
        </label>
      ))}
    </div>
  );
}

/** Any number of several. */
export function Checkboxes({
  element,
  id,
  aria: { 'aria-required': _, ...aria },
  value,
  choose,
}: ElementProps) {
  const ticked = recordsIn(value);
  const isTicked = (option: Json) => ticked.some((one) => one.value === option.value);
  const options = recordsIn(element.options);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is named by a legend in it; this one by the field's label.
    <div role="group" {...aria} className="choices">
      {options.map((option, at) => (
        <label key={textOf(option.value)} className="choice">
          <input
            id={at === 0 ? id : undefined}
            type="checkbox"
            checked={isTicked(option)}
            onChange={({ target }) => {
              // In the order of the options, as Slack sends them.
              choose(options.filter((one) => (one === option ? target.checked : isTicked(one))));
            }}
          />
          <OptionWords option={option} />
        </label>
      ))}
    </div>
  );
}

function OptionWords({ option }: { option: Json }) {
  return (
    <span>
      <TextShown text={option.text} />
      {isRecord(option.description) && (
        <small>
          <TextShown text={option.description} />
        </small>
      )}
    </span>
  );
}

/** Plain words as they are; only mrkdwn has to be read. */
function TextShown({ text }: { text: unknown }) {
  if (!isRecord(text)) return null;
  return text.type === 'mrkdwn' ? <Drawn block={{ type: 'section', text }} /> : textOf(text.text);
}

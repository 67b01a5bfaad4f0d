import type { ChangeEvent, KeyboardEvent } from 'react';
import { isRecord, textOf, wordsOf } from '../json';
import type { ElementProps } from './element-props';

type Typed = HTMLInputElement | HTMLTextAreaElement;

const lines: Readonly<Record<string, { type: string; inputMode?: 'decimal' | 'numeric' }>> = {
  plain_text_input: { type: 'text' },
  // A native number input keeps what is no number to itself: then nobody could say that it is none.
  number_input: { type: 'text', inputMode: 'decimal' },
  email_text_input: { type: 'email' },
  url_text_input: { type: 'url' },
};

/** A text, on one line or on several. */
export function TextInput(props: ElementProps) {
  return props.element.multiline === true ? (
    <textarea {...typing(props)} rows={3} />
  ) : (
    <LineInput {...props} />
  );
}

/** A text, number or address on one line. */
export function LineInput(props: ElementProps) {
  const { type = 'text', inputMode } = lines[textOf(props.element.type)] ?? {};
  return <input {...typing(props)} type={type} inputMode={inputMode} autoComplete="off" />;
}

function typing(props: ElementProps) {
  const { element, id, aria, value, keep, choose } = props;
  const triggers = triggersOf(props);
  const tellsOnEnter = triggers.includes('on_enter_pressed');
  const tellsAtOnce = triggers.includes('on_character_entered');
  return {
    ...aria,
    id,
    className: 'slack-input',
    value: textOf(value),
    placeholder: wordsOf(element.placeholder) || undefined,
    maxLength: typeof element.max_length === 'number' ? element.max_length : undefined,
    onChange: ({ target }: ChangeEvent<Typed>) => {
      const typed = target.value === '' ? null : target.value;
      if (tellsAtOnce) choose(typed);
      else keep(typed);
    },
    onKeyDown: (event: KeyboardEvent<Typed>) => {
      if (event.key !== 'Enter' || event.nativeEvent.isComposing || !tellsOnEnter) return;
      event.preventDefault();
      choose(event.currentTarget.value);
    },
  };
}

/** What an input that tells the app waits for; Enter, where it doesn't say. */
function triggersOf({ element, tells }: ElementProps): unknown[] {
  if (!tells) return [];
  const config = isRecord(element.dispatch_action_config) ? element.dispatch_action_config : {};
  return Array.isArray(config.trigger_actions_on) ? config.trigger_actions_on : ['on_enter_pressed'];
}

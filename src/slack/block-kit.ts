import type {
  Button,
  ContextBlock,
  HeaderBlock,
  InputBlock,
  MrkdwnElement,
  Overflow,
  PlainTextElement,
  PlainTextOption,
  SectionBlock,
} from '@slack/types';
import { ids } from './ids';

/** Banso's own words. */
export function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: true };
}

/** People's words: `:fire:` stays as it was typed. */
export function typed(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}

/** Verbatim: Slack shall not look for names, channels and links in it. */
function mrkdwn(text: string): MrkdwnElement {
  return { type: 'mrkdwn', text, verbatim: true };
}

export function section(text: string): SectionBlock {
  return { type: 'section', text: mrkdwn(text) };
}

export function context(text: string): ContextBlock {
  return { type: 'context', elements: [mrkdwn(text)] };
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: typed(text) };
}

/** A choice; its text holds Banso's words. */
export function choice(value: string, text: string): PlainTextOption {
  return { text: plain(text), value };
}

interface ButtonInput {
  actionId: string;
  text: string;
  /** The id of the row that the button stands in, where it stands in one. */
  value?: string;
  primary?: boolean;
}

export function button({ actionId, text, value, primary = false }: ButtonInput): Button {
  return {
    type: 'button',
    action_id: actionId,
    text: plain(text),
    ...(value !== undefined && { value }),
    ...(primary && { style: 'primary' as const }),
  };
}

/** A menu behind three dots: at most five choices. */
export function overflow(actionId: string, options: readonly { value: string; text: string }[]): Overflow {
  return {
    type: 'overflow',
    action_id: actionId,
    options: options.map(({ value, text }) => choice(value, text)),
  };
}

interface FieldInput {
  blockId: string;
  label: string;
  element: InputBlock['element'];
  required?: boolean;
  hint?: string;
}

/** A labelled field of a modal. Its element's action id is `ids.actions.field`, where it doesn't bring its own. */
export function field({ blockId, label, element, required = false, hint }: FieldInput): InputBlock {
  return {
    type: 'input',
    block_id: blockId,
    label: plain(label),
    element: { action_id: ids.actions.field, ...element },
    optional: !required,
    ...(hint !== undefined && { hint: plain(hint) }),
  };
}

import {
  boolean,
  list,
  literal,
  matching,
  type ObjectCheck,
  object,
  problem,
  type Rule,
  someOf,
  text,
  typed,
} from './rules';

const LONGEST_URL = 3000;

export const url: Rule = (value, pointer) => {
  const problems = text(LONGEST_URL)(value, pointer);
  return problems.length > 0 ? problems : matching(/^https?:\/\/./, 'a valid URL')(value, pointer);
};
export const date: Rule = matching(
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  'a date such as 2026-01-31',
);
export const time: Rule = matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 09:30');
export const id: Rule = text(255);

function plainTextRule(max: number): Rule {
  return object({ text: text(max) }, { emoji: boolean });
}

function mrkdwnRule(max: number): Rule {
  return object({ text: text(max) }, { verbatim: boolean });
}

export function plainText(max: number): Rule {
  return typed({ plain_text: plainTextRule(max) });
}

export function mrkdwn(max: number): Rule {
  return typed({ mrkdwn: mrkdwnRule(max) });
}

export function anyText(max: number): Rule {
  return typed({ plain_text: plainTextRule(max), mrkdwn: mrkdwnRule(max) });
}

export const confirm: Rule = object(
  { text: anyText(300) },
  {
    title: plainText(100),
    confirm: plainText(30),
    deny: plainText(30),
    style: literal('primary', 'danger'),
  },
);

const OPTION_LENGTH = 75;

/** An option of a menu. */
export const option: Rule = object(
  { text: plainText(OPTION_LENGTH), value: text(OPTION_LENGTH) },
  { description: plainText(OPTION_LENGTH) },
);

/** An option of radio buttons or checkboxes: may be mrkdwn. */
export const richOption: Rule = object(
  { text: anyText(OPTION_LENGTH), value: text(OPTION_LENGTH) },
  { description: anyText(OPTION_LENGTH) },
);

/** An option of an overflow menu: may carry a url. */
export const overflowOption: Rule = object(
  { text: plainText(OPTION_LENGTH), value: text(OPTION_LENGTH) },
  { description: plainText(OPTION_LENGTH), url },
);

export const MOST_OPTIONS = 100;

export const optionGroup: Rule = object({
  label: plainText(75),
  options: list(option, MOST_OPTIONS),
});

/** What an app may answer to a block_suggestion. An empty list is fine. */
export const suggestions: Rule = object(
  {},
  { options: list(option, MOST_OPTIONS, 0), option_groups: list(optionGroup, MOST_OPTIONS, 0) },
  someOf('options', 'option_groups'),
);

const slackFile: Rule = object({}, { id: text(255), url }, someOf('id', 'url'));

const oneImageSource: ObjectCheck = (value, pointer) =>
  value.image_url !== undefined && value.slack_file !== undefined
    ? problem(pointer, 'must define only one of `image_url` and `slack_file`')
    : someOf('image_url', 'slack_file')(value, pointer);

/** The `image` element of a section, a context or a card. */
export const imageElement: Rule = object(
  { alt_text: text(2000) },
  { image_url: url, slack_file: slackFile },
  oneImageSource,
);

/** The `image` block. */
export const imageBlock: Rule = object(
  { alt_text: text(2000) },
  { image_url: url, slack_file: slackFile, title: plainText(2000), block_id: id },
  oneImageSource,
);

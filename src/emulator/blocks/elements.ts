import { fileInput, pickers, richTextInput, textInputs } from './inputs';
import { multiSelects, selects } from './menus';
import { confirm, id, imageElement, overflowOption, plainText, url } from './objects';
import { anything, list, literal, object, type Rule, text, typed } from './rules';

const button: Rule = object(
  { text: plainText(75) },
  {
    action_id: id,
    confirm,
    value: text(2000),
    url,
    style: literal('primary', 'danger'),
    accessibility_label: text(75),
  },
);

const overflow: Rule = object({ options: list(overflowOption, 5) }, { action_id: id, confirm });

const workflowButton: Rule = object(
  { text: plainText(75), workflow: object({ trigger: anything }) },
  { action_id: id, confirm, style: literal('primary', 'danger'), accessibility_label: text(75) },
);

const feedbackButton: Rule = object(
  { text: plainText(75), value: text(2000) },
  { accessibility_label: text(75) },
);

const feedbackButtons: Rule = object(
  { positive_button: feedbackButton, negative_button: feedbackButton },
  { action_id: id },
);

const iconButton: Rule = object(
  { icon: literal('trash'), text: plainText(75) },
  {
    action_id: id,
    confirm,
    value: text(2000),
    accessibility_label: text(75),
    visible_to_user_ids: list(text(30), 100),
  },
);

const { datetimepicker = anything, ...simplePickers } = pickers;
const pressable = { button, overflow, workflow_button: workflowButton };

/** What a section may carry beside its text. */
export const accessory: Rule = typed({
  ...pressable,
  ...simplePickers,
  ...selects,
  ...multiSelects,
  image: imageElement,
});

/** What an actions block may hold. */
export const actionsElement: Rule = typed({
  ...pressable,
  ...simplePickers,
  ...selects,
  ...multiSelects,
  datetimepicker,
  rich_text_input: richTextInput,
});

/** What an input block may hold. */
export const inputElement: Rule = typed({
  ...pickers,
  ...selects,
  ...multiSelects,
  ...textInputs,
  rich_text_input: richTextInput,
  file_input: fileInput,
});

export const cardButton: Rule = typed({ button });

export const contextActionsElement: Rule = typed({
  feedback_buttons: feedbackButtons,
  icon_button: iconButton,
});

import { initialAmongOptions, optionsOrGroups } from './choices';
import { confirm, id, MOST_OPTIONS, option, optionGroup, plainText } from './objects';
import { boolean, integer, list, literal, object, type Rule, someOf, text } from './rules';

const common = { action_id: id, confirm, focus_on_load: boolean, placeholder: plainText(150) };
const several = { ...common, max_selected_items: integer(1, 100) };
const entityId: Rule = text(30);
const entityIds: Rule = list(entityId, 100);

const staticOptions = {
  options: list(option, MOST_OPTIONS),
  option_groups: list(optionGroup, MOST_OPTIONS),
};

const filter: Rule = object(
  {},
  {
    include: list(literal('im', 'mpim', 'private', 'public'), 4),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
  someOf('include', 'exclude_external_shared_channels', 'exclude_bot_users'),
);

const conversationFields = { default_to_current_conversation: boolean, filter };
const minimumQuery = { min_query_length: integer(0, 100) };

/** Select menus, by type. */
export const selects: Record<string, Rule> = {
  static_select: object(
    {},
    { ...common, ...staticOptions, initial_option: option },
    optionsOrGroups,
    initialAmongOptions,
  ),
  external_select: object({}, { ...common, ...minimumQuery, initial_option: option }),
  users_select: object({}, { ...common, initial_user: entityId }),
  conversations_select: object(
    {},
    { ...common, ...conversationFields, initial_conversation: entityId, response_url_enabled: boolean },
  ),
  channels_select: object({}, { ...common, initial_channel: entityId, response_url_enabled: boolean }),
};

/** Multi-select menus, by type. */
export const multiSelects: Record<string, Rule> = {
  multi_static_select: object(
    {},
    { ...several, ...staticOptions, initial_options: list(option, 100) },
    optionsOrGroups,
    initialAmongOptions,
  ),
  multi_external_select: object({}, { ...several, ...minimumQuery, initial_options: list(option, 100) }),
  multi_users_select: object({}, { ...several, initial_users: entityIds }),
  multi_conversations_select: object(
    {},
    { ...several, ...conversationFields, initial_conversations: entityIds },
  ),
  multi_channels_select: object({}, { ...several, initial_channels: entityIds }),
};

import { accessory, actionsElement, cardButton, contextActionsElement, inputElement } from './elements';
import { anyText, id, imageBlock, imageElement, mrkdwn, plainText, url } from './objects';
import { richText } from './rich-text';
import { boolean, list, literal, object, problem, type Rule, someOf, text, typed } from './rules';
import { dataTable, dataVisualization, table } from './tables';

const block = { block_id: id };

/** Blocks that a container may hold as well. */
const basic: Record<string, Rule> = {
  actions: object({ elements: list(actionsElement, 25) }, block),
  context: object({ elements: list(contextElement(), 10) }, block),
  divider: object({}, block),
  header: object({ text: plainText(150) }, block),
  image: imageBlock,
  input: object(
    { label: plainText(2000), element: inputElement },
    { ...block, hint: plainText(2000), optional: boolean, dispatch_action: boolean },
  ),
  rich_text: richText,
  section: object(
    {},
    { ...block, text: anyText(3000), fields: list(anyText(2000), 10), accessory, expand: boolean },
    someOf('text', 'fields'),
  ),
  table,
  video: object(
    { video_url: url, thumbnail_url: url, alt_text: text(2000), title: plainText(199) },
    {
      ...block,
      title_url: url,
      author_name: text(49),
      provider_name: text(200),
      provider_icon_url: url,
      description: plainText(199),
    },
  ),
};

function contextElement(): Rule {
  return (value, pointer) => (isImage(value) ? imageElement(value, pointer) : anyText(3000)(value, pointer));
}

function isImage(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'image';
}

const card: Rule = object(
  {},
  {
    ...block,
    hero_image: typed({ image: imageElement }),
    icon: typed({ image: imageElement }),
    title: mrkdwn(150),
    subtitle: mrkdwn(150),
    body: mrkdwn(200),
    actions: list(cardButton, 5),
  },
  someOf('hero_image', 'title', 'actions', 'body'),
);

const container: Rule = object(
  { child_blocks: list(typed(basic), 10) },
  {
    ...block,
    title: plainText(150),
    rich_text_title: richText,
    subtitle: anyText(150),
    width: literal('narrow', 'standard', 'wide', 'full'),
    icon: typed({ image: imageElement }),
    is_collapsible: boolean,
    default_collapsed: boolean,
    has_header_divider: boolean,
  },
  someOf('title', 'rich_text_title'),
  (value, pointer) =>
    value.default_collapsed === true && value.is_collapsible !== true
      ? problem(`${pointer}/default_collapsed`, 'requires is_collapsible')
      : [],
);

const taskCard: Rule = object(
  {
    task_id: text(255),
    title: text(255),
    status: literal('pending', 'in_progress', 'complete', 'error'),
  },
  {
    ...block,
    details: richText,
    output: richText,
    sources: list(typed({ url: object({ url, text: text(255) }) }), 100),
  },
);

/** Every block, by type. */
export const blockRules: Record<string, Rule> = {
  ...basic,
  alert: object(
    { text: anyText(3000) },
    { ...block, level: literal('default', 'info', 'warning', 'error', 'success') },
  ),
  card,
  carousel: object({ elements: list(typed({ card }), 10) }, block),
  container,
  context_actions: object({ elements: list(contextActionsElement, 5) }, block),
  data_table: dataTable,
  data_visualization: dataVisualization,
  markdown: object({ text: text(12_000) }, block),
  plan: object({ title: text(255) }, { ...block, tasks: list(typed({ task_card: taskCard }), 50, 0) }),
  task_card: taskCard,
};

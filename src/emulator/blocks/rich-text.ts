import { id, url } from './objects';
import { boolean, integer, list, literal, number, object, type Rule, text, typed } from './rules';

const style = object(
  {},
  { bold: boolean, code: boolean, italic: boolean, strike: boolean, underline: boolean },
);
const styled = { style };
const MOST_ELEMENTS = 1000;

const textElement: Rule = object({ text: text(12_000) }, styled);
const linkElement: Rule = object({ url }, { ...styled, text: text(3000, 0), unsafe: boolean });

const inline: Rule = typed({
  text: textElement,
  link: linkElement,
  user: object({ user_id: text(30) }, styled),
  usergroup: object({ usergroup_id: text(30) }, styled),
  team: object({ team_id: text(30) }, styled),
  channel: object({ channel_id: text(30) }, styled),
  emoji: object({ name: text(100) }, { ...styled, unicode: text(100), url }),
  broadcast: object({ range: literal('here', 'channel', 'everyone') }, styled),
  color: object({ value: text(30) }, styled),
  date: object({ timestamp: number, format: text(300) }, { ...styled, url, fallback: text(300) }),
});

const border = integer(0, 1);
const section: Rule = object({ elements: list(inline, MOST_ELEMENTS, 0) });

/** A `rich_text` block. */
export const richText: Rule = typed({
  rich_text: object(
    {
      elements: list(
        typed({
          rich_text_section: section,
          rich_text_list: object(
            {
              elements: list(typed({ rich_text_section: section }), MOST_ELEMENTS),
              style: literal('bullet', 'ordered'),
            },
            { indent: integer(0, 8), offset: integer(0, 10_000), border },
          ),
          rich_text_quote: object({ elements: list(inline, MOST_ELEMENTS) }, { border }),
          rich_text_preformatted: object(
            { elements: list(typed({ text: textElement, link: linkElement }), MOST_ELEMENTS) },
            { border, language: text(50) },
          ),
        }),
        MOST_ELEMENTS,
      ),
    },
    { block_id: id },
  ),
});

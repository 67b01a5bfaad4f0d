import { objectsIn } from '../json';
import { id } from './objects';
import { richText } from './rich-text';
import { boolean, integer, list, literal, number, object, problem, type Rule, text, typed } from './rules';

const MOST_ROWS = 100;
const MOST_COLUMNS = 20;
const MOST_SERIES = 6;

const cell: Rule = (value, pointer) =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'rich_text'
    ? richText(value, pointer)
    : typed({
        raw_text: object({ text: text(3000) }),
        raw_number: object({ value: number, text: text(100) }),
      })(value, pointer);

const rows: Rule = list(list(cell, MOST_COLUMNS), MOST_ROWS);

export const table: Rule = object(
  { rows },
  {
    block_id: id,
    column_settings: list(
      object({}, { align: literal('left', 'center', 'right'), is_wrapped: boolean }),
      MOST_COLUMNS,
    ),
  },
);

export const dataTable: Rule = object(
  { rows, caption: text(3000) },
  {
    block_id: id,
    page_size: integer(1, 100),
    row_header_column_index: integer(0, MOST_COLUMNS - 1),
  },
);

/** Charts are typed nowhere yet: only the published limits are checked (SLACK.md, Block Kit). */
export const dataVisualization: Rule = (value, pointer) => {
  if (typeof value !== 'object' || value === null) return problem(pointer, 'must provide an object');
  const chart: Record<string, unknown> = { ...value };
  const tooMany = ['segments', 'series'].filter((name) => objectsIn(chart[name]).length > MOST_SERIES);
  return [
    ...(chart.title === undefined ? [] : chartTitle(chart.title, `${pointer}/title`)),
    ...tooMany.flatMap((name) => problem(`${pointer}/${name}`, `no more than ${MOST_SERIES} items allowed`)),
  ];
};

function chartTitle(title: unknown, pointer: string): ReturnType<Rule> {
  return typeof title === 'string'
    ? text(50)(title, pointer)
    : typed({ plain_text: object({ text: text(50) }) })(title, pointer);
}

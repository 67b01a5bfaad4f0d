import type { CSSProperties } from 'react';
import type { Block } from '../../protocol';
import { Drawn } from './drawn';
import { isRecord, type Json, recordsIn, textOf } from './json';

/** A table: the library draws no data_table, and no cells of numbers. The first row names the columns. */
export function Table({ block }: { block: Block }) {
  const [head = [], ...rows] = Array.isArray(block.rows) ? block.rows.map(recordsIn) : [];
  const settings = recordsIn(block.column_settings);
  const caption = textOf(block.caption);
  const alignOf = (cell: Json, column: number): CSSProperties => {
    const { align } = settings[column] ?? {};
    return { textAlign: align === 'right' || align === 'center' ? align : usualAlign(cell) };
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached without a mouse.
    <section className="table-scroll" tabIndex={0} aria-label={caption || undefined}>
      <table>
        {caption !== '' && <caption>{caption}</caption>}
        <thead>
          <tr>
            {head.map((cell, at) => (
              <th key={keyOf(cell, at)} scope="col" style={alignOf(rows[0]?.[at] ?? cell, at)}>
                <Cell cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={keyOf(row[0] ?? {}, at)}>
              {row.map((cell, column) => (
                <td key={keyOf(cell, column)} style={alignOf(cell, column)}>
                  <Cell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function usualAlign(cell: Json): 'start' | 'end' {
  return cell.type === 'raw_number' ? 'end' : 'start';
}

function Cell({ cell }: { cell: Json }) {
  if (cell.type === 'rich_text') return <Drawn block={cell} />;
  const { text, value } = cell;
  if (typeof text === 'string' && text !== '') return text;
  return isRecord(value) || value === undefined ? null : String(value);
}

/** Rows and cells never move within a drawing: where they stand is what they are. */
function keyOf(cell: Json, at: number): string {
  return `${at} ${String(cell.text ?? cell.value ?? '')}`;
}

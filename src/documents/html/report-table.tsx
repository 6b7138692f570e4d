import type { Table } from '../document.ts';
import { FigureText } from './figure-text.tsx';

export interface ReportTableProps extends Table {
  /** Unique among the tables of a report. */
  readonly name: string;
}

/** A table that becomes one block a row on a phone; texts wrap there instead, and a long one scrolls. */
export function ReportTable({ name: ofTable, caption, columns, rows, total = false, isLong }: ReportTableProps) {
  const isProse = columns.every(({ align }) => align === undefined);
  return (
    <div class="scrolls" tabIndex={0} role="region" aria-label={ofTable}>
      <table class={isLong === true ? 'long' : isProse ? 'prose' : 'stacks'}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ heading, align }, c) => (
              <th key={c} scope="col" class={align}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], r) => (
            <tr key={r} class={total && r === rows.length - 1 ? 'total' : undefined}>
              <th scope="row">{name!.text}</th>
              {cells.map((cell, c) => (
                <td
                  key={c}
                  class={columns[c + 1]!.align}
                  lang={columns[c + 1]!.language}
                  data-heading={columns[c + 1]!.heading}
                >
                  {cell.strong === true ? (
                    <strong>
                      <FigureText {...cell} />
                    </strong>
                  ) : (
                    <FigureText {...cell} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

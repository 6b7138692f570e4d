import type { Table as DocumentTableProps, TableCell } from '../../src/documents/document.ts';
import { FigureText } from './figure-text.tsx';
import { Table } from './table.tsx';

/** Tables that a written report has, too. */
export function DocumentTables({ tables }: { readonly tables: readonly DocumentTableProps[] }) {
  return tables.map((table) => (
    <section key={table.caption}>
      <DocumentTable {...table} />
    </section>
  ));
}

/** One block a row on narrow screens, but for long ones. */
export function DocumentTable({ rows, isLong, ...rest }: DocumentTableProps) {
  return (
    <Table
      {...rest}
      rows={rows.map((row) => row.map((cell, c) => (c === 0 ? cell.text : shown(cell, c))))}
      stacks={isLong !== true}
    />
  );
}

/** Nothing where there is nothing to show, so that narrow screens leave it out. */
function shown(cell: TableCell, c: number) {
  if (cell.text === '') return '';
  return cell.reached === undefined ? cell : <Reached key={c} {...cell} />;
}

/** Percent of colour where just what was to be reached is: half of what there is at twice as much or more. */
const DEPTH_AT_GOAL = 20;

/** The more of what it is to reach, the deeper its colour, and bold from where it is there. */
function Reached({ reached = 0, strong = false, ...figure }: TableCell) {
  const share = Math.max(0, Math.min(2, reached));
  return (
    <span class={strong ? 'brought paid' : 'brought'} style={{ '--depth': `${Math.round(share * DEPTH_AT_GOAL)}%` }}>
      <FigureText {...figure} />
    </span>
  );
}

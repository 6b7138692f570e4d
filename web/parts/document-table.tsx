import type { Table as DocumentTableProps } from '../../src/documents/document.ts';
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

function DocumentTable({ rows, ...rest }: DocumentTableProps) {
  return (
    <Table
      {...rest}
      rows={rows.map((row) => row.map((cell, c) => (c === 0 ? cell.text : <FigureText key={c} {...cell} />)))}
      stacks
    />
  );
}

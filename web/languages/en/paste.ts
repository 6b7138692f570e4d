/** Words of the window in which a block is looked at before it is pasted into a table. */
export const pasteWords = {
  title: 'Paste a block',
  fits: (rows: number, columns: number) =>
    `${rows} ${rows === 1 ? 'row' : 'rows'} by ${columns} ${columns === 1 ? 'column' : 'columns'} go here:`,
  lost: (count: number) =>
    `${count} ${count === 1 ? 'cell does' : 'cells do'} not fit into the table and ${count === 1 ? 'is' : 'are'} left out.`,
  headings: (rows: 1 | 2): string => (rows === 1 ? 'The first row has headings' : 'The first two rows have headings'),
  unused: 'not used',
  unknown: (headings: string) => `Not used, as no column is called so: ${headings}.`,
  noneKnown: 'No column is called as these headings say, so cells go in by their place, from the cell you are in.',
  nowhere: (rows: number) =>
    `${rows} ${rows === 1 ? 'row is' : 'rows are'} left out: without a name, a sum, or below the table.`,
  added: (names: string) => `Not there yet, so added: ${names}.`,
  nothing: 'The table has all of this already.',
  between: ', ',
  decimals: 'Decimals are written with',
  point: 'a point: 1,234.5',
  comma: 'a comma: 1.234,5',
  unclear: 'Numbers such as 20,000 could be read in two ways: please check this.',
  clear: 'Decided by the numbers of the block.',
};

export type PasteWords = typeof pasteWords;

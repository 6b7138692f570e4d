import { readCsv, usualSeparator } from '../../src/tables/csv.ts';

/** Enough to tell a table by, titles above it included. */
const CHARACTERS = 20_000;
const FEWEST_ROWS = 3;

/**
 * Whether a text is a table, cells separated by commas, semicolons or tabs, and no scenario: at least half of its rows, and
 * three, have the same number of cells, two or more. What UTF-16 looks like when it is read as UTF-8 is one, too.
 */
export function isTable(text: string): boolean {
  const start = text.slice(0, CHARACTERS).replaceAll('\0', '');
  if (/^[\ufeff\s{]*"?apportion"?\s*[:：]/m.test(start)) return false;
  const widths = readCsv(start, usualSeparator(start)).map((row) => row.length);
  return widths.some((width) => {
    const same = widths.filter((other) => other === width).length;
    return width > 1 && same >= FEWEST_ROWS && same * 2 >= widths.length;
  });
}

import { refusal } from '../../errors.ts';
import { decimalSignOf, numberIn } from './numbers.ts';
import { ROWS_LOOKED_AT } from './recognize.ts';
import { folded } from './sources.ts';
import { isSpend, type NamedColumn, type Wide } from './wide-table.ts';

/**
 * The columns of spend: those that were said to be; else those whose headings say so; else those that are called like a medium.
 *
 * @throws ScenarioError  where another column may be one
 */
export function spendColumns(wide: Wide, said: readonly string[]): readonly NamedColumn[] {
  const { sheet, columns } = wide;
  const wanted = new Set(said.map(folded));
  const chosen = columns.filter(({ heading }) => wanted.has(folded(heading)));
  if (chosen.length > 0) return chosen;
  const named = columns.filter(isSpend);
  const media = columns.filter((column) => column.kind === 'medium' && hasNumbers(wide, column));
  const others = columns.filter((column) => column.kind === 'other' && hasNumbers(wide, column));
  const [sure, doubtful] = named.length > 0 ? [named, media] : [media, others];
  if (doubtful.length > 0) throw refusal('', ...question(sure, doubtful), sheet.file);
  return sure;
}

function question(
  sure: readonly NamedColumn[],
  doubtful: readonly NamedColumn[],
): readonly [message: string, advice: string] {
  const quoted = (columns: readonly NamedColumn[]) => columns.map(({ heading }) => JSON.stringify(heading));
  const named = few(quoted(sure.length > 0 ? sure : doubtful), ' --spend ');
  return [
    `it has a column for each channel, but of some columns it cannot be told whether they are spend: ${few(quoted(doubtful), ', ')}`,
    `Name every column that is, and the others are left out: --spend ${named}. Or put "spend" behind the heading of each that is.`,
  ];
}

function few(texts: readonly string[], joint: string): string {
  return texts.length > MOST_SHOWN ? `${texts.slice(0, MOST_SHOWN).join(joint)}${joint}…` : texts.join(joint);
}

const MOST_SHOWN = 10;

/** Whether what stands below is numbers, and more than none. */
function hasNumbers({ sheet, head }: Wide, { at }: NamedColumn): boolean {
  const cells = sheet.rows.slice(head + 1, head + 1 + ROWS_LOOKED_AT).map((row) => row.cells[at] ?? '');
  const values = cells.map((cell) => numberIn(cell, decimalSignOf(cells) ?? '.'));
  return values.some((value) => typeof value === 'number') && values.filter((value) => value === 'bad').length <= 1;
}

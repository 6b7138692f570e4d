import type { Scenario } from '../domain.ts';
import { readCsv, type Cell } from '../tables/csv.ts';
import { HEADINGS, UNDECODED, undecodedIn } from './headings.ts';
import type { Ledger } from './ledger.ts';
import { amountSpent, channelCalled, pastPeriod } from './spent-words.ts';

const FORMS =
  'Give the columns `period`, `channel` and `spend`, or `period` and a column for each channel, in the first line.';

/**
 * Enters a table of what was spent, with names in its first row: either one row for each period and channel, where
 * other columns are passed over, or one row for each period with a column for each channel.
 *
 * @param past  how many periods are past
 */
export function enterTable(text: string, scenario: Scenario, past: number, ledger: Ledger): void {
  const table = readCsv(text);
  const [head, ...rows] = table;
  if (head === undefined) {
    ledger.refuse('the file is empty', { line: 1, column: 1 }, FORMS);
    return;
  }
  const undecoded = undecodedIn(table);
  if (undecoded !== undefined) {
    ledger.refuse(UNDECODED.message, undecoded, UNDECODED.advice);
    return;
  }
  const columnOf = (name: RegExp) => head.findIndex(({ text: heading }) => name.test(heading));
  const [period, channel, spend] = [columnOf(HEADINGS.period), columnOf(HEADINGS.channel), columnOf(HEADINGS.spend)];
  if (period < 0 || (channel >= 0 && spend < 0)) {
    const missing = period < 0 ? 'period' : 'spend';
    ledger.refuse(`the table has no column \`${missing}\``, head[0]!, FORMS);
    return;
  }
  const whole = rows.filter((row) => isWhole(row));
  if (channel >= 0) for (const row of whole) enterCell(row[period]!, row[channel]!, row[spend]!);
  else enterWide();

  function isWhole(row: readonly Cell[]): boolean {
    if (row.length === head!.length) return true;
    ledger.refuse(
      `has ${row.length} cells, the first line has ${head!.length}`,
      row[0]!,
      row.length > head!.length
        ? 'Put an amount that is written with commas in quotes: "1,200".'
        : 'Write 0 where nothing was spent.',
    );
    return false;
  }

  function enterWide(): void {
    const columns = head!.flatMap((heading, k) => {
      if (k === period) return [];
      const name = ledger.understood(channelCalled(scenario, heading.text), heading);
      return name === undefined ? [] : [{ name, k }];
    });
    for (const row of whole) {
      const when = ledger.understood(pastPeriod(scenario, past, row[period]!.text), row[period]!);
      for (const { name, k } of columns) {
        const amount = ledger.understood(amountSpent(scenario, row[k]!.text), row[k]!);
        if (when !== undefined && amount !== undefined) ledger.enter(name, when, amount, row[k]!);
      }
    }
  }

  function enterCell(when: Cell, called: Cell, money: Cell): void {
    const at = ledger.understood(pastPeriod(scenario, past, when.text), when);
    const name = ledger.understood(channelCalled(scenario, called.text), called);
    const amount = ledger.understood(amountSpent(scenario, money.text), money);
    if (at !== undefined && name !== undefined && amount !== undefined) ledger.enter(name, at, amount, when);
  }
}

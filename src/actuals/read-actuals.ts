import type { Scenario } from '../domain.ts';
import { ScenarioError, type Issue } from '../errors.ts';
import { HEADINGS, UNDECODED, undecodedIn } from '../replan/headings.ts';
import { amountSpent, channelCalled, pastPeriod, periodsNamed, upTo } from '../replan/spent-words.ts';
import { firstOf, MOST_FAULTS } from '../scenario/fault.ts';
import { readValue } from '../scenario/quantity/value.ts';
import type { Reading } from '../scenario/schema/leaf.ts';
import { readCsv, type Cell } from '../tables/csv.ts';

/** What happened in the first periods of a plan, one number per past period, by the name of the channel. */
export interface Actuals {
  readonly periods: number;
  readonly channels: Readonly<Record<string, ActualsOfChannel>>;
}

export interface ActualsOfChannel {
  readonly spend: readonly number[];
  readonly customers: readonly number[];
  /** Of first orders; absent where the table has no such column. */
  readonly revenue?: readonly number[];
  /** What was counted on the way to customers; absent where any past period lacks it. */
  readonly impressions?: readonly number[];
  readonly clicks?: readonly number[];
  readonly leads?: readonly number[];
  /** Further orders of customers who were won in the plan, in the period in which they came. */
  readonly repeats?: readonly number[];
}

/** What a column may be called, in English and in Chinese. */
const COLUMNS = {
  ...HEADINGS,
  customers: /^(?:customers|sales|orders|conversions|客户|客户数|订单)$/i,
  revenue: /^(?:revenue|turnover|收入|首单收入)$/i,
  impressions: /^(?:impressions?|展示)$/i,
  clicks: /^(?:clicks?|点击)$/i,
  leads: /^(?:leads?|线索)$/i,
  repeats: /^(?:repeats?|repeat[ _-]?orders|后续订单|复购)$/i,
} as const;
type Column = keyof typeof COLUMNS;

/** Counts which channels may lack: their cells may be empty. */
const OPTIONAL = ['impressions', 'clicks', 'leads', 'repeats'] as const;

const FORM =
  'Give the columns `period`, `channel`, `spend`, `customers` and, if you know them, `revenue`, `impressions`, `clicks`, `leads` and `repeats`, in the first line.';

/**
 * Reads a table of what happened, as CSV: one row for each channel and period, from the first period to the last that is past.
 *
 * @param file  its name, for issues
 * @throws ScenarioError  with everything that is wrong; also where a channel lacks a period
 */
export function readActuals(text: string, scenario: Scenario, file?: string): Actuals {
  const table = readCsv(text);
  const [head, ...rows] = table;
  const issues: Issue[] = [];
  const refuse = (message: string, at?: Cell, advice?: string) => {
    issues.push({
      severity: 'error',
      path: '',
      message,
      ...(advice === undefined ? {} : { advice }),
      ...(file === undefined ? {} : { file }),
      ...(at === undefined ? {} : { line: at.line, column: at.column }),
    });
  };
  const understood = <T>(reading: Reading<T>, at: Cell): T | undefined => {
    if (reading.ok) return reading.value;
    refuse(reading.message, at, reading.advice);
    return undefined;
  };
  const undecoded = undecodedIn(table);
  if (undecoded !== undefined) {
    refuse(UNDECODED.message, undecoded, UNDECODED.advice);
    throw new ScenarioError(issues);
  }
  const places = placesOf(head);
  const missing = (['period', 'channel', 'spend', 'customers'] as const).filter((name) => places[name] === undefined);
  if (missing.length > 0) {
    refuse(head === undefined ? 'the file is empty' : `the table has no column \`${missing[0]}\``, head?.[0], FORM);
    throw new ScenarioError(issues);
  }
  const found = new Map<string, Map<number, ActualRow>>();
  let last = 0;
  for (const row of rows) {
    if (row.length !== head!.length) {
      refuse(
        `has ${row.length} cells, the first line has ${head!.length}`,
        row[0],
        'Put an amount that is written with commas in quotes: "1,200".',
      );
      continue;
    }
    const cell = (name: Column) => row[places[name]!]!;
    const when = understood(pastPeriod(scenario, scenario.horizon.periods, cell('period').text), cell('period'));
    const channel = understood(channelCalled(scenario, cell('channel').text), cell('channel'));
    const spend = understood(amountSpent(scenario, cell('spend').text), cell('spend'));
    const customers = understood(readValue(cell('customers').text, { unit: 'count' }), cell('customers'));
    const revenue =
      places.revenue === undefined
        ? undefined
        : understood(amountSpent(scenario, cell('revenue').text), cell('revenue'));
    const optional = Object.fromEntries(
      OPTIONAL.filter((name) => places[name] !== undefined && cell(name).text !== '').map((name) => [
        name,
        understood(readValue(cell(name).text, { unit: 'count' }), cell(name)) ?? 0,
      ]),
    );
    if (when === undefined || channel === undefined || spend === undefined || customers === undefined) continue;
    const own = found.get(channel) ?? new Map<number, ActualRow>();
    found.set(channel, own);
    if (own.has(when.period))
      refuse(`${channel} in ${scenario.horizon.unit} ${when.period} is given twice`, row[0], 'Delete one of the two.');
    own.set(when.period, { spend, customers, revenue: revenue ?? 0, ...optional });
    last = Math.max(last, when.period);
  }
  if (issues.length === 0 && last === 0) refuse('the table has no rows', head![0], FORM);
  if (issues.length === 0)
    gaps(scenario, found, last).forEach((gap) => refuse(gap, undefined, 'Write 0 where nothing was spent or sold.'));
  if (issues.length > 0) throw new ScenarioError(firstOf(issues, MOST_FAULTS));
  const list = (name: string, what: 'spend' | 'customers' | 'revenue') =>
    upTo(last).map((t) => found.get(name)!.get(t)![what]);
  const wholeList = (name: string, what: (typeof OPTIONAL)[number]) => {
    const counts = upTo(last).flatMap((t) => found.get(name)!.get(t)![what] ?? []);
    return counts.length < last ? {} : { [what]: counts };
  };
  return {
    periods: last,
    channels: Object.fromEntries(
      Object.keys(scenario.channels).map((name) => [
        name,
        {
          spend: list(name, 'spend'),
          customers: list(name, 'customers'),
          ...(places.revenue === undefined ? {} : { revenue: list(name, 'revenue') }),
          ...Object.assign({}, ...OPTIONAL.map((what) => wholeList(name, what))),
        },
      ]),
    ),
  };
}

interface ActualRow {
  readonly spend: number;
  readonly customers: number;
  readonly revenue: number;
  readonly impressions?: number;
  readonly clicks?: number;
  readonly leads?: number;
  readonly repeats?: number;
}

function placesOf(head: readonly Cell[] | undefined): Readonly<Partial<Record<Column, number>>> {
  return Object.fromEntries(
    (Object.keys(COLUMNS) as Column[]).flatMap((name) => {
      const at = (head ?? []).findIndex(({ text }) => COLUMNS[name].test(text));
      return at < 0 ? [] : [[name, at] as const];
    }),
  );
}

/** Channels and past periods about which nothing is said. */
function gaps(
  { channels, horizon }: Scenario,
  found: ReadonlyMap<string, ReadonlyMap<number, unknown>>,
  last: number,
): readonly string[] {
  return Object.keys(channels).flatMap((name) => {
    const open = upTo(last).filter((t) => found.get(name)?.has(t) !== true);
    return open.length === 0 ? [] : [`nothing is said about ${name} in ${periodsNamed(open, horizon.unit)}`];
  });
}

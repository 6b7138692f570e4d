import type { Scenario } from '../domain.ts';
import { ScenarioError } from '../errors.ts';
import { firstOf, MOST_FAULTS } from '../scenario/fault.ts';
import { readText } from '../scenario/text/read.ts';
import { periodsPast } from './after.ts';
import { openLedger } from './ledger.ts';
import { enterFields } from './spent-fields.ts';
import { enterTable } from './spent-table.ts';

export interface SpentInput {
  readonly scenario: Scenario;
  /** How many periods are past, or a day: what ends before it is past. */
  readonly after: number | string;
  /** Name of the file, for issues; one that ends in .yaml, .yml or .json holds fields, any other a table. */
  readonly file?: string;
}

/** A file that holds fields and no table. */
const FIELDS = /\.(?:ya?ml|json)$/i;

/**
 * Reads what was spent in the periods that are past, a number for each by the name of the channel. See `enterTable`
 * and `enterFields` for what the text may look like.
 *
 * @throws ScenarioError  with everything that is wrong; also where something is not said of every channel and period
 */
export function readSpent(
  text: string,
  { scenario, after, file }: SpentInput,
): Readonly<Record<string, readonly number[]>> {
  return readSpend(text, { scenario, periods: periodsPast(scenario, after), file });
}

/**
 * Reads a whole plan, written in the same ways.
 *
 * @throws ScenarioError  with everything that is wrong; also where something is not said of every channel and period
 */
export function readPlan(
  text: string,
  { scenario, file }: Omit<SpentInput, 'after'>,
): Readonly<Record<string, readonly number[]>> {
  return readSpend(text, { scenario, periods: scenario.horizon.periods, file });
}

function readSpend(
  text: string,
  {
    scenario,
    periods,
    file,
  }: { readonly scenario: Scenario; readonly periods: number; readonly file: string | undefined },
): Readonly<Record<string, readonly number[]>> {
  const ledger = openLedger(scenario, periods, file);
  if (file !== undefined && FIELDS.test(file)) {
    const reading = readText(text, { file });
    if (!reading.ok || reading.issues.some(({ severity }) => severity === 'error'))
      throw new ScenarioError(reading.issues);
    enterFields(reading, scenario, periods, ledger);
  } else {
    enterTable(text, scenario, periods, ledger);
  }
  const issues = ledger.issues();
  if (issues.length > 0) throw new ScenarioError(firstOf(issues, MOST_FAULTS));
  return ledger.spent();
}

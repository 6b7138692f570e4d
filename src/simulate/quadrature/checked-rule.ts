import type { RowsByPeriod } from '../../carryover/spread.ts';
import { transform } from '../../distributions/marginal.ts';
import { type MarginalTable } from '../../distributions/marginal-table.ts';
import type { Row } from '../../domain/row.ts';
import { orthogonalAt, type Orthogonal } from '../../numeric/gauss-nodes.ts';
import { responses } from '../../responses/table.ts';
import { constantRow, rowOf, type Block } from '../block/block.ts';
import type { UsedMemory } from '../block/memory.ts';
import { addValues, type AskedValues } from '../channel/added-values.ts';
import type { SaturateInput } from '../channel/saturate-input.ts';
import { periodMeasure, type MeasureInput, type PeriodMeasure } from './period-measure.ts';
import { periodRule, valuesOfTable, type PeriodRule } from './period-rule.ts';
import { addRuled, uncertainOf } from './ruled-values.ts';

/**
 * What a rule may miss of what a channel brings in any of the draws it is tried in. On average over all draws it misses a tenth of
 * that, a thousandth of the simulation noise of a million draws; and what two near plans miss is nearly the same.
 */
const TOLERANCE = 1e-6;
/** The same in draws with the carry-over at either end of what can be, beyond which lies one draw in a billion. */
const FARTHEST_TOLERANCE = 1e-4;
/** Numbers of nodes that are tried: most channels need 8 or 10. */
const NODES = [4, 8, 10, 14];
/** Periods to a node, at least: with fewer a rule saves little. */
const PERIODS_PER_NODE = 3;
/** Normal score of what is taken for the ends of what can be. */
const REACH = 6;
/** Draws whose carry-over tells where nodes are best. */
const LIKELY_DRAWS = 8;
/** Share of all values of the carry-over that can be, evenly spread, in where nodes are best. */
const UNLIKELY = 0.02;
/** One in so many of them is looked at. */
const OF_ALL = 16;

/** Draws in which rules are tried: `likely` as they come, then others with the carry-over at its ends. */
export interface Trial {
  readonly block: Block;
  readonly likely: number;
}

export interface CheckedInput {
  readonly input: SaturateInput;
  /** Per unit of saturated effective spend. */
  readonly worth: RowsByPeriod;
  readonly trial: Trial;
  /** Of the parameter of the carry-over that is uncertain. */
  readonly marginal: MarginalTable | undefined;
}

/**
 * The smallest rule for what a channel brings in all periods of the plan that holds in all draws of a trial; undefined where none
 * does.
 */
export function checkedRule(checked: CheckedInput, memory: UsedMemory): PeriodRule | undefined {
  const { input, worth, trial, marginal } = checked;
  if (input.arrivals.scale.every((times) => times === 0)) return NOTHING;
  const ofValues = (values: Float64Array): MeasureInput => ({
    channel: input.channel,
    arriving: input.arrivals.scale,
    periods: input.periods,
    counting: worth.scale,
    values,
  });
  const values = marginal && valuesOfTable(...endsOf(marginal));
  const measure = periodMeasure(ofValues(values ?? new Float64Array(1)));
  if (measure === undefined) return undefined;
  const likely = marginal === undefined ? measure : likelyMeasure(ofValues, checked);
  if (likely === undefined) return undefined;
  const orthogonal = orthogonalOf(likely, measure, NODES[NODES.length - 1]!);
  const one = constantRow(trial.block, 1);
  const sumsOf = (add: (asked: readonly AskedValues[]) => void): Row => {
    const sums = new Float64Array(trial.block.count);
    add([{ worth: { rows: worth.rows.map(() => one), scale: worth.scale }, to: sums }]);
    return sums;
  };
  const exact = sumsOf((asked) => addValues(input, asked, memory, undefined));
  for (const count of NODES) {
    if (PERIODS_PER_NODE * count > measure.weights.length) return undefined;
    const rule = periodRule(measure, orthogonal, count, values);
    const ruled = sumsOf((asked) => addRuled({ input, block: trial.block, rule, asked }, memory, undefined));
    if (holds(ruled, exact, trial)) return rule;
  }
  return undefined;
}

const NONE = new Float64Array(0);
const NOTHING: PeriodRule = { nodes: NONE, by: { kind: 'numbers', weights: NONE, last: 0 } };

/** The values that all but one draw in a billion lie between. */
export function endsOf(marginal: MarginalTable): readonly [number, number] {
  const ends = new Float64Array(2);
  transform(marginal, Float64Array.of(-REACH, REACH), ends, 2);
  return [ends[0]!, ends[1]!];
}

function likelyMeasure(
  ofValues: (values: Float64Array) => MeasureInput,
  { input, trial }: CheckedInput,
): PeriodMeasure | undefined {
  const row = rowOf(trial.block, { row: uncertainOf(input.channel)! });
  const step = Math.max(1, Math.floor(trial.likely / LIKELY_DRAWS));
  return periodMeasure(ofValues(row.subarray(0, trial.likely).filter((_, i) => i % step === 0)));
}

/** For points of what is likely and, a little, of all that can be. */
function orthogonalOf(likely: PeriodMeasure, all: PeriodMeasure, count: number): Orthogonal {
  const { length } = all.weights;
  const some = Array.from({ length: Math.ceil(all.levels.length / OF_ALL) }, (_, k) => k * OF_ALL);
  const points = new Float64Array(likely.points.length + some.length * length);
  const weights = new Float64Array(points.length);
  points.set(likely.points);
  some.forEach((v, k) =>
    points.set(all.points.subarray(v * length, (v + 1) * length), likely.points.length + k * length),
  );
  const unlikely = (UNLIKELY * likely.levels.length) / some.length;
  for (let i = 0; i < points.length; i++) {
    weights[i] = all.weights[i % length]! * (i < likely.points.length ? 1 : unlikely);
  }
  return orthogonalAt(points, weights, count);
}

function holds(ruled: Row, exact: Row, { likely }: Trial): boolean {
  return ruled.every(
    (sum, i) => Math.abs(sum - exact[i]!) <= (i < likely ? TOLERANCE : FARTHEST_TOLERANCE) * Math.abs(exact[i]!),
  );
}

/** Whether the response of a channel is of a kind that rules can hold for. */
export function isSmooth(family: string): boolean {
  return responses[family]!.smooth === true;
}

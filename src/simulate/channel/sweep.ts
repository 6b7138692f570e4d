import { gather, type RowsByPeriod } from '../../carryover/spread.ts';
import type { CarryWeights } from '../../carryover/weights.ts';
import type { Row } from '../../domain/row.ts';
import type { Memory } from '../block/memory.ts';
import { sumOfProducts } from './table-code.ts';

/** One channel in a block of draws, on the way back from what its spend brings to the spend. */
export interface SweepInput {
  readonly carry: CarryWeights;
  /** What starts to work: before the plan, then by one unit of spend in each period of it. */
  readonly arrivals: RowsByPeriod;
  /** What the spend brings, and its derivative by what is at work: a row for each period of the plan and of the channel's tail. */
  readonly value: readonly Row[];
  readonly slope: readonly Row[];
  /** Of sums. */
  readonly worth: RowsByPeriod;
  /** Of values by draw: the same without weights of draws. */
  readonly byDraw: RowsByPeriod;
  readonly count: number;
  readonly periods: number;
  readonly tail: number;
  readonly memory: Memory;
}

export interface SweepOutput {
  /** Filled, from index `firstCell` on, with worth times value by period of the plan and of the tail, summed over draws. */
  readonly cells: Float64Array;
  readonly firstCell: number;
  /** Filled, from index `firstColumn` on, with the derivative by spend (undiscounted money) by period of the plan, summed over draws. */
  readonly gradient: Float64Array;
  readonly firstColumn: number;
  /** Worth `byDraw` times value of all periods is added to it, draw by draw, if given. */
  readonly values: Row | undefined;
}

/** One backward sweep through the same factors as the forward one (adjoint), in one pass where the carry-over allows. */
export function sweep(input: SweepInput, output: SweepOutput): void {
  const { carry, byDraw, periods, tail } = input;
  if (carry.kind === 'fading') sweepFading(input, carry, output);
  else sweepWindow(input, carry, output);
  if (output.values === undefined) return;
  for (let t = 0; t < periods + tail; t++) {
    if (byDraw.scale[t] !== 0) addProduct(output.values, byDraw.scale[t]!, byDraw.rows[t]!, input.value[t]!);
  }
}

function sweepFading(
  { arrivals, value, slope, worth, count, periods, tail, memory }: SweepInput,
  { retention }: Extract<CarryWeights, { kind: 'fading' }>,
  { cells, firstCell, gradient, firstColumn }: SweepOutput,
): void {
  const before = arrivals.rows.length - periods;
  const ahead = memory.table(1, count)[0]!.fill(0);
  for (let t = periods + tail - 1; t >= 0; t--) {
    const scale = worth.scale[t]!;
    const row = worth.rows[t]!;
    const steep = slope[t]!;
    cells[firstCell + t] = scale === 0 ? 0 : scale * sumOfProducts(row, value[t]!);
    for (let i = 0; i < count; i++) {
      ahead[i] = scale * row[i]! * steep[i]! + retention[i]! * ahead[i]!;
    }
    if (t >= periods) continue;
    const k = before + t;
    gradient[firstColumn + t] = arrivals.scale[k]! * sumOfProducts(ahead, arrivals.rows[k]!);
  }
}

function sweepWindow(
  { arrivals, value, slope, worth, count, periods, tail, memory }: SweepInput,
  carry: CarryWeights,
  { cells, firstCell, gradient, firstColumn }: SweepOutput,
): void {
  const weights = memory.table(periods + tail, count);
  for (let t = 0; t < periods + tail; t++) {
    const scale = worth.scale[t]!;
    const row = worth.rows[t]!;
    const steep = slope[t]!;
    cells[firstCell + t] = scale === 0 ? 0 : scale * sumOfProducts(row, value[t]!);
    const own = weights[t]!;
    for (let i = 0; i < count; i++) own[i] = scale * row[i]! * steep[i]!;
  }
  const returns = gather(carry, { worth: weights, count, periods, tail }, memory.table(periods, count));
  for (let t = 0; t < periods; t++) {
    const k = arrivals.rows.length - periods + t;
    gradient[firstColumn + t] = arrivals.scale[k]! * sumOfProducts(returns[t]!, arrivals.rows[k]!);
  }
}

function addProduct(target: Row, scale: number, a: Row, b: Row): void {
  for (let i = 0; i < target.length; i++) target[i] = target[i]! + scale * a[i]! * b[i]!;
}

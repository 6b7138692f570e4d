import { gather, type RowsByPeriod } from '../carryover/spread.ts';
import type { CarryWeights } from '../carryover/weights.ts';
import type { Row } from '../families.ts';
import type { Allocate } from './memory.ts';

/** One channel in a block of draws, on the way back from what its spend brings to the spend. */
export interface SweepInput {
  readonly carry: CarryWeights;
  /** What starts to work: before the plan, then by one unit of spend in each period of it. */
  readonly arrivals: RowsByPeriod;
  /** What the spend brings, and its derivative by what is at work: a row for each period of the plan and of the channel's tail. */
  readonly value: readonly Row[];
  readonly slope: readonly Row[];
  readonly worth: RowsByPeriod;
  /** What one more unit takes from all channels that share segments, by draw; undefined where nothing is shared. */
  readonly crowding: Row | undefined;
  readonly count: number;
  readonly periods: number;
  readonly tail: number;
  readonly allocate: Allocate;
}

export interface SweepOutput {
  /** Filled, from index `firstCell` on, with worth times value by period of the plan and of the tail, summed over draws. */
  readonly cells: Float64Array;
  readonly firstCell: number;
  /** Filled, from index `firstColumn` on, with the derivative by spend (undiscounted money) by period of the plan, summed over draws. */
  readonly gradient: Float64Array;
  readonly firstColumn: number;
  /** Worth times value of all periods is added to it, draw by draw, if given. */
  readonly values: Row | undefined;
}

/** One backward sweep through the same factors as the forward one (adjoint), in one pass where the carry-over allows. */
export function sweep(input: SweepInput, output: SweepOutput): void {
  const { carry, worth, periods, tail } = input;
  if (carry.kind === 'fading') sweepFading(input, carry, output);
  else sweepWindow(input, carry, output);
  if (output.values === undefined) return;
  for (let t = 0; t < periods + tail; t++) {
    if (worth.scale[t] !== 0) addProduct(output.values, worth.scale[t]!, worth.rows[t]!, input.value[t]!);
  }
}

function sweepFading(
  { arrivals, value, slope, worth, crowding, count, periods, tail, allocate }: SweepInput,
  { retention }: Extract<CarryWeights, { kind: 'fading' }>,
  { cells, firstCell, gradient, firstColumn }: SweepOutput,
): void {
  const before = arrivals.rows.length - periods;
  const ahead = allocate(count).fill(0);
  const crowded = crowding ?? allocate(count).fill(0);
  for (let t = periods + tail - 1; t >= 0; t--) {
    const scale = worth.scale[t]!;
    const row = worth.rows[t]!;
    const steep = slope[t]!;
    cells[firstCell + t] = scale === 0 ? 0 : scale * product(row, value[t]!);
    for (let i = 0; i < count; i++) {
      ahead[i] = (scale * row[i]! + crowded[i]!) * steep[i]! + retention[i]! * ahead[i]!;
    }
    if (t >= periods) continue;
    const k = before + t;
    gradient[firstColumn + t] = arrivals.scale[k]! * product(ahead, arrivals.rows[k]!);
  }
}

function sweepWindow(
  { arrivals, value, slope, worth, crowding, count, periods, tail, allocate }: SweepInput,
  carry: CarryWeights,
  { cells, firstCell, gradient, firstColumn }: SweepOutput,
): void {
  const weights = allocate((periods + tail) * count);
  const crowded = crowding ?? allocate(count).fill(0);
  for (let t = 0; t < periods + tail; t++) {
    const scale = worth.scale[t]!;
    const row = worth.rows[t]!;
    const steep = slope[t]!;
    cells[firstCell + t] = scale === 0 ? 0 : scale * product(row, value[t]!);
    for (let i = 0, at = t * count; i < count; i++, at++) {
      weights[at] = (scale * row[i]! + crowded[i]!) * steep[i]!;
    }
  }
  const returns = gather(carry, { weights, count, periods, tail }, allocate(periods * count));
  for (let t = 0; t < periods; t++) {
    const k = arrivals.rows.length - periods + t;
    const back = returns.subarray(t * count, (t + 1) * count);
    gradient[firstColumn + t] = arrivals.scale[k]! * product(back, arrivals.rows[k]!);
  }
}

/** Even and odd draws are summed apart, as the compiled twin sums them. */
function product(a: Row, b: Row): number {
  let even = 0;
  let odd = 0;
  for (let i = 0; i + 1 < a.length; i += 2) {
    even += a[i]! * b[i]!;
    odd += a[i + 1]! * b[i + 1]!;
  }
  if (a.length % 2 === 1) even += a[a.length - 1]! * b[a.length - 1]!;
  return even + odd;
}

function addProduct(target: Row, scale: number, a: Row, b: Row): void {
  for (let i = 0; i < target.length; i++) target[i] = target[i]! + scale * a[i]! * b[i]!;
}

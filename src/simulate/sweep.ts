import { gather } from '../carryover/spread.ts';
import type { CarryWeights } from '../carryover/weights.ts';
import type { Row } from '../families.ts';
import type { WorthByPeriod } from './effect-worth.ts';
import type { Allocate } from './memory.ts';

/** One channel in a block of draws, on the way back from what its spend brings to the spend. */
export interface SweepInput {
  readonly carry: CarryWeights;
  /** Effective spend bought by one unit of spend: `[t * count + i]`, periods of the plan. */
  readonly buying: Float64Array;
  /** What the spend brings, and its derivative by what is at work: `[t * count + i]`, periods of the plan and of the channel's tail. */
  readonly value: Float64Array;
  readonly slope: Float64Array;
  readonly worth: WorthByPeriod;
  /** What one more unit takes from all channels that share segments, by draw; undefined where nothing is shared. */
  readonly crowding: Row | undefined;
  readonly count: number;
  readonly periods: number;
  readonly tail: number;
  readonly allocate: Allocate;
}

export interface SweepOutput {
  /** Filled with worth times value by period of the plan and of the tail, summed over draws. */
  readonly cells: Float64Array;
  /** Filled with the derivative by spend (undiscounted money) by period of the plan, summed over draws. */
  readonly gradient: Float64Array;
  /** Worth times value of all periods is added to it, draw by draw, if given. */
  readonly values: Row | undefined;
}

/** One backward sweep through the same factors as the forward one (adjoint), in one pass where the carry-over allows. */
export function sweep(input: SweepInput, { cells, gradient, values }: SweepOutput): void {
  const { carry, worth, value, count, periods, tail } = input;
  if (carry.kind === 'fading') sweepFading(input, carry, cells, gradient);
  else sweepWindow(input, carry, cells, gradient);
  if (values === undefined) return;
  for (let t = 0; t < periods + tail; t++) {
    const scale = worth.scale[t]!;
    const row = worth.rows[t]!;
    if (scale === 0) continue;
    for (let i = 0, at = t * count; i < count; i++, at++) values[i] = values[i]! + scale * row[i]! * value[at]!;
  }
}

function sweepFading(
  { buying, value, slope, worth, crowding, count, periods, tail, allocate }: SweepInput,
  { gain, retention }: Extract<CarryWeights, { kind: 'fading' }>,
  cells: Float64Array,
  gradient: Float64Array,
): void {
  const ahead = allocate(count).fill(0);
  const crowded = crowding ?? allocate(count).fill(0);
  for (let t = periods + tail - 1; t >= 0; t--) {
    const scale = worth.scale[t]!;
    const row = worth.rows[t]!;
    const from = t * count;
    let brought = 0;
    let returned = 0;
    if (t >= periods) {
      for (let i = 0, at = from; i < count; i++, at++) {
        brought += row[i]! * value[at]!;
        ahead[i] = (scale * row[i]! + crowded[i]!) * slope[at]! + retention[i]! * ahead[i]!;
      }
    } else {
      for (let i = 0, at = from; i < count; i++, at++) {
        brought += row[i]! * value[at]!;
        const worked = (scale * row[i]! + crowded[i]!) * slope[at]! + retention[i]! * ahead[i]!;
        ahead[i] = worked;
        returned += gain[i]! * worked * buying[at]!;
      }
      gradient[t] = returned;
    }
    cells[t] = scale === 0 ? 0 : scale * brought;
  }
}

function sweepWindow(
  { buying, value, slope, worth, crowding, count, periods, tail, allocate }: SweepInput,
  carry: CarryWeights,
  cells: Float64Array,
  gradient: Float64Array,
): void {
  const weights = allocate((periods + tail) * count);
  const crowded = crowding ?? allocate(count).fill(0);
  for (let t = 0; t < periods + tail; t++) {
    const scale = worth.scale[t]!;
    const row = worth.rows[t]!;
    let brought = 0;
    for (let i = 0, at = t * count; i < count; i++, at++) {
      brought += row[i]! * value[at]!;
      weights[at] = (scale * row[i]! + crowded[i]!) * slope[at]!;
    }
    cells[t] = scale === 0 ? 0 : scale * brought;
  }
  const returns = gather(carry, { weights, count, periods, tail }, allocate(periods * count));
  for (let t = 0; t < periods; t++) {
    let returned = 0;
    for (let at = t * count; at < (t + 1) * count; at++) returned += returns[at]! * buying[at]!;
    gradient[t] = returned;
  }
}

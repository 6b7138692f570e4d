import { allAtWork } from '../../carryover/spread.ts';
import { weightsOf } from '../../carryover/weights.ts';
import type { ChannelModel } from '../../domain.ts';
import { ln } from '../../numeric/ln.ts';

/** What is at work in a channel in the periods of the plan, for some values of an uncertain number that its carry-over depends on. */
export interface PeriodMeasure {
  /** How much each period counts; those with nothing at work in them are left out. */
  readonly weights: Float64Array;
  /** Of the logarithms of what is at work their mean, for each value. */
  readonly levels: Float64Array;
  /** How far each logarithm lies above its mean: `[value * periods + period]`. */
  readonly points: Float64Array;
  /** What is at work in the last period of the plan, for each value. */
  readonly last: Float64Array;
}

export interface MeasureInput {
  readonly channel: ChannelModel;
  /** How often what is bought counts, in periods before the plan and of it. */
  readonly arriving: Float64Array;
  readonly periods: number;
  /** How much each period counts. */
  readonly counting: Float64Array;
  /** Of the parameter of the carry-over that is not constant; one, whatever it is, where all are. */
  readonly values: Float64Array;
}

/** See {@link PeriodMeasure}; undefined where whether anything is at work in a period depends on the value. */
export function periodMeasure(input: MeasureInput): PeriodMeasure | undefined {
  const { channel, arriving, periods, counting, values } = input;
  const count = values.length;
  const { family, normalize, lags } = channel.carryover;
  const constant = (value: number) => new Float64Array(count).fill(value);
  const parameters = channel.carryover.parameters.map((source) =>
    'row' in source ? values : constant(source.constant),
  );
  const carry = weightsOf({ family, parameters, normalize, ...(lags === undefined ? {} : { lags }) }, count);
  const arrivals = { rows: Array<Float64Array>(arriving.length).fill(constant(1)), scale: arriving };
  const atWork = allAtWork(carry, { arrivals, count, periods, tail: 0 });
  const counted: number[] = [];
  for (let t = 0; t < periods; t++) {
    if (counting[t] === 0) continue;
    const own = atWork.subarray(t * count, (t + 1) * count);
    if (own.every((amount) => amount > 0)) counted.push(t);
    else if (!own.every((amount) => amount === 0)) return undefined;
  }
  const weights = Float64Array.from(counted, (t) => counting[t]!);
  const levels = new Float64Array(count);
  const points = new Float64Array(count * counted.length);
  const all = weights.reduce((total, weight) => total + weight, 0);
  for (let v = 0; v < count; v++) {
    const own = points.subarray(v * counted.length, (v + 1) * counted.length);
    let level = 0;
    counted.forEach((t, k) => {
      own[k] = ln(atWork[t * count + v]!);
      level += (weights[k]! / all) * own[k];
    });
    levels[v] = level;
    for (let k = 0; k < own.length; k++) own[k] = own[k]! - level;
  }
  return { weights, levels, points, last: atWork.slice((periods - 1) * count) };
}

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gather } from '../../src/carryover/spread.ts';
import { rowsOf, spread } from './spread.ts';
import { carryovers } from '../../src/carryover/table.ts';
import { weightsOf, type CarryoverInBlock, type CarryWeights } from '../../src/carryover/weights.ts';
import { carryoverInBlock, money, parametersOf } from './samples.ts';

const SEED = 20270104;
const COUNT = 3;
const PERIODS = 10;
const TAIL = 5;
const size = { count: COUNT, periods: PERIODS, tail: TAIL };

const plans = money(PERIODS * COUNT);
const histories = fc.integer({ min: 0, max: 14 }).chain(money);
const check = <T extends readonly unknown[]>(property: fc.IProperty<T>) =>
  fc.assert(property, { seed: SEED, numRuns: 200 });

function carried(
  carryover: CarryoverInBlock,
  bought: Float64Array,
  before: Float64Array = new Float64Array(0),
): Float64Array {
  return spread(weightsOf(carryover, COUNT), { bought, before, ...size });
}

/** The definition, draw by draw: the sum over lags of weight times what was bought that many periods ago. */
function byDefinition(carryover: CarryoverInBlock, bought: Float64Array, before: Float64Array): Float64Array {
  const out = new Float64Array((PERIODS + TAIL) * COUNT);
  for (let draw = 0; draw < COUNT; draw++) {
    const parameters = carryover.parameters.map((row) => row[draw]!);
    // Without a longest lag the sum to the weight's last digit stands for the one without end.
    const weights = new Float64Array((carryover.lags ?? 1500) + 1);
    carryovers[carryover.family]!.weights(parameters, weights);
    const sum = carryover.normalize ? weights.reduce((a, b) => a + b, 0) : 1;
    const history = [...before, ...Array.from({ length: PERIODS }, (_, t) => bought[t * COUNT + draw]!)];
    for (let t = 0; t < PERIODS + TAIL; t++) {
      for (let lag = 0; lag < weights.length; lag++) {
        out[t * COUNT + draw]! += (weights[lag]! / sum) * (history[before.length + t - lag] ?? 0);
      }
    }
  }
  return out;
}

/** Equal up to rounding: 1e-13 of the largest number. */
function expectNear(got: Float64Array, expected: Float64Array): void {
  expect(got.length).toBe(expected.length);
  const largest = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-300);
  got.forEach((value, i) => expect(Math.abs(value - expected[i]!)).toBeLessThanOrEqual(1e-13 * largest));
}

it('tries every carry-over of the table', () => {
  expect(Object.keys(parametersOf)).toEqual(Object.keys(carryovers));
});

describe('spread', () => {
  it('is the sum over lags, by recursion where that is possible', () => {
    let recursions = 0;
    check(
      fc.property(carryoverInBlock(COUNT), plans, histories, (carryover, bought, before) => {
        if (weightsOf(carryover, COUNT).kind === 'fading') recursions++;
        expectNear(carried(carryover, bought, before), byDefinition(carryover, bought, before));
      }),
    );
    expect(recursions).toBeGreaterThan(20);
  });

  it('is linear', () => {
    check(
      fc.property(carryoverInBlock(COUNT), plans, plans, histories, (carryover, one, other, before) => {
        const both = one.map((amount, i) => 2 * amount + other[i]!);
        const twice = before.map((amount) => 2 * amount);
        const rest = carried(carryover, other);
        const sum = carried(carryover, one, before).map((value, i) => 2 * value + rest[i]!);
        expectNear(carried(carryover, both, twice), sum);
      }),
    );
  });

  it('moves with the spend: bought one period later, at work one period later', () => {
    check(
      fc.property(carryoverInBlock(COUNT), plans, (carryover, bought) => {
        bought.fill(0, (PERIODS - 1) * COUNT);
        const later = new Float64Array(bought.length);
        later.set(bought.subarray(0, (PERIODS - 1) * COUNT), COUNT);
        const now = carried(carryover, bought);
        expectNear(carried(carryover, later).subarray(COUNT), now.subarray(0, now.length - COUNT));
      }),
    );
  });

  it('takes spend before the plan for what it is: the start of a longer plan', () => {
    check(
      fc.property(carryoverInBlock(COUNT), plans, histories, (carryover, bought, before) => {
        const whole = new Float64Array((before.length + PERIODS) * COUNT);
        before.forEach((amount, t) => whole.fill(amount, t * COUNT, (t + 1) * COUNT));
        whole.set(bought, before.length * COUNT);
        const longer = spread(weightsOf(carryover, COUNT), {
          bought: whole,
          before: new Float64Array(0),
          count: COUNT,
          periods: before.length + PERIODS,
          tail: TAIL,
        });
        expect(carried(carryover, bought, before)).toEqual(longer.subarray(before.length * COUNT));
      }),
    );
  });

  it('neither makes nor loses effect when normalized and followed to the end', () => {
    check(
      fc.property(carryoverInBlock(1), money(PERIODS), (carryover, bought) => {
        const weights = weightsOf({ ...carryover, normalize: true }, 1);
        const tail = carryover.lags ?? 1200; // 0.97^1200 = 1e-16
        const out = spread(weights, { bought, before: new Float64Array(0), count: 1, periods: PERIODS, tail });
        const [bought1, out1] = [bought, out].map((row) => row.reduce((sum, value) => sum + value, 0));
        expect(Math.abs(out1! - bought1!)).toBeLessThanOrEqual(1e-12 * bought1!);
      }),
    );
  });

  it('gives each draw the same bits whichever draws stand beside it', () => {
    check(
      fc.property(carryoverInBlock(COUNT), plans, histories, (carryover, bought, before) => {
        const block = carried(carryover, bought, before);
        for (let draw = 0; draw < COUNT; draw++) {
          const ofDraw = (row: Float64Array) => row.filter((_, i) => i % COUNT === draw);
          const alone = spread(
            weightsOf({ ...carryover, parameters: carryover.parameters.map((r) => r.slice(draw, draw + 1)) }, 1),
            {
              bought: ofDraw(bought),
              before,
              count: 1,
              periods: PERIODS,
              tail: TAIL,
            },
          );
          expect(ofDraw(block)).toEqual(alone);
        }
      }),
    );
  });

  it('fades to nothing but stays a number where all is kept for ever or nothing has weight', () => {
    const bought = new Float64Array(PERIODS * COUNT).fill(100);
    const forEver = { family: 'geometric', parameters: [new Float64Array(COUNT).fill(1)] };
    expect(carried({ ...forEver, normalize: true }, bought).every((value) => value === 0)).toBe(true);
    expect(carried({ ...forEver, normalize: false }, bought)[(PERIODS - 1) * COUNT]).toBe(1000);
    const nothing = [new Float64Array(COUNT), new Float64Array(COUNT).fill(0.5)];
    const delayed = { family: 'delayed', parameters: nothing, normalize: true, lags: 4 };
    expect(carried(delayed, bought).every((value) => value === 0)).toBe(true);
  });

  it('will not guess how long an effect lasts that has no constant retention', () => {
    const parameters = [Float64Array.of(0.5), Float64Array.of(2)];
    expect(() => weightsOf({ family: 'delayed', parameters, normalize: true }, 1)).toThrow('longest lag');
  });
});

describe('gather', () => {
  it('is the transpose of spread: <spread(x), y> = <x, gather(y)>', () => {
    check(
      fc.property(carryoverInBlock(COUNT), plans, money((PERIODS + TAIL) * COUNT), (carryover, x, y) => {
        const weights = weightsOf(carryover, COUNT);
        const forward = dot(spread(weights, { bought: x, before: new Float64Array(0), ...size }), y);
        const backward = dot(x, gathered(weights, y));
        expect(Math.abs(forward - backward)).toBeLessThanOrEqual(1e-13 * Math.max(forward, 1e-300));
      }),
    );
  });

  it('gives the derivative of a sum of curves by what is bought', () => {
    check(
      fc.property(
        carryoverInBlock(COUNT),
        plans,
        histories,
        fc.nat(PERIODS * COUNT - 1),
        (carryover, plan, before, at) => {
          const x = plan.map((amount) => 1000 + amount);
          const worth = (spend: Float64Array) =>
            carried(carryover, spend, before).reduce((sum, value) => sum + Math.log1p(value / 2e4), 0);
          const slopes = carried(carryover, x, before).map((value) => 1 / (2e4 + value));
          const gradient = gathered(weightsOf(carryover, COUNT), slopes);
          const step = 1;
          const [up, down] = [step, -step].map((d) => worth(x.map((amount, i) => (i === at ? amount + d : amount))));
          // Rounding of the sum, 1e-14, over the step; the curve's own third derivative is smaller.
          expect(Math.abs((up! - down!) / (2 * step) - gradient[at]!)).toBeLessThanOrEqual(
            1e-6 * gradient[at]! + 1e-12,
          );
        },
      ),
    );
  });
});

/** Of worths by period and draw in one array. */
function gathered(weights: CarryWeights, worth: Float64Array): Float64Array {
  const rows = gather(weights, { worth: rowsOf(worth, COUNT), ...size });
  return Float64Array.from(rows.flatMap((row) => [...row]));
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

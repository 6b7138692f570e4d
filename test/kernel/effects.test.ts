import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Model, Plan } from '../../src/domain.ts';
import { openKernel } from '../../src/kernel/kernel.ts';
import { placing } from '../../src/kernel/place.ts';
import { todaysPlan } from '../../src/optimize/plans.ts';
import { responses } from '../../src/responses/table.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { figureOfDraws, figuresOfPlan, prepareDraws } from '../../src/simulate/chunk.ts';
import { type PreparedDraws } from '../../src/simulate/prepared-draws.ts';
import { randomOf } from '../linear/random.ts';
import { randomScenario } from '../oracles/scenarios.ts';
import { apart, everythingSmooth } from '../support/everything.ts';

const kernel = openKernel()!;

describe('compiled curves have the bits of their families', () => {
  const amounts = fc.oneof(
    fc.constantFrom(0, 1e-300, 1e-320, 1e300, 40_000, 0.04),
    fc.double({ min: -300, max: 300, noNaN: true }).map((size) => 10 ** size),
    fc.double({ min: 0, max: 1e6, noNaN: true }),
  );
  const scales = fc.double({ min: 1, max: 1e6, noNaN: true });
  const slopes = fc.oneof(fc.constant(1), fc.double({ min: 0.1, max: 6, noNaN: true }));
  const rates = fc.double({ min: 0, max: 1, noNaN: true });
  const parametersOf: Readonly<Record<string, readonly fc.Arbitrary<number>[]>> = {
    linear: [],
    exponential: [scales],
    'michaelis-menten': [scales],
    log: [scales],
    tanh: [scales],
    hill: [scales, slopes],
    adbudg: [scales, slopes, rates],
    power: [rates, scales],
  };

  it.each(Object.keys(parametersOf))('%s', (name) => {
    const family = responses[name]!;
    const draw = fc.tuple(amounts, fc.tuple(...parametersOf[name]!));
    const any = fc.array(draw, { minLength: 1, maxLength: 150 });
    // Where nothing is out of the ordinary in a whole tile, steps may be quicker.
    const usual = fc.tuple(fc.double({ min: 1, max: 1e6, noNaN: true }), fc.tuple(...parametersOf[name]!));
    let compiledRuns = 0;
    fc.assert(
      fc.property(fc.oneof(any, fc.array(usual, { minLength: 128, maxLength: 128 })), (draws) => {
        const spend = Float64Array.from(draws, ([amount]) => amount);
        const raw = parametersOf[name]!.map((_, k) => Float64Array.from(draws, ([, own]) => own[k]!));
        const parameters = family.prepare?.(raw) ?? raw;
        const compiled = family.compiled!(parameters);
        if (compiled === undefined) return;
        compiledRuns++;
        const value = new Float64Array(spend.length);
        const slope = new Float64Array(spend.length);
        family.respond({ spend, parameters, points: [] }, value, slope);

        kernel.release();
        const place = placing(kernel, spend.length);
        const from = place.row(spend);
        const table = place.table(parameters.map((row) => place.row(row)));
        const [toValue, toSlope] = [place.tile(1), place.tile(1)];
        for (const { bytes, offset, from: first, width } of place.tiles) {
          kernel.code[compiled](from + offset, toValue, toSlope, place.stride, 1, bytes, table, offset);
          const row = (start: number) => [...kernel.numbers().subarray(start / 8, start / 8 + width)];
          expect(row(toValue)).toEqual([...value.subarray(first, first + width)]);
          expect(row(toSlope)).toEqual([...slope.subarray(first, first + width)]);
          kernel.code.clearRow(toValue, bytes);
          kernel.code[compiled](from + offset, toValue, 0, place.stride, 1, bytes, table, offset);
          expect(row(toValue)).toEqual([...value.subarray(first, first + width)]);
        }
      }),
      { seed: 4, numRuns: 200 },
    );
    expect(compiledRuns).toBeGreaterThan(150);
  });
});

it('hill has them in rows of any length with one draw out of the ordinary', () => {
  // The ends of the table of usual amounts, 2^-16 and 2^48, what stands in their places beyond them, and near no spend.
  const odd = fc.constantFrom(0, 2 ** -16, 2 ** -17, 1e-6, 2 ** 48, 2 ** 48 - 0.03125, 2 ** 50, 1e300, 700);
  const family = responses['hill']!;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(399), odd, (many, place, amount) => {
      const at = place % many;
      const spend = Float64Array.from({ length: many }, (_, i) => (i === at ? amount : 1000 + 7 * i));
      const raw = [spend.map((_, i) => 500 + i), spend.map((_, i) => 0.5 + (i % 13) / 10)];
      const parameters = family.prepare!(raw);
      const [value, slope] = [new Float64Array(many), new Float64Array(many)];
      family.respond({ spend, parameters, points: [] }, value, slope);

      kernel.release();
      const width = many + (many % 2);
      const placed = placing(kernel, many, width);
      const from = placed.row(spend);
      const table = placed.table(parameters.map((row) => placed.row(row)));
      const [toValue, toSlope] = [placed.tile(1), placed.tile(1)];
      const row = (start: number) => [...kernel.numbers().subarray(start / 8, start / 8 + many)];
      kernel.code.hillCurve(from, toValue, toSlope, placed.stride, 1, 8 * width, table, 0);
      expect(row(toValue)).toEqual([...value]);
      expect(row(toSlope)).toEqual([...slope]);
      kernel.code.hillCurve(from, toValue, 0, placed.stride, 1, 8 * width, table, 0);
      expect(row(toValue)).toEqual([...value]);
    }),
    { seed: 4, numRuns: 300 },
  );
});

describe('what curves work out of their parameters has the bits of their families', () => {
  const halves = fc.double({ min: 1e-3, max: 1e9, noNaN: true });
  const slopes = fc.oneof(
    fc.constantFrom(1, 1 + 2 ** -52, 1 - 2 ** -53),
    fc.double({ min: 0.05, max: 8, noNaN: true }),
  );

  it.each([['exponential', fc.tuple(halves)] as const, ['hill', fc.tuple(halves, slopes)] as const])(
    '%s',
    (name, draw) => {
      const family = responses[name]!;
      let compiledRuns = 0;
      fc.assert(
        fc.property(fc.array(draw as fc.Arbitrary<readonly number[]>, { minLength: 1, maxLength: 60 }), (draws) => {
          const rows = draws[0]!.map((_, k) => Float64Array.from(draws, (own) => own[k]!));
          const given = family.takesCeilings?.(rows) === true ? [undefined, rows[0]!.map(() => 1)] : [undefined];
          for (const ceilings of given) {
            const compiled = family.prepared!(rows, ceilings);
            if (compiled === undefined) return;
            compiledRuns++;
            kernel.release();
            const place = placing(kernel, draws.length);
            const to = Array.from({ length: compiled.rows }, () => kernel.room(draws.length + 1));
            kernel.code[compiled.by](kernel.putTable([...rows.map((row) => place.row(row)), ...to]), draws.length);
            const made = to.map((at) => kernel.numbers().subarray(at / 8, at / 8 + draws.length));
            const found = compiled.all?.(made) ?? made;
            expect(found.map((row) => [...row])).toEqual(family.prepare!(rows, ceilings).map((row) => [...row]));
          }
        }),
        { seed: 7, numRuns: 100 },
      );
      expect(compiledRuns).toBeGreaterThan(80);
    },
  );
});

/** With and without the kernel, on draws of an odd number that are no whole tile. */
const DRAWS = 147;
const range = { first: 0, count: DRAWS };

function bothWays(model: Model): readonly [PreparedDraws, PreparedDraws] {
  const prepared = prepareDraws(model, { seed: 'both', method: 'sobol', draws: DRAWS }, true);
  expect(prepared.kernel).toBeDefined();
  return [prepared, { ...prepared, kernel: undefined }];
}

function scaled(plan: Plan, factor: number): Plan {
  return { ...plan, spend: plan.spend.map((spend) => spend.map((amount) => factor * amount + 11)) };
}

function compareFigures(model: Model, relaxed: boolean): void {
  const plan = scaled(todaysPlan(model), 1.1);
  const box = relaxed ? { lower: scaled(plan, 0.3), upper: scaled(plan, 3) } : undefined;
  const used = model.channels.map(() => true);
  const figures = [
    { weights: { profit: 1 } },
    { weights: { customers: 2, media: 1 }, until: 3 },
    { weights: { revenue: 1 }, ofPlanOnly: true },
    { weights: { margin: 1 }, ofPlanOnly: true },
  ];
  const places = Int32Array.from([1, 2, 5, 17, 18, 30, 140]);
  const weights = Float64Array.from(places, (place) => 0.1 + place / 7);
  const [compiled, plain] = bothWays(model).map((prepared) => [
    ...figuresOfPlan(prepared, plan, used, figures, [true, false, true, false], range, box),
    figureOfDraws(prepared, plan, used, figures[0]!, { places, weights }, range, box),
  ]);
  expect(compiled).toEqual(plain);
  // What counts the plan only is the same beside others and by itself.
  const [prepared] = bothWays(model);
  const alone = [2, 3].map((k) => figuresOfPlan(prepared, plan, used, [figures[k]!], [k === 2], range, box)[0]);
  expect(alone).toEqual(compiled!.slice(2, 4));
}

describe('figures and their gradients have the same bits with the kernel and without', () => {
  it('with every feature at work that leaves channels apart', () => {
    compareFigures(compile(apart(everythingSmooth())), false);
    compareFigures(compile(apart(everythingSmooth())), true);
  });

  it('on scenarios put together at random', () => {
    fc.assert(
      fc.property(fc.noShrink(fc.string()), fc.boolean(), fc.boolean(), (seed, separate, relaxed) => {
        const random = randomScenario(randomOf(seed));
        compareFigures(compile(separate ? apart(random) : random), relaxed);
      }),
      { seed: 2027, numRuns: 20 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { ceilingFactor, observedFactor } from '../../src/responses/observed.ts';
import { responses } from '../../src/responses/table.ts';
import { valueAt } from '../../src/responses/value-at.ts';
import { samples } from './samples.ts';

describe('observedAt', () => {
  it('makes the curve pass through what the planner saw: 400 customers at 50 each for 20,000', () => {
    const family = responses['exponential']!;
    const efficiency = Float64Array.of(1 / 50, 1 / 50);
    const parameters = [Float64Array.of(30_000, 90_000)];
    observedFactor({ family, parameters, points: [] }, 20_000, efficiency);
    expect(efficiency[0]! * valueAt(family, 20_000, [30_000])).toBeCloseTo(400, 10);
    expect(efficiency[1]! * valueAt(family, 20_000, [90_000])).toBeCloseTo(400, 10);
    // first money: (2/3) / (1 - e^(-2/3)) = 1.3701, so 37 % more than the average seen
    expect(efficiency[0]! * 50).toBeCloseTo(1.3700989, 7);
  });

  it.each(samples)(
    'passes through the point for $family $parameters',
    ({ family: name, parameters, points, scale }) => {
      const family = responses[name]!;
      const efficiency = Float64Array.of(0.04);
      const rows = parameters.map((parameter) => Float64Array.of(parameter));
      observedFactor({ family, parameters: rows, points }, 0.7 * scale, efficiency);
      const customers = efficiency[0]! * valueAt(family, 0.7 * scale, parameters, points);
      expect(customers / (0.04 * 0.7 * scale)).toBeCloseTo(1, 14);
    },
  );
});

describe('ceiling', () => {
  it('is what a large spend brings, draw by draw', () => {
    const family = responses['hill']!;
    const factor = Float64Array.of(1, 1);
    const parameters = [Float64Array.of(40_000, 40_000), Float64Array.of(2, 3)];
    ceilingFactor({ family, parameters, points: [] }, Float64Array.of(640, 800), factor);
    expect(factor[0]! * valueAt(family, 80_000, [40_000, 2])).toBeCloseTo(512, 10); // 640 * 4 / (1 + 4)
    expect(factor[1]! * valueAt(family, 1e10, [40_000, 3])).toBeCloseTo(800, 8);
  });
});

import { describe, expect, it } from 'vitest';
import { conflictOf } from '../../src/optimize/conflict.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { simplexJs } from '../../src/linear/simplex-js.ts';

const repairsOf = (budget: string) => {
  const reading = readScenario(`apportion: 1
name: Repairs
currency: EUR
horizon: { periods: 2, unit: week }
budget: ${budget}
value: { orderValue: 10 }
channels:
  a: { plan: 20, efficiency: 0.5, limits: { max: 20 } }
  b: { plan: 20, efficiency: 0.4, limits: { max: 25 } }
`);
  return conflictOf(compile(reading.scenario), [simplexJs()])!.repairs.map(({ limit, side, by, inAllPeriods }) => [
    limit.name,
    side,
    Math.round(by * 1e6) / 1e6,
    inAllPeriods,
  ]);
};

describe('repairs of limits that hold in every period', () => {
  it('move the limit in all of them where none alone would do', () => {
    // 50 a week have to go into at most 20 + 25: 5 are missing in each week.
    expect(repairsOf('{ perPeriod: 50 }')).toEqual([
      ['budget of period 1', 'least', 5, true],
      ['budget of period 2', 'least', 5, true],
      ['a, period 1, at most', 'most', 5, true],
      ['a, period 2, at most', 'most', 5, true],
      ['b, period 1, at most', 'most', 5, true],
      ['b, period 2, at most', 'most', 5, true],
    ]);
  });

  it('move it in the only week that is to blame', () => {
    expect(repairsOf('{ perPeriod: [45, 50] }')).toEqual([
      ['budget of period 2', 'least', 5, undefined],
      ['a, period 2, at most', 'most', 5, undefined],
      ['b, period 2, at most', 'most', 5, undefined],
    ]);
  });
});

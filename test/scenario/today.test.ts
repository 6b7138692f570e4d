import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/read.ts';

const warnings = (budget: string, plan: string, periods = 12) =>
  readScenario(`
apportion: 1
name: today
currency: EUR
horizon: { periods: ${periods}, unit: week }
budget: { ${budget} }
goal: { maximize: customers }
channels:
  search: { efficiency: 0.02, plan: ${plan}, response: { curve: linear } }
  social: { efficiency: 0.01, off: true, plan: 1M, response: { curve: linear } }
`).warnings.filter(({ message }) => message.includes('plan'));

describe("today's plan far above the budget", () => {
  it('is told, as what is spent in all may have been written where one period is meant', () => {
    // 60,000 in each of 12 weeks are 720,000.
    expect(warnings('total: 60k', '60k')).toMatchObject([
      {
        severity: 'warning',
        path: 'budget.total',
        message: "is far less than today's plan, which comes to 720,000 in 12 periods",
        line: 6,
      },
    ]);
    expect(warnings('atMost: 60k', '60k')).toMatchObject([{ path: 'budget.atMost' }]);
  });

  it('is nothing that a cut of two thirds, a list of all periods, one period or a channel that is off would be', () => {
    expect(warnings('total: 240k', '60k')).toEqual([]);
    expect(warnings('total: 60k', `[${Array.from({ length: 12 }, () => '5k').join(', ')}]`)).toEqual([]);
    expect(warnings('total: 10k', '60k', 1)).toEqual([]);
    expect(warnings('perPeriod: 1k', '60k')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { resultWordsEn } from '../../src/report/languages/result-words-en.ts';
import { resultWordsZh } from '../../src/report/languages/result-words-zh.ts';
import { wayOut } from '../../src/report/sentences/way-out.ts';
import { optimize } from '../../src/runs/run.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { engineOfFile } from '../support/engine.ts';

const engine = engineOfFile();

/** A hundred customers for 1,000 a week, who take two hours of advice each. */
async function asking(customers: number) {
  const { scenario } = readScenario(`apportion: 1
name: Served
currency: EUR
horizon: { periods: 2, unit: week }
budget: { total: 2000, perPeriodAtMost: 1000 }
value: { orderValue: 30 }
channels:
  only: { plan: 500, efficiency: 0.1, hours: { advice: { perCustomer: 2 } } }
resources:
  advice: { capacity: 100, hourlyCost: 0 }
targets: [{ metric: customers, atLeast: ${customers} }]
`);
  const report = await optimize(engine, { scenario, echo: [] }, { searchDraws: 16, draws: 16 });
  if (report.optimization?.status !== 'unreachable') throw new Error(report.optimization?.status);
  return { report, found: report.optimization };
}

describe('a target that a resource holds back', () => {
  it('is told with the least rise of it that is enough, in its unit', async () => {
    const { report, found } = await asking(160);
    // By hand: 80 customers a week take 160 hours of the 100 that there are.
    expect(found.rises).toMatchObject([{ name: 'advice', inHours: true, over: 'period' }]);
    const { by } = found.rises![0]!;
    expect(by).toBeGreaterThanOrEqual(60);
    // To a hundredth, and then up by one in the third digit at most.
    expect(by).toBeLessThanOrEqual(60 * 1.01 + 0.1);
    const [en, zh] = [resultWordsEn, resultWordsZh].map((words) => wayOut(report, words.conflict)!.advice[0]!);
    expect(en).toContain(
      `Or raise «advice» by ${by} hours in every week: with all else as it is, a plan then reaches all you ask for.`,
    );
    expect(zh).toContain(`或将“advice”每周增加 ${by} 小时：其余不变，这样就有方案能达到全部要求。`);
  });

  it('names none where no rise is enough', async () => {
    // Money wins 200 at most.
    const { found } = await asking(210);
    expect(found.rises).toBeUndefined();
  });
});

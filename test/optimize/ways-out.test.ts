import { describe, expect, it } from 'vitest';
import type { Optimization, Report, Scenario, Target } from '../../src/domain.ts';
import { resultWordsEn } from '../../src/report/languages/result-words-en.ts';
import { resultWordsZh } from '../../src/report/languages/result-words-zh.ts';
import { wayOut } from '../../src/report/sentences/way-out.ts';
import { optimize } from '../../src/runs/run.ts';
import { engineOfFile } from '../support/engine.ts';
import { certain, channel, lognormal, scenario } from '../support/scenario.ts';

const engine = engineOfFile();

async function outOfReach(of: Scenario, searchDraws = 16) {
  const report = await optimize(engine, { scenario: of, echo: [] }, { searchDraws, draws: 1024 });
  const found: Optimization | undefined = report.optimization;
  if (found?.status !== 'unreachable') throw new Error(found?.status);
  return { report, found };
}

/** What to do, in English and Chinese. */
const advice = (report: Report) =>
  [resultWordsEn, resultWordsZh].map((words) => wayOut(report, words.conflict)!.advice[0]!.replaceAll('\u00a0', ' '));

/** 100 (1 - exp(-spend / 100)) customers, worth a unit of currency each. */
const diminishing = channel({
  response: { curve: 'exponential', parameters: { scale: certain(100) }, points: [], of: 'customers' },
  plan: [50],
});
const asking = (targets: readonly Target[]) =>
  scenario({ only: diminishing }, { budget: { flexible: true, atMost: 500 }, targets });

describe('a wish out of reach because of another', () => {
  // By hand: 80 customers take 100 ln 5 = 161, 2.01 each; at 1.5 each there are 58.
  const customers = { metric: 'customers', atLeast: 80 } as const;
  const cheap = { metric: 'cacCash', atMost: 1.5 } as const;

  it('is told which one could be left out', async () => {
    const { report, found } = await outOfReach(asking([customers, cheap]));
    const [missed, other] =
      'target' in found.wish && found.wish.target === cheap ? [cheap, customers] : [customers, cheap];
    expect(found).toMatchObject({ wish: { target: missed }, inTheWay: [{ target: other }] });
    const [en, zh] = advice(report);
    const name = other === cheap ? 'cost of a customer (CAC, cash) at most 1.50 EUR' : 'customers at least 80';
    expect(en).toContain(`another budget or wider limits. Or leave out «${name}»: a plan then reaches all the rest.`);
    expect(zh).toMatch(/或放宽限制。或去掉“[^“]*”：其余要求就都能达到。$/);
  });

  it('is not told to leave out one that is not in the way', async () => {
    const spend = { metric: 'spend', atLeast: 10 } as const;
    const { found } = await outOfReach(asking([spend, customers, cheap]));
    expect(found.inTheWay).toHaveLength(1);
    expect(found.inTheWay).not.toContainEqual({ target: spend });
  });

  it('is told nothing where it is out of reach by itself', async () => {
    const { report, found } = await outOfReach(asking([cheap, { metric: 'customers', atLeast: 101 }]));
    expect(found.inTheWay).toBeUndefined();
    expect(advice(report)[0]).toContain('wider limits or fewer other wishes');
  });
});

describe('a chance out of reach', () => {
  it('comes with what can be asked with that chance', async () => {
    const uncertain = { ...diminishing, efficiency: lognormal(1, 0.3), limits: { fixed: [100] } };
    const of = scenario(
      { only: uncertain },
      { budget: { total: 100 }, targets: [{ metric: 'customers', atLeast: 70, probability: 0.8 }] },
    );
    const { report, found } = await outOfReach(of, 4096);
    // By hand: 100 (1 - 1 / e) times the lognormal's 20 % quantile, exp(-0.3 × 0.841621). Evenly spread draws are off by far less than
    // the 0.6 % of independent ones, sqrt(0.2 × 0.8 / 4096) / 0.28 × 0.3, of which three are allowed.
    const level = 100 * (1 - Math.exp(-1)) * Math.exp(-0.3 * 0.841621);
    expect(Math.abs(found.atChance! / level - 1)).toBeLessThan(0.02);
    const [en, zh] = advice(report);
    expect(en).toMatch(/^Ask for customers at least 49 with a chance of 80 %, which the nearest plan reaches/);
    expect(zh).toMatch(/^请改为要求“客户至少 49，概率 80%”（最接近/);
  });

  it('is told from the other side of what is asked at most', async () => {
    const target = { metric: 'cacCash', atMost: 1, probability: 0.9 } as const;
    const uncertain = { ...diminishing, efficiency: lognormal(1, 0.3), limits: { fixed: [100] } };
    const { found } = await outOfReach(
      scenario({ only: uncertain }, { budget: { total: 100 }, targets: [target] }),
      4096,
    );
    // By hand: 1 / (1 - 1 / e) over the lognormal's 10 % quantile, exp(-0.3 × 1.281552); the density there is 0.1755: 0.8 % as above.
    const level = Math.exp(0.3 * 1.281552) / (1 - Math.exp(-1));
    expect(Math.abs(found.atChance! / level - 1)).toBeLessThan(0.025);
  });
});

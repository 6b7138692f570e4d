/** Answers while a scenario is edited: the same figures as a run, only sooner. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { PlanSummary } from '../../src/domain.ts';
import { live, type Look } from '../../src/runs/live.ts';
import type { Engine } from '../../src/runs/engine.ts';
import { optimize } from '../../src/runs/run.ts';
import { simulate } from '../../src/runs/simulate.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { inlineEngine } from '../support/engine.ts';

const text = `apportion: 1
name: Live
currency: EUR
horizon: { periods: 4, unit: week }
budget: { total: 1200 }
value: { orderValue: 90 to 110 }
channels:
  search:
    efficiency: 0.02 to 0.04
    response: { curve: exponential, scale: 80 to 120 }
    carryover: { curve: geometric, retention: 20% to 40% }
    plan: 100
  social:
    efficiency: 0.02 to 0.05
    response: { curve: michaelis-menten, halfSaturation: 120 }
    plan: 200
`;
const looks = [128, 512, 2048];

/** An engine that counts the draws it is asked to prepare for. */
function counting(): { readonly engine: Engine; readonly keys: Set<string>; draws: number } {
  const inner = inlineEngine();
  const seen = { keys: new Set<string>(), draws: 0 };
  const engine = {
    ...inner,
    pool: {
      ...inner.pool,
      run: ((job, options) => {
        seen.keys.add(job.key);
        return inner.pool.run(job, options);
      }) as Engine['pool']['run'],
    },
  };
  return { engine, ...seen };
}

const engines: Engine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
});

function opened() {
  const { engine, keys } = counting();
  engines.push(engine);
  const seen: Look[] = [];
  const session = live(engine, { looks, onLook: (look) => seen.push(look) });
  return { engine, keys, seen, session };
}

const mean = (plan: PlanSummary | undefined) => plan!.metrics['profit']!.mean.value;

describe('a live session', () => {
  it('answers first with few draws, then with more, and says when nothing more comes', async () => {
    const { seen, session } = opened();
    await session.update(readScenario(text));
    expect(seen.map(({ report, plan, complete }) => [report.draws.judging, plan, complete])).toEqual([
      [128, 'none', false],
      [512, 'none', false],
      [512, 'found', false],
      [2048, 'found', true],
    ]);
  });

  it('takes the first look at fewer draws the larger the model is', async () => {
    const firstLook = async (scenario: string) => {
      const { engine } = opened();
      const draws: number[] = [];
      const session = live(engine, {
        onLook: ({ report }) => {
          draws.push(report.draws.judging);
          session.stop();
        },
      });
      await session.update(readScenario(scenario), { search: false });
      return draws;
    };
    expect(await firstLook(text)).toEqual([512]); // 2 channels x 4 periods
    const year = readFileSync('scenarios/retail-year.yaml', 'utf8');
    expect(await firstLook(year)).toEqual([64]); // 12 x 52: 128 draws would be 79,872 cells
  });

  it("ends with the figures of a run: today's are those of `simulate`, the plan is as good as that of `optimize`", async () => {
    const { engine, seen, session } = opened();
    await session.update(readScenario(text));
    const [today, recommended] = seen.at(-1)!.report.plans;
    const run = await simulate(engine, readScenario(text), { draws: 2048 });
    // The same draws, added up in other parts: rounding.
    expect(mean(today) / mean(run.plans[0])).toBeCloseTo(1, 12);
    expect(today!.chanceOfLoss.value).toBe(run.plans[0]!.chanceOfLoss.value);
    const best = await optimize(engine, readScenario(text), { draws: 2048 });
    // Within the gap that a live search stops at, and the noise of its 256 draws.
    expect(mean(recommended)).toBeGreaterThan(0.98 * mean(best.plans.at(-1)));
    expect(mean(recommended)).toBeGreaterThan(mean(today));
  });

  it('tells the first money of a steep channel that gets nothing as a run does', async () => {
    const steep = text
      .replace(
        'response: { curve: michaelis-menten, halfSaturation: 120 }',
        'response: { curve: power, exponent: 0.5, reference: 50 }',
      )
      .replace('plan: 200', 'plan: 0\n    limits: { max: 0 }');
    const { engine, seen, session } = opened();
    await session.update(readScenario(steep), { search: false });
    const alone = await simulate(engine, readScenario(steep), { draws: 2048 });
    expect(alone.plans[0]!.channels[1]!.marginalOver).toBeGreaterThan(0);
    expect(seen.at(-1)!.report.plans[0]!.channels[1]).toEqual(alone.plans[0]!.channels[1]);
  });

  it('asks for no new draws when only the budget, a limit, the plan or the goal changes', async () => {
    const { keys, seen, session } = opened();
    await session.update(readScenario(text));
    const before = [...keys];
    await session.update(readScenario(text.replace('total: 1200', 'total: 900')));
    await session.update(readScenario(text.replace('plan: 200', 'plan: 200\n    limits: { max: 150 }')));
    await session.update(readScenario(text.replace('plan: 100', 'plan: 120')));
    await session.update(readScenario(`${text}goal: { maximize: revenue }\n`));
    expect([...keys]).toEqual(before);
    expect(seen.filter(({ complete }) => complete)).toHaveLength(5);
    await session.update(readScenario(text.replace('0.02 to 0.04', '0.03 to 0.04')));
    expect(keys.size).toBeGreaterThan(before.length);
  });

  it('gives the same bits with kept draws as a fresh session does', async () => {
    const kept = opened();
    await kept.session.update(readScenario(text));
    await kept.session.update(readScenario(text.replace('plan: 200', 'plan: 150')));
    const fresh = opened();
    await fresh.session.update(readScenario(text.replace('plan: 200', 'plan: 150')));
    const todayOf = ({ seen }: typeof kept) => {
      const { metrics, channels, ratios, byPeriod } = seen.at(-1)!.report.plans[0]!;
      return { metrics, channels, ratios, byPeriod };
    };
    expect(todayOf(kept)).toEqual(todayOf(fresh));
  });

  it('gives the same bits after many edits, when memory is used again, as a fresh session does', async () => {
    const last = (factor: number) => readScenario(text.replace('90 to 110', `${90 + factor} to 120`));
    const busy = opened();
    for (let factor = 0; factor < 10; factor++) await busy.session.update(last(factor), { search: false });
    const fresh = opened();
    await fresh.session.update(last(9), { search: false });
    // More than a thread keeps.
    expect(busy.keys.size).toBeGreaterThan(8);
    expect(busy.seen.at(-1)!.report.plans).toEqual(fresh.seen.at(-1)!.report.plans);
  });

  it('shows the plan found before at once while the limits stay, and no plan when they change', async () => {
    const { seen, session } = opened();
    await session.update(readScenario(text));
    const plan = seen.at(-1)!.report.plans[1]!.spend;
    seen.length = 0;
    await session.update(readScenario(text.replace('90 to 110', '60 to 80')));
    expect(seen[0]!.plan).toBe('earlier');
    expect(seen[0]!.report.plans[1]!.spend).toEqual(plan);
    seen.length = 0;
    await session.update(readScenario(text.replace('total: 1200', 'total: 900')));
    expect(seen[0]!.plan).toBe('none');
    expect(seen.at(-1)!.report.plans[1]!.totalSpend).toBeCloseTo(900, 6);
  });

  it('gives up an edit when a newer one comes', async () => {
    const { seen, session } = opened();
    const first = session.update(readScenario(text));
    const second = session.update(readScenario(text.replace('name: Live', 'name: Newer')));
    await Promise.all([first, second]);
    expect(new Set(seen.map(({ report }) => report.scenario.name))).toEqual(new Set(['Newer']));
    expect(seen.at(-1)!.complete).toBe(true);
  });

  it('says nothing more once it is stopped', async () => {
    const { seen, session } = opened();
    const update = session.update(readScenario(text));
    session.stop();
    await update;
    expect(seen).toEqual([]);
  });

  it('searches no plan where none is wished, and needs no solver then', async () => {
    const { engine, seen, session } = opened();
    engine.solvers = () => Promise.reject(new Error('the solver was asked for'));
    await session.update(readScenario(text), { search: false });
    expect(seen.map(({ report, plan, complete }) => [report.draws.judging, plan, complete])).toEqual([
      [128, 'none', false],
      [512, 'none', false],
      [2048, 'none', true],
    ]);
  });

  it('says which limits clash', async () => {
    const { seen, session } = opened();
    await session.update(readScenario(text.replace('plan: 200', 'plan: 200\n    limits: { min: 400 }')));
    const { report, complete } = seen.at(-1)!;
    expect(report.optimization?.status).toBe('infeasible');
    expect(report.plans.map(({ plan }) => plan)).toEqual(['today']);
    expect(complete).toBe(true);
  });

  it('rejects where a formula gives no number, and takes the next edit', async () => {
    const { seen, session } = opened();
    const bad = text
      .replace('plan: 100', 'plan: 100\n    fee: "= marketing - 2.5"')
      .replace('value:', 'assumptions: { marketing: 2 to 4 }\nvalue:');
    await expect(session.update(readScenario(bad))).rejects.toThrow('the formula gives');
    await session.update(readScenario(text));
    expect(seen.at(-1)!.complete).toBe(true);
  });
});

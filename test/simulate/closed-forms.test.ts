import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Estimate, PlanSummary, Scenario } from '../../src/domain.ts';
import type { RunOptions } from '../../src/runs/run-options.ts';
import { simulate } from '../../src/runs/simulate.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, lognormal, scenario, uncertain } from '../support/scenario.ts';

interface Case {
  readonly id: string;
  // The file holds cases of many shapes; each test below names the fields it reads.
  readonly inputs: Readonly<Record<string, never>>;
  readonly expected: Readonly<Record<string, never>>;
}

const { cases }: { cases: readonly Case[] } = JSON.parse(
  readFileSync(new URL('../fixtures/known-answers/marketing_closed_forms.json', import.meta.url), 'utf8'),
);

function known(id: string) {
  const found = cases.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no case ${id}`);
  return found as unknown as { inputs: Record<string, unknown>; expected: Record<string, number> };
}

async function planOf(of: Scenario, options: RunOptions = {}): Promise<PlanSummary> {
  const engine = inlineEngine();
  const report = await simulate(engine, { scenario: of, echo: [] }, options);
  await engine.close();
  return report.plans[0]!;
}

/** Within four of its own standard errors of the truth: a right engine fails one run in 16,000, and the seed is fixed. */
function expectNear(estimate: Estimate, truth: number): void {
  expect(estimate.standardError).toBeGreaterThan(0);
  expect(Math.abs(estimate.value - truth)).toBeLessThan(4 * estimate.standardError);
}

describe('revenue = spend / CPC × CVR × order value, all lognormal', () => {
  it.each(['funnel_lognormal_independent', 'funnel_lognormal_correlated'])(
    'has the mean, quantiles, chances and worst mean of the exact answer: %s',
    async (id) => {
      const { inputs, expected } = known(id);
      const { CPC, CVR, AOV } = inputs['median_logsd'] as Record<string, [number, number]>;
      const latent = inputs['latent_corr_order_CPC_CVR_AOV'] as number[][];
      // The file gives correlations of the normal scores; the scenario asks for Spearman's, 6/π asin(r/2).
      const spearman = (r: number) => (6 / Math.PI) * Math.asin(r / 2);
      const paths = ['channels.search.price.cpc', 'channels.search.funnel.clickToCustomer', 'value.orderValue'];
      const correlations = [
        [0, 1],
        [0, 2],
        [1, 2],
      ].flatMap(([a, b]) =>
        latent[a!]![b!] === 0 ? [] : [{ of: [paths[a!]!, paths[b!]!], rank: spearman(latent[a!]![b!]!) }],
      );
      const { efficiency: _, ...bare } = channel({ plan: [inputs['spend'] as number] });
      const plan = await planOf(
        scenario(
          {
            search: {
              ...bare,
              price: { unit: 'cpc', amount: lognormal(CPC![0], CPC![1]) },
              funnel: [{ key: 'clickToCustomer', from: 'click', to: 'customer', rate: lognormal(CVR![0], CVR![1]) }],
            },
          },
          {
            value: { orderValue: lognormal(AOV![0], AOV![1]) },
            correlations,
            targets: [{ metric: 'revenue', atLeast: inputs['target'] as number }],
          },
        ),
        { draws: 65_536 },
      );
      const revenue = plan.metrics['revenue']!;
      expectNear(revenue.mean, expected['mean']!);
      expectNear(revenue.quantiles.find(({ probability }) => probability === 0.5)!.estimate, expected['median']!);
      expectNear(revenue.quantiles.find(({ probability }) => probability === 0.1)!.estimate, expected['p10']!);
      expectNear(revenue.quantiles.find(({ probability }) => probability === 0.9)!.estimate, expected['p90']!);
      expectNear(revenue.worstMean, expected['mean_worst_10pct']!);
      expectNear(plan.targets[0]!.chance!, expected['prob_at_least_target']!);
      // The flaw of averages is larger than our error, so the test tells right from plugging means in.
      expect(Math.abs(expected['mean']! - expected['plug_in_at_means']!)).toBeGreaterThan(
        8 * revenue.mean.standardError,
      );
    },
  );
});

describe('the sum of channels', () => {
  it('has a standard deviation that grows with the correlation between them, as the variance of a sum does', async () => {
    const { inputs, expected } = known('diversification_total_sd');
    const means = inputs['mean'] as number[];
    const cvs = inputs['cv'] as number[];
    const rhos = inputs['rho'] as number[];
    const sds = expected['sd'] as unknown as number[];
    for (const [k, rho] of rhos.entries()) {
      // Normal outcomes, whose Pearson correlation is that of their scores. 1 itself leaves one score for all.
      const spearman = (6 / Math.PI) * Math.asin(rho / 2);
      const channels = Object.fromEntries(
        means.map((mean, c) => [
          `c${c}`,
          channel({
            plan: [1],
            efficiency: uncertain({ family: 'normal', parameters: { mean, sd: mean * cvs[c]! } }),
          }),
        ]),
      );
      const paths = means.map((_, c) => `channels.c${c}.efficiency`);
      const plan = await planOf(
        scenario(channels, { correlations: rho === 0 ? [] : [{ of: paths, rank: spearman }] }),
        { draws: 16_384 },
      );
      expectNear(plan.metrics['revenue']!.sd, sds[k]!);
    }
  });

  it('reports ROAS as the ratio of totals, not the mean of ratios', async () => {
    const { inputs, expected } = known('mean_of_ratio_vs_ratio_of_means');
    const mean = (m: number, sigma: number) => lognormal(m * Math.exp((-sigma * sigma) / 2), sigma);
    const plan = await planOf(
      scenario({
        one: channel({
          plan: [1],
          efficiency: mean(inputs['rev_mean'] as number, inputs['rev_sigma'] as number),
          costPerCustomer: certain(0),
          fixedCost: mean((inputs['cost_mean'] as number) - 1, inputs['cost_sigma'] as number),
        }),
      }),
      { draws: 16_384 },
    );
    // All cost is fixed cost and one unit of media: customers per unit of cost is one over full CAC.
    const ratio = 1 / plan.ratios.cacFull!.value;
    const allowed = (4 * plan.ratios.cacFull!.standardError) / plan.ratios.cacFull!.value ** 2;
    expect(Math.abs(ratio - expected['ratio_of_means']!)).toBeLessThan(allowed);
  });
});

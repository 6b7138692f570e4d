import type { GoalMetric, Metric, TotalName } from '../../domain.ts';
import { ratioTargets } from '../../targets/table.ts';
import { choice } from './choice.ts';
import { readFormula } from './formula.ts';
import { leaf, list, section } from './leaf.ts';
import { named } from './name.ts';
import { figure, number, share } from './number.ts';
import { reference } from './reference.ts';
import { z } from './zod.ts';

/** What targets and metrics can be about. */
const totals: Readonly<Record<TotalName, string>> = {
  spend: 'Money spent on media.',
  cost: 'All cost: media, fees, fixed cost, people and cost per lead and customer.',
  leads: 'Leads.',
  customers: 'Customers acquired by the channels.',
  referred: 'Customers who came because another recommended it.',
  revenue: 'Revenue, repeat orders included.',
  margin: 'Revenue less the cost of goods.',
  profit: 'Margin less all cost.',
  hours: 'Hours of people.',
  peopleCost: 'Cost of these hours.',
  outsideTarget: 'Money spent on people outside every target segment.',
  lostLeads: 'Leads that nobody had time for.',
  carryInProfit: 'Profit that spend before the plan still brings.',
  tailProfit: 'Profit after the end of the plan from what was spent in it.',
};

export const totalNames = Object.keys(totals);

export const metrics = named(
  `Figures of your own, from ${totalNames.join(', ')}.`,
  leaf('A formula over totals of the plan: `profit / hours`.', { type: 'string' }, (raw) => {
    const reading = readFormula(raw, totalNames);
    return reading.ok ? { ok: true as const, value: reading.value satisfies Metric } : reading;
  }),
);

export const ratioNames = Object.keys(ratioTargets);

export const targets = list(
  'What the plan must reach.',
  section('One target: a metric and exactly one of atLeast and atMost.', {
    metric: reference(
      `Name of a metric of the file, which is judged and no limit of the search, or one of ${[...totalNames, ...ratioNames].join(', ')}.`,
    ),
    atLeast: figure('The figure must be this large or larger.').exactOptional(),
    atMost: figure('The figure must be this large or smaller.').exactOptional(),
    probability: share(
      'Chance with which it must be reached, from 0 to 1; without it the mean over all draws must reach it.',
    ).exactOptional(),
  }),
  { most: 100 },
);

const goalMetrics: Readonly<Record<GoalMetric, string>> = {
  profit: 'a unit of profit',
  revenue: 'a unit of revenue',
  margin: 'a unit of margin',
  customers: 'a customer',
};

const goalMetricNames = Object.keys(goalMetrics) as readonly GoalMetric[];

const mix = section(
  'Several figures, each with what one of it counts: `{ profit: 1, customers: 50 }`. Plans are compared by the one that counts 1, else by the first.',
  Object.fromEntries(
    Object.entries(goalMetrics).map(([name, one]) => [
      name,
      number(`What ${one} counts, above 0.`, { least: 0, open: true }).exactOptional(),
    ]),
  ) as Record<GoalMetric, z.ZodExactOptional<ReturnType<typeof number>>>,
);

export const goal = section('What the plan is to make as large as possible.', {
  maximize: z
    .union([choice('The figure to make as large as possible.', goalMetricNames), mix])
    .meta({
      description:
        'The figure to make as large as possible, or several with weights; profit without it. Margin is what all customers won are worth over their life, before what they cost: their orders less the cost of goods, at present value.',
    })
    .exactOptional(),
  minimize: choice('Spend as little as targets and limits allow, instead of maximizing.', ['spend']).exactOptional(),
  chanceOf: figure('Maximize the chance that the figure reaches this, instead of its mean.').exactOptional(),
  risk: section('What the worst cases may be, or count for: atLeast, weight or both.', {
    worst: share('Which worst cases: 10% are the worst tenth of draws.', { least: 0, open: true }),
    atLeast: figure('The mean over these worst cases must be this large or larger.').exactOptional(),
    weight: share('Share with which this mean counts in the goal; the mean over all draws counts for the rest.', {
      least: 0,
      open: true,
    }).exactOptional(),
    of: choice("The worst cases of the goal itself, or of the gain over today's plan; the goal without it.", [
      'goal',
      'gain',
    ]).exactOptional(),
  }).exactOptional(),
  worstOf: z
    .union([
      choice('Every stress of the file.', ['all']),
      list('Stresses of the file.', reference('Name of a stress.'), { least: 1, most: 100 }),
    ])
    .meta({
      description:
        'Maximize the smallest of the goal without stress and under each of these stresses; `all` takes all.',
    })
    .exactOptional(),
});

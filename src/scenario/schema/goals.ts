import type { Metric, TotalName } from '../../domain.ts';
import { choice } from './choice.ts';
import { readFormula } from './formula.ts';
import { leaf, list, section } from './leaf.ts';
import { named } from './name.ts';
import { figure, share } from './number.ts';
import { reference } from './groups.ts';

/** What targets and metrics can be about. */
export const totals: Readonly<Record<TotalName, string>> = {
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

export const targets = list(
  'What the plan should reach.',
  section('One target: a metric and exactly one of atLeast and atMost.', {
    metric: reference(`Name of a metric of the file, or one of ${totalNames.join(', ')}.`),
    atLeast: figure('The figure should be this large or larger.').exactOptional(),
    atMost: figure('The figure should be this large or smaller.').exactOptional(),
    probability: share('Chance with which it should be reached, from 0 to 1.').exactOptional(),
  }),
  { most: 100 },
);

export const goal = section('What the plan is to make as large as possible.', {
  maximize: choice('The figure to make as large as possible; profit without it.', [
    'profit',
    'revenue',
    'customers',
  ]).exactOptional(),
  risk: section('How bad the worst cases may be.', {
    worst: share('Which worst cases: 10% are the worst tenth of draws.', { least: 0, open: true }),
    atLeast: figure('The mean of the goal over these worst cases must be this large or larger.'),
  }).exactOptional(),
});

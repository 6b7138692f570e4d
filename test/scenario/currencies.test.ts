import { describe, expect, it } from 'vitest';
import type { Model, Scenario } from '../../src/domain.ts';
import { todaysPlan } from '../../src/optimize/plans.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { byPeriod } from '../../src/simulate/by-period.ts';
import { prepareDraws } from '../../src/simulate/chunk.ts';
import { meanOf } from '../../src/simulate/tally/row-estimates.ts';
import { stressLibrary } from '../../src/stress/library.ts';
import { compareWithOracle } from '../oracles/agreement.ts';
import { everything } from '../support/everything.ts';
import { certain, lognormal } from '../support/scenario.ts';
import { changed, errorsOf } from './fixtures.ts';

/** Two channels of 100 EUR a week; the first is bought at 2 dollars of 0.9 EUR. */
const abroad = `apportion: 1
name: Bought abroad
currency: EUR
horizon: { periods: 1, unit: week }
budget: { total: 200 }
currencies: { USD: 0.9 }
value: { orderValue: 100, grossMargin: 50% }
channels:
  search: { currency: USD, price: { cpc: 2 }, funnel: { clickToCustomer: 10% }, plan: 100 }
  social: { price: { cpc: 1 }, funnel: { clickToCustomer: 4% }, plan: 100 }
`;
const uncertain = changed(abroad, 'USD: 0.9', 'USD: 0.8 to 1');

const modelOf = (text: string) => compile(readScenario(text).scenario);

function channelsIn(model: Model, draws = 16) {
  const prepared = prepareDraws(model, { seed: 'abroad', method: 'sobol', draws }, false);
  const [{ channels }] = byPeriod(prepared, [todaysPlan(model)], draws) as [ReturnType<typeof byPeriod>[number]];
  return channels.map(({ customers, profit }) => ({ customers: customers[0]!, profit: profit[0]! }));
}

describe('a channel that is bought in another currency', () => {
  it('buys at its price times the rate, and pays its costs at that rate', () => {
    const [search] = channelsIn(modelOf(changed(abroad, 'cpc: 2 }', 'cpc: 2 }, fixedCost: 20, costPerCustomer: 3')));
    // 100 / 1.80 clicks, a tenth of which buy; 18 and 2.70 EUR of cost.
    const customers = 100 / 1.8 / 10;
    expect(search!.customers[0]).toBeCloseTo(customers, 12);
    expect(search!.profit[0]).toBeCloseTo(customers * (50 - 2.7) - 18 - 100, 10);
  });

  it('says how many customers a unit of that currency brings', () => {
    const [search] = channelsIn(
      modelOf(changed(abroad, 'price: { cpc: 2 }, funnel: { clickToCustomer: 10% }', 'efficiency: 0.05')),
    );
    expect(search!.customers[0]).toBeCloseTo((100 / 0.9) * 0.05, 12);
  });

  it('is the same as one whose price is computed with the rate', () => {
    const named = changed(uncertain, 'USD: 0.8 to 1', 'USD: = usd').replace(
      'value:',
      'assumptions: { usd: 0.8 to 1 }\nvalue:',
    );
    const computed = changed(
      changed(named, 'currencies: { USD: = usd }\n', ''),
      'currency: USD, price: { cpc: 2 }',
      'price: { cpc: = 2 * usd }',
    );
    const [one, other] = [channelsIn(modelOf(named)), channelsIn(modelOf(computed))];
    expect(one[0]!.customers.length).toBe(16);
    one[0]!.customers.forEach((customers, i) => expect(customers).toBeCloseTo(other[0]!.customers[i]!, 10));
    one[0]!.profit.forEach((profit, i) => expect(profit).toBeCloseTo(other[0]!.profit[i]!, 9));
  });

  it('shares the rate with all others in that currency', () => {
    const model = modelOf(changed(uncertain, 'social: {', 'social: { currency: USD,'));
    const [search, social] = channelsIn(model, 4096);
    const rows = [search!.customers, social!.customers];
    // 100 / 2 × 10 % and 100 / 1 × 4 % at the same rate: 5 to 4 in every draw.
    rows[0]!.forEach((customers, i) => expect(customers / rows[1]![i]!).toBeCloseTo(1.25, 10));
    // The mean of one over a lognormal, whose 5 % and 95 % points are 0.8 and 1: exp(s² / 2) over its median.
    const s = Math.log(1 / 0.8) / 2 / 1.6448536269514722;
    const { value, standardError } = meanOf(search!.customers);
    expect(Math.abs(value - (5 / Math.sqrt(0.8)) * Math.exp((s * s) / 2))).toBeLessThan(4 * standardError);
    expect(model.assumptions.map(({ id }) => id)).toEqual(['currencies.USD']);
  });

  it('has a rate that moves with what it is said to move with', () => {
    const together = changed(uncertain, 'cpc: 1 }', 'cpc: 0.5 to 2 }');
    const model = modelOf(`${together}correlations: [{ of: [USD, social.price.cpc], rank: strong }]\n`);
    expect(model.clusters.map(({ ids }) => ids.toSorted())).toEqual([['channels.social.price.cpc', 'currencies.USD']]);
  });

  it('is quoted at the median rate, and buys less for the same money when the rate rises', () => {
    const family = stressLibrary.find(({ name }) => name === 'currency')!;
    const curved = changed(
      abroad,
      'plan: 100 }\n  social',
      'plan: 100, response: { curve: exponential, scale: 50 } }\n  social',
    );
    const world = family.world(readScenario(curved).scenario)!;
    expect(world.hits).toEqual(['search']);
    const [search, social] = channelsIn(world.compile([]));
    // 100 EUR buy what 100 / 1.1 did: 10 % of 50 (1 - exp(-100 / 1.1 / 50)) at 1.80.
    expect(search!.customers[0]).toBeCloseTo((0.1 / 1.8) * 50 * (1 - Math.exp(-100 / 1.1 / 50)), 12);
    expect(social!.customers[0]).toBeCloseTo(4, 12);
    // Nothing that is bought abroad: it cannot happen.
    expect(family.world(readScenario(changed(abroad, 'currency: USD, ', '')).scenario)).toBeUndefined();
  });

  it('rises by a tenth in every draw of an uncertain rate, which keeps its draws', () => {
    const { scenario } = readScenario(uncertain);
    const stressed = channelsIn(
      stressLibrary
        .find(({ name }) => name === 'currency')!
        .world(scenario)!
        .compile([]),
    );
    const before = channelsIn(compile(scenario));
    before[0]!.customers.forEach((customers, i) => expect(customers / stressed[0]!.customers[i]!).toBeCloseTo(1.1, 10));
  });
});

describe('a rate that something moves', () => {
  const shocks = changed(
    uncertain,
    'value:',
    `events: { crisis: { probability: 30%, multiply: { USD.rate: 1.5 } } }
stresses: { strong dollar: { multiply: { '*.rate': 1.2 } } }
value:`,
  );

  it('is multiplied in the draws in which it happens', () => {
    const { scenario } = readScenario(changed(shocks, 'USD: 0.8 to 1', 'USD: 0.9'));
    const [search] = channelsIn(compile(scenario), 1024);
    // 5.5556 customers, or a third fewer in three draws of ten.
    const customers = [...new Set(search!.customers.map((count) => Number(count.toFixed(9))))].toSorted(
      (a, b) => a - b,
    );
    expect(customers).toEqual([100 / 1.8 / 10 / 1.5, 100 / 1.8 / 10].map((count) => Number(count.toFixed(9))));
    const often = search!.customers.filter((count) => count < 5).length / 1024;
    expect(Math.abs(often - 0.3)).toBeLessThan(0.01);
    const [strong] = channelsIn(compile(scenario, ['strong dollar']), 1024);
    strong!.customers.forEach((count, i) => expect(count * 1.2).toBeCloseTo(search!.customers[i]!, 9));
  });

  it('leads to what plain arithmetic makes of docs/model.md, with everything else at work', () => {
    const base = everything();
    const rates = { USD: lognormal(7, 0.1), EUR: certain(7.8) };
    const abroad = Object.entries(base.channels).map(([name, each], k) => [
      name,
      { ...each, ...[{ currency: 'USD' }, { currency: 'EUR' }, {}][k % 3] },
    ]);
    const scenario: Scenario = {
      ...base,
      currency: 'CNY',
      currencies: rates,
      channels: Object.fromEntries(abroad),
      events: {
        ...base.events,
        crisis: {
          probability: 0.4,
          multiply: [{ what: 'rate', currency: '*', factor: lognormal(1.2, 0.05) }],
          switchOff: [],
        },
      },
      stresses: { dollar: { multiply: [{ what: 'rate', currency: 'USD', factor: certain(1.3) }], switchOff: [] } },
      goal: { maximize: 'profit' },
    };
    const { disagreements, totals } = compareWithOracle(scenario, 24, ['dollar']);
    expect(disagreements).toEqual([]);
    expect(totals.every(({ customers }) => customers > 0)).toBe(true);
    // Other draws of the rates, other costs: the figures are not those of the scenario without currencies.
    expect(compareWithOracle(base, 4).totals[0]!.cost).not.toBeCloseTo(totals[0]!.cost, 6);
  });

  it('is of a currency that there is, and of the whole plan', () => {
    const found = (text: string) => errorsOf(text).map(({ path, message }) => [path, message]);
    expect(found(changed(shocks, 'USD.rate', 'USF.rate'))).toEqual([
      ['events.crisis.multiply.USF.rate', 'there is no currency `USF`'],
    ]);
    expect(found(changed(shocks, 'probability: 30%,', 'probability: 30%, from: 1,'))).toEqual([
      ['events.crisis.from', 'does not go with `USD.rate`: a rate is one for the whole plan'],
    ]);
  });
});

describe('reading currencies', () => {
  const read = (text: string) => errorsOf(text).map(({ path, message, advice }) => [path, message, advice]);

  it('takes signs of the currency that a channel is bought in, and refuses others', () => {
    expect(read(changed(abroad, 'cpc: 2 }', 'cpc: $2 }'))).toEqual([]);
    expect(read(changed(abroad, 'cpc: 2 }', 'cpc: €2 }'))).toEqual([
      ['channels.search.price.cpc', expect.stringContaining('€'), expect.stringContaining('USD')],
    ]);
    // What is spent stays in the scenario's currency.
    expect(read(changed(abroad, 'plan: 100 }\n  social', 'plan: $100 }\n  social'))[0]![0]).toBe(
      'channels.search.plan',
    );
  });

  it('tells amounts in the currency that they are in', () => {
    const text = changed(abroad, 'cpc: 2 }', 'cpc: 1.5 to 2.5 }').replace('orderValue: 100', 'orderValue: 90 to 110');
    const { echo } = readScenario(changed(text, 'social: {', 'social: { costPerCustomer: 1 to 2,'));
    expect(echo.map(({ path, words }) => [path, /(?:EUR|USD)/.exec(words)![0]])).toEqual([
      ['value.orderValue', 'EUR'],
      ['channels.search.price.cpc', 'USD'],
      ['channels.social.costPerCustomer', 'EUR'],
    ]);
  });

  it('refuses currencies without a rate, and rates without a meaning', () => {
    expect(read(changed(abroad, 'currency: USD,', 'currency: USF,'))).toEqual([
      ['channels.search.currency', 'there is no currency `USF`', 'Did you mean `USD`?'],
    ]);
    expect(read(changed(abroad, 'currencies: { USD: 0.9 }\n', ''))).toEqual([
      [
        'channels.search.currency',
        'there is no currency `USD`: the file has none',
        'Describe it at the top level of the file: `currencies: { USD: … }`.',
      ],
    ]);
    expect(read(changed(abroad, 'USD: 0.9', 'USD: 0.9, EUR: 1'))[0]).toEqual([
      'currencies.EUR',
      'is the currency of the scenario, whose rate is 1',
      expect.stringContaining('Remove it'),
    ]);
    expect(read(changed(abroad, 'USD: 0.9', 'USD: 0'))[0]![0]).toBe('currencies.USD');
    expect(read(changed(abroad, '{ USD: 0.9 }', '{ usd: 0.9 }'))[0]).toEqual([
      'currencies.usd',
      expect.stringContaining('three capital letters'),
      undefined,
    ]);
  });
});

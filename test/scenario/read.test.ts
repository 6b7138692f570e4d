import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../src/errors.ts';
import { lookInto, readScenario, scenarioOf } from '../../src/scenario/read.ts';
import { changed, errorsOf, smallest, spring } from './fixtures.ts';

describe('a complete file', () => {
  const { scenario, warnings, echo } = readScenario(spring, { file: 'spring.yaml' });
  const { channels } = scenario;

  it('is read without complaint', () => {
    expect(warnings).toEqual([]);
    expect(Object.keys(channels)).toEqual(['marketplace', 'social', 'store partner', '直播', 'brand']);
  });

  it('has numbers as people write them', () => {
    expect(scenario.budget).toEqual({ total: 1_200_000 });
    expect(scenario.value.discountRate).toBe(0.08);
    expect(channels['marketplace']!.limits).toEqual({ min: 20_000, max: 120_000, share: { max: 0.6 }, maxChange: 1.5 });
    expect(scenario.goal).toEqual({ maximize: 'profit', risk: { worst: 0.1, atLeast: -50_000 } });
    expect(scenario.value.grossMargin).toEqual({ kind: 'constant', text: '42%', value: 0.42 });
  });

  it("has today's spend in every period", () => {
    expect(channels['marketplace']!.plan).toEqual(Array.from({ length: 12 }, () => 45_000));
    expect(channels['social']!.plan).toHaveLength(12);
    expect(channels['直播']!.plan).toEqual(Array.from({ length: 12 }, () => 0));
  });

  it('has the steps of a funnel in the order people take them', () => {
    const steps = channels['store partner']!.funnel.map(({ from, to }) => [from, to]);
    expect(steps).toEqual([
      ['lead', 'visitor'],
      ['visitor', 'customer'],
    ]);
  });

  it('has a price of one kind', () => {
    const { price } = channels['store partner']!;
    expect(price).toMatchObject({ unit: 'flat', amount: { value: 15_000 }, buys: { kind: 'uncertain' } });
    expect(channels['social']!.price).toMatchObject({ unit: 'cpm', inflation: 0.005, amount: { kind: 'formula' } });
  });

  it('has the parameters of curves apart from their other fields', () => {
    expect(channels['social']!.response).toMatchObject({
      curve: 'hill',
      observedAt: 30_000,
      of: 'customers',
      parameters: { slope: { value: 1 }, halfSaturation: { kind: 'uncertain' } },
    });
    expect(Object.keys(channels['social']!.response.parameters)).toEqual(['halfSaturation', 'slope']);
    expect(channels['social']!.carryover).toMatchObject({ curve: 'delayed', lags: 8, normalize: true });
    expect(channels['brand']!.response.points[1]).toEqual([40_000, 70_000]);
    expect(channels['brand']!.response.of).toBe('revenue');
  });

  it('has shocks by channel and by what they change', () => {
    expect(scenario.stresses['cpm-up']!.multiply).toMatchObject([
      { channel: '*', what: 'price', factor: { value: 1.3 } },
    ]);
    expect(scenario.stresses['weak-demand']!.multiply).toMatchObject([
      { channel: 'marketplace', what: 'demand' },
      { channel: 'store partner', what: 'value' },
    ]);
    expect(scenario.events['outage']).toMatchObject({ probability: 0.1, from: 3, to: 4, switchOff: ['marketplace'] });
  });

  it('has correlated quantities by their full paths', () => {
    expect(scenario.correlations).toEqual([
      { of: ['channels.marketplace.price.cpc', 'assumptions.marketCpm'], rank: 0.8 },
      { of: ['value.orderValue', 'channels.social.value.orderValue'], rank: 0.4, factor: 'demand' },
    ]);
  });

  it('echoes every uncertain quantity in words', () => {
    const cpc = echo.find(({ path }) => path === 'channels.marketplace.price.cpc');
    // A lognormal with 5 % at 1.8 and 95 % at 2.6 has its median at sqrt(1.8 * 2.6) = 2.163.
    expect(cpc).toMatchObject({ text: '1.8 to 2.6' });
    expect(cpc!.words).toMatch(/1\.80.*2\.60.*2\.16.*lognormal/);
    expect(echo.map(({ path }) => path)).toContain('stresses.weak-demand.multiply.marketplace.demand');
    expect(echo.map(({ path }) => path)).not.toContain('channels.social.price.cpm');
  });
});

it('fills in what a small file leaves to the program', () => {
  const { scenario } = readScenario(smallest);
  expect(scenario).toMatchObject({
    horizon: { periods: 4, unit: 'week' },
    assumptions: {},
    segments: {},
    groups: {},
    resources: {},
    correlations: [],
    events: {},
    stresses: {},
    metrics: {},
    targets: [],
    goal: { maximize: 'profit' },
  });
  expect(scenario.channels['search']).toMatchObject({
    response: { curve: 'linear', parameters: {}, points: [], of: 'customers' },
    carryover: { curve: 'none', parameters: {}, normalize: true },
    carryIn: [],
    plan: [0, 0, 0, 0],
    limits: {},
    value: {},
    hours: {},
    audience: {},
    halo: {},
  });
});

it('reads JSON as it reads YAML', () => {
  const json = JSON.stringify({
    apportion: 1,
    name: 'Smallest',
    currency: 'EUR',
    horizon: { periods: 4 },
    budget: { atMost: 10000 },
    value: { orderValue: 60 },
    channels: { search: { price: { cpc: 0.8 }, funnel: { clickToCustomer: '2%' } } },
  });
  expect(readScenario(json).scenario).toEqual(readScenario(smallest).scenario);
});

describe('a text that was looked into', () => {
  it('holds the scenario that it is read as', () => {
    expect(scenarioOf(lookInto(spring))).toEqual(readScenario(spring).scenario);
  });

  it('with errors holds none, and says all of them', () => {
    const look = lookInto(`${spring}
budgets: 1
seasons: 2
`);
    expect(look.issues.map(({ path }) => path)).toEqual(['budgets', 'seasons']);
    expect(() => scenarioOf(look)).toThrow(new ScenarioError(look.issues));
  });
});

describe('a funnel', () => {
  const funnelOf = (price: string, funnel: string) => {
    const text = changed(changed(smallest, '{ cpc: 0.8 }', price), '{ clickToCustomer: 2% }', funnel);
    return readScenario(text).scenario.channels['search']!.funnel.map(({ key, from, to }) => `${key}: ${from}, ${to}`);
  };

  it('may stand in any order', () => {
    expect(funnelOf('{ cpm: 30 }', '{ leadToCustomer: 5%, clickToLead: 20%, impressionToClick: 1% }')).toEqual([
      'impressionToClick: impression, click',
      'clickToLead: click, lead',
      'leadToCustomer: lead, customer',
    ]);
  });

  it('may have stages with `To` in their names', () => {
    expect(funnelOf('{ cpc: 1 }', '{ addToCartToCustomer: 30%, clickToAddToCart: 20% }')).toEqual([
      'clickToAddToCart: click, addToCart',
      'addToCartToCustomer: addToCart, customer',
    ]);
  });

  it('is not needed where customers are bought', () => {
    expect(funnelOf('{ cpa: 30 }', '{}')).toEqual([]);
  });

  it('starts anywhere after a flat price', () => {
    expect(funnelOf('{ flat: 5000, buys: 40 }', '{ visitToCustomer: 10% }')).toEqual([
      'visitToCustomer: visit, customer',
    ]);
  });

  it('counts leads where the efficiency is known', () => {
    const text = changed(smallest, 'price: { cpc: 0.8 }', 'efficiency: 0.03');
    const counted = changed(text, 'clickToCustomer', 'leadToCustomer');
    expect(readScenario(counted).scenario.channels['search']!.funnel).toHaveLength(1);
  });
});

describe('budgets', () => {
  it.each([
    ['{ total: 5k }', { total: 5000 }],
    ['{ perPeriod: 5k }', { perPeriod: 5000 }],
    ['{ perPeriod: [1, 2, 3, 4] }', { perPeriod: [1, 2, 3, 4] }],
    ['{ flexible: true }', { flexible: true }],
    ['{ flexible: true, atMost: 1e6 }', { flexible: true, atMost: 1_000_000 }],
  ])('%s', (written, budget) => {
    expect(readScenario(changed(smallest, '{ atMost: 10000 }', written)).scenario.budget).toEqual(budget);
  });
});

it('tells what else is wrong in a file with a name given twice', () => {
  const text = 'apportion: 1\nname: Twice\ncurrency: Euro\nhorizon: { periods: 4 }\nhorizon: { periods: 5 }\n';
  const rest = 'budget: { atMost: 10k }\nchannels:\n  search: { price: { cpc: 1 }, funnel: { clickToCustmer: 2% } }\n';
  expect(errorsOf(`${text}${rest}`).map(({ line, column, path }) => [line, column, path])).toEqual([
    [3, 11, 'currency'],
    [5, 1, 'horizon'],
    [8, 42, 'channels.search.funnel.clickToCustmer'],
  ]);
});

it('keeps settled spend apart from what is only limited', () => {
  const text = `${smallest}    limits: { fixed: [1, 2, 3, 4] }\n`;
  expect(readScenario(text).scenario.channels['search']!.limits).toEqual({ fixed: [1, 2, 3, 4] });
});

describe('size', () => {
  const many = (count: number, periods: number) =>
    changed(smallest, 'periods: 4', `periods: ${periods}`) +
    Array.from({ length: count - 1 }, (_, c) => `  c${c}: { price: { cpa: 30 } }\n`).join('');

  it('of 200 channels over 104 weeks is read', () => {
    expect(Object.keys(readScenario(many(200, 104)).scenario.channels)).toHaveLength(200);
  });

  it('beyond that is refused with the limit and what to do', () => {
    expect(errorsOf(many(201, 4))).toMatchObject([{ path: 'channels', message: expect.stringContaining('200') }]);
    expect(errorsOf(many(200, 130))).toMatchObject([
      { path: 'horizon.periods', message: expect.stringContaining('25,000') },
    ]);
  });
});

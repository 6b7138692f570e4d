import { describe, expect, it } from 'vitest';
import type { Channel } from '../../../src/domain.ts';
import { mean, quantile } from '../../../src/distributions/distribution.ts';
import { compile } from '../../../src/scenario/compile/compile.ts';
import { certain, channel, scenario } from '../../support/scenario.ts';

function withTable(points: Channel['response']['points'], plan: readonly number[] = [100]) {
  const { efficiency: _, ...bare } = channel({ plan });
  const response = { curve: 'table', parameters: {}, points, of: 'customers' } as const;
  return compile(scenario({ tv: { ...bare, response } }, { horizon: { periods: plan.length, unit: 'week' } }));
}

describe('a table with ranges', () => {
  const model = withTable(
    [
      [0, 0, 0, 0],
      [100, 50, 40, 65],
      [300, 90, 60, 150],
    ],
    [80, 160],
  );
  const [height] = model.assumptions;

  it('is one uncertain height of the whole curve', () => {
    expect(model.assumptions.map(({ id }) => id)).toEqual(['channels.tv.response.multiplier']);
    expect(model.channels[0]!.response.parameters).toEqual([{ row: 0 }]);
    expect(model.channels[0]!.response.points).toEqual([
      [0, 0],
      [100, 50],
      [300, 90],
    ]);
  });

  it('keeps the mean of the table and its 90 % range at the point nearest to today', () => {
    // Today is (80 + 160) / 2 = 120, nearest to 100: from 40 / 50 to 65 / 50 of the curve.
    expect(mean(height!.distribution)).toBeCloseTo(1, 8);
    expect(quantile(height!.distribution, 0.05)).toBeCloseTo(0.8, 10);
    expect(quantile(height!.distribution, 0.95)).toBeCloseTo(1.3, 10);
    expect(quantile(height!.distribution, 1e-6)).toBeGreaterThan(0);
  });

  it('says where its range was taken and how far others are from it', () => {
    // 150 / 90 = 1.667 against 1.3: 36.7 % of the curve
    expect(model.notes).toEqual([
      "tv: the curve's 90 % band is taken at 100 as one factor for the whole curve; elsewhere the file's upper end " +
        'differs from it by up to 36.7 % of the curve.',
    ]);
  });
});

describe('a table without ranges', () => {
  it('is certain unless the file gives a multiplier', () => {
    const model = withTable([
      [0, 0],
      [100, 50],
    ]);
    expect(model.assumptions).toEqual([]);
    expect(model.channels[0]!.response.parameters).toEqual([{ constant: 1 }]);
    expect(model.notes).toEqual([]);
  });
});

describe('customers per unit of currency', () => {
  const search = (own: Partial<Channel>): Channel => {
    const { efficiency: _, ...bare } = channel();
    return { ...bare, ...own };
  };
  const funnel = [{ key: 'impressionToCustomer', from: 'impression', to: 'customer', rate: certain(0.001) }];
  const modelOf = (own: Partial<Channel>) => compile(scenario({ search: search(own) })).channels[0]!;

  it('are 1,000 impressions over the reference price times the rates', () => {
    const { efficiency, unitsPerCurrency, price } = modelOf({
      price: { unit: 'cpm', amount: certain(8), reference: 10 },
      funnel,
    });
    expect(unitsPerCurrency).toBe(100);
    expect(efficiency).toEqual([{ constant: 0.001 }]);
    expect(price).toEqual({ amount: { constant: 8 }, reference: 10 });
  });

  it('are as quoted where they are quoted, whatever the price', () => {
    const own = { efficiency: certain(0.2), price: { unit: 'cpc', amount: certain(8) } } as const;
    const { efficiency, unitsPerCurrency } = modelOf(own);
    expect(unitsPerCurrency).toBe(1);
    expect(efficiency).toEqual([{ constant: 0.2 }]);
  });

  it('are said by the curve itself where it has a ceiling', () => {
    const response: Channel['response'] = {
      curve: 'tanh',
      parameters: { scale: certain(100) },
      points: [],
      of: 'customers',
      ceiling: certain(40),
    };
    const { efficiency, unitsPerCurrency } = modelOf({ price: { unit: 'cpm', amount: certain(8) }, funnel, response });
    expect(unitsPerCurrency).toBe(1);
    expect(efficiency).toEqual([]);
  });

  it('count leads from the stage of that name to customers', () => {
    const steps = [
      { key: 'clickToLead', from: 'click', to: 'lead', rate: certain(0.3) },
      { key: 'leadToTrial', from: 'lead', to: 'trial', rate: certain(0.5) },
      { key: 'trialToCustomer', from: 'trial', to: 'customer', rate: certain(0.2) },
    ];
    const { countsLeads, leadToCustomer } = modelOf({ price: { unit: 'cpc', amount: certain(1) }, funnel: steps });
    expect(countsLeads).toBe(true);
    expect(leadToCustomer).toEqual([{ constant: 0.5 }, { constant: 0.2 }]);
    expect(modelOf({ price: { unit: 'cpm', amount: certain(1) }, funnel }).countsLeads).toBe(false);
  });
});

describe('roles in limited supply', () => {
  const hours = { sales: { perLead: certain(1) }, desk: { perCustomer: certain(1) }, crew: { perPeriod: certain(1) } };
  const roles = (deskHours?: number) => ({
    sales: { capacity: certain(10) },
    desk: deskHours === undefined ? {} : { capacity: certain(deskHours) },
    crew: { capacity: certain(10) },
  });

  it('limit a channel one at a time, and the report says which does not', () => {
    const { notes } = compile(scenario({ search: channel({ hours }) }, { resources: roles(5) }));
    expect(notes).toEqual([
      'search: only sales limits how many leads and customers are served, not desk: a channel can be limited by one ' +
        'resource.',
    ]);
    expect(compile(scenario({ search: channel({ hours }) }, { resources: roles() })).notes).toEqual([]);
  });
});

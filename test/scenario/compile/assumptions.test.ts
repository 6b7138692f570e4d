import { describe, expect, it } from 'vitest';
import type { Model, Quantity, Scenario, Source } from '../../../src/domain.ts';
import { parseFormula } from '../../../src/formula/parse.ts';
import { compile } from '../../../src/scenario/compile/compile.ts';
import { openSampler } from '../../../src/simulate/sample.ts';
import { everything } from '../../support/everything.ts';
import { certain, channel, lognormal, scenario, uniform } from '../../support/scenario.ts';

function formula(text: string): Quantity {
  const reading = parseFormula(text);
  if (!reading.ok) throw new Error(reading.message);
  return { kind: 'formula', text: `= ${text}`, expression: reading.expression };
}

function idOf(model: Model, source: Source): string {
  if ('constant' in source) return `constant ${source.constant}`;
  const { assumptions, derived } = model;
  return source.row < assumptions.length ? assumptions[source.row]!.id : derived[source.row - assumptions.length]!.id;
}

/** Draws of a model by path, formulas included. */
function drawsOf(model: Model, count = 64): ReadonlyMap<string, Float64Array> {
  const { rows } = openSampler(model, { seed: 'paths', method: 'sobol', draws: count }).block(0, count);
  return new Map(rows.map((row, k) => [idOf(model, { row: k }), row]));
}

describe('every uncertain quantity of the file', () => {
  it('is one assumption, under its path', () => {
    const ids = compile(everything()).assumptions.map(({ id }) => id);
    expect(ids.toSorted()).toEqual([
      'baseline.customers',
      'channels.search.audience.young',
      'channels.search.carryover.retention',
      'channels.search.fee',
      'channels.search.fixedCost',
      'channels.search.funnel.clickToLead',
      'channels.search.funnel.leadToCustomer',
      'channels.search.halo.store',
      'channels.search.hours.sales.perLead',
      'channels.search.price.cpc',
      'channels.search.response.scale',
      'channels.search.value.repeat.rate',
      'channels.social.audience.young',
      'channels.social.carryover.retention',
      'channels.social.commission',
      'channels.social.delivery.probability',
      'channels.social.delivery.startDelay',
      'channels.social.funnel.clickToLead',
      'channels.social.funnel.impressionToClick',
      'channels.social.funnel.leadToCustomer',
      'channels.social.hours.sales.perLead',
      'channels.social.price.cpm',
      'channels.social.response.halfSaturation',
      'channels.social.value.returns',
      'channels.store.efficiency',
      'channels.store.precision',
      'channels.store.response.scale',
      'channels.tv.response.multiplier',
      'events.auction.multiply.*.price',
      'events.auction.probability',
      'events.outage.probability',
      'resources.sales.capacity',
      'segments.young.size',
      'value.grossMargin',
      'value.orderValue',
      'value.referral.rate',
    ]);
  });

  it('keeps its draws when a channel is added', () => {
    const one = compile(scenario({ search: channel({ efficiency: uniform(1, 2) }) }));
    const two = compile(
      scenario({ social: channel({ efficiency: uniform(1, 2) }), search: channel({ efficiency: uniform(1, 2) }) }),
    );
    const path = 'channels.search.efficiency';
    expect(drawsOf(two).get(path)).toEqual(drawsOf(one).get(path));
    expect(drawsOf(two).get('channels.social.efficiency')).not.toEqual(drawsOf(one).get(path));
  });

  it('is drawn with what it is correlated with', () => {
    const model = compile(everything());
    expect(model.clusters.map(({ ids }) => ids)).toEqual([['channels.search.price.cpc', 'channels.social.price.cpm']]);
  });

  it('is a certain number where it is one', () => {
    const model = compile(scenario({ shop: channel({ fee: certain(0.1), delivery: { probability: 0 } }) }));
    expect(model.assumptions).toEqual([]);
    expect(model.channels[0]!.fee).toEqual({ constant: 0.1 });
    expect(model.channels[0]!.delivery.delivers).toEqual({ constant: 0 });
  });
});

describe('what a customer is worth', () => {
  const shared: Scenario = scenario(
    { a: channel(), b: channel(), c: channel({ value: { orderValue: uniform(5, 6), returns: certain(0.2) } }) },
    { value: { orderValue: uniform(1, 2), grossMargin: uniform(0.3, 0.4), returns: uniform(0.01, 0.02) } },
  );
  const model = compile(shared);
  const worth = (c: number) => model.channels[c]!.value;

  it('is one assumption for all channels that say nothing else, so that they move together', () => {
    expect(idOf(model, worth(0).orderValue)).toBe('value.orderValue');
    expect(worth(1)).toEqual(worth(0));
    expect(idOf(model, model.baseline.value.orderValue)).toBe('value.orderValue');
  });

  it('is a channel’s own, field by field, where it says so', () => {
    expect(idOf(model, worth(2).orderValue)).toBe('channels.c.value.orderValue');
    expect(idOf(model, worth(2).returns)).toBe('constant 0.2');
    expect(idOf(model, worth(2).grossMargin)).toBe('value.grossMargin');
    const draws = drawsOf(model);
    // Its own draws, not the shared ones moved.
    const own = draws.get('channels.c.value.orderValue')!.map((value) => value - 5);
    const common = draws.get('value.orderValue')!.map((value) => value - 1);
    expect(own.some((value, i) => Math.abs(value - common[i]!) > 0.1)).toBe(true);
  });

  it('takes repeat orders and referral from one place, all fields of them', () => {
    const value = {
      repeat: { rate: uniform(0.1, 0.2), every: 4, horizon: 12 },
      referral: { rate: uniform(0.1, 0.2), cap: 0.5 },
      discountRate: 0.21,
    };
    const own = { repeat: { rate: uniform(0.3, 0.4), every: 6, horizon: 6 } };
    const { channels } = compile(
      scenario(
        { a: channel(), b: channel({ value: own }) },
        { value: { orderValue: certain(1), ...value }, horizon: { periods: 1, unit: 'month' } },
      ),
    );
    // Orders after 4, 8 and 12 months at 21 % a year; 1.21^-(1/2) = 1 / 1.1 after 6.
    const [first, , last] = channels[0]!.value.repeatDiscount;
    expect(channels[0]!.value.repeatDiscount).toHaveLength(3);
    expect(first).toBeCloseTo(1.21 ** (-1 / 3), 12);
    expect(last).toBeCloseTo(1 / 1.21, 12);
    expect(channels[1]!.value.repeatDiscount).toHaveLength(1);
    expect(channels[1]!.value.repeatDiscount[0]).toBeCloseTo(1 / 1.1, 12);
    expect(channels[1]!.value.referralRate).toEqual(channels[0]!.value.referralRate);
  });

  it('counts the order that falls on the horizon, whatever the rounding of the quotient', () => {
    const repeat = { rate: certain(0.5), every: 0.1, horizon: 0.3 };
    const { channels } = compile(scenario({ a: channel({ value: { repeat } }) }));
    expect(channels[0]!.value.repeatDiscount).toHaveLength(3);
  });
});

describe('formulas', () => {
  const market = scenario(
    {
      search: channel({ efficiency: formula('double / base') }),
      social: channel({ efficiency: formula('double * tilt'), fee: formula('base * 0.1') }),
    },
    {
      assumptions: {
        tilt: uniform(1, 2),
        double: formula('2 * base'),
        base: lognormal(3, 0.2),
        unused: lognormal(1, 1),
      },
    },
  );

  it('are computed in every draw from what they use, through any chain', () => {
    const draws = drawsOf(compile(market));
    const [base, tilt] = [draws.get('assumptions.base')!, draws.get('assumptions.tilt')!];
    expect(draws.get('assumptions.double')).toEqual(base.map((value) => 2 * value));
    expect(draws.get('channels.search.efficiency')).toEqual(base.map((value) => (2 * value) / value));
    expect(draws.get('channels.social.efficiency')).toEqual(base.map((value, i) => 2 * value * tilt[i]!));
    expect(new Set(base).size).toBeGreaterThan(60);
  });

  it('stand after all they use, and each once', () => {
    const model = compile(market);
    expect(model.derived.map(({ id }) => id)).toEqual([
      'assumptions.double',
      'channels.search.efficiency',
      'channels.social.efficiency',
      'channels.social.fee',
    ]);
    model.derived.forEach(({ uses }, k) => {
      for (const use of uses) expect('row' in use && use.row < model.assumptions.length + k).toBe(true);
    });
  });

  it('draw only what something uses', () => {
    expect(compile(market).assumptions.map(({ id }) => id)).toEqual(['assumptions.base', 'assumptions.tilt']);
  });

  it('give the reference of a price with everything they use at its median', () => {
    const { efficiency: _, ...bare } = channel();
    const amount = formula('base * 1.5');
    const { channels } = compile(
      scenario(
        { search: { ...bare, price: { unit: 'cpc', amount }, funnel: [] } },
        { assumptions: { base: lognormal(2, 0.4) } },
      ),
    );
    expect(channels[0]!.price!.reference).toBeCloseTo(3, 12);
  });
});

describe('stresses', () => {
  const given = everything({
    stresses: {
      dearer: { multiply: [{ channel: '*', what: 'price', factor: uniform(1.2, 1.4) }], switchOff: [], from: 2, to: 3 },
      closed: { multiply: [], switchOff: ['tv', 'store'] },
    },
  });

  it('are in the model only when they are asked for', () => {
    expect(compile(given).shocks.map(({ name }) => name)).toEqual(['outage', 'auction']);
    const model = compile(given, ['closed', 'dearer']);
    expect(model.shocks.map(({ name }) => name)).toEqual(['outage', 'auction', 'closed', 'dearer']);
  });

  it('hold in every draw, in their periods counted from 0, for every channel they name', () => {
    const model = compile(given, ['closed', 'dearer']);
    const [, , closed, dearer] = model.shocks;
    expect(closed).toMatchObject({
      happens: { constant: 1 },
      first: 0,
      last: Infinity,
      switchOff: [3, 2],
      multiply: [],
    });
    expect(dearer).toMatchObject({ happens: { constant: 1 }, first: 1, last: 2, switchOff: [] });
    expect(dearer!.multiply.map(({ channel, what }) => `${what} ${channel}`)).toEqual(
      [0, 1, 2, 3].map((c) => `price ${c}`),
    );
    // One factor for all: the price of every channel rises by the same.
    expect(new Set(dearer!.multiply.map(({ factor }) => idOf(model, factor)))).toEqual(
      new Set(['stresses.dearer.multiply.*.price']),
    );
  });

  it('change no draw of anything else', () => {
    const [calm, stressed] = [drawsOf(compile(given)), drawsOf(compile(given, ['dearer']))];
    for (const [path, row] of calm) expect(stressed.get(path)).toEqual(row);
    expect(stressed.size).toBe(calm.size + 1);
  });
});

describe('seasons', () => {
  it('start again at the end of a list, also after the plan', () => {
    const model = compile(
      scenario(
        { a: channel({ season: { kind: 'list', values: [1, 2, 3] }, plan: [0, 0, 0, 0] }) },
        { horizon: { periods: 4, unit: 'week', tail: 3 } },
      ),
    );
    expect([...model.channels[0]!.demand]).toEqual([1, 2, 3, 1, 2, 3, 1]);
  });

  it('are those of the scenario where a channel has none, and never the baseline’s', () => {
    const season = { kind: 'list', values: [2] } as const;
    const model = compile(
      scenario(
        { a: channel(), b: channel({ season: { kind: 'list', values: [3] } }) },
        { season, baseline: { customers: certain(1) } },
      ),
    );
    expect(model.channels.map(({ demand }) => demand[0])).toEqual([2, 3]);
    expect([...model.baseline.demand]).toEqual([1]);
  });

  it('may be a formula in the period, from 1, and the number of periods', () => {
    const reading = parseFormula('t / T');
    if (!reading.ok) throw new Error(reading.message);
    const season = { kind: 'formula', text: 't / T', expression: reading.expression } as const;
    const model = compile(
      scenario({ a: channel({ season, plan: [0, 0] }) }, { horizon: { periods: 2, unit: 'week', tail: 1 } }),
    );
    expect([...model.channels[0]!.demand]).toEqual([0.5, 1, 1.5]);
  });
});

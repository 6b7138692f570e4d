import { describe, expect, it } from 'vitest';
import type { Channel, Scenario } from '../../src/domain.ts';
import { firstDraw } from '../support/one-draw.ts';
import { certain, channel, scenario } from '../support/scenario.ts';

/** A channel that buys something at a price and leads it step by step to customers. */
function priced(price: NonNullable<Channel['price']>, funnel: Channel['funnel'], own: Partial<Channel> = {}): Channel {
  const { efficiency: _, ...bare } = channel(own);
  return { ...bare, price, funnel };
}

function step(from: string, to: string, rate: number): Channel['funnel'][number] {
  return { key: `${from}To${to[0]!.toUpperCase()}${to.slice(1)}`, from, to, rate: certain(rate) };
}

const exponential = (scale: number): Channel['response'] => ({
  curve: 'exponential',
  parameters: { scale: certain(scale) },
  points: [],
  of: 'customers',
});

const geometric = (retention: number, normalize = true): Channel['carryover'] => ({
  curve: 'geometric',
  parameters: { retention: certain(retention) },
  normalize,
});

const weeks = (periods: number, tail = 0): Partial<Scenario> => ({ horizon: { periods, unit: 'week', tail } });

describe('what money buys', () => {
  it('is clicks at a price per click', () => {
    const search = priced({ unit: 'cpc', amount: certain(2) }, [step('click', 'customer', 0.05)], { plan: [800] });
    // 800 / 2 = 400 clicks, 5 % of them buy: 20
    expect(firstDraw(scenario({ search })).totals.customers).toBeCloseTo(20, 10);
  });

  it('is impressions at a price per thousand', () => {
    const funnel = [step('impression', 'click', 0.01), step('click', 'customer', 0.05)];
    const social = priced({ unit: 'cpm', amount: certain(10) }, funnel, { plan: [2000] });
    // 2000 / 10 × 1000 = 200,000 impressions, 2,000 clicks, 100 customers
    expect(firstDraw(scenario({ social })).totals.customers).toBeCloseTo(100, 10);
  });

  it('is leads at a price per lead', () => {
    const direct = priced({ unit: 'cpl', amount: certain(50) }, [step('lead', 'customer', 0.2)], { plan: [2000] });
    const { totals } = firstDraw(scenario({ direct }));
    // 2000 / 50 = 40 leads, 8 customers
    expect(totals.leads).toBeCloseTo(40, 10);
    expect(totals.customers).toBeCloseTo(8, 10);
  });

  it('is customers at a price per customer', () => {
    const affiliates = priced({ unit: 'cpa', amount: certain(25) }, [], { plan: [1000] });
    expect(firstDraw(scenario({ affiliates })).totals.customers).toBeCloseTo(40, 10); // 1000 / 25
  });

  it('is what a flat price buys, in proportion', () => {
    const price = { unit: 'flat', amount: certain(300), buys: certain(1200) } as const;
    const fair = priced(price, [step('visitor', 'customer', 0.02)], { plan: [450] });
    // 1.5 bookings of 1200 visitors, 2 % buy: 36
    expect(firstDraw(scenario({ fair })).totals.customers).toBeCloseTo(36, 10);
  });

  it('is less above the reference price, at which the curve is quoted', () => {
    const price = { unit: 'cpc', amount: certain(2), reference: 1.6 } as const;
    const search = priced(price, [step('click', 'customer', 0.05)], { plan: [800], response: exponential(1000) });
    // Effective spend 800 × 1.6 / 2 = 640; 1000 (1 - e^-0.64) = 472.7076; × 0.05 / 1.6 = 14.77211
    expect(firstDraw(scenario({ search })).totals.customers).toBeCloseTo(14.77211, 5);
  });

  it('follows the season and the inflation of prices, from the second period on', () => {
    const price = {
      unit: 'cpc',
      amount: certain(1),
      season: { kind: 'list', values: [1, 1.25] },
      inflation: 0.1,
    } as const;
    const search = priced(price, [step('click', 'customer', 1)], { plan: [100, 100, 100] });
    // 100 / 1, 100 / (1.25 × 1.1), 100 / 1.1²: the list of two starts again in the third period
    const [first, second, third] = firstDraw(scenario({ search }, weeks(3))).channels['search']!.customers;
    expect(first).toBeCloseTo(100, 10);
    expect(second).toBeCloseTo(72.7272727, 6);
    expect(third).toBeCloseTo(82.6446281, 6);
  });

  it('is nothing from a partner who does not deliver, who is paid all the same', () => {
    const partner = channel({ plan: [100], delivery: { probability: 0 } });
    const { totals } = firstDraw(scenario({ partner }));
    expect(totals.customers).toBe(0);
    expect(totals.spend).toBe(100);
    expect(totals.profit).toBe(-100);
  });

  it('is only the rest of a period in which a partner starts, who is paid all the same', () => {
    const partner = channel({ plan: [100, 100, 100], delivery: { startDelay: certain(1.25) } });
    const { channels, totals } = firstDraw(scenario({ partner }, weeks(3)));
    // Nothing in the first period, three quarters of the second, all of the third.
    expect(channels['partner']!.customers).toEqual([0, 75, 100]);
    expect(totals.spend).toBe(300);
  });
});

describe('what the money does', () => {
  it('passes through the average observed at a spend', () => {
    const search = channel({
      efficiency: certain(0.04),
      response: { ...exponential(700), observedAt: 350 },
      plan: [350],
    });
    expect(firstDraw(scenario({ search })).totals.customers).toBeCloseTo(14, 10); // 350 × 0.04
  });

  it('approaches a ceiling of customers per period', () => {
    const { efficiency: _, ...bare } = channel({ plan: [700] });
    const search = { ...bare, response: { ...exponential(700), ceiling: certain(50) } };
    // 50 (1 - e^-1) = 31.6060
    expect(firstDraw(scenario({ search })).totals.customers).toBeCloseTo(31.60603, 5);
  });

  it('is spread over later periods, in all as much as without carry-over', () => {
    const tv = channel({ plan: [100, 0], carryover: geometric(0.5) });
    // Half of what is left works in each period: 50, 25 in the plan, 12.5, 6.25, 3.125 after it.
    const { channels, totals } = firstDraw(scenario({ tv }, weeks(2, 3)));
    expect(channels['tv']!.customers).toEqual([50, 25, 12.5, 6.25, 3.125]);
    // One customer is worth 1: profit after the plan is 12.5 + 6.25 + 3.125.
    expect(totals.tailProfit).toBeCloseTo(21.875, 10);
  });

  it('comes on top in later periods where weights are not normalized', () => {
    const tv = channel({ plan: [100, 0], carryover: geometric(0.5, false) });
    expect(firstDraw(scenario({ tv }, weeks(2, 2))).channels['tv']!.customers).toEqual([100, 50, 25, 12.5]);
  });

  it('lasts for its longest lag and no longer', () => {
    const tv = channel({ plan: [120, 0], carryover: { ...geometric(0.5), lags: 1 } });
    // Weights 1 and 1/2, normalized 2/3 and 1/3
    const [now, next, ...later] = firstDraw(scenario({ tv }, weeks(2, 2))).channels['tv']!.customers;
    expect(now).toBeCloseTo(80, 10);
    expect(next).toBeCloseTo(40, 10);
    expect(later).toEqual([0, 0]);
  });

  it('includes what spend before the plan still brings, and tells it apart', () => {
    const tv = channel({ plan: [60], carryIn: [40, 80], carryover: geometric(0.5) });
    const { totals, channels } = firstDraw(scenario({ tv }, weeks(1, 1)));
    // Before: 40 leaves 0.5 × 40 = 20 at work, then 0.5 × 80 + 0.5 × 20 = 50. In the plan 25 of it, then 12.5; the
    // plan's own 60 brings 30 and 15.
    expect(channels['tv']!.customers).toEqual([55, 27.5]);
    expect(channels['tv']!.carryIn.customers).toEqual([25, 12.5]);
    expect(totals.carryInProfit).toBeCloseTo(37.5, 10);
    expect(totals.tailProfit).toBeCloseTo(15, 10);
    expect(totals.profit).toBeCloseTo(55 + 27.5 - 60, 10);
  });

  it('is more in a season of high demand, after the plan as well', () => {
    const tv = channel({
      plan: [100, 0],
      carryover: geometric(0.5),
      season: { kind: 'list', values: [1, 1.2, 2] },
    });
    // 50 × 1, 25 × 1.2, 12.5 × 2
    expect(firstDraw(scenario({ tv }, weeks(2, 1))).channels['tv']!.customers).toEqual([50, 30, 25]);
  });

  it('works for another channel by its halo, at that channel’s own efficiency', () => {
    const social = channel({ plan: [100], efficiency: certain(0.1), halo: { search: certain(0.2) } });
    const search = channel({ plan: [50], efficiency: certain(0.5) });
    const { channels } = firstDraw(scenario({ social, search }));
    expect(channels['social']!.customers).toEqual([10]); // 100 × 0.1: what search gets is not taken away
    expect(channels['search']!.customers).toEqual([35]); // (50 + 20) × 0.5
  });
});

describe('shocks', () => {
  const outage = { multiply: [], switchOff: ['social'] };

  it('that switch a channel off: nothing is bought, nothing paid, and what lasts goes on', () => {
    const social = channel({ plan: [100, 100], fee: certain(0.1), carryover: geometric(0.5) });
    const { totals, channels } = firstDraw(
      scenario({ social }, { ...weeks(2), stresses: { banned: { from: 2, ...outage } } }),
      ['banned'],
    );
    expect(channels['social']!.customers).toEqual([50, 25]);
    expect(totals.spend).toBe(100);
    expect(totals.cost).toBeCloseTo(110, 10);
  });

  it('that end with the plan act on what lasts after it', () => {
    const tv = channel({ plan: [100], carryover: geometric(0.5) });
    const weak = { multiply: [{ channel: 'tv', what: 'demand', factor: certain(0.8) }], switchOff: [] } as const;
    expect(
      firstDraw(scenario({ tv }, { ...weeks(1, 1), stresses: { weak } }), ['weak']).channels['tv']!.customers,
    ).toEqual([40, 20]);
  });

  it('end with their last period, be it the last of the plan, and without one last as long as the effect', () => {
    const tv = channel({ plan: [100, 100], carryover: geometric(0.5) });
    const weak = {
      multiply: [{ channel: '*', what: 'demand', factor: certain(0.5) }],
      switchOff: [],
      from: 2,
    } as const;
    const served = (to?: number) => {
      const stresses = { weak: to === undefined ? weak : { ...weak, to } };
      return firstDraw(scenario({ tv }, { ...weeks(2, 2), stresses }), ['weak']).channels['tv']!.customers;
    };
    // At work 50, 75, 37.5 and 18.75; half of it while demand is weak.
    expect(served(2)).toEqual([50, 37.5, 37.5, 18.75]);
    expect(served()).toEqual([50, 37.5, 18.75, 9.375]);
  });

  it('that coincide multiply', () => {
    const dearer = { multiply: [{ channel: '*', what: 'price', factor: certain(1.25) }], switchOff: [] } as const;
    const search = channel({ plan: [100] });
    const stresses = { dearer, muchDearer: dearer };
    // 100 / 1.25² = 64
    expect(firstDraw(scenario({ search }, { stresses }), ['dearer', 'muchDearer']).totals.customers).toBeCloseTo(
      64,
      10,
    );
  });

  it('to what customers are worth change revenue and commission, not the cost of serving them', () => {
    const value = { multiply: [{ channel: '*', what: 'value', factor: certain(0.5) }], switchOff: [] } as const;
    const shop = channel({
      plan: [10],
      commission: certain(0.2),
      value: { orderValue: certain(4), serviceCost: certain(1) },
    });
    const { totals } = firstDraw(scenario({ shop }, { stresses: { value } }), ['value']);
    expect(totals.revenue).toBeCloseTo(20, 10); // 10 customers × 4 × 0.5
    expect(totals.profit).toBeCloseTo(20 * 0.8 - 10 - 10, 10); // less service 10 × 1 and media 10
  });

  it('that are sure to happen or not to are no matter of draws', () => {
    const search = channel({ plan: [100] });
    const events = {
      sure: {
        ...outage,
        switchOff: [],
        multiply: [{ channel: '*', what: 'demand', factor: certain(0.5) }],
        probability: 1,
      },
      never: { ...outage, switchOff: ['search'], probability: 0 },
    } as const;
    expect(firstDraw(scenario({ search }, { events })).totals.customers).toBeCloseTo(50, 10);
  });
});

describe('what customers are worth', () => {
  // Channel management articles: 40 % of customers online order again, 25 % of those in stores.
  const repeat = (rate: number, every: number, horizon: number) => ({
    repeat: { rate: certain(rate), every, horizon },
  });

  it('grows with those who order again, 40 % online and 25 % in stores', () => {
    const online = channel({ plan: [1], value: repeat(0.4, 1, 200) });
    const store = channel({ plan: [1], value: repeat(0.25, 1, 200) });
    const { channels } = firstDraw(scenario({ online, store }));
    // Orders of a customer: 1 + r + r² + … = 1 / (1 - r): 1.6667 and 1.3333
    expect(channels['online']!.revenue[0]).toBeCloseTo(5 / 3, 10);
    expect(channels['store']!.revenue[0]).toBeCloseTo(4 / 3, 10);
  });

  it('counts orders up to the horizon only', () => {
    const online = channel({ plan: [1], value: repeat(0.4, 4, 15) });
    // Orders after 4, 8 and 12 periods: 1 + 0.4 + 0.16 + 0.064
    expect(firstDraw(scenario({ online })).totals.revenue).toBeCloseTo(1.624, 10);
  });

  it('discounts later orders to the day of the first', () => {
    const online = channel({ plan: [1], value: repeat(0.4, 6, 12) });
    const value = { orderValue: certain(100), discountRate: 0.1 };
    const { totals } = firstDraw(scenario({ online }, { value, horizon: { periods: 1, unit: 'month' } }));
    // 100 (1 + 0.4 / 1.1^0.5 + 0.16 / 1.1) = 100 (1 + 0.3813850 + 0.1454545)
    expect(totals.revenue).toBeCloseTo(152.68396, 4);
  });

  it('loses the share of all orders that is sent back', () => {
    const online = channel({ plan: [10], value: { ...repeat(0.5, 1, 1), returns: certain(0.2) } });
    expect(firstDraw(scenario({ online })).totals.revenue).toBeCloseTo(12, 10); // 10 × (1 + 0.5) × 0.8
  });

  it('includes customers whom they bring, and those whom these bring', () => {
    const social = channel({ plan: [100], value: { referral: { rate: certain(0.2), cap: 1 } } });
    const { totals } = firstDraw(scenario({ social }));
    expect(totals.customers).toBeCloseTo(125, 10); // 0.2 + 0.04 + … = 0.2 / 0.8
    expect(totals.referred).toBeCloseTo(25, 10);
    expect(totals.revenue).toBeCloseTo(125, 10);
  });

  it('counts referred customers up to the cap', () => {
    const social = channel({ plan: [100], value: { referral: { rate: certain(0.2), cap: 0.1 } } });
    expect(firstDraw(scenario({ social })).totals.customers).toBeCloseTo(110, 10);
  });

  it('counts them up to the cap where each brings more than one other, as a formula may have it in some draws', () => {
    const social = channel({ plan: [100], value: { referral: { rate: certain(1.2), cap: 2 } } });
    expect(firstDraw(scenario({ social })).totals.customers).toBeCloseTo(300, 10);
  });

  it('is revenue × (margin − commission) less what each customer costs', () => {
    const shop = channel({
      plan: [10],
      commission: certain(0.15),
      costPerCustomer: certain(3),
      value: { orderValue: certain(50), grossMargin: certain(0.4), serviceCost: certain(2) },
    });
    const { totals } = firstDraw(scenario({ shop }));
    // 10 customers: 500 × (0.4 - 0.15) = 125; less 10 × (3 + 2) and media 10
    expect(totals.margin).toBeCloseTo(125, 10);
    expect(totals.profit).toBeCloseTo(65, 10);
  });
});

describe('curves of revenue', () => {
  const { efficiency: _, ...bare } = channel({ plan: [500], value: { orderValue: certain(100) } });
  const response: Channel['response'] = {
    curve: 'table',
    parameters: {},
    points: [
      [0, 0],
      [1000, 4000],
    ],
    of: 'revenue',
  };

  it('have as many customers behind them as pay that revenue', () => {
    const { totals } = firstDraw(scenario({ tv: { ...bare, response } }));
    expect(totals.revenue).toBeCloseTo(2000, 10); // half way to the point
    expect(totals.customers).toBeCloseTo(20, 10); // 2000 / 100
  });

  it('have as many leads behind them as make those customers', () => {
    const tv = { ...bare, response, funnel: [step('lead', 'customer', 0.25)], costPerLead: certain(2) };
    const { totals } = firstDraw(scenario({ tv }));
    expect(totals.leads).toBeCloseTo(80, 10); // 20 customers / 25 %
    expect(totals.cost).toBeCloseTo(500 + 160, 10);
  });

  it('have no customers that one could count where these bring no revenue', () => {
    const value = { orderValue: certain(100), returns: certain(1), serviceCost: certain(5) };
    const { totals } = firstDraw(scenario({ tv: { ...bare, response, value } }));
    expect(totals.customers).toBe(0);
    expect(totals.profit).toBeCloseTo(1500, 10); // 2000 less media
  });

  it('fill a segment with people, not with money', () => {
    const tv = { ...bare, response, audience: { young: certain(1) } };
    const { totals } = firstDraw(scenario({ tv }, { segments: { young: { size: certain(40) } } }));
    // 20 customers in a segment of 40: 40 (1 - e^-0.5) = 15.73877 are different people, with 100 each
    expect(totals.customers).toBeCloseTo(15.73877, 5);
    expect(totals.revenue).toBeCloseTo(1573.877, 3);
  });
});

describe('audiences', () => {
  it('outside the target bring no customers, and the money spent on them is shown', () => {
    const social = channel({ plan: [100], precision: certain(0.6) });
    const { totals } = firstDraw(scenario({ social }));
    expect(totals.customers).toBeCloseTo(60, 10);
    expect(totals.outsideTarget).toBeCloseTo(40, 10);
  });

  it('that channels share are won once, and credited in proportion', () => {
    const audience = { young: certain(0.5) };
    const search = channel({ plan: [600], audience });
    const social = channel({ plan: [400], audience });
    const { channels, totals } = firstDraw(
      scenario({ search, social }, { segments: { young: { size: certain(1000) } } }),
    );
    // Won apart 300 + 200 = 500: 1000 (1 - e^-0.5) = 393.46934 different people, 60 : 40
    expect(totals.customers).toBeCloseTo(393.46934, 5);
    expect(channels['search']!.customers[0]).toBeCloseTo(236.0816, 4);
    expect(channels['social']!.customers[0]).toBeCloseTo(157.38774, 5);
    expect(totals.outsideTarget).toBeCloseTo(500, 10);
  });

  it('are used up over all periods together', () => {
    const search = channel({ plan: [300, 200], audience: { young: certain(1) } });
    const { channels } = firstDraw(scenario({ search }, { ...weeks(2), segments: { young: { size: certain(1000) } } }));
    // 393.46934 of 500 stay in both periods
    expect(channels['search']!.customers[0]).toBeCloseTo(236.0816, 4);
    expect(channels['search']!.customers[1]).toBeCloseTo(157.38774, 5);
  });

  it('without a size are never used up', () => {
    const search = channel({ plan: [600], audience: { young: certain(0.5), old: certain(0.3) } });
    expect(firstDraw(scenario({ search }, { segments: { young: {}, old: {} } })).totals.customers).toBeCloseTo(480, 10);
  });
});

describe('people', () => {
  it('are paid by period, by spend, by lead and by customer', () => {
    const hours = {
      sales: { perPeriod: certain(5), perThousandSpent: certain(2), perLead: certain(0.5), perCustomer: certain(3) },
    };
    const direct = priced({ unit: 'cpl', amount: certain(50) }, [step('lead', 'customer', 0.2)], {
      plan: [2000, 0],
      hours,
    });
    const { totals, channels } = firstDraw(
      scenario({ direct }, { ...weeks(2), resources: { sales: { hourlyCost: certain(40) } } }),
    );
    // 2 periods × 5, 2 thousand × 2, 40 leads × 0.5, 8 customers × 3
    expect(totals.hours).toBeCloseTo(10 + 4 + 20 + 24, 10);
    expect(channels['direct']!.peopleCost).toBeCloseTo(58 * 40, 10);
    expect(totals.cost).toBeCloseTo(2000 + 2320, 10);
  });

  const sells = (perHour: number, plan: number) =>
    channel({
      plan: [plan],
      value: { orderValue: certain(2 * perHour) },
      hours: { sales: { perCustomer: certain(2) } },
    });

  it('in limited supply serve the most profitable hours first', () => {
    const channels = { slow: sells(10, 30), good: sells(50, 20), fair: sells(20, 25) };
    const { channels: of } = firstDraw(scenario(channels, { resources: { sales: { capacity: certain(70) } } }));
    // 70 hours serve 35 customers: all 20 of good, 15 of the 25 of fair, none of slow
    expect(of['good']!.customers).toEqual([20]);
    expect(of['fair']!.customers[0]).toBeCloseTo(15, 10);
    expect(of['slow']!.customers).toEqual([0]);
    expect(of['slow']!.media).toBe(30);
  });

  it('in limited supply change the order when a shock changes what customers are worth', () => {
    const flop = { multiply: [{ channel: 'good', what: 'value', factor: certain(0.1) }], switchOff: [] } as const;
    const given = scenario(
      { good: sells(50, 20), fair: sells(20, 25) },
      { resources: { sales: { capacity: certain(70) } }, stresses: { flop } },
    );
    const { channels } = firstDraw(given, ['flop']);
    // An hour of good brings 5, of fair 20: fair takes 50 of the 70 hours, good has 20 for 10 customers
    expect(channels['fair']!.customers).toEqual([25]);
    expect(channels['good']!.customers[0]).toBeCloseTo(10, 10);
  });

  it('in limited supply work their fixed hours first, and lost leads cost nothing', () => {
    const direct = priced({ unit: 'cpl', amount: certain(10) }, [step('lead', 'customer', 0.5)], {
      plan: [1000],
      value: { orderValue: certain(100) },
      costPerLead: certain(3),
      hours: { sales: { perPeriod: certain(20), perLead: certain(1), perCustomer: certain(1) } },
    });
    const { totals } = firstDraw(scenario({ direct }, { resources: { sales: { capacity: certain(80) } } }));
    // 60 hours are left; a lead takes 1 + 0.5 × 1 = 1.5 hours: 40 of the 100 leads are served
    expect(totals.leads).toBeCloseTo(40, 10);
    expect(totals.lostLeads).toBeCloseTo(60, 10);
    expect(totals.customers).toBeCloseTo(20, 10);
    expect(totals.cost).toBeCloseTo(1000 + 40 * 3, 10);
    expect(totals.hours).toBeCloseTo(80, 10);
  });

  it('that there are none of serve no one', () => {
    const { totals } = firstDraw(scenario({ good: sells(50, 20) }, { resources: { sales: { capacity: certain(0) } } }));
    expect(totals.customers).toBe(0);
    expect(totals.profit).toBe(-20);
  });
});

describe('what a plan costs', () => {
  it('includes the fee of an agency on top of media', () => {
    const search = channel({ plan: [200], fee: certain(0.08) });
    expect(firstDraw(scenario({ search })).totals.cost).toBeCloseTo(216, 10);
  });

  it('includes fixed costs and fixed hours of channels in use only', () => {
    const own = { fixedCost: certain(70), hours: { crew: { perPeriod: certain(3) } } };
    const used = channel({ ...own, plan: [0, 10] });
    const idle = channel({ ...own, plan: [0, 0] });
    const { channels } = firstDraw(
      scenario({ used, idle }, { ...weeks(2), resources: { crew: { hourlyCost: certain(10) } } }),
    );
    expect(channels['used']!.cost).toBeCloseTo(10 + 70 + 2 * 3 * 10, 10);
    expect(channels['idle']!.cost).toBe(0);
    expect(channels['used']!.profit[0]).toBeCloseTo(-70 - 30, 10); // the fixed cost falls in the first period
  });
});

describe('present value', () => {
  it('counts later periods less, the first in full, and media as it is paid', () => {
    const search = channel({ plan: [100, 100], value: { orderValue: certain(3), grossMargin: certain(0.5) } });
    const { totals, channels } = firstDraw(
      scenario({ search }, { horizon: { periods: 2, unit: 'quarter' }, value: { discountRate: 0.2 } }),
    );
    // One quarter is worth 1.2^-0.25 = 0.95544279; a period earns 300 × 0.5 - 100 = 50
    expect(channels['search']!.profit[1]).toBeCloseTo(47.7721396, 6);
    expect(totals.profit).toBeCloseTo(97.7721396, 6);
    expect(totals.revenue).toBeCloseTo(586.632838, 5);
    expect(totals.spend).toBe(200);
    expect(totals.cost).toBeCloseTo(195.544279, 5);
  });

  it('discounts what comes after the plan as well', () => {
    const tv = channel({ plan: [100], carryover: geometric(0.5) });
    const { totals } = firstDraw(
      scenario(
        { tv },
        { horizon: { periods: 1, unit: 'year', tail: 1 }, value: { orderValue: certain(1), discountRate: 0.25 } },
      ),
    );
    expect(totals.tailProfit).toBeCloseTo(20, 10); // 25 / 1.25
  });
});

describe('customers who come without spend', () => {
  it('are counted by period and season, with what they are worth and what they cost', () => {
    const value = {
      orderValue: certain(50),
      grossMargin: certain(0.4),
      returns: certain(0.1),
      serviceCost: certain(2),
      referral: { rate: certain(0.2), cap: 1 },
    };
    const baseline = { customers: certain(10), season: { kind: 'list', values: [1, 1.5] } } as const;
    const { totals, channels } = firstDraw(
      scenario({ idle: channel({ plan: [0, 0] }) }, { ...weeks(2), value, baseline }),
    );
    // 25 customers × 50 × 0.9 = 1125; × 0.4 = 450; less 25 × 2. They refer no one.
    expect(totals.customers).toBeCloseTo(25, 10);
    expect(totals.revenue).toBeCloseTo(1125, 10);
    expect(totals.profit).toBeCloseTo(400, 10);
    expect(totals.cost).toBeCloseTo(50, 10);
    expect(totals.referred).toBe(0);
    expect(channels['idle']!.customers).toEqual([0, 0]);
  });
});

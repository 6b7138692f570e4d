/** Scenarios for walks through the page: small, so that a run takes a moment. */

/** Two channels in one month. */
export const small = `apportion: 1
name: Two channels
currency: EUR
horizon: { periods: 1, unit: month }
budget: { total: 100k }
value: { orderValue: 80 to 120, grossMargin: 50% }
channels:
  search:
    price: { cpc: 0.8 to 1.2 }
    funnel: { clickToCustomer: 3% to 5% }
    response: { curve: exponential, scale: 40k to 90k }
    plan: 50k
  social:
    price: { cpc: 0.5 to 0.9 }
    funnel: { clickToCustomer: 1% to 3% }
    response: { curve: exponential, scale: 40k to 90k }
    plan: 50k
`;

/** The same in four weeks, so that every chart is there. */
export const weeks = small
  .replace('{ periods: 1, unit: month }', '{ periods: 4, unit: week }')
  .replace('total: 100k', 'total: 400k');

/** The minimum of one channel is above the whole budget. */
export const impossible = small.replace('plan: 50k\n  social', 'plan: 50k\n    limits: { min: 120k }\n  social');

/** Line 10 has a misspelt field, line 6 a number that is none. */
export const broken = small.replace('cpc: 0.8 to 1.2', 'cpk: 0.8 to 1.2').replace('80 to 120', 'eighty');

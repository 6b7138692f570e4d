/** Two channels over two weeks, with which finance can be reckoned by hand. */
// Search: 100 per week / 2 × 10 % = 5 customers, 500 of revenue, 250 of margin. Social: 50 / 1 × 4 % = 2, 200, 100.
export const twoWeeks = `apportion: 1
name: Two weeks
currency: EUR
horizon: { periods: 2, unit: week }
budget: { total: 300 }
value: { orderValue: 100, grossMargin: 50% }
channels:
  search: { price: { cpc: 2 }, funnel: { clickToCustomer: 10% }, plan: 100 }
  social: { price: { cpc: 1 }, funnel: { clickToCustomer: 4% }, plan: 50 }
`;

/**
 * The scenario that is timed: `channels` × `periods`, five uncertain quantities per channel, half of the channels with
 * an uncertain carry-over. Made by a rule, so that any size can be had.
 *
 * @param shared  what channels share: `segments` that fill up, `halo` of every fourth, the hours of `people`, or a `stock`
 */
export function benchScenario(channels, periods, shared = []) {
  const has = (what) => shared.includes(what);
  const goods = channels * periods;
  const lines = [
    'apportion: 1',
    `name: Benchmark ${channels} × ${periods}`,
    'currency: EUR',
    // What comes after the last period is left out, as a straightforward program would.
    `horizon: { periods: ${periods}, unit: week, tail: 0 }`,
    `budget: { total: ${channels * periods * 3000} }`,
    'value: { orderValue: 80 to 120, grossMargin: 60% }',
    ...(has('segments') ? ['segments: { young: { size: 20k to 40k }, old: { size: 30k to 60k } }'] : []),
    ...(has('people') ? ['resources: { sales: { capacity: 300 to 500, hourlyCost: 30 to 50 } }'] : []),
    ...(has('stock') ? [`resources: { goods: { stock: ${60 * goods} to ${120 * goods} } }`] : []),
    'channels:',
  ];
  for (let c = 0; c < channels; c++) {
    const [young, old] = c % 2 === 0 ? ['60% to 70%', '10% to 20%'] : ['30% to 40%', '50% to 60%'];
    lines.push(
      `  channel ${c + 1}:`,
      `    price: { cpc: ${(0.5 + 0.02 * c).toFixed(2)} to ${(1 + 0.04 * c).toFixed(2)} }`,
      '    funnel: { clickToCustomer: 2% to 5% }',
      `    response: { curve: exponential, scale: ${4000 + 500 * c} to ${9000 + 500 * c} }`,
      ...(c % 2 === 1 ? ['    carryover: { curve: geometric, retention: 10% to 50% }'] : []),
      ...(has('segments') ? [`    audience: { young: ${young}, old: ${old} }`] : []),
      ...(has('halo') && c % 4 === 0 ? [`    halo: { channel ${c + 2}: 5% to 15% }`] : []),
      ...(has('people') ? ['    hours: { sales: { perCustomer: 0.4 to 0.8 } }'] : []),
      ...(has('stock') ? ['    hours: { goods: { perCustomer: 1 } }'] : []),
      '    plan: 3000',
      '    limits: { max: 20000 }',
    );
  }
  return `${lines.join('\n')}\n`;
}

/**
 * The scenario that is timed: `channels` × `periods`, five uncertain quantities per channel, half of the channels with
 * an uncertain carry-over. Made by a rule, so that any size can be had.
 */
export function benchScenario(channels, periods) {
  const lines = [
    'apportion: 1',
    `name: Benchmark ${channels} × ${periods}`,
    'currency: EUR',
    // What comes after the last period is left out, as a straightforward program would.
    `horizon: { periods: ${periods}, unit: week, tail: 0 }`,
    `budget: { total: ${channels * periods * 3000} }`,
    'value: { orderValue: 80 to 120, grossMargin: 60% }',
    'channels:',
  ];
  for (let c = 0; c < channels; c++) {
    lines.push(
      `  channel ${c + 1}:`,
      `    price: { cpc: ${(0.5 + 0.02 * c).toFixed(2)} to ${(1 + 0.04 * c).toFixed(2)} }`,
      '    funnel: { clickToCustomer: 2% to 5% }',
      `    response: { curve: exponential, scale: ${4000 + 500 * c} to ${9000 + 500 * c} }`,
      ...(c % 2 === 1 ? ['    carryover: { curve: geometric, retention: 10% to 50% }'] : []),
      '    plan: 3000',
      '    limits: { max: 20000 }',
    );
  }
  return `${lines.join('\n')}\n`;
}

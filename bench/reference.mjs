/**
 * The scenario on which draws are judged, after the kernel that the design was measured with: seven uncertain numbers per
 * channel, correlated within it, a Hill curve and geometric carry-over.
 */
export function referenceScenario(channels, periods) {
  const lines = [];
  const correlations = [];
  for (let c = 0; c < channels; c++) {
    const name = `channel ${c + 1}`;
    const about = (middle, low, high, unit = '') =>
      `${(middle * low).toFixed(3)}${unit} to ${(middle * high).toFixed(3)}${unit}`;
    lines.push(
      `  ${name}:`,
      `    price: { cpm: ${about(4 + 1.5 * c, 0.8, 1.25)} }`,
      `    funnel: { impressionToClick: ${about(1.2 + 0.1 * c, 0.8, 1.22, '%')}, clickToCustomer: ${about(3 - 0.15 * c, 0.75, 1.3, '%')} }`,
      `    value: { orderValue: ${about(40 + 5 * c, 0.85, 1.18)} }`,
      `    response: { curve: hill, halfSaturation: ${15 + 2 * c}k to ${45 + 5 * c}k, slope: 0.7 / 0.9 / 1 }`,
      `    carryover: { curve: geometric, retention: ${10 + 5 * (c % 6)}% to ${35 + 6 * (c % 6)}% }`,
      '    plan: 20k',
    );
    const correlate = (a, b, rank) => correlations.push(`  - { of: [${name}.${a}, ${name}.${b}], rank: ${rank} }`);
    correlate('price.cpm', 'funnel.impressionToClick', 0.3);
    correlate('funnel.impressionToClick', 'funnel.clickToCustomer', -0.3);
    correlate('funnel.clickToCustomer', 'value.orderValue', 0.2);
    correlate('response.halfSaturation', 'carryover.retention', 0.2);
  }
  return `${[
    'apportion: 1',
    `name: Reference ${channels} × ${periods}`,
    'currency: EUR',
    `horizon: { periods: ${periods}, unit: week, tail: 0 }`,
    `budget: { total: ${channels * periods * 20}k }`,
    'value: { grossMargin: 100% }',
    'channels:',
    ...lines,
    'correlations:',
    ...correlations,
  ].join('\n')}\n`;
}

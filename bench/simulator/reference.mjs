/**
 * The reference model that all programs of `npm run bench` compute, of any size, made by a rule: as numbers for the
 * peers, and as a scenario for us.
 *
 * Per channel and draw seven uncertain numbers, correlated with each other (a Gaussian copula): price per thousand
 * impressions, click rate, conversion rate, value of a conversion, half saturation (in thousand impressions), slope
 * and retention. Then, with spend b and season g by period:
 *
 *   x_t = b_t / price;  a_t = x_t + retention · a_(t-1);  h_t = a_t^slope / (halfSaturation^slope + a_t^slope)
 *   conversions = sum over t of g_t · 1000 · reach · clickRate · conversionRate · h_t
 *   profit = sum over channels of value · conversions - all spend
 */

/** Rank correlation of each two numbers of a channel, and what that is for their normal scores. */
const RANK = 0.3;
const CORRELATION = 2 * Math.sin((Math.PI * RANK) / 6);

/** Sizes of the reference: channels and periods. */
export function referenceModel(channels, periods) {
  const wave = (c, t, period) => Math.sin((2 * Math.PI * (t + 1.7 * c)) / period);
  const model = {
    channels,
    periods,
    correlations: Array.from({ length: 7 }, (_, i) =>
      Array.from({ length: 7 }, (__, j) => (i === j ? 1 : CORRELATION)),
    ),
    /** Profit whose chance of being exceeded is asked. */
    target: 30_000 * channels,
    each: Array.from({ length: channels }, (_, c) => {
      const u = (0.618 * (c + 1)) % 1; // a different number for each channel, evenly spread
      return {
        price: { mu: round(Math.log(4 + 8 * u)), sigma: 0.25 },
        clickRate: { alpha: round(32 + 16 * u), beta: 3000 },
        conversionRate: { alpha: round(20 + 20 * u), beta: 900 },
        value: { mu: round(Math.log(60 + 60 * u)), sigma: 0.3 },
        halfSaturation: { mu: round(Math.log(1200 - 500 * u)), sigma: 0.4 },
        slope: { low: round(0.6 + 0.2 * u), likely: 1.2, high: 2.2 },
        retention: { alpha: 6, beta: 14 },
        reach: round(400 - 100 * u),
        spend: Array.from({ length: periods }, (__, t) => Math.round(5000 * (1 + 0.3 * wave(c, t, 8)))),
        season: Array.from({ length: periods }, (__, t) => round(1 + 0.2 * wave(c, t, 12))),
      };
    }),
  };
  return model;
}

/** The same in our format. A price of 1 as reference makes the currency of spend at work a thousand impressions. */
export function referenceScenario({ channels, periods, each, target }) {
  const total = each.flatMap(({ spend }) => spend).reduce((sum, amount) => sum + amount, 0);
  const lines = [
    'apportion: 1',
    `name: Reference ${channels} × ${periods}`,
    'currency: EUR',
    // What comes after the last period is left out, as in the formulas.
    `horizon: { periods: ${periods}, unit: week, tail: 0 }`,
    `budget: { total: ${total} }`,
    'value: { orderValue: 1, grossMargin: 100% }',
    'assumptions:',
    ...each.flatMap(({ clickRate, conversionRate }, c) => [
      `  clickRate${c}: { distribution: beta, alpha: ${clickRate.alpha}, beta: ${clickRate.beta} }`,
      `  conversionRate${c}: { distribution: beta, alpha: ${conversionRate.alpha}, beta: ${conversionRate.beta} }`,
    ]),
    `targets: [{ metric: profit, atLeast: ${target}, probability: 50% }]`,
    'channels:',
    ...each.flatMap((channel, c) => [
      `  c${c}:`,
      `    price: { cpm: ${lognormal(channel.price)}, reference: 1 }`,
      `    value: { orderValue: ${lognormal(channel.value)} }`,
      '    response:',
      '      curve: hill',
      `      halfSaturation: ${lognormal(channel.halfSaturation)}`,
      `      slope: ${Object.values(channel.slope).join(' / ')}`,
      `      ceiling: "= ${1000 * channel.reach} * clickRate${c} * conversionRate${c}"`,
      `    carryover: { curve: geometric, normalize: false, retention: ${beta(channel.retention)} }`,
      `    season: [${channel.season.join(', ')}]`,
      `    plan: [${channel.spend.join(', ')}]`,
    ]),
    'correlations:',
    ...each.map((_, c) => {
      const at = `channels.c${c}`;
      const ids = [
        `${at}.price.cpm`,
        `assumptions.clickRate${c}`,
        `assumptions.conversionRate${c}`,
        `${at}.value.orderValue`,
        `${at}.response.halfSaturation`,
        `${at}.response.slope`,
        `${at}.carryover.retention`,
      ];
      return `  - { of: [${ids.join(', ')}], rank: ${RANK} }`;
    }),
  ];
  return `${lines.join('\n')}\n`;
}

const lognormal = ({ mu, sigma }) => `{ distribution: lognormal, mu: ${mu}, sigma: ${sigma} }`;
const beta = ({ alpha, beta: b }) => `{ distribution: beta, alpha: ${alpha}, beta: ${b} }`;
const round = (x) => Math.round(1e4 * x) / 1e4;

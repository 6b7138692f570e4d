/**
 * The problems on which the optimizer is timed, as scenarios made by a rule. All split one budget under a cap for every
 * channel and period, with uncertain price, conversion, curve and, where there are several periods, retention.
 */
import { readScenario } from '../../dist/index.js';

/**
 * @typedef {object} Problem
 * @property {string} name
 * @property {number} channels
 * @property {number} periods
 * @property {number} draws  on which plans are searched
 * @property {'concave' | 'S-shaped'} curves
 * @property {boolean} overlap  whether the channels share two segments of limited size
 * @property {boolean} risk  whether the mean of the worst tenth of draws counts for half of the goal
 * @property {number} starts  of the local search it is compared with
 * @property {number} rounds  times that both are timed
 */

/** @type {Readonly<Problem>} */
const reference = {
  name: '20 × 12',
  channels: 20,
  periods: 12,
  draws: 4096,
  curves: 'concave',
  overlap: false,
  risk: false,
  starts: 1,
  rounds: 3,
};

const sShaped = { ...reference, name: '8 × 1, S-shaped', channels: 8, periods: 1, curves: 'S-shaped', starts: 10 };
const year = { ...reference, name: '20 × 52', periods: 52, rounds: 1 };

/** Against a local search: SLSQP. @type {readonly Problem[]} */
export const searched = [
  reference,
  { ...reference, name: '20 × 12, worst tenth', risk: true },
  { ...reference, name: '20 × 12, overlap', overlap: true },
  { ...reference, name: '20 × 12, overlap, worst tenth', overlap: true, risk: true },
  sShaped,
  { ...sShaped, name: '8 × 1, S-shaped, worst tenth', risk: true },
  year,
  { ...year, name: '20 × 52, worst tenth', risk: true },
];

/** Against all draws in one linear program. @type {readonly Problem[]} */
export const extensive = [
  { channels: 8, periods: 1, draws: 256 },
  { channels: 8, periods: 1, draws: 1024 },
  { channels: 8, periods: 1, draws: 4096 },
  { channels: 20, periods: 12, draws: 16 },
  { channels: 20, periods: 12, draws: 64 },
  { channels: 20, periods: 12, draws: 256 },
].map((size) => ({
  ...reference,
  ...size,
  name: `${size.channels} × ${size.periods}, worst tenth, in one program`,
  risk: true,
  rounds: 1,
}));

/** Share of draws that are the worst cases, and what their mean counts for. */
const RISK = { worst: 0.1, weight: 0.5 };

/** @param {Problem} problem  @returns {import('../../dist/domain.js').Scenario} */
export function scenarioOf(problem) {
  const { scenario } = readScenario(textOf(problem));
  return problem.risk ? { ...scenario, goal: { ...scenario.goal, risk: RISK } } : scenario;
}

/** Spend of every channel and period today: the even split. */
const TODAY = 3000;

function textOf({ name, channels, periods, curves, overlap }) {
  const cells = channels * periods;
  const lines = [
    'apportion: 1',
    `name: ${name}`,
    'currency: EUR',
    // What comes after the last period is left out, as in a program written for the comparison.
    `horizon: { periods: ${periods}, unit: week, tail: 0 }`,
    `budget: { total: ${cells * TODAY} }`,
    'value: { orderValue: 80 to 120, grossMargin: 60% }',
    // Demand peaks once, so that periods differ as channels do.
    ...(periods > 1 ? [`season: 1 + 0.5 * exp(-((t - ${0.8 * periods}) / ${0.1 * periods})^2)`] : []),
    ...(overlap ? ['segments:', `  young: { size: ${cells * 100} to ${cells * 200} }`] : []),
    ...(overlap ? [`  old: { size: ${cells * 200} to ${cells * 400} }`] : []),
    'goal: { maximize: profit }',
    'channels:',
  ];
  for (let c = 0; c < channels; c++) {
    // Spread out and shuffled: sizes of 1 to 10, prices of 1 to 3.
    const size = 1500 * 10 ** (((7 * c) % channels) / channels);
    const price = 0.35 * 3 ** (((3 * c) % channels) / channels);
    lines.push(
      `  channel ${c + 1}:`,
      `    price: { cpc: ${price.toFixed(3)} to ${(2 * price).toFixed(3)} }`,
      '    funnel: { clickToCustomer: 2% to 5% }',
      `    response: ${curves === 'concave' ? concave(size, c < channels / 2) : sCurve(size, 1.5 + 0.2 * c)}`,
      ...(periods > 1 ? [`    carryover: { curve: geometric, retention: ${10 + c}% to ${40 + c}% }`] : []),
      ...(overlap ? ['    audience: { young: 30% to 50%, old: 35% to 45% }'] : []),
      `    plan: ${TODAY}`,
      `    limits: { max: ${4 * TODAY} }`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** The first half of the channels is exponential: neighbours with the same curve can be computed together. */
function concave(size, exponential) {
  const range = `${size.toFixed(0)} to ${(2 * size).toFixed(0)}`;
  return exponential
    ? `{ curve: exponential, scale: ${range} }`
    : `{ curve: hill, halfSaturation: ${range}, slope: 1 }`;
}

/** The budget does not bring all channels past their bend. */
function sCurve(size, slope) {
  const range = `${size.toFixed(0)} to ${(2 * size).toFixed(0)}`;
  return `{ curve: hill, halfSaturation: ${range}, slope: ${slope.toFixed(1)} to ${(slope + 1).toFixed(1)} }`;
}

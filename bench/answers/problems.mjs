/**
 * Random problems that every allocator can be asked: a budget, one period, one Hill curve a channel and bounds on it, all
 * certain. S-curves come from the ranges that Robyn's own demonstration searches in: slopes of 0.5 to 3, half saturation
 * at 0.3 to 1 times the most that was ever spent.
 */
import { readScenario } from '../../dist/index.js';

/**
 * @typedef {object} Problem
 * @property {number} budget
 * @property {readonly { ceiling: number, half: number, slope: number, today: number, least: number, most: number }[]} channels
 *   `ceiling × spend^slope / (spend^slope + half^slope)` customers; money in whole units
 */

/** Slopes of curves, and how far a channel may move from what it gets today. */
export const KINDS = {
  'diminishing returns, from nothing to five times today': { slope: [0.5, 1], least: 0, most: 5 },
  'S-curves among them, within 30 % of today': { slope: [0.5, 3], least: 0.7, most: 1.3 },
  'S-curves among them, from nothing to five times today': { slope: [0.5, 3], least: 0, most: 5 },
};

/** @returns {readonly Problem[]} the same ones each time */
export function problems({ slope, least, most }, many, seed = 1) {
  const next = mulberry32(seed);
  const between = (low, high) => low + (high - low) * next();
  const spread = (low, high) => low * (high / low) ** next();
  return Array.from({ length: many }, () => {
    const channels = Array.from({ length: Math.floor(between(3, 13)) }, () => {
      const today = Math.round(spread(5_000, 100_000));
      const peak = today * between(1.2, 3);
      return {
        ceiling: (today / 50) * spread(0.5, 4),
        half: peak * between(0.3, 1),
        slope: between(...slope),
        today,
        least: Math.round(least * today),
        most: Math.round(most * today),
      };
    });
    return { channels, budget: channels.reduce((sum, { today }) => sum + today, 0) };
  });
}

/** @param {Problem} problem  @returns {import('../../dist/domain.js').Scenario} */
export function scenarioOf({ budget, channels }) {
  const text = {
    apportion: 1,
    name: 'what others would have answered',
    currency: 'EUR',
    horizon: { periods: 1, unit: 'month', tail: 0 },
    budget: { total: budget },
    goal: { maximize: 'customers' },
    value: { orderValue: 100, grossMargin: 1 },
    channels: Object.fromEntries(
      channels.map(({ ceiling, half, slope, today, least, most }, c) => [
        `channel ${c + 1}`,
        {
          response: { curve: 'hill', of: 'customers', ceiling, halfSaturation: half, slope },
          plan: today,
          limits: { min: least, max: most },
        },
      ]),
    ),
  };
  const { scenario, issues } = readScenario(JSON.stringify(text));
  if (scenario === undefined) throw new Error(issues.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return scenario;
}

/** Customers that a plan brings, by the formula. */
export function customers({ channels }, plan) {
  return channels.reduce((sum, { ceiling, half, slope }, c) => {
    const power = plan[c] ** slope;
    return sum + (ceiling * power) / (power + half ** slope);
  }, 0);
}

/** Tommy Ettinger's mulberry32 (public domain): enough for problems that only have to differ. */
function mulberry32(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), 1 | state);
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word;
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
}

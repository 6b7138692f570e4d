import { exp } from '../numeric/exp.ts';

/** A density over normal scores, summed in cells between which it is integrated exactly enough for 1e-13. */
export interface ScoreMasses {
  /** Largest logarithm of the density found, and what the density over e to this adds up to. */
  readonly peak: number;
  readonly total: number;
  /** Share of the mass below and above a score. */
  below(z: number): number;
  above(z: number): number;
  /** The score with a share `p` below it and `above` above. */
  scoreAt(p: number, above: number): number;
  moments(): ScoreMoments;
}

export interface ScoreMoments {
  readonly mean: number;
  readonly variance: number;
}

/** Scores beyond which nothing is looked for: before anything was seen, one case in 10^33 lies there. */
const FURTHEST_SCORE = 12;
/** What is e to this power less likely than the peak is left out. */
const DROP = 42;
const CELLS = 256;
const LOOKS = 64;

/** Nodes and weights of Gauss and Legendre's rule of order 8 on [-1, 1]; the others are their mirror image. */
const NODES = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363];
const WEIGHTS = [0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763];

/**
 * @param logAt   logarithm of a density over scores that rises to one peak and falls after it
 * @param toward  the peak lies between 0 and this score
 */
export function scoreMasses(logAt: (z: number) => number, toward: number): ScoreMasses {
  const mode = modeBetween(logAt, 0, Math.max(-FURTHEST_SCORE, Math.min(FURTHEST_SCORE, toward)));
  const peak = logAt(mode);
  if (!(peak > -Infinity)) throw new Error('nothing that is possible could have been observed so');
  const [low, high] = [endFrom(mode, -1), endFrom(mode, 1)];
  const width = (high - low) / CELLS;
  const densityAt = (z: number) => exp(logAt(z) - peak);

  const masses = Float64Array.from({ length: CELLS }, (_, k) => integral(low + k * width, low + (k + 1) * width));
  const [belows, aboves] = [new Float64Array(CELLS + 1), new Float64Array(CELLS + 1)];
  for (let k = 0; k < CELLS; k++) belows[k + 1] = belows[k]! + masses[k]!;
  for (let k = CELLS; k > 0; k--) aboves[k - 1] = aboves[k]! + masses[k - 1]!;
  const total = belows[CELLS]!;

  return {
    peak,
    total,
    below: (z) => massFrom(z, belows, 0) / total,
    above: (z) => massFrom(z, aboves, 1) / total,
    scoreAt(p, above) {
      const fromBelow = p <= 0.5;
      const wanted = Math.max(0, fromBelow ? p : above) * total;
      let [left, right] = [0, CELLS];
      // The cell with this much mass before it, told from the nearer end, where no digit is lost.
      while (right - left > 1) {
        const middle = (left + right) >>> 1;
        if (fromBelow ? belows[middle]! <= wanted : aboves[middle]! >= wanted) left = middle;
        else right = middle;
      }
      const rest = fromBelow ? wanted - belows[left]! : aboves[left]! - wanted;
      return scoreWithin(left, rest);
    },
    moments() {
      // About the peak: the mean may be many deviations from 0.
      const about = (power: (away: number) => number) => {
        let sum = 0;
        for (let k = 0; k < CELLS; k++) {
          sum += integral(low + k * width, low + (k + 1) * width, (z) => densityAt(z) * power(z - mode));
        }
        return sum / total;
      };
      const [first, second] = [about((away) => away), about((away) => away * away)];
      return { mean: mode + first, variance: second - first * first };
    },
  };

  /** Mass below `z`, or above it, from sums over whole cells. */
  function massFrom(z: number, sums: Float64Array, end: 0 | 1): number {
    if (z <= low) return sums[0]!;
    if (z >= high) return sums[CELLS]!;
    const cell = Math.min(CELLS - 1, Math.floor((z - low) / width));
    const start = low + cell * width;
    return end === 0 ? sums[cell]! + integral(start, z) : sums[cell + 1]! + integral(z, start + width);
  }

  /** The score in a cell with this much of the cell's mass below it: Newton's method, held within the cell. */
  function scoreWithin(cell: number, rest: number): number {
    const start = low + cell * width;
    let [least, most] = [start, start + width];
    let z = start + (masses[cell]! > 0 ? Math.min(1, rest / masses[cell]!) : 0) * width;
    for (let step = 0; step < 60; step++) {
      const excess = integral(start, z) - rest;
      if (excess > 0) most = z;
      else least = z;
      const newton = z - excess / densityAt(z);
      const next = newton >= least && newton <= most ? newton : (least + most) / 2;
      if (Math.abs(next - z) <= 1e-15 * Math.max(1, Math.abs(z))) return next;
      z = next;
    }
    return z;
  }

  function integral(from: number, to: number, of = densityAt): number {
    const [middle, half] = [(from + to) / 2, (to - from) / 2];
    let sum = 0;
    for (let k = 0; k < NODES.length; k++) {
      const away = half * NODES[k]!;
      sum += WEIGHTS[k]! * (of(middle - away) + of(middle + away));
    }
    return sum * half;
  }

  /** Where the density has dropped to nothing on one side. */
  function endFrom(start: number, side: 1 | -1): number {
    let [inside, outside] = [start, start];
    for (let step = 1e-6; Math.abs(outside) < FURTHEST_SCORE && logAt(outside) > peak - DROP; step *= 2) {
      inside = outside;
      outside += side * step;
    }
    for (let k = 0; k < 30; k++) {
      const middle = (inside + outside) / 2;
      if (logAt(middle) > peak - DROP) inside = middle;
      else outside = middle;
    }
    return outside;
  }
}

/** Where a function with one peak between two scores is the largest: looks all over, then narrows down. */
function modeBetween(logAt: (z: number) => number, a: number, b: number): number {
  const at = (k: number) => a + ((b - a) * k) / LOOKS;
  let best = 0;
  for (let k = 1; k <= LOOKS; k++) if (logAt(at(k)) > logAt(at(best))) best = k;
  let [left, right] = [at(Math.max(0, best - 1)), at(Math.min(LOOKS, best + 1))];
  for (let k = 0; k < 100 && right !== left; k++) {
    const [one, two] = [left + (right - left) / 3, right - (right - left) / 3];
    if (logAt(one) < logAt(two)) left = one;
    else right = two;
  }
  return (left + right) / 2;
}

import type { Carryover } from '../../src/domain.ts';

type Parameter = (name: string) => number;

/** Weight of each lag from 0 to the last, before normalizing, in a window of `lags`. */
function rawWeights(curve: string, of: Parameter, lags: number): number[] {
  const each = Array.from({ length: lags + 1 }, (_, lag) => lag);
  switch (curve) {
    case 'none':
      return each.map((lag) => (lag === 0 ? 1 : 0));
    case 'geometric':
      return each.map((lag) => of('retention') ** lag);
    case 'delayed':
      return each.map((lag) => of('retention') ** ((lag - of('peak')) ** 2));
    case 'binomial':
      return each.map((lag) => (1 - lag / (lags + 1)) ** (1 / of('persistence') - 1));
    case 'weibull-cdf': {
      let kept = 1;
      return each.map((lag) => (kept *= Math.exp(-((lag / of('scale')) ** of('shape')))));
    }
    case 'weibull-pdf': {
      const density = each.map((lag) => weibullDensity(lag + 1, of));
      const [least, most] = [Math.min(...density), Math.max(...density)];
      return most === least ? each.map((lag) => (lag === 0 ? 1 : 0)) : density.map((d) => (d - least) / (most - least));
    }
    default:
      throw new Error(`the oracle knows no carry-over ${curve}`);
  }
}

function weibullDensity(x: number, of: Parameter): number {
  const [k, scale] = [of('shape'), of('scale')];
  return (k / scale) * (x / scale) ** (k - 1) * Math.exp(-((x / scale) ** k));
}

/** Longer than any carry-over of the tests. */
const ENDLESS = 150;

/**
 * Weight of each lag. A geometric carry-over without `lags` has no end; others end with their window, which is `reach`
 * where the file gives none.
 */
export function weightsOf(carryover: Carryover, of: Parameter, reach: number): number[] {
  const endless = carryover.curve === 'geometric' || carryover.curve === 'none';
  const weights = rawWeights(carryover.curve, of, carryover.lags ?? (endless ? ENDLESS : reach));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return carryover.normalize && sum > 0 ? weights.map((weight) => weight / sum) : weights;
}

/** Lags after which less than 0.1 % of the effect is left, for one value of each parameter. */
export function reachOf(carryover: Carryover, of: Parameter): number {
  if (carryover.curve === 'binomial') return carryover.lags!;
  // The stretching of Weibull densities depends on the window; where they fade does not.
  const weights =
    carryover.curve === 'weibull-pdf'
      ? Array.from({ length: ENDLESS }, (_, lag) => weibullDensity(lag + 1, of))
      : rawWeights(carryover.curve, of, ENDLESS);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let lag = weights.length - 1;
  for (let left = 0; lag > 0; lag--) {
    left += weights[lag]!;
    if (left >= 1e-3 * sum) break;
  }
  return Math.min(lag, carryover.lags ?? Infinity);
}

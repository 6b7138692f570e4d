import type { Response } from '../../src/domain.ts';

/** Saturated effective spend, for one value of each parameter. */
export function saturated(response: Response, of: (name: string) => number, spend: number): number {
  switch (response.curve) {
    case 'linear':
      return spend;
    case 'exponential':
      return of('scale') * (1 - Math.exp(-spend / of('scale')));
    case 'michaelis-menten':
      return (of('halfSaturation') * spend) / (of('halfSaturation') + spend);
    case 'log':
      return of('scale') * Math.log(1 + spend / of('scale'));
    case 'tanh':
      return of('scale') * Math.tanh(spend / of('scale'));
    case 'hill':
      return hill(of('halfSaturation'), of('slope'), spend);
    case 'adbudg': {
      const added = hill(of('halfSaturation'), of('slope'), spend);
      return of('floor') * hillCeiling(of('halfSaturation'), of('slope')) + added;
    }
    case 'power': {
      const [exponent, reference] = [of('exponent'), of('reference')];
      return chordBelow(1e-6 * reference, spend, (a) => reference * (a / reference) ** exponent);
    }
    case 'table':
      return of('multiplier') * interpolated(response.points, spend);
    default:
      throw new Error(`the oracle knows no curve ${response.curve}`);
  }
}

/** Saturated spend as spend grows without end. */
export function ceilingOf(response: Response, of: (name: string) => number): number {
  switch (response.curve) {
    case 'exponential':
    case 'tanh':
      return of('scale');
    case 'michaelis-menten':
      return of('halfSaturation');
    case 'hill':
      return hillCeiling(of('halfSaturation'), of('slope'));
    default:
      throw new Error(`the oracle knows no ceiling of ${response.curve}`);
  }
}

function hill(half: number, slope: number, spend: number): number {
  const share = (a: number) => (a === 0 ? 0 : 1 / (1 + (half / a) ** slope));
  const ceiling = hillCeiling(half, slope);
  return slope < 1 ? chordBelow(1e-6 * half, spend, (a) => ceiling * share(a)) : ceiling * share(spend);
}

/** The ceiling that makes the best average of an S-shaped curve 1; half of what the first money reaches otherwise. */
function hillCeiling(half: number, slope: number): number {
  return slope > 1 ? half * slope * (slope - 1) ** (-(slope - 1) / slope) : half;
}

function chordBelow(end: number, spend: number, curve: (spend: number) => number): number {
  return spend < end ? (curve(end) * spend) / end : curve(spend);
}

function interpolated(points: Response['points'], spend: number): number {
  let [x0, y0] = [0, points[0]![0] === 0 ? points[0]![1]! : 0];
  for (const [x = 0, y = 0] of points) {
    if (x > spend) return y0 + ((y - y0) * (spend - x0)) / (x - x0);
    [x0, y0] = [x, y];
  }
  return y0;
}

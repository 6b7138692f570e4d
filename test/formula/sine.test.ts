import { describe, expect, it } from 'vitest';
import { cosine, sine } from '../../src/formula/sine.ts';

// mpmath, 40 digits: [x, sin(x), cos(x)]
const KNOWN: readonly (readonly [number, number, number])[] = [
  [0.1, 0.09983341664682815, 0.9950041652780258],
  [0.7853981633974483, 0.7071067811865475, Math.SQRT1_2],
  [1.5707963267948966, 1.0, 6.123233995736766e-17],
  [Math.PI, 1.2246467991473532e-16, -1.0],
  [10.0, -0.5440211108893698, -0.8390715290764524],
  [-22.0, 0.008851309290403876, -0.9999608263946371],
  [355.0, -3.014435335948845e-5, -0.999999999545659],
  [1000.5, 0.9952739571052135, 0.09710690144438526],
  [99999.9, 0.13533980676109594, -0.990799241373281],
  [52.0, 0.9866275920404853, -0.16299078079570548],
  [1e-9, 1e-9, 1.0],
  [260.0, 0.6832397038158508, -0.7301941571456378],
  [12345.678, -0.7040813137533816, 0.7101193587160628],
];

describe('sine and cosine', () => {
  it('are right to the last place, multiples of a quarter turn included', () => {
    for (const [x, sin, cos] of KNOWN) {
      expect(Math.abs(sine(x) - sin)).toBeLessThanOrEqual(3e-16 * Math.abs(sin));
      expect(Math.abs(cosine(x) - cos)).toBeLessThanOrEqual(3e-16 * Math.abs(cos));
    }
  });

  it('agree with this engine within 1e-15 up to 100,000', () => {
    let furthest = 0;
    for (let i = -50_000; i <= 50_000; i++) {
      const x = i * 1.99997;
      furthest = Math.max(furthest, Math.abs(sine(x) - Math.sin(x)), Math.abs(cosine(x) - Math.cos(x)));
    }
    expect(furthest).toBeLessThan(1e-15);
  });

  it('have no value where angles are too large to be told apart', () => {
    expect(sine(1e6)).toBeNaN();
    expect(cosine(Infinity)).toBeNaN();
    expect(sine(NaN)).toBeNaN();
  });
});

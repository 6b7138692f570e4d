import { describe, expect, it } from 'vitest';
import { shareDistinct, shareDistinctSlope } from '../../src/simulate/conditions/audience.ts';

describe('the share of people who are won for the first time', () => {
  // (u exp(-u) - 1 + exp(-u)) / u² with 60 digits (Python's decimal).
  it.each([
    [9e-5, -0.4999700010124757],
    [9.9e-5, -0.4999670012250927],
    [1e-4, -0.4999666679166633],
    [1.1e-4, -0.4999633348457879],
    [9e-4, -0.4997001012257046],
    [0.5, -0.3608160417241994],
    [3, -0.08898352516983825],
    [40, -0.000625],
  ])('falls at %d as it does with sixty digits', (u, slope) => {
    // What the series leaves out is u³ / 30, 3e-14 at its end; the quotient loses 1e-16 / u² of 1e-20, 1e-12 there.
    expect(Math.abs(shareDistinctSlope(u) - slope)).toBeLessThan(3e-12);
  });

  it('is one for nobody', () => {
    expect(shareDistinct(0)).toBe(1);
    // 1 - exp(-1/2), twice.
    expect(shareDistinct(0.5)).toBeCloseTo(0.7869386805747332, 15);
  });
});

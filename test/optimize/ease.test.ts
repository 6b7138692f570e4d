import { describe, expect, it } from 'vitest';
import { leastCount, leastEase } from '../../src/optimize/conflict/ease.ts';
import type { Field } from '../../src/optimize/conflict/field.ts';

const field = (number: number): Field => ({
  path: 'budget.total',
  of: { limit: { name: 'total budget', path: 'budget.total', terms: [], most: number }, side: 'most' },
  number,
  sign: 1,
});

async function eased(number: number, least: number) {
  const tried: number[] = [];
  const by = await leastEase(field(number), (move) => {
    tried.push(move);
    return Promise.resolve(move >= least);
  });
  return { by, tried };
}

describe('by how much a number has to move, where each try takes a search', () => {
  it.each([
    [1000, 123.4567, 123.46],
    [1000, 40, 40],
    [-1000, 123.4567, 123.46],
    [1000, 2_000_000, 2_000_000],
    [0, 0.0125, 0.0125],
  ])('of %d is the roundest number that is as near to enough: %d is told as %d', async (number, least, told) => {
    expect((await eased(number, least)).by).toBe(told);
  });

  it('is enough, and no further from what is than a ten-thousandth, also where no round number does', async () => {
    for (const least of [62.6, 71.93817, 99.99999, 100.00001, 187.654321, 249.9]) {
      const { by } = await eased(1000, least);
      expect(by).toBeGreaterThanOrEqual(least);
      // The last step of four is halved fourteen times: three of its quarters, over 16,384.
      expect(by! - least).toBeLessThanOrEqual((0.75 * 250) / 2 ** 14 + 1e-12);
    }
  });

  it('is none where the furthest move, 4^7 times the number, does not do', async () => {
    expect(await eased(10, 163_841)).toEqual({ by: undefined, tried: [163_840] });
    expect((await eased(10, 163_840)).by).toBe(163_840);
  });

  it('is looked for no further than 4^-6 of the number where any move does', async () => {
    const { by, tried } = await eased(4096, 0);
    // Down by fours from 4096 * 4^7 to 1, and by halves from there.
    expect(tried.slice(12, 16)).toEqual([4, 1, 0.5, 0.25]);
    expect(by).toBeLessThanOrEqual(1);
  });

  it('of a number of channels is the first that does, up to as many as there are', async () => {
    const atLeast = (least: number) => (by: number) => Promise.resolve(by >= least);
    expect(await leastCount(field(2), 5, atLeast(3))).toBe(3);
    expect(await leastCount(field(2), 5, atLeast(4))).toBeUndefined();
  });
});

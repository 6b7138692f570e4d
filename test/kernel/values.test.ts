import { expect, it } from 'vitest';
import { openKernel } from '../../src/kernel/kernel.ts';

const [PERIODS, DRAWS] = [3, 22];
const kernel = openKernel()!;
const draws = (of: (i: number) => number) => Float64Array.from({ length: DRAWS }, (_, i) => of(i));

/** What is added to a row of ones, where rows of worth stand at these addresses. */
function added(worth: readonly number[], scale: Float64Array): Float64Array {
  const stride = 8 * DRAWS;
  const value = kernel.put(Float64Array.from({ length: PERIODS * DRAWS }, (_, k) => Math.sqrt(k)));
  const to = kernel.put(draws(() => 1));
  const [rows, factors] = [kernel.putTable(worth), kernel.put(scale)];
  kernel.code.addValues(value, stride, stride, PERIODS, rows, factors, to, 0);
  return kernel.numbers().slice(to / 8, to / 8 + DRAWS);
}

it('adds what values are worth, whether one row is what all periods are worth or each has its own', () => {
  const worth = draws((i) => 1 / (i + 3));
  const one = kernel.put(worth);
  const scale = Float64Array.of(0.7, 0, 1.3);
  const byHand = draws((i) => {
    let sum = 1;
    for (const t of [0, 2]) sum += scale[t]! * worth[i]! * Math.sqrt(t * DRAWS + i);
    return sum;
  });
  expect(added([one, one, one], scale)).toEqual(byHand);
  expect(added([one, kernel.put(worth), one], scale)).toEqual(byHand);
});

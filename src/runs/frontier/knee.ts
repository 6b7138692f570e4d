import type { Frontier, FrontierBy } from '../../domain.ts';
import { isRise, stepBetween, type Standing } from './standing.ts';

/** A parabola from its start to its top, which bends everywhere alike, has 3. */
const CLEAR_BEND = 4;

/**
 * Where a frontier bends: the point furthest above the straight line from its first plan to its last, if what is paid up to
 * it brings at least four times as much per unit as what is paid after it. What is paid is mean, by risk, and money, by
 * budget; what it brings is mean of the worst cases, or mean.
 *
 * @param indices  points with plans, in order; by budget up to the one that earns the most
 */
export function kneeOf(
  by: FrontierBy,
  standings: ReadonlyMap<number, Standing>,
  indices: readonly number[],
): Frontier['knee'] {
  const [first, last] = [indices[0], indices.at(-1)];
  if (first === undefined || last === undefined || indices.length < 3) return undefined;
  const start = standings.get(first)!;
  const step = (from: number, to: number) => {
    const between = stepBetween(standings, from, to);
    return by === 'risk'
      ? { between, paid: -between.mean.value, brought: between.worstMean.value }
      : { between, paid: between.spend, brought: between.mean.value };
  };
  const whole = step(first, last);
  const gained = by === 'risk' ? whole.between.worstMean : whole.between.mean;
  if (!isRise(gained, (by === 'risk' ? start.worstMean : start.mean)[0]!) || !(whole.paid > 0)) return undefined;
  const height = (at: number) => {
    const { paid, brought } = step(first, at);
    return brought / whole.brought - paid / whole.paid;
  };
  const at = indices.slice(1, -1).reduce((best, k) => (height(k) > height(best) ? k : best));
  const [before, after] = [step(first, at), step(at, last)];
  const bends = before.brought * after.paid >= CLEAR_BEND * after.brought * before.paid;
  if (!(height(at) > 0) || !(after.paid > 0) || !bends) return undefined;
  return { at, before: before.between, after: after.between };
}

import type { Season } from '../../domain.ts';
import { compileFormula } from '../../formula/compile.ts';
import { namesOf } from '../../formula/expression.ts';

/**
 * The index of each of `count` periods; 1 throughout without a season. A list starts again at its end, a formula is
 * evaluated at t = 1, 2, … with T the number of periods of the plan.
 */
export function seasonIndex(season: Season | undefined, periods: number, count: number): Float64Array {
  if (season === undefined) return new Float64Array(count).fill(1);
  if (season.kind === 'list')
    return Float64Array.from({ length: count }, (_, t) => season.values[t % season.values.length]!);
  const evaluate = compileFormula(season.expression);
  const names = namesOf(season.expression);
  return Float64Array.from({ length: count }, (_, t) =>
    evaluate(names.map((name) => (name === 't' ? t + 1 : periods))),
  );
}

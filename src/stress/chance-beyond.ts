import type { Estimate } from '../domain.ts';
import type { Row } from '../domain/row.ts';
import { exp } from '../numeric/exp.ts';
import { keyOf } from '../random/key.ts';
import { normalScores, pointStream, REPLICATES } from '../random/points.ts';
import { fromReplicates } from '../simulate/tally/estimate.ts';
import type { ValuesAt } from './design-point.ts';

/**
 * How likely the figure is at or below `level`, from draws around the design point in place of the middle, each weighted by how
 * much more often it was drawn so than it is: far fewer are needed where the chance is small.
 *
 * @param draws  16 times a power of two
 * Source: Melchers, "Importance sampling in structural systems" (1989).
 */
export function chanceBeyond(
  valuesAt: ValuesAt,
  axes: readonly string[],
  centre: readonly number[],
  level: number,
  { seed, draws }: { readonly seed: string; readonly draws: number },
): Estimate {
  const key = keyOf(`${seed}, around the design point`);
  const shift = centre.reduce((sum, score) => sum + score * score, 0) / 2;
  const sums = new Float64Array(REPLICATES);
  for (let first = 0; first < draws; first += BATCH) {
    const count = Math.min(BATCH, draws - first);
    const own = axes.map((axis): Row => {
      const scores = new Float64Array(count);
      normalScores(pointStream(key, 'sobol', axis), first, count, scores);
      return scores;
    });
    const values = valuesAt(own.map((scores, k) => scores.map((score) => score + centre[k]!)));
    for (let i = 0; i < count; i++) {
      if (values[i]! > level) continue;
      // The ratio of the densities at u = own + centre: exp(-centre · own - |centre|² / 2).
      const along = own.reduce((sum, scores, k) => sum + scores[i]! * centre[k]!, 0);
      const replicate = (first + i) % REPLICATES;
      sums[replicate] = sums[replicate]! + exp(-along - shift);
    }
  }
  return fromReplicates(sums, draws);
}

/** Points evaluated at a time. */
const BATCH = 1024;

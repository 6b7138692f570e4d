import type { Model, Optimization, ResourceRise } from '../domain.ts';
import { magnitude } from '../numeric/digits.ts';
import { rowOf } from '../simulate/block/block.ts';
import { openSampler } from '../simulate/sample.ts';
import { meanOf } from '../simulate/tally/row-estimates.ts';
import { limitedResources, withMore } from './limited-resources.ts';
import type { RunOptions } from './run-options.ts';
import type { Engine } from './engine.ts';
import { search, searchDraws } from './search.ts';

/** Draws from which it is told how much there is of a resource. */
const LOOKED_AT = 512;
/** Any plan that reaches all that is asked is enough. */
const GAP = 0.5;
/** A rise is sought between these multiples of what there is. */
const LEAST = 1e-3;
const MOST = 4096;
/** Two rises this near to each other, as a share, are as good as one. */
const NEAR = 0.01;
/** Of more resources nothing is worked out: each takes a dozen searches. */
const MOST_RESOURCES = 4;

/**
 * How much more of each resource in limited supply alone would let a plan reach all that is asked, where none does; to a
 * hundredth, rounded up to three digits. Nothing of a resource of which no rise is enough. While a plan runs, nothing: what is past stays as it was.
 *
 * @param stressed  the model under each stress of which the worst counts
 */
export async function resourceRises(
  engine: Engine,
  model: Model,
  stressed: readonly Model[],
  found: Extract<Optimization, { readonly status: 'unreachable' }>,
  told: RunOptions,
): Promise<readonly ResourceRise[]> {
  const { onProgress: _, ...options } = told;
  const limited = limitedResources(model);
  if (model.settled > 0 || limited.length > MOST_RESOURCES) return [];
  const block = openSampler(model, { ...searchDraws(options), draws: LOOKED_AT }, 'plain').block(0, LOOKED_AT);
  const rises: ResourceRise[] = [];
  for (const { capacity, k } of limited) {
    const reaches = async (by: number) => {
      const more = { gap: GAP, from: found.nearest, stressed: stressed.map((world) => withMore(world, k, by)) };
      return 'plan' in (await search(engine, withMore(model, k, by), options, more));
    };
    const there = meanOf(rowOf(block, capacity)).value || 1;
    const by = await smallestRise(LEAST * there, MOST * there, reaches);
    const { name, inHours, over } = model.resources[k]!;
    if (by !== undefined) rises.push({ name, inHours, over, by });
  }
  return rises;
}

/** Undefined where the most is not enough. */
async function smallestRise(
  least: number,
  most: number,
  reaches: (by: number) => Promise<boolean>,
): Promise<number | undefined> {
  if (!(await reaches(most))) return undefined;
  let [short, enough] = [least, most];
  while (enough > short * (1 + NEAR)) {
    const middle = Math.sqrt(short * enough);
    if (await reaches(middle)) enough = middle;
    else short = middle;
  }
  const step = Number(`1e${magnitude(enough) - 2}`);
  const legible = Number((Math.ceil(enough / step) * step).toPrecision(3));
  return (await reaches(legible)) ? legible : enough;
}

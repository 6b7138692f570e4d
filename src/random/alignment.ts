import type { Alignment } from '../domain/draws.ts';
import type { CorrelationCluster } from './dependence.ts';
import type { Key } from './key.ts';
import { jointStream, MOST_DRAWS, pointStream, type PointStream } from './points.ts';
import { DIMENSIONS } from './sobol.ts';

/** Where the new coordinate along the direction is drawn. */
const AXIS = 'alignment';
/** What has to be added to scores along the direction, draw by draw. */
const SHIFT = 'alignment.shift';

/**
 * The scores e of aligned draws before they are moved, and the new coordinate u: all in one Sobol' set, as far as it has
 * dimensions, and u in the first, whose points are spread most evenly. Sources further on in the list, and those that the
 * alignment does not know, have points of their own.
 */
export function alignedStream(key: Key, { sources }: Alignment, id: string, draws = MOST_DRAWS): PointStream {
  const dimension = id === AXIS ? 0 : sources.indexOf(id) + 1;
  const joint = id === AXIS || (dimension > 0 && dimension < DIMENSIONS);
  return joint ? jointStream(key, id, dimension, draws) : pointStream(key, 'aligned', id, draws);
}

/**
 * How far scores are moved along the direction w: the shift u - w·e, as a mixture of u and the scores of all sources.
 * e + w (u - w·e) is e with its component along w exchanged for u, so the scores stay independent and normal, and whatever
 * depends on w·e alone is as evenly spread as one coordinate can be.
 *
 * A rotation of e that turns the first axis into w would do as well; but which scores it mixes hangs on which axis
 * comes first, while this changes little where w changes little.
 */
export function shiftOf({ sources, direction }: Alignment): CorrelationCluster {
  return {
    ids: [SHIFT],
    sources: [AXIS, ...sources],
    factor: Float64Array.of(1, ...direction.map((component) => -component)),
  };
}

/** A cluster whose sources are moved: the shift is one more of them, the last. */
export function moved({ ids, sources, factor }: CorrelationCluster, alignment: Alignment): CorrelationCluster {
  const direction = new Map(alignment.sources.map((id, k) => [id, alignment.direction[k]!]));
  const along = sources.map((id) => direction.get(id) ?? 0);
  const shares = ids.flatMap((_, member) => {
    const own = factor.subarray(member * sources.length, (member + 1) * sources.length);
    return [...own, own.reduce((sum, share, source) => sum + share * along[source]!, 0)];
  });
  return { ids, sources: [...sources, SHIFT], factor: Float64Array.from(shares) };
}

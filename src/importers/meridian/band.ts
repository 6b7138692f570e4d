import { max, minIndex } from 'd3-array';
import { metalogFromMeanAndInterval } from '../../distributions/elicit.ts';
import type { Row } from './rows.ts';

/** How uncertain a curve is. */
export interface Band {
  /** Ends of the 90 % interval of a factor of the whole curve whose mean is 1; absent where the report tells of none. */
  readonly ends?: readonly [number, number];
  /** Largest difference of the ends that the report has at other spends from `ends`. */
  readonly change: number;
}

/**
 * The 90 % interval of the report as one factor for the whole curve: as a share of the curve it hardly changes between
 * the bounds of spend.
 *
 * @param grid    rows of the curve
 * @param today   spend at which the interval is taken
 * @param bounds  least and largest spend between which it is compared
 */
export function bandOf(grid: readonly Row[], today: number, bounds: readonly [number, number]): Band {
  const intervals = grid.flatMap(({ spend, mean, interval }) =>
    interval === undefined || mean === 0 ? [] : [{ spend, low: interval[0] / mean, high: interval[1] / mean }],
  );
  const nearest = intervals[minIndex(intervals, ({ spend }) => Math.abs(spend - today))];
  if (nearest === undefined) return { change: 0 };
  const fits = metalogFromMeanAndInterval(1, nearest.low, nearest.high).ok;
  const changes = intervals
    .filter(({ spend }) => spend >= bounds[0] && spend <= bounds[1])
    .flatMap(({ low, high }) => [Math.abs(low - nearest.low), Math.abs(high - nearest.high)]);
  return { ...(fits ? { ends: [nearest.low, nearest.high] } : {}), change: max(changes) ?? 0 };
}

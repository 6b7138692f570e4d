import type { Estimate, FrontierStep } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import { REPLICATES } from '../../random/points.ts';
import { ofReplicates } from '../../simulate/tally/estimate.ts';
import { figuresOf, worstFigure, type SeriesFigures } from '../../simulate/summary/series-figures.ts';

/** What a plan reaches on the judging draws: of all of them first, then of each replicate. */
export interface Standing {
  readonly spend: number;
  readonly mean: readonly number[];
  readonly worstMean: readonly number[];
}

/** Standard errors by which a change must clear zero before it counts as one. */
const CLEAR = 2;
/** Changes below this share of the figures are rounding: of the search's limits, and of sums. */
const ROUNDING = 1e-7;

export function standingOf(spend: number, row: Row, worst: number): Standing {
  return standingFrom(spend, figuresOf(row, { quantiles: [], worst: [worst], chances: [] }), worst);
}

/** The same from figures of the draws. */
export function standingFrom(spend: number, figures: SeriesFigures, worst: number): Standing {
  const tail = worstFigure(figures, worst);
  return {
    spend,
    mean: [figures.mean.whole, ...figures.mean.replicates],
    worstMean: [tail.whole, ...tail.replicates],
  };
}

/** Both plans are judged on the same draws, and so are their replicates: what they share cancels. */
export function stepBetween(standings: ReadonlyMap<number, Standing>, from: number, to: number): FrontierStep {
  const [a, b] = [standings.get(from)!, standings.get(to)!];
  return {
    from,
    to,
    spend: b.spend - a.spend,
    mean: change(a.mean, b.mean),
    worstMean: change(a.worstMean, b.worstMean),
  };
}

/** Whether one plan is better than another in both of what the frontier trades, by more than noise. */
export function beats(by: 'risk' | 'budget', better: Standing, other: Standing): boolean {
  if (!isRise(change(other.mean, better.mean), other.mean[0]!)) return false;
  return by === 'risk'
    ? isRise(change(other.worstMean, better.worstMean), other.worstMean[0]!)
    : better.spend < other.spend * (1 - ROUNDING);
}

/** Whether a change of a figure is a rise by more than noise. */
export function isRise({ value, standardError }: Estimate, of: number): boolean {
  return value > Math.max(CLEAR * standardError, ROUNDING * Math.abs(of));
}

function change(before: readonly number[], after: readonly number[]): Estimate {
  const differences = after.map((value, k) => value - before[k]!);
  return ofReplicates(differences[0]!, differences.slice(1, 1 + REPLICATES));
}

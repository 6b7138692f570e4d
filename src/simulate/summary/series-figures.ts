/** What is wanted to know of a number that every draw has, and the answer: of all draws, and of each replicate. */
import type { Estimate, Target } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import { eased } from '../goal/target-figure.ts';
import { REPLICATES } from '../../random/points.ts';
import { quantileReplicates } from '../../statistics/quantile-replicates.ts';
import { quantileOf, worstMeanOf, type Ranked } from '../../statistics/ranked.ts';
import { rankingMemory } from '../../statistics/ranking-memory.ts';
import { ranked, type RankedReplicates, type RanksWanted } from '../../statistics/selection.ts';
import { worstReplicates } from '../../statistics/worst-replicates.ts';
import { certain, fromReplicates, ofReplicates } from '../tally/estimate.ts';
import { isCertain } from '../tally/row-estimates.ts';
import type { ReplicateSums } from '../tally/tally.ts';

export interface Wanted {
  /** Probabilities. */
  readonly quantiles: readonly number[];
  /** Shares of the lowest draws whose mean is wanted. */
  readonly worst: readonly number[];
  /** Ranges of which the chance is wanted. */
  readonly chances: readonly Band[];
  /**
   * No errors are wanted of quantiles: there is nothing in their `replicates`. The probabilities are further from each other than twice
   * `NEAR` of `statistics/windows.ts`.
   */
  readonly wholeOnly?: true;
}

/** Both ends belong to it. */
export interface Band {
  readonly atLeast: number;
  readonly atMost: number;
}

export interface SeriesFigures {
  readonly draws: number;
  /** Whether all draws have the same value. */
  readonly certain: boolean;
  readonly mean: Figure;
  readonly sd: Figure;
  readonly quantiles: readonly { readonly probability: number; readonly figure: Figure }[];
  readonly worst: readonly { readonly share: number; readonly figure: Figure }[];
  /** Draws in each band, by replicate. */
  readonly chances: readonly { readonly band: Band; readonly draws: ReplicateSums }[];
  /** Between them lie all draws but half a percent at either end; all of them where no more is known. */
  readonly ends: readonly [number, number];
  /** The quantiles of all draws may be so far off for being counted in cells: 0 where all draws were at hand. */
  readonly within: number;
}

export interface Figure {
  readonly whole: number;
  readonly replicates: readonly number[];
}

/** The share of draws beyond each of the `ends`. */
const BEYOND = 0.005;

/** Of how far draws are above what is asked: nothing is missing. */
export const NO_LESS: Band = { atLeast: 0, atMost: Infinity };

/** What a target, or a chance of reaching something, asks of a draw. */
export function bandOf(asked: Pick<Target, 'atLeast' | 'atMost'>): Band {
  const { atLeast = -Infinity, atMost = Infinity } = eased(asked);
  return { atLeast, atMost };
}

/**
 * From all draws.
 *
 * @param memory  to rank them in, for who has many series
 */
export function figuresOf(values: Row, wanted: Wanted, memory = rankingMemory()): SeriesFigures {
  const row = memory.row(values);
  const { whole, replicates, sums } = memory.steps.moments(row, REPLICATES);
  return {
    draws: row.length,
    certain: isCertain(row),
    mean: meanFigure(sums, row.length),
    sd: figure(whole.sd, (r) => replicates[r]!.sd),
    ...rankedFigures(ranked(row, REPLICATES, ranksOf(wanted), memory), wanted),
    chances: wanted.chances.map((band) => ({ band, draws: drawsIn(band, row) })),
    within: 0,
  };
}

function ranksOf({ quantiles, worst }: Wanted): RanksWanted {
  return { quantiles: [...quantiles, BEYOND, 1 - BEYOND], worst };
}

/** What depends on the order of values. */
export function rankedFigures(
  values: RankedReplicates,
  wanted: Wanted,
): Pick<SeriesFigures, 'quantiles' | 'worst' | 'ends'> {
  const { whole } = values;
  const ofQuantiles = wanted.wholeOnly === undefined ? quantileReplicates(values, wanted.quantiles) : [];
  return {
    quantiles: wanted.quantiles.map((probability, k) => ({
      probability,
      figure: { whole: quantileOf(whole, probability), replicates: ofQuantiles[k] ?? [] },
    })),
    worst: wanted.worst.map((share) => ({
      share,
      figure: { whole: worstMeanOf(whole, share), replicates: worstReplicates(values, share) },
    })),
    ends: endsOf(whole),
  };
}

/** See `ends` of {@link SeriesFigures}. */
export function endsOf(whole: Ranked): readonly [number, number] {
  return [whole.at(Math.floor(BEYOND * whole.count)), whole.at(Math.ceil((1 - BEYOND) * whole.count) - 1)];
}

export function figure(whole: number, ofReplicate: (replicate: number) => number): Figure {
  return { whole, replicates: Array.from({ length: REPLICATES }, (_, r) => ofReplicate(r)) };
}

/** Mean from sums by replicate. */
export function meanFigure(sums: ReplicateSums, draws: number): Figure {
  const perReplicate = draws / REPLICATES;
  return figure(sums.reduce((total, sum) => total + sum, 0) / draws, (r) => sums[r]! / perReplicate);
}

/** How many draws of each replicate lie in a band, where replicates take turns. */
export function drawsIn({ atLeast, atMost }: Band, row: Row): ReplicateSums {
  const counts = new Float64Array(REPLICATES);
  for (let from = 0; from < row.length; from += REPLICATES) {
    const many = Math.min(REPLICATES, row.length - from);
    for (let r = 0; r < many; r++) {
      // Added up rather than asked: nobody can tell which draws lie in it, and each wrong guess of the processor takes long.
      const value = row[from + r]!;
      counts[r] = counts[r]! + (Number(value >= atLeast) & Number(value <= atMost));
    }
  }
  return counts;
}

export function meanEstimate({ certain: isSure, mean }: SeriesFigures): Estimate {
  return isSure ? certain(mean.whole) : estimateOf(mean);
}

export function estimateOf({ whole, replicates }: Figure): Estimate {
  return ofReplicates(whole, replicates);
}

/** One of the quantiles that were wanted. */
export function quantileFigure({ quantiles }: SeriesFigures, probability: number): Figure {
  return asked(quantiles.find((one) => one.probability === probability)).figure;
}

/** One of the means of the worst draws that were wanted. */
export function worstFigure({ worst }: SeriesFigures, share: number): Figure {
  return asked(worst.find((one) => one.share === share)).figure;
}

/** One of the chances that were wanted. */
export function chanceEstimate({ chances, draws }: SeriesFigures, { atLeast, atMost }: Band): Estimate {
  const one = asked(chances.find(({ band }) => band.atLeast === atLeast && band.atMost === atMost));
  return fromReplicates(one.draws, draws);
}

function asked<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('a figure was not asked for');
  return found;
}

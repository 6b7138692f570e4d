import type { Estimate } from '../domain.ts';
import type { Row } from '../domain/row.ts';
import { meanOf } from '../simulate/tally/row-estimates.ts';
import { basisOf, scoresOf } from './basis.ts';
import { fitted } from './regression.ts';

/** The row with the largest mean. */
export function bestOf(rows: readonly Row[]): number {
  const means = rows.map((row) => row.reduce((sum, value) => sum + value, 0));
  return means.reduce((best, mean, k) => (mean > means[best]! ? k : best), 0);
}

/**
 * What choosing by signals is worth against choosing once for all: the figure of each plan is told from the signals by regression on half
 * of the replicates of the draws, and the plan that is best by it is taken in the other half, and the other way round. So no draw has
 * a say in its own choice: up to noise the value is one that can be had, never more.
 *
 * @param signals  what one would know, one number per draw each
 * @param rows     the figure of each plan, draw by draw
 * Source: Strong, Oakley and Brennan, "Estimating multiparameter partial expected value of perfect information from a
 * probabilistic sensitivity analysis sample: a nonparametric regression approach" (2014); halves as in cross-fitting,
 * Chernozhukov et al. (2018).
 */
export function ruleValue(signals: readonly Row[], rows: readonly Row[]): Estimate {
  return openRules(rows)(signals.map(scoresOf));
}

/** The same for many sets of signals about the same plans, given as their scores. */
export function openRules(rows: readonly Row[]): (scores: readonly Row[]) => Estimate {
  const best = bestOf(rows);
  const draws = rows[0]!.length;
  const others = rows.map((_, k) => k).filter((k) => k !== best);
  if (others.length === 0) return () => ({ value: 0, standardError: 0 });
  // Differences to the best plan: what all plans share is not to be told.
  const gains = others.map((k) => halvesOf(rows[k]!.map((value, i) => value - rows[best]![i]!)));
  return (scores) => {
    const halved = scores.map(halvesOf);
    const columns = HALVES.map((half) => basisOf(halved.map((own) => own[half]!)));
    const had = new Float64Array(draws);
    for (const half of HALVES) {
      const learned = gains.map((own) => own[1 - half]!);
      const told = fitted(columns[1 - half]!, learned, columns[half]!);
      for (let i = half, at = 0; i < draws; i += HALVES.length, at++) {
        let [most, choice] = [0, -1];
        for (let k = 0; k < others.length; k++) {
          if (told[k]![at]! > most) [most, choice] = [told[k]![at]!, k];
        }
        if (choice >= 0) had[i] = gains[choice]![half]![at]!;
      }
    }
    const { value, standardError } = meanOf(had);
    // One need not use a signal that does harm.
    return { value: Math.max(0, value), standardError };
  };
}

/** Draws take turns; so do replicates, whose number is even. */
const HALVES = [0, 1] as const;

function halvesOf(row: Row): readonly Row[] {
  return HALVES.map((half) => row.filter((_, i) => i % HALVES.length === half));
}

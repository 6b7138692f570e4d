/** The scale of scores: 1 is the worst, 5 the best. */
const LEAST = 1;
const MOST = 5;
/** Values that differ by a smaller share are the same but for rounding, which would be stretched over the whole scale. */
const ALIKE = 1e-9;

/** Where a value lies between the worst and the best of several, from 1 to 5; in the middle where they are all alike. */
export function scoreBetween(value: number, worst: number, best: number): number {
  if (Math.abs(best - worst) <= ALIKE * Math.max(Math.abs(best), Math.abs(worst))) return (LEAST + MOST) / 2;
  return Math.min(MOST, Math.max(LEAST, LEAST + ((MOST - LEAST) * (value - worst)) / (best - worst)));
}

/** The mean of the scores that are known, by their weights; undefined where none with a weight is. */
export function weightedScore(scores: readonly (number | undefined)[], weights: readonly number[]): number | undefined {
  let [sum, all] = [0, 0];
  scores.forEach((score, k) => {
    if (score === undefined) return;
    sum += weights[k]! * score;
    all += weights[k]!;
  });
  return all > 0 ? sum / all : undefined;
}

import type { Row } from '../domain/row.ts';

/** Of each candidate, draw by draw: its share in being the best, and what the best has more than it. */
export interface AgainstBest {
  /** 1 where it alone is the best, less where several are, 0 elsewhere. */
  readonly best: readonly Row[];
  /** 0 where it is the best. */
  readonly regret: readonly Row[];
}

/** @param rows  the figure of each candidate, one number per draw; more is better */
export function againstBest(rows: readonly Row[]): AgainstBest {
  const draws = rows[0]!.length;
  const best = rows.map(() => new Float64Array(draws));
  const regret = rows.map(() => new Float64Array(draws));
  for (let i = 0; i < draws; i++) {
    let most = -Infinity;
    for (const row of rows) most = Math.max(most, row[i]!);
    const winners = rows.reduce((count, row) => (row[i] === most ? count + 1 : count), 0);
    rows.forEach((row, k) => {
      best[k]![i] = row[i] === most ? 1 / winners : 0;
      regret[k]![i] = most - row[i]!;
    });
  }
  return { best, regret };
}

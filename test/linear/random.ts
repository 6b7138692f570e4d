import seedrandom from 'seedrandom';
import type { LinearProgram, RowInput } from '../../src/linear/program.ts';
import { rowsOf } from '../../src/linear/program.ts';

/** Random numbers of a test: the same every time. */
export interface Random {
  /** Uniform between two numbers. */
  between(low: number, high: number): number;
  /** A whole number from 0 to count - 1. */
  below(count: number): number;
  chance(share: number): boolean;
}

export function randomOf(seed: string): Random {
  const next = seedrandom(seed);
  return {
    between: (low, high) => low + (high - low) * next(),
    below: (count) => Math.floor(next() * count),
    chance: (share) => next() < share,
  };
}

export interface KnownProgram {
  readonly program: LinearProgram;
  readonly objective: number;
  /** Sum of the sizes of what is added up in the objective. */
  readonly size: number;
}

/**
 * A program built around its optimum: a point, multipliers, and limits and costs that make the two satisfy the
 * conditions of Karush, Kuhn and Tucker. Rows and columns then get units that differ by `spread` powers of ten.
 */
export function knownProgram(random: Random, columns: number, rows: number, spread: number): KnownProgram {
  const maximize = random.chance(0.5);
  const better = maximize ? 1 : -1;
  const point = Array.from({ length: columns }, () => random.between(-5, 10));
  const cost = new Float64Array(columns);
  const lower = new Float64Array(columns);
  const upper = new Float64Array(columns);
  for (let j = 0; j < columns; j++) {
    const slackBelow = random.chance(0.2) ? Infinity : random.between(0.5, 10);
    const slackAbove = random.chance(0.3) ? Infinity : random.between(0.5, 10);
    const place = random.below(3);
    // At a bound, the cost pushes against it; between bounds, it does not push.
    cost[j] = place === 0 ? 0 : better * (place === 1 ? 1 : -1) * random.between(0, 3);
    lower[j] = place === 2 ? point[j]! : point[j]! - slackBelow;
    upper[j] = place === 1 ? point[j]! : point[j]! + slackAbove;
  }
  const inputs: RowInput[] = [];
  for (let i = 0; i < rows; i++) {
    const terms = point.flatMap((_, j): [number, number][] => (random.chance(0.4) ? [[j, random.between(-3, 5)]] : []));
    const sum = terms.reduce((total, [j, a]) => total + a * point[j]!, 0);
    const kind = random.below(4);
    const push =
      kind === 0 ? 0 : random.between(0, 2) * (kind === 1 ? better : kind === 2 ? -better : random.between(-1, 1));
    for (const [j, a] of terms) cost[j]! += push * a;
    inputs.push({
      terms,
      lower: kind === 2 || kind === 3 ? sum : random.chance(0.5) ? -Infinity : sum - random.between(0, 5),
      upper: kind === 1 || kind === 3 ? sum : random.chance(0.5) ? Infinity : sum + random.between(0, 5),
    });
  }
  const unit = (): number => 10 ** random.between(-spread, spread);
  const columnUnits = Float64Array.from(point, unit);
  const scaled = inputs.map(({ terms, lower: low, upper: high }): RowInput => {
    const rowUnit = unit();
    return {
      terms: terms.map(([j, a]) => [j, (a * rowUnit) / columnUnits[j]!]),
      lower: low! * rowUnit,
      upper: high! * rowUnit,
    };
  });
  const money = unit();
  return {
    program: {
      sense: maximize ? 'maximize' : 'minimize',
      columns: {
        cost: cost.map((c, j) => (c * money) / columnUnits[j]!),
        lower: lower.map((bound, j) => bound * columnUnits[j]!),
        upper: upper.map((bound, j) => bound * columnUnits[j]!),
      },
      rows: rowsOf(scaled),
    },
    objective: cost.reduce((sum, c, j) => sum + c * point[j]!, 0) * money,
    size: cost.reduce((sum, c, j) => sum + Math.abs(c * point[j]!), 0) * money,
  };
}

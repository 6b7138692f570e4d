/**
 * Why a program has no solution: a proof by arithmetic, and from it the fewest limits that clash.
 *
 * HiGHS can name clashing limits too; this works the same with any solver, does not rest on how a run ended, and every
 * step of it is proven.
 */
import { dualBound } from './bound.ts';
import { withRowsWhere } from './edit.ts';
import { elastic } from './elastic.ts';
import { type Prover, optimum } from './prover.ts';
import type { LinearProgram } from './program.ts';
import { type Scaling, TOLERANCE } from './scale.ts';
import { scalingOf } from './scaling.ts';
import type { Limit, LinearPoint } from './solution.ts';
import { isTakenForGranted, limitAt } from './validate.ts';

/**
 * Multipliers of the rows whose combination no point within the column bounds can satisfy (Farkas): what the limits
 * with a multiplier allow in sum is less than nothing.
 */
export interface Contradiction extends Pick<LinearPoint, 'rowDuals' | 'reducedCosts'> {
  readonly status: 'infeasible';
}

/**
 * Whether a program without integer columns and crossed ranges has any point at all; undefined when that cannot be
 * told. The rows give way at a price, and the duals of the cheapest way are the multipliers of the proof.
 */
export function feasibilityOf(
  program: LinearProgram,
  prover: Prover,
): Contradiction | { readonly status: 'feasible' } | undefined {
  const scaling = unitsOf(program);
  const relaxed = elastic(program, (limit) => rowPrice(limit, scaling));
  const cheapest = optimum(relaxed.program, prover);
  if (cheapest === undefined) return undefined;
  const multipliers = new Float64Array(program.rows.lower.length);
  for (const [k, row] of relaxed.origins.entries()) multipliers[row!]! += cheapest.rowDuals[k]!;
  const found = contradictionBy(multipliers, program, scaling);
  if (found !== undefined) return found;
  return cheapest.objective <= TOLERANCE * (1 + multipliers.length) ? { status: 'feasible' } : undefined;
}

/**
 * The limits of a contradiction, thinned out: one after the other is dropped for good when the rest still clashes
 * provably. What remains clashes as a whole, and without any one of it no longer does.
 */
export function conflictOf(program: LinearProgram, found: Contradiction, prover: Prover): readonly Limit[] {
  const weighty = limitsOf(program, found, TOLERANCE);
  return thinned(program, weighty, prover) ?? thinned(program, limitsOf(program, found, 0), prover) ?? weighty;
}

/** Undefined when already the limits together do not clash provably. */
function thinned(program: LinearProgram, limits: readonly Limit[], prover: Prover): readonly Limit[] | undefined {
  const { stripped, rowOf } = onlyWith(program, limits);
  const { rows, columns } = stripped;
  const scaling = unitsOf(stripped);
  // Each row that is left has one side that is left, so it is one row here too, and the columns come first.
  const relaxed = elastic(stripped, (limit) => rowPrice(limit, scaling));
  const session = prover.open(relaxed.program);
  const lower = relaxed.program.columns.lower.slice();
  const upper = relaxed.program.columns.upper.slice();
  const set = ({ of, index, side }: Limit, value: number): void => {
    if (of === 'row') {
      const row = rowOf.get(index)!;
      rows[side][row] = value;
      session.setRowBounds(row, rows.lower[row]!, rows.upper[row]!);
    } else {
      columns[side][index] = value;
      (side === 'lower' ? lower : upper)[index] = value;
      session.setColumnBounds(lower, upper);
    }
  };
  const clashes = (): boolean => {
    const solution = session.solve(prover.options);
    return solution.status === 'optimal' && contradictionBy(solution.rowDuals, stripped, scaling) !== undefined;
  };
  try {
    if (!clashes()) return undefined;
    return limits.filter((limit) => {
      set(limit, limit.side === 'lower' ? -Infinity : Infinity);
      if (clashes()) return false;
      set(limit, limit.value);
      return true;
    });
  } finally {
    session.close();
  }
}

/** Whether the multipliers prove that there is no point: any point would have to be better than nothing at no cost. */
function contradictionBy(
  multipliers: Float64Array,
  program: LinearProgram,
  scaling: Scaling,
): Contradiction | undefined {
  const cost = new Float64Array(program.columns.cost.length);
  const goalless: LinearProgram = { ...program, sense: 'minimize', columns: { ...program.columns, cost } };
  const { bound, boundKind, rowDuals, reducedCosts } = dualBound(goalless, scaling, multipliers);
  const isProven = bound > (boundKind === 'proven' ? 0 : TOLERANCE);
  return isProven ? { status: 'infeasible', rowDuals, reducedCosts } : undefined;
}

/** The sides of ranges that the multipliers push against by more than `least`, in scaled units. */
function limitsOf(program: LinearProgram, { rowDuals, reducedCosts }: Contradiction, least: number): readonly Limit[] {
  const scaling = scalingOf(program);
  const limits: Limit[] = [];
  for (const [j, d] of reducedCosts.entries()) {
    const limit = limitAt(program, 'column', j, d > 0 ? 'lower' : 'upper');
    if (Math.abs(d) * scaling.columns[j]! <= least || !Number.isFinite(limit.value)) continue;
    if (!isTakenForGranted(limit)) limits.push(limit);
  }
  for (const [i, y] of rowDuals.entries()) {
    if (Math.abs(y) / scaling.rows[i]! > least) limits.push(limitAt(program, 'row', i, y > 0 ? 'lower' : 'upper'));
  }
  return limits;
}

/** The program with no other limits than these and what is taken for granted, and where its rows have gone. */
function onlyWith(program: LinearProgram, limits: readonly Limit[]) {
  const { columns, rows } = program;
  const only = (of: 'row' | 'column', side: 'lower' | 'upper'): Float64Array => {
    const named = new Set(limits.filter((limit) => limit.of === of && limit.side === side).map(({ index }) => index));
    const none = side === 'lower' ? -Infinity : Infinity;
    return (of === 'row' ? rows : columns)[side].map((value, index) =>
      named.has(index) || isTakenForGranted({ of, side, index, value }) ? value : none,
    );
  };
  const kept = limits.filter((limit) => limit.of === 'row').map((limit) => limit.index);
  const stripped = withRowsWhere(
    {
      sense: 'minimize',
      columns: { cost: columns.cost, lower: only('column', 'lower'), upper: only('column', 'upper') },
      rows: { ...rows, lower: only('row', 'lower'), upper: only('row', 'upper') },
    },
    (row) => kept.includes(row),
  );
  return { stripped, rowOf: new Map(kept.map((row, position) => [row, position])) };
}

/** Scaling without regard to the objective, which does not matter here. */
function unitsOf(program: LinearProgram): Scaling {
  return { ...scalingOf(program), objective: 1 };
}

/** Rows give way, each by its own unit; columns do not. */
function rowPrice({ of, index }: Limit, scaling: Scaling): number {
  return of === 'row' ? scaling.rows[index]! : Infinity;
}

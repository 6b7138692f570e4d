import type { LinearLimit, NonlinearLimit } from '../../domain.ts';
import { programBuilder, type ColumnInput, type LinearProgram, type RowInput } from '../../linear/program.ts';
import type { LinearSolver } from '../../linear/session.ts';
import { isReleased, type Release } from './releases.ts';
import { rowOfLimit } from '../spend-program.ts';

/** All limits on spend, linear and not, and who solves programs with them. */
export interface WholeProblem {
  readonly channels: number;
  readonly periods: number;
  /** Periods from the first that are past. */
  readonly settled: number;
  readonly limits: readonly LinearLimit[];
  readonly nonlinear: readonly NonlinearLimit[];
  readonly solvers: readonly LinearSolver[];
}

/** What is sought beside spend: how far a number moves. */
export interface Move extends ColumnInput {
  /** How far the limits have been moved already. */
  readonly from: number;
  /** What a unit of it adds to the sum of a limit, or to a number of channels that may be used, or takes off a least amount. */
  readonly coefficientOf: (limit: LinearLimit | NonlinearLimit) => number;
}

/** So many times the largest money that any limit speaks of is more than any amount in a plan that keeps them. */
const ROOM = 10;

/** The most money that a limit speaks of, its bounds and least amounts. */
export function largestMoney({ limits, nonlinear }: Pick<WholeProblem, 'limits' | 'nonlinear'>): number {
  const amounts = nonlinear.map((limit) => (limit.kind === 'minimum if used' ? limit.amount : 0));
  const bounds = limits.flatMap(({ least = 0, most = 0 }) => [Math.abs(least), Math.abs(most)]);
  return Math.max(1, ...amounts, ...bounds);
}

/**
 * Any plan that keeps all limits, with moves of numbers and releases of limits at the least cost: columns are spend, then the moves, then
 * whole numbers for releases and for what is used. Concentration is kept along `directions` only, each of which it says less of than all: the spend by channel of plans
 * that were too concentrated.
 */
export function wholeProgram(
  problem: WholeProblem,
  moves: readonly Move[],
  releases: readonly Release[],
  directions: readonly Float64Array[],
): LinearProgram {
  const { channels, periods, settled, limits, nonlinear } = problem;
  const size = channels * periods;
  const builder = programBuilder('minimize');
  for (let k = 0; k < size; k++) builder.addColumn({});
  const moved = moves.map((move) => builder.addColumn(move));
  const released = releases.map(({ cost }) => builder.addColumn({ cost, upper: 1, integer: true }));
  const most = ROOM * largestMoney(problem);
  /** A row that moves of numbers change, by how far they go beyond those made already. */
  const addRow = (limit: LinearLimit | NonlinearLimit, { terms, lower = -Infinity, upper = Infinity }: RowInput) => {
    const changes = moves.map(({ coefficientOf }) => coefficientOf(limit));
    const made = changes.reduce((sum, coefficient, k) => sum + coefficient * moves[k]!.from, 0);
    const ofMoves = changes.flatMap((coefficient, k) => (coefficient === 0 ? [] : [[moved[k]!, coefficient] as const]));
    builder.addRow({ terms: [...terms, ...ofMoves], lower: lower + made, upper: upper + made });
  };
  for (const limit of limits) {
    const { terms, lower = -Infinity, upper = Infinity } = rowOfLimit(limit, periods);
    const room = released.filter((_, k) => isReleased(limit, releases[k]!));
    const after = (by: number) => [...terms, ...room.map((column) => [column, by] as const)];
    addRow(limit, { terms: after(most), lower, ...(room.length === 0 ? { upper } : {}) });
    if (room.length > 0) addRow(limit, { terms: after(-most), upper });
  }
  releases.forEach(({ of, after }, k) => {
    const inner = releases.findIndex((one) => one.of === of && one.period === after);
    if (after !== undefined)
      builder.addRow({
        terms: [
          [released[k]!, 1],
          [released[inner]!, -1],
        ],
        upper: 0,
      });
  });
  /** 1 where anything is spent in these columns. */
  const useOf = (columns: readonly number[]): number => {
    const use = builder.addColumn({ upper: 1, integer: true });
    builder.addRow({ terms: [...columns.map((k) => [k, 1] as const), [use, -most]], upper: 0 });
    return use;
  };
  const uses = new Map<number, number>();
  const columnsOf = (channel: number) => Array.from({ length: periods }, (_, t) => channel * periods + t);
  for (const limit of nonlinear) {
    if (limit.kind === 'minimum if used') {
      for (const k of columnsOf(limit.channel).slice(settled)) {
        addRow(limit, {
          terms: [
            [k, 1],
            [useOf([k]), -limit.amount],
          ],
          lower: 0,
        });
      }
    } else if (limit.kind === 'most channels') {
      for (const c of limit.channels) if (!uses.has(c)) uses.set(c, useOf(columnsOf(c)));
      const counted = limit.channels.map((c) => [uses.get(c)!, 1] as const);
      addRow(limit, { terms: counted, upper: limit.most });
    } else {
      // The length of the spend by channel is at least its part along any direction.
      for (const direction of directions) {
        const along = Array.from(
          { length: size },
          (_, k) => [k, direction[Math.floor(k / periods)]! - Math.sqrt(limit.most)] as const,
        );
        addRow(limit, { terms: along, upper: 0 });
      }
    }
  }
  return builder.build();
}

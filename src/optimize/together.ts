import type { Repair } from '../domain.ts';
import { solveLinear } from '../linear/solve.ts';
import { sideOf } from './broken-limits.ts';
import { fieldsBehind, isExact, moved, movedKind, sidesOf, type Field } from './field.ts';
import { gainOf, isTooConcentrated, multiplies, neededAt, total } from './needed-move.ts';
import { inOrder, mostMove, NOTHING_LEFT } from './repairs.ts';
import { largestMoney, wholeProgram, type Move, type WholeProblem } from './whole-program.ts';

/** Rounds in which what spend multiplies is taken to first order around the plan before: most end after five. */
const MOST_ROUNDS = 40;
/** Rounds without a smaller set of changes after which it ends. */
const PATIENCE = 3;
/** A round that takes less than this share off the cost found none smaller. */
const WORTH_A_ROUND = 1e-6;
/** Seconds for one program with whole numbers, after which its best plan so far is taken. */
const LONGEST = 10;
/** Where a channel spends nothing today, what it multiplies is first taken to be this share of an even spread. */
const LEAST_START = 0.1;
/** An amount below this share of all money is rounding. */
const DUST = 1e-9;

/** How far each field moves, so that a plan which was met keeps all limits. */
interface Tried {
  readonly cost: number;
  readonly moves: readonly number[];
  /** Whether the program that it is from was solved to the end. */
  readonly isLeast: boolean;
}

/**
 * Changes that make a plan possible all together, of least sum in proportion to the numbers that are changed. The least there is where no
 * changed number multiplies spend; where one does (shares, ratios, steps as shares, concentration) it is sought: what it multiplies is taken
 * to first order around the plan before, until the plan does not change any more, so that another set may be smaller. A plan is at hand that keeps
 * all limits after the changes. Undefined where none is found.
 *
 * @param today  spend by column
 */
export function repairTogether(
  problem: WholeProblem,
  today: Float64Array,
): { readonly together: readonly Repair[]; readonly togetherIsLeast: boolean } | undefined {
  const { limits, nonlinear, settled } = problem;
  const ahead = limits.filter(({ terms }) => terms.some(({ period }) => period >= settled));
  const fields = fieldsBehind([...ahead.flatMap(sidesOf), ...nonlinear.map(sideOf)]).fields.filter(
    ({ number }) => number !== 0,
  );
  const best = cheapest(problem, fields, startOf(problem, today));
  if (best === undefined) return undefined;
  const together = inOrder(
    fields.flatMap((field, k): Repair[] => {
      const by = field.sign * best.moves[k]!;
      if (Math.abs(by) <= NOTHING_LEFT * Math.abs(field.number)) return [];
      // What is to be met to the unit may not be rounded: others were moved beside it.
      return [{ ...field.of, kind: 'change', by, ...(isExact(field.of.limit) ? { byAtMost: by } : {}) }];
    }),
  );
  // Nothing to change means that some plan keeps all limits but for rounding: there is nothing to tell.
  if (together.length === 0) return undefined;
  return { together, togetherIsLeast: best.isLeast && !fields.some((field) => multiplies(problem, field)) };
}

function isCurved({ nonlinear }: WholeProblem): boolean {
  return nonlinear.some(({ kind }) => kind === 'concentration');
}

/** Whether any plan keeps all limits, as far as programs with whole numbers tell. */
export function hasPlan(problem: WholeProblem): boolean {
  return cheapest(problem, [], new Float64Array(problem.channels * problem.periods)) !== undefined;
}

function cheapest(problem: WholeProblem, fields: readonly Field[], start: Float64Array): Tried | undefined {
  const size = problem.channels * problem.periods;
  const directions: Float64Array[] = [];
  let best: Tried | undefined;
  let before = start;
  let from = fields.map(() => 0);
  let idle = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const moves = fields.map((field, k): Move => ({
      from: from[k]!,
      cost: 1 / Math.abs(field.number),
      upper: mostMove(field),
      coefficientOf: (limit) => gainOf(problem, field, limit, before),
    }));
    const program = wholeProgram(movedBy(problem, fields, from), moves, directions);
    const solution = solveLinear(program, problem.solvers, { timeLimit: LONGEST });
    if (solution.status !== 'optimal' && solution.status !== 'stopped') break;
    const spend = withoutDust(solution.values.slice(0, size));
    const needed = fields.map((field, k) => neededAt(problem, field, Math.max(0, solution.values[size + k]!), spend));
    const cost = fields.reduce((sum, { number }, k) => sum + needed[k]! / Math.abs(number), 0);
    const isPlan = fields.length > 0 ? cost < Infinity : !isTooConcentrated(problem, spend);
    const isBetter = isPlan && !(cost >= (best?.cost ?? Infinity) * (1 - WORTH_A_ROUND));
    idle = isBetter ? 0 : idle + 1;
    if (best !== undefined && idle === PATIENCE) break;
    if (isBetter) best = { cost, moves: needed, isLeast: solution.status === 'optimal' };
    if (best !== undefined && !fields.some((field) => multiplies(problem, field))) break;
    if (isCurved(problem)) directions.push(directionOf(problem, spend));
    before = spend;
    from = fields.map((field, k) => (multiplies(problem, field) && needed[k]! < Infinity ? needed[k]! : 0));
  }
  return best;
}

/** The limits after moves of numbers that multiply spend. */
function movedBy(problem: WholeProblem, fields: readonly Field[], by: readonly number[]): WholeProblem {
  return fields.reduce((whole, field, k): WholeProblem => {
    const own = by[k]!;
    if (own === 0) return whole;
    const isOwn = ({ path }: { readonly path: string }) => path === field.path;
    return {
      ...whole,
      limits: whole.limits.map((limit) => (isOwn(limit) ? moved(limit, field, own) : limit)),
      nonlinear: whole.nonlinear.map((limit) => (isOwn(limit) ? movedKind(limit, own) : limit)),
    };
  }, problem);
}

/** Where a channel spends nothing today, a share of an even spread of the largest money there is. */
function startOf(problem: WholeProblem, today: Float64Array): Float64Array {
  const least = (LEAST_START * largestMoney(problem)) / today.length;
  return today.map((amount) => Math.max(amount, least));
}

function withoutDust(spend: Float64Array): Float64Array {
  const dust = DUST * total(spend);
  return spend.map((amount) => (amount <= dust ? 0 : amount));
}

/** Of length 1, by channel. */
function directionOf({ channels, periods }: WholeProblem, spend: Float64Array): Float64Array {
  const totals = Float64Array.from({ length: channels }, (_, c) =>
    total(spend.subarray(c * periods, (c + 1) * periods)),
  );
  const length = Math.sqrt(totals.reduce((sum, amount) => sum + amount * amount, 0));
  return length > 0 ? totals.map((amount) => amount / length) : totals;
}

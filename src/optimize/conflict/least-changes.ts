import { numberBehind } from '../../constraints/number-behind.ts';
import { solveLinear } from '../../linear/solve.ts';
import { moved, movedKind, type Field } from './field.ts';
import { gainOf, isTooConcentrated, multiplies, neededAt, total } from './needed-move.ts';
import { isReleased, type Release } from './releases.ts';
import { mostMove, NOTHING_LEFT } from './repairs.ts';
import { largestMoney, wholeProgram, type Move, type WholeProblem } from './whole-program.ts';

/** Rounds in which what spend multiplies is taken to first order around the plan before: most end after five. */
const MOST_ROUNDS = 40;
/** Rounds without a smaller set of changes after which it ends. */
const PATIENCE = 3;
/** A round that takes less than this share off the cost found none smaller. */
const WORTH_A_ROUND = 1e-6;
/** Seconds for one program with whole numbers, after which its best plan so far is taken. */
const LONGEST = 10;
/** Relative gap of such a program: what decides between periods that would do as well is above it. */
const GAP = 1e-6;
/** Where a channel spends nothing today, what it multiplies is first taken to be this share of an even spread. */
const LEAST_START = 0.1;
/** An amount below this share of all money is rounding. */
const DUST = 1e-9;

/** What may change, and from where. */
export interface Changeable {
  readonly fields: readonly Field[];
  readonly releases: readonly Release[];
  /** Spend by column. */
  readonly today: Float64Array;
}

/** How far each field moves, and which limits lose their force, so that a plan which was met keeps all others. */
export interface LeastChanges {
  readonly cost: number;
  readonly moves: readonly number[];
  readonly released: readonly Release[];
  /** Whether no other changes cost less, in proportion to the numbers that are changed. */
  readonly isLeast: boolean;
}

/**
 * The changes that cost least, of which each number's is in proportion to itself. What spend multiplies (shares, ratios, steps as shares,
 * concentration) is taken to first order around the plan before, until the plan does not change any more, so that others may cost
 * less. Undefined where none is found.
 */
export function leastChanges(problem: WholeProblem, changeable: Changeable): LeastChanges | undefined {
  const { fields } = changeable;
  const found = soughtChanges(problem, changeable);
  if (found === undefined) return undefined;
  // A move that is next to nothing is none, and the others have to do without it.
  const isTold = (by: number, field: Field) => by > NOTHING_LEFT * sizeOf(field, problem);
  const told = fields.filter((field, k) => isTold(found.moves[k]!, field));
  const anew = told.length < fields.length ? soughtChanges(problem, { ...changeable, fields: told }) : undefined;
  if (anew === undefined) return found;
  const moves = fields.map((field) => {
    const by = anew.moves[told.indexOf(field)] ?? 0;
    return isTold(by, field) ? by : 0;
  });
  return { ...anew, moves, isLeast: found.isLeast && anew.isLeast };
}

function soughtChanges(problem: WholeProblem, { fields, releases, today }: Changeable): LeastChanges | undefined {
  const size = problem.channels * problem.periods;
  const sizes = fields.map((field) => sizeOf(field, problem));
  const isSought = fields.some((field) => multiplies(problem, field));
  const held = {
    ...problem,
    nonlinear: problem.nonlinear.filter(({ path }) => !fields.some((one) => one.path === path)),
  };
  const directions: Float64Array[] = [];
  let best: LeastChanges | undefined;
  let before = startOf(problem, today);
  let from = fields.map(() => 0);
  let idle = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const moves = fields.map((field, k): Move => ({
      from: from[k]!,
      cost: 1 / sizes[k]!,
      upper: mostMove(field),
      coefficientOf: (limit) => gainOf(problem, field, limit, before),
    }));
    const program = wholeProgram(movedBy(problem, fields, from), moves, releases, directions);
    const solution = solveLinear(program, problem.solvers, { timeLimit: LONGEST, gap: GAP });
    if (solution.status !== 'optimal' && solution.status !== 'stopped') break;
    const spend = withoutDust(solution.values.slice(0, size));
    const released = releases.filter((_, k) => solution.values[size + fields.length + k]! > 0.5);
    const left = {
      ...problem,
      limits: problem.limits.filter((limit) => !released.some((one) => isReleased(limit, one))),
    };
    const needed = fields.map((field, k) => neededAt(left, field, Math.max(0, solution.values[size + k]!), spend));
    const cost =
      needed.reduce((sum, by, k) => sum + by / sizes[k]!, 0) + released.reduce((sum, one) => sum + one.cost, 0);
    const isPlan = cost < Infinity && !isTooConcentrated(held, spend);
    const isBetter = isPlan && !(cost >= (best?.cost ?? Infinity) * (1 - WORTH_A_ROUND));
    idle = isBetter ? 0 : idle + 1;
    if (best !== undefined && idle === PATIENCE) break;
    if (isBetter) {
      best = { cost, moves: needed, released, isLeast: solution.status === 'optimal' && !isSought };
    }
    if (best !== undefined && !isSought) break;
    if (problem.nonlinear.some(({ kind }) => kind === 'concentration')) directions.push(directionOf(problem, spend));
    before = spend;
    from = fields.map((field, k) => (multiplies(problem, field) && needed[k]! < Infinity ? needed[k]! : 0));
  }
  return best;
}

/** What a number is measured by: itself, or where it is 0 what there may be, an even spread of all money or the whole of a share. */
function sizeOf({ number, of }: Field, problem: WholeProblem): number {
  if (number !== 0) return Math.abs(number);
  return numberBehind(of)!.unit === 'money' ? evenSpread(problem) : 1;
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

/** Where a channel spends nothing today, a share of an even spread. */
function startOf(problem: WholeProblem, today: Float64Array): Float64Array {
  return today.map((amount) => Math.max(amount, LEAST_START * evenSpread(problem)));
}

/** Of the largest money there is, by channel and period. */
function evenSpread(problem: WholeProblem): number {
  return largestMoney(problem) / (problem.channels * problem.periods);
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

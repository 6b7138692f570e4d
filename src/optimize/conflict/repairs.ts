import { gainPerUnit, numberBehind } from '../../constraints/number-behind.ts';
import type { FieldChange, LimitSide, LinearLimit, Repair } from '../../domain.ts';
import { solveLinear } from '../../linear/solve.ts';
import { firstZero } from '../../numeric/first-zero.ts';
import { fieldsBehind, isExact, moved, type Field, type Switch } from './field.ts';
import { shareOpened } from './releases.ts';
import { withoutNothing } from './without-nothing.ts';
import { limitsProgram, type ExtraColumn, type LimitsProblem } from './limits-program.ts';

/**
 * The fields of the file of which one alone makes a plan possible, with the smallest change of each that does, or that it has to
 * be left out where no number in it does. A field holds wherever its limits do: its number moves in all of them at once.
 *
 * @param conflict  limits that cannot hold together: no change of another field would do
 * @param opening  of periods that a field closes, where it closes some and that is enough
 */
export function repairsOf(
  problem: LimitsProblem,
  conflict: readonly LimitSide[],
  opening: (of: Switch) => Repair | undefined,
): readonly Repair[] {
  const { fields, switches } = fieldsBehind(conflict);
  const repairs: Repair[] = [];
  const leaveOut = ({ path, of }: Switch) => {
    if (repairs.some(({ limit }) => limit.path === path)) return;
    const limits = problem.limits.filter((limit) => limit.path !== path);
    const { status } = solveLinear(limitsProgram({ ...problem, limits }), problem.solvers);
    if (status === 'optimal') repairs.push({ ...of, kind: 'leave out' });
  };
  for (const field of fields) {
    const change = changeOf(problem, field);
    if (change !== undefined) repairs.push({ ...field.of, ...change });
    else if (canBeLeftOut(field)) leaveOut(field);
  }
  for (const one of switches) {
    const open = opening(one);
    if (open === undefined) leaveOut(one);
    else repairs.push(open);
  }
  return inOrder(repairs);
}

/** A file needs a budget, of more than nothing; any other field may be missing. */
export function canBeLeftOut({ path }: Switch): boolean {
  return !path.startsWith('budget.');
}

/** The smallest change in proportion to its number first, or to the periods that the field names; what is to be left out last. */
export function inOrder(repairs: readonly Repair[]): readonly Repair[] {
  const share = (repair: Repair) => {
    if (repair.kind === 'leave out') return Infinity;
    if (repair.kind === 'open') return shareOpened(repair, repair.periods);
    return Math.abs(repair.by) / Math.abs(numberBehind(repair)!.number);
  };
  return repairs.toSorted((a, b) => (share(a) < share(b) ? -1 : share(a) > share(b) ? 1 : 0));
}

/** A number that solvers say is enough is so but for rounding. */
const ENOUGH = 1 + 1e-7;

/** Linear limits after a change of the file. */
export function afterRepair(limits: readonly LinearLimit[], repair: Repair): readonly LinearLimit[] {
  const { path } = repair.limit;
  if (repair.kind === 'leave out') return limits.filter((limit) => limit.path !== path);
  if (repair.kind === 'open') {
    return limits.filter((limit) => limit.path !== path || !repair.periods.includes(limit.terms[0]!.period + 1));
  }
  const field = { path, of: repair, number: numberBehind(repair)!.number, sign: repair.by < 0 ? -1 : 1 } as const;
  const by = Math.abs(repair.by) * (repair.byAtMost === undefined ? ENOUGH : 1);
  return limits.map((limit) => (limit.path === path ? moved(limit, field, by) : limit));
}

/** No more than this share of a budget is as good as nothing. */
const NO_BUDGET = 1e-3;

type Change = Extract<FieldChange, { readonly kind: 'change' }>;

/** Whoever moves a number so many times as far as it has to be does not ask how far it may be moved. */
const FAR = 4;
/** A number of which no more than this share would be left is to be 0: little spend tells no better what it is multiplied with. */
export const NOTHING_LEFT = 1e-6;

function changeOf(problem: LimitsProblem, field: Field): Change | undefined {
  const own = problem.limits.filter(({ path }) => path === field.path);
  const multiplies = own.some((limit) => gainPerUnit(limit).terms.length > 0);
  const least = multiplies ? smallestFactor(problem, field) : shift(problem, field, 'minimize');
  if (least === undefined || least <= 0) return undefined;
  if (least >= mostMove(field)) return undefined;
  if (multiplies && !leadsUp(problem, field, least * ENOUGH)) return undefined;
  const by = leavesNothing(field, least) ? field.number : least;
  const change = { kind: 'change', by: field.sign * by } as const;
  if (!own.some(isExact)) return change;
  const far = FAR * (by + Math.abs(field.number));
  const most = shift(problem, field, 'maximize', far) ?? by;
  return most < far ? { ...change, byAtMost: field.sign * Math.max(by, most) } : change;
}

/** How far a number may move: a plan of nothing keeps many limits, and is none that anyone asks for. */
export function mostMove(field: Field): number {
  return field.sign < 0 && !canBeLeftOut(field) ? field.number * (1 - NO_BUDGET) : Infinity;
}

/** Whether there is a plan after a number has moved, where multiples of nothing count as nothing. */
function leadsUp(problem: LimitsProblem, field: Field, by: number): boolean {
  const after = problem.limits.map((limit) => (limit.path === field.path ? moved(limit, field, by) : limit));
  const program = limitsProgram({ ...problem, limits: withoutNothing(after) });
  return solveLinear(program, problem.solvers).status === 'optimal';
}

function leavesNothing({ sign, number }: Field, by: number): boolean {
  return sign < 0 && Math.abs(by - number) <= NOTHING_LEFT * number;
}

/** The smallest, or largest, move of a number that only moves bounds, with which there is a plan. */
function shift(
  problem: LimitsProblem,
  field: Field,
  sense: 'minimize' | 'maximize',
  upper = Infinity,
): number | undefined {
  return bestOfColumn(problem, { upper, coefficientOf: shiftBy(field) }, sense);
}

/** What a move of a number takes off each limit, where it only moves bounds. */
function shiftBy({ path, sign }: Field): ExtraColumn['coefficientOf'] {
  return (limit) => (limit.path === path ? -sign * gainPerUnit(limit).bound : 0);
}

/**
 * The smallest move of a number that spend is multiplied with: its limits may be passed by some money, and the least that
 * this has to be falls to nothing as the number moves.
 */
function smallestFactor(problem: LimitsProblem, field: Field): number | undefined {
  const { limits } = problem;
  const money = Math.max(1, ...limits.flatMap(({ least = 0, most = 0 }) => [Math.abs(least), Math.abs(most)]));
  const sideOf = ({ path, most }: LinearLimit) => (path !== field.path ? 0 : most === undefined ? 1 : -1);
  const passed = (by: number): number | undefined => {
    const after = limits.map((limit) => (limit.path === field.path ? moved(limit, field, by) : limit));
    return bestOfColumn({ ...problem, limits: after }, { lower: -money, coefficientOf: sideOf }, 'minimize');
  };
  const today = passed(0);
  // Where others clash as well, no move of this number is enough.
  if (today === undefined || today <= 0) return undefined;
  return firstZero((by) => (passed(by) ?? today) / today, Math.abs(field.number) || 1);
}

/** The best value of a column of its own beside spend; undefined where there is no plan. */
function bestOfColumn(problem: LimitsProblem, column: ExtraColumn, sense: 'minimize' | 'maximize'): number | undefined {
  const solution = solveLinear(limitsProgram(problem, [column], sense), problem.solvers);
  return solution.status === 'optimal' ? solution.values[problem.size] : undefined;
}

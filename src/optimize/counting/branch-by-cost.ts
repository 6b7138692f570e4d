import { Cancelled } from '../../errors.ts';
import { branchAndBound, type BranchResult } from '../branch/branch.ts';
import type { StopSign } from '../stop-sign.ts';
import {
  coveringRow,
  firstPlaces,
  halvesOf,
  intervalsOf,
  isPossible,
  levelsAt,
  lessRounding,
  shareWithin,
  widestOf,
} from './boxes.ts';
import type { LevelDraws } from './level-draws.ts';
import type { LevelRow, Levels } from './levels.ts';
import { noneDecided, reachingAt, reachingWithin, type Decided, type Reaching } from './reaching.ts';

export interface CostInput<Found> {
  readonly levels: Levels;
  /** What what is fixed costs, and a unit of each level. */
  readonly costs: { readonly fixed: number; readonly perLevel: Float64Array };
  /** Figures that have to be at least so much, each in so many draws. */
  readonly chances: readonly { readonly draws: LevelDraws; readonly least: number; readonly needed: number }[];
  /** Whether the levels that are used may be, together. */
  readonly mayBeUsed: (used: readonly boolean[]) => boolean;
  /** A plan that has all that is asked; values are costs with their sign turned. */
  readonly known: { readonly value: number; readonly found: Found };
  readonly allowed: (value: number, found: Found) => number;
  /** A plan at these levels or near them, if it has all that is asked. */
  readonly look: (levels: Float64Array) => Promise<{ readonly value: number; readonly found: Found } | undefined>;
  readonly signal?: StopSign;
}

/** Draws times levels that are looked at, some seconds of them. */
const MOST_WORK = 5e7;
const MOST_PARTS = 20_000;
/** Parts in which the gap should become smaller by a twentieth at least. */
const PATIENCE = 2_000;

/** Part of the search space: a place of each level, and for each chance the draws of the part around it. */
interface Part {
  readonly places: readonly number[];
  readonly before: readonly Decided[];
}

/**
 * The least cost with which enough draws reach what is asked, by branch and bound over boxes of levels. In a box each draw has a least cost
 * with which it reaches that, with levels of its own choice; as many as are asked have to do so in one plan, which costs no less than the one of
 * them that costs most, and least of all where these are the cheapest ones.
 *
 * Source of the bound: quantiles of what single draws need, as in Ahmed, Luedtke, Song and Xie, "Nonanticipative duality, relaxations, and
 * formulations for chance-constrained stochastic programs" (2017).
 */
export async function branchByCost<Found>(input: CostInput<Found>): Promise<BranchResult<Found>> {
  const { levels, chances, costs, signal } = input;
  const row = costRow(levels, costs.perLevel);
  const leasts: number[] = [];
  for (const { draws, least } of chances) leasts.push(await lessRounding(levels, draws, least));
  const all = chances.map(({ draws }) => noneDecided(draws.draws));
  const workOfPart = levels.levels.length * chances.reduce((sum, { draws }) => sum + draws.draws, 0);
  return branchAndBound<Part | 'whole', Found>({
    root: 'whole',
    async solve(part, incumbent) {
      if (part === 'whole') {
        const ways = firstPlaces(levels, input.mayBeUsed);
        return { bound: Infinity, candidate: input.known, children: ways.map((places) => ({ places, before: all })) };
      }
      if (signal?.aborted === true) throw new Cancelled();
      const { places, before } = part;
      const own = await Promise.all(chances.map(({ draws }) => intervalsOf(draws, places)));
      const intervals = own[0]!;
      if (own.flat().some(({ doubtful }) => doubtful)) return { bound: Infinity, children: [] };
      if (!isPossible(levels.rows, intervals)) return { bound: -Infinity, children: [] };
      const reaching = chances.map(({ draws }, k) =>
        reachingWithin(before[k]!, draws.constant, own[k]!, row, leasts[k]!),
      );
      const atLeast = intervals.reduce((sum, { from }, l) => sum + costs.perLevel[l]! * from, costs.fixed);
      const dearest = reaching.map(({ sure, costs: of }, k) => leastOf(of, chances[k]!.needed - sure));
      const bound = 0 - atLeast - Math.max(...dearest);
      if (bound <= incumbent) return { bound, children: [] };
      const share = shareWithin(row, intervals);
      const seemsToReach = chances.every(({ draws, needed }, k) => {
        const { sure, open } = reaching[k]!;
        return sure + reachingAt(share, open, draws.constant, own[k]!, leasts[k]!) >= needed;
      });
      const at = levelsAt(share, intervals);
      const cost = at.reduce((sum, level, l) => sum + costs.perLevel[l]! * level, costs.fixed);
      const candidate = seemsToReach && 0 - cost > incumbent ? await input.look(at) : undefined;
      const cut = widestOf(places, intervals, together(reaching));
      return {
        bound,
        ...(candidate && { candidate }),
        children: cut === undefined ? [] : halvesOf(places, cut).map((half) => ({ places: half, before: reaching })),
      };
    },
    allowed: input.allowed,
    mostNodes: Math.min(MOST_PARTS, Math.floor(MOST_WORK / workOfPart)),
    patience: PATIENCE,
  });
}

/** What all levels cost, with the limit on it where there is one. */
function costRow(levels: Levels, coefficients: Float64Array): LevelRow {
  const covering = coveringRow(levels);
  const isSame = coefficients.every((cost, l) => cost === covering.coefficients[l]!);
  return isSame ? covering : { coefficients, least: -Infinity, most: Infinity };
}

/** The cost of the dearest of so many draws, the cheapest ones; Infinity where there are not so many. */
function leastOf(costs: Float64Array, needed: number): number {
  if (needed <= 0) return 0;
  return costs.toSorted()[needed - 1] ?? Infinity;
}

/** Spreads of figures in different units, each as shares of all of it. */
function together(reaching: readonly Reaching[]): Float64Array {
  const all = new Float64Array(reaching[0]!.spread.length);
  for (const { spread } of reaching) {
    const sum = spread.reduce((total, value) => total + value, 0);
    if (sum > 0) spread.forEach((value, l) => (all[l] = all[l]! + value / sum));
  }
  return all;
}

import { openLinear } from '../../linear/solve.ts';
import type { Figure } from '../../simulate/goal/figure.ts';
import { momentsOf } from '../../statistics/moments.ts';
import { drawsOf, type Ask } from '../asks.ts';
import { climb } from '../concave/climb.ts';
import { searchPlan, taskOf, type Outcome, type PlanSearch, outcomeIn, type NoPlan } from '../search-plan.ts';
import { unlessCancelled } from '../stop-sign.ts';
import { asDecided, planOf, problemOf } from '../task.ts';
import { provenChance } from './proven-chance.ts';
import { chanceOf } from './wish-results.ts';
import { goalFigure, goalOfAsk, type Wish } from './wishes.ts';

/** Shares of the worst draws whose mean is made as large as possible, to start from different plans. */
const SHARES = [0.03, 0.1, 0.2, 0.35, 0.5, 0.7, 1] as const;
/** Widths of the step that stands for reaching the figure or not, in standard deviations of the figure. */
const WIDTHS = [0.5, 0.2, 0.08] as const;
/** Starts are climbed from: nobody asks how good they can be at most, and little is gained by the best of them. */
const OF_STARTS = { mostNodes: 1, looser: 4 } as const;
const RADIUS = 0.1;
/** Of a chance: less is not worth a step. */
const SMALLEST_GAIN = 1e-4;
const MOST_STEPS = 25;

/**
 * The plan with the best chance that the goal's figure reaches `least`: a search, since a chance is no concave function
 * of spend. Starts are the plans with the best mean over the worst share of draws, for several shares; from the best of
 * them the chance itself is climbed, softened so that it has slopes. Undefined when no plan keeps the wishes.
 */
export async function bestChance(
  search: PlanSearch,
  wishes: readonly Wish[],
  least: number,
): Promise<Outcome | NoPlan> {
  const { model, simulator } = search;
  const figure = goalFigure(model.goal);
  const reachOf = async (spend: Float64Array) => {
    const values = await drawsOf(simulator, planOf(spend, model), figure);
    const count = values.reduce((sum, value) => sum + (value >= least ? 1 : 0), 0);
    return { chance: count / values.length, most: values.reduce((most, value) => Math.max(most, value), -Infinity) };
  };
  let best: { readonly found: Outcome; readonly chance: number; readonly most: number } | undefined;
  let [iterations, simulations] = [0, 0];
  let none: NoPlan = { proven: false };
  for (const share of SHARES) {
    if (best !== undefined && search.signal?.aborted) break;
    const ask: Ask = { kind: 'blend', world: 0, figure, mean: 0, worst: 1, share };
    const from = best === undefined ? search.from : best.found.spend;
    const brief = { ...search, mostNodes: OF_STARTS.mostNodes, tolerance: OF_STARTS.looser * search.tolerance };
    const searching = searchPlan({ ...brief, ...(from === undefined ? {} : { from }) }, wishes, goalOfAsk(model, ask));
    const answer = await (best === undefined ? searching : unlessCancelled(searching));
    const found = outcomeIn(answer);
    if (found === undefined) {
      if (answer !== undefined) none = answer as NoPlan;
      break;
    }
    iterations += found.iterations;
    simulations += found.simulations;
    const { chance, most } = await reachOf(found.spend);
    // Where no draw of any plan comes so far, the one that comes furthest in one is the nearest.
    const isNearer = best?.chance === 0 && chance === 0 && most > best.most;
    if (best === undefined || chance > best.chance || isNearer) best = { found, chance, most };
  }
  if (best === undefined) return none;
  const climbed = await climbChance(search, wishes, best.found.spend, { figure, least });
  // Searches of which nobody asks for the bound are short.
  const isAsked = search.mostNodes === undefined && climbed.chance < 1;
  const proven = isAsked ? await provenChance(search, wishes, climbed, { figure, least }) : undefined;
  const { spend, chance } = proven ?? climbed;
  const bound = proven?.bound ?? 1;
  return {
    ...best.found,
    spend,
    value: chance,
    bound,
    gap: bound - chance,
    boundKind: 'proven',
    // That no chance is above 1 is no proof.
    concave: bound < 1 || chance === 1,
    iterations,
    simulations,
  };
}

/**
 * From a plan to one near it in which a figure is more likely to be at least so much: the chance is softened so that it
 * has slopes, less and less, and climbed.
 */
export async function climbChance(
  search: PlanSearch,
  wishes: readonly Wish[],
  from: Float64Array,
  { figure, least }: { readonly figure: Figure; readonly least: number },
): Promise<{ readonly spend: Float64Array; readonly chance: number }> {
  const { model, simulator } = search;
  const at = async (spend: Float64Array) => ({
    spend,
    chance: await chanceOf(simulator, planOf(spend, model), { figures: [figure], least }),
  });
  let best = await at(from);
  const { sd } = momentsOf(await drawsOf(simulator, planOf(from, model), figure));
  for (const width of WIDTHS) {
    if (search.signal?.aborted) break;
    const ask: Ask = { kind: 'soft chance', world: 0, figure, least, width: width * sd };
    const task = await taskOf(search, simulator, wishes, goalOfAsk(model, ask));
    const { node, columns } = asDecided(task, best.spend);
    const climbed = await climb({
      problem: problemOf(task, node, false),
      openMaster: (program) => openLinear(program, search.solvers),
      start: columns,
      radius: RADIUS,
      smallestGain: SMALLEST_GAIN,
      maxIterations: MOST_STEPS,
      ...(search.signal === undefined ? {} : { signal: search.signal }),
    });
    if (climbed === undefined) continue;
    const there = await at(climbed.columns.slice(0, from.length));
    if (there.chance > best.chance) best = there;
  }
  return best;
}

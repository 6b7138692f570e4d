import type { Estimate, Model, Plan } from '../domain.ts';
import { transform } from '../distributions/marginal.ts';
import { byDraw } from './draw-by-draw.ts';
import { checkFits, drawsTold, judgingDraws, plansOfAssumptions, withDrawsOf } from './draws.ts';
import { ScenarioError } from '../errors.ts';
import type { Row } from '../domain/row.ts';
import { modelNotes } from './model-notes.ts';
import { totalSpend } from '../optimize/plans.ts';
import { goalFigure } from '../optimize/wishes/wishes.ts';
import { plainGoal } from './plain-goal.ts';
import { correlationOf } from '../random/dependence.ts';
import { scenarioFacts } from '../report/facts.ts';
import type { Read } from './run.ts';
import type { RunOptions } from './run-options.ts';
import type { Engine } from './engine.ts';
import { compile } from '../scenario/compile/compile.ts';
import { unknownName } from '../scenario/unknown-name.ts';
import { searchDraws } from './search.ts';
import { byReplicates } from '../sensitivity/by-replicates.ts';
import { firstOrder } from '../sensitivity/first-order.ts';
import { givenViews, type Asked } from '../sensitivity/given.ts';
import type { Driver, Influence, Member, ViewWish } from '../sensitivity/influence.ts';
import { inOrder, ofBoth, type Ordered, type OrderedReplicates } from '../sensitivity/ordered.ts';
import { rankCorrelationOf } from '../sensitivity/ranks.ts';
import { drawnApart, redrawn } from '../sensitivity/redrawn.ts';
import { scatterOf } from '../sensitivity/scatter-of.ts';
import { shapleyEffects } from '../sensitivity/shapley-effects.ts';
import { totalIndex } from '../sensitivity/total.ts';
import { meanOf } from '../simulate/tally/row-estimates.ts';
import { openSampler } from '../simulate/sample.ts';
import { momentsOf } from '../statistics/moments.ts';
import { openFigure, type FigureOfRows } from '../simulate/figure-of-rows.ts';
import { stoppedNotes } from './stopping.ts';
import { testedPlan, type TestedPlan } from './tested-plan.ts';
import { inTurns, takeTurn } from './turns.ts';
import { VERSION } from '../version.ts';

export interface SensitivityWishes {
  /** Today's when left out. */
  readonly plan?: TestedPlan;
  /** The recommended plan, where it is known: it is not searched again then. */
  readonly recommended?: Plan;
  /** What is to be taken as given; all of them together. */
  readonly given?: readonly ViewWish[];
}

/** Draws of fair shares, at least: two for each of two orders in each replicate. */
const FEWEST_FAIR = 64;
/** Assumptions of which draws are kept to be drawn. */
const MOST_SCATTERED = 6;
/** Draws of the totals: each assumption is drawn anew once, and differences of pairs have little noise. */
const TOTAL_DRAWS = 4096;

/**
 * Where the uncertainty of a plan's outcome comes from: the share of its variance that each assumption makes, alone and with others,
 * and what the outcome is where some of them are given.
 *
 * @throws ScenarioError  for views on assumptions that there are none of, or that no draw holds
 */
export async function sensitivity(
  engine: Engine,
  { scenario, echo }: Read,
  { plan: which = 'today', recommended, given }: SensitivityWishes = {},
  options: RunOptions = {},
): Promise<Influence> {
  const figure = plainGoal(scenario.goal);
  const model = compile(scenario, options.stresses);
  const asked = (given ?? []).map((wish): Asked => ({ wish, at: assumptionAt(model, wish.path) }));
  const draws = judgingDraws(withDrawsOf(() => model, options));
  checkFits(model, 1 + plansOfAssumptions(model), draws.draws);
  const plan = await testedPlan(engine, scenario, model, which, options, recommended);
  const stopped = stoppedNotes(options, which === 'recommended');
  const asWanted = goalFigure(figure);
  const [outcome] = (await byDraw(engine, model, [plan], asWanted, draws, options)) as readonly [Row];
  const rows = openSampler(model, draws).block(0, draws.draws).rows.slice(0, model.assumptions.length);
  const totalDraws = Math.min(TOTAL_DRAWS, draws.draws);
  const first = outcome.subarray(0, totalDraws);
  const before = rows.map((row) => row.subarray(0, totalDraws));
  // Evenly spread points in two sets of dimensions meet each other in few patterns: most replicates would be nearly right, a few far
  // off, and the error that they show too small.
  const anew = openSampler(redrawn(model), { ...draws, method: 'plain' }).block(0, totalDraws).rows;
  const variance = varianceOf(first);
  const place = new Map(model.assumptions.map(({ id }, k) => [id, k]));
  const apart = drawnApart(model);
  const opened = openFigure(model, plan, asWanted);
  const usual = opened.at(before);
  const fair = movesTogether(model) ? await fairShares(model, opened, draws.seed, totalDraws, options) : undefined;
  const outcomes = inOrder(outcome);
  const drivers = await inTurns(apart, options, ({ ids }): Driver => {
    const places = ids.map((id) => place.get(id)!);
    const mixed = before.map((row, at) => (places.includes(at) ? anew[at]! : row));
    const again = opened.moved(usual, mixed, places).total;
    return {
      total: byReplicates([first, again], ([y, other]) => totalIndex(y!, other!, varianceOf(y!))),
      members: ids.map((id) => memberOf(id, inOrder(rows[place.get(id)!]!), outcomes, fair?.[place.get(id)!])),
    };
  });
  const sorted = drivers.toSorted((a, b) => b.total.value - a.total.value);
  return {
    engine: VERSION,
    scenario: scenarioFacts(scenario, model),
    figure,
    draws: drawsTold(draws, which === 'recommended' ? searchDraws(options) : undefined),
    plan: { name: which, totalSpend: totalSpend(plan) },
    mean: meanOf(outcome),
    sd: byReplicates([outcome], ([row]) => momentsOf(row!).sd),
    drivers: sorted,
    scatter: sorted
      .filter(({ total }) => total.value > 0)
      .flatMap(({ members }) => members)
      .slice(0, MOST_SCATTERED)
      .map(({ id }) => scatterOf(id, rows[place.get(id)!]!, outcome)),
    totalDraws,
    ...(movesTogether(model) || variance === 0 ? {} : { interplay: interplayOf(sorted) }),
    ...(asked.length === 0 ? {} : { given: givenViews(model, asked, rows, outcome, figure.maximize === 'profit') }),
    assumptions: echo,
    notes: [...stopped, ...modelNotes(scenario, model, options.stresses)],
  };
}

/** Whether any assumptions move together. */
function movesTogether({ clusters }: Model): boolean {
  return clusters.some(({ ids }) => ids.length > 1);
}

/** The variance dealt out among all assumptions, in the model's order. */
function fairShares(
  { assumptions, clusters }: Model,
  figure: FigureOfRows,
  seed: string,
  draws: number,
  options: RunOptions,
): Promise<readonly Estimate[]> {
  return shapleyEffects(
    {
      ids: assumptions.map(({ id }) => id),
      clusters: clusters.map((cluster) => ({
        members: cluster.ids.map((id) => assumptions.findIndex((assumption) => assumption.id === id)),
        correlation: correlationOf(cluster),
      })),
      valuesOf(place, scores) {
        const values = new Float64Array(scores.length);
        transform(assumptions[place]!.marginal, scores, values, scores.length);
        return values;
      },
      figure,
      seed: `${seed}, fair shares`,
      draws: Math.max(FEWEST_FAIR, draws),
    },
    (done, total) => takeTurn(options, done, total),
  );
}

/** The place of an assumption that is named by its path, with or without `channels.`. */
function assumptionAt({ assumptions }: Model, path: string): number {
  const names = [path, `channels.${path}`];
  const at = assumptions.findIndex(({ id }) => names.includes(id));
  if (at >= 0) return at;
  const short = (id: string) => id.replace(/^channels\./, '');
  const all = assumptions.map(({ id }) => short(id));
  throw new ScenarioError([unknownName('given', 'uncertain assumption', short(path), all)]);
}

function memberOf(id: string, x: OrderedReplicates, y: OrderedReplicates, fair: Estimate | undefined): Member {
  return {
    id,
    ...(fair === undefined ? {} : { fair }),
    first: ofBoth(x, y, (own, outcome) => firstOrder(own.row, outcome.row, own.order)),
    rank: ofBoth(x, y, (own, outcome) => rankCorrelationOf(own.ranks, outcome.ranks)),
    tenths: [
      ofBoth(x, y, (own, outcome) => tenthMean(own, outcome.row, 'low')),
      ofBoth(x, y, (own, outcome) => tenthMean(own, outcome.row, 'high')),
    ],
  };
}

/** Mean of `y` in the tenth of draws with the lowest or the highest of a number. */
function tenthMean({ order }: Ordered, y: Row, end: 'low' | 'high'): number {
  const count = Math.max(1, Math.round(y.length / 10));
  const tenth = end === 'low' ? order.subarray(0, count) : order.subarray(y.length - count);
  return tenth.reduce((sum, i) => sum + y[i]!, 0) / count;
}

/** What is not of single assumptions: for those drawn apart, single shares and shares of sets add up to 1. */
function interplayOf(drivers: readonly Driver[]): Estimate {
  const members = drivers.flatMap((driver) => driver.members);
  const alone = members.reduce((sum, { first }) => sum + first.value, 0);
  const squares = members.reduce((sum, { first }) => sum + first.standardError * first.standardError, 0);
  return { value: Math.max(0, 1 - alone), standardError: Math.sqrt(squares) };
}

function varianceOf(row: Row): number {
  const { sd } = momentsOf(row);
  return sd * sd;
}

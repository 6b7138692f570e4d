import type { Frontier, FrontierBy, FrontierPlan, FrontierPoint, Goal, Model, Plan, Scenario } from '../domain.ts';
import { checkSeries, judgingDraws } from './draws.ts';
import { pointsByBudget } from './frontier/by-budget.ts';
import { pointsByRisk } from './frontier/by-risk.ts';
import { kneeOf } from './frontier/knee.ts';
import { beats, standingFrom, stepBetween, type Standing } from './frontier/standing.ts';
import { openWalk, type Reached, type Visited } from './frontier/walk.ts';
import { judgePlans } from './judge-plans.ts';
import { proRataPlan, todaysPlan } from '../optimize/plans.ts';
import { plainGoal } from './plain-goal.ts';
import { scenarioFacts } from '../report/facts.ts';
import type { Read } from './run.ts';
import type { RunOptions } from './run-options.ts';
import type { Engine } from './engine.ts';
import { notesOf } from './run-notes.ts';
import { compile } from '../scenario/compile/compile.ts';
import { searchDraws } from './search.ts';
import { listOf, wantedOf } from '../simulate/summary/series.ts';
import { WORST_SHARE } from '../simulate/summary/summarize.ts';
import { VERSION } from '../version.ts';

export interface FrontierWishes {
  /** What is traded against the mean; risk when left out. */
  readonly by?: FrontierBy;
  /** Number of plans, at least 3; those with a name of their own may come on top. */
  readonly points?: number;
  /** Share of draws that are the worst cases; the goal's own, or a tenth, when left out. */
  readonly worst?: number;
}

export const USUAL_POINTS = 9;

/**
 * Efficient plans: by risk, each has the highest mean of the goal's figure among plans whose worst cases are as good; by
 * budget, the most profit for its money. Each search goes on from the plan before it. All plans are judged on the same
 * draws, which no search has seen, together with today's and with today's split at the total of another.
 */
export async function frontier(
  engine: Engine,
  { scenario, echo }: Read,
  { by = 'risk', points = USUAL_POINTS, worst = scenario.goal.risk?.worst ?? WORST_SHARE }: FrontierWishes = {},
  options: RunOptions = {},
): Promise<Frontier> {
  const model = compile(scenario, options.stresses);
  // Known before the long search: too many draws for so many plans, today's, its split and one with a name among them.
  if (options.precision === undefined) {
    checkSeries(listOf(wantedOf(model, points + 3, [])).length, judgingDraws(options).draws);
  }
  const walk = openWalk({ engine, model, options, points, worst });
  const visited =
    by === 'risk' ? await pointsByRisk(model, walk, options.gap) : await pointsByBudget(scenario, model, walk);

  const figure = figureOf(by, model.goal);
  const reached = visited.filter((point): point is Reached => 'plan' in point);
  const beside = plansBeside(by, model, reached);
  const plans = [...beside, ...reached.map(({ plan }) => plan)];
  const judged = await judgePlans(
    engine,
    { ...model, targets: [], goal: { ...figure, risk: { worst } } },
    plans,
    options,
  );
  const shown = judged.summaries.map(({ spend, totalSpend, goal, chanceOfLoss }) => ({
    spend,
    totalSpend,
    mean: goal.mean,
    worstMean: goal.worst!,
    chanceOfLoss,
  }));
  const standings = judged.series.plans.map(({ goal }, p) => standingFrom(shown[p]!.totalSpend, goal, worst));

  // From here on points go by their place among all, with a plan or without.
  const indices = visited.flatMap((point, k) => ('plan' in point ? [k] : []));
  const byIndex = new Map(indices.map((index, k) => [index, standings[beside.length + k]!]));
  const beaten = (standing: Standing) => {
    const better = indices.filter((index) => beats(by, byIndex.get(index)!, standing));
    const mean = (index: number) => byIndex.get(index)!.mean[0]!;
    return better.length === 0 ? {} : { beatenBy: better.reduce((most, k) => (mean(k) > mean(most) ? k : most)) };
  };
  const step = (from: number, to: number) => stepBetween(byIndex, from, to);
  const named = (name: FrontierPoint['names'][number]) => indices.find((k) => visited[k]!.names.includes(name));
  const [asked, best] = [named('your budget'), named('most profit')];
  const knee = kneeOf(by, byIndex, best === undefined ? indices : indices.filter((index) => index <= best));
  return {
    by,
    engine: VERSION,
    scenario: scenarioFacts(scenario, model),
    figure,
    worst,
    draws: { ...judged.draws, search: searchDraws(options).draws },
    points: visited.map((point, k): FrontierPoint => {
      const at = indices.indexOf(k);
      return 'plan' in point
        ? foundPoint(point, { ...shown[beside.length + at]!, ...beaten(byIndex.get(k)!) })
        : nonePoint(point);
    }),
    beside: beside.map((plan, p) => ({
      name: plan.name === 'today' ? 'today' : 'pro rata',
      ...shown[p]!,
      ...beaten(standings[p]!),
    })),
    steps: indices.slice(1).map((index, k) => step(indices[k]!, index)),
    ...(indices.length > 1 ? { whole: step(indices[0]!, indices.at(-1)!) } : {}),
    ...(knee === undefined ? {} : { knee }),
    ...(asked === undefined || best === undefined || asked === best ? {} : { toMostProfit: step(asked, best) }),
    assumptions: echo,
    notes: [...walk.notes(), ...leftOut(by, scenario), ...notesOf(scenario, model, options, judged)],
  };
}

function figureOf(by: FrontierBy, goal: Goal): Frontier['figure'] {
  return by === 'budget' ? { maximize: 'profit' } : plainGoal(goal);
}

/** Today's plan, and today's split at the total of the boldest plan, or at the budget of the file. */
function plansBeside(by: FrontierBy, model: Model, reached: readonly Reached[]): readonly Plan[] {
  const other = reached.find(({ names }) => names.includes(by === 'risk' ? 'bold' : 'your budget'));
  const proportional = other === undefined ? undefined : proRataPlan(model, other.plan);
  return [todaysPlan(model), ...(proportional === undefined ? [] : [proportional])];
}

function foundPoint(
  { names, level, search }: Reached,
  shown: Omit<FrontierPlan, 'name'>,
): Extract<FrontierPoint, { readonly status: 'found' }> {
  return { names, ...(level === undefined ? {} : { level }), status: 'found', search, ...shown };
}

function nonePoint({ names, level, none }: Exclude<Visited, Reached>): FrontierPoint {
  return {
    names,
    ...(level === undefined ? {} : { level }),
    status: 'none',
    reason: none.status,
    ...(none.status === 'unbounded' ? { channel: none.channel } : {}),
  };
}

/** Wishes of the file that a frontier does not ask for. */
function leftOut(by: FrontierBy, { goal, targets, budget }: Scenario): readonly string[] {
  const { minimize, chanceOf, worstOf, risk, maximize } = goal;
  const wishes = [
    ...(minimize === undefined ? [] : ['to spend the least']),
    ...(chanceOf === undefined ? [] : ['the chance that the goal is about']),
    ...(worstOf === undefined ? [] : ['the worst of several stresses']),
    ...(risk === undefined ? [] : ['what the goal says about the worst cases']),
    ...(by === 'budget' && maximize !== 'profit' ? [`to maximize ${maximize}`] : []),
    ...(by === 'budget' && targets.length > 0 ? ['the targets'] : []),
    ...(by === 'risk' && targets.some(({ probability }) => probability !== undefined) ? ['targets on chances'] : []),
    ...(by === 'budget' && (budget.perPeriod ?? budget.perPeriodAtMost) !== undefined
      ? ['budgets of single periods']
      : []),
  ];
  const about = by === 'risk' ? 'the mean against the worst cases' : 'profit against budget';
  return wishes.length === 0 ? [] : [`The frontier shows ${about}; it leaves aside ${wishes.join(', ')}.`];
}

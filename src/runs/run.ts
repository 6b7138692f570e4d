/** The pipeline on one page: a scenario goes in, a report comes out. */
import type {
  AssumptionFacts,
  Model,
  Optimization,
  Plan,
  Report,
  Scenario,
  Stability,
  UnderStress,
} from '../domain.ts';
import { equalReturn, hasEqualReturn } from './equal-return.ts';
import { explained, isExplained, type Explained } from './explain.ts';
import { freeBudgetOf, searchFreely } from './free-budget.ts';
import { judgePlans } from './judge-plans.ts';
import { brokenSides } from '../optimize/broken-limits.ts';
import { proRataPlan, todaysPlan } from '../optimize/plans.ts';
import { levelAtChance } from '../optimize/wishes/wish-results.ts';
import { scenarioFacts } from '../report/facts.ts';
import { compile } from '../scenario/compile/compile.ts';
import { resourceRises } from './resource-rises.ts';
import { resourceNotes } from './resource-worths.ts';
import { notesOf } from './run-notes.ts';
import { search, searchDraws, searchGround, type SearchGround } from './search.ts';
import type { Pair } from '../simulate/summary/series.ts';
import { stability } from './stability.ts';
import { leftOutNotes, stoppedShort, unlessStopped } from './stopping.ts';
import { VERSION } from '../version.ts';
import { wishesInTheWay } from './wishes-in-the-way.ts';
import type { Engine } from './engine.ts';
import type { RunProgress } from './progress.ts';
import type { RunOptions } from './run-options.ts';

/** A scenario as `readScenario` gives it, with its uncertain quantities as they were understood. */
export interface Read {
  readonly scenario: Scenario;
  readonly echo: readonly AssumptionFacts[];
}

/**
 * The best plan under the scenario's limits, judged beside today's plan, today's plan in proportion and the plan of equal
 * marginal return on draws that the search has not seen; and the budget that would earn the most.
 */
export async function optimize(engine: Engine, read: Read, options: RunOptions = {}): Promise<Report> {
  return recommend(engine, read, compile(read.scenario, options.stresses), options);
}

/** The same for a model of the scenario. */
export async function recommend(
  engine: Engine,
  { scenario, echo }: Read,
  model: Model,
  options: RunOptions,
): Promise<Report> {
  const stressed = (model.goal.worstOf ?? []).map((name) => compile(scenario, [...(options.stresses ?? []), name]));
  const ground = searchGround(engine, [model, ...stressed], options);
  const searched = await withWaysOut(
    engine,
    [model, ...stressed],
    ground,
    await search(engine, model, options, { ground }),
    options,
  );
  const stopped = options.stop?.aborted ? stoppedShort(searched, options.gap) : undefined;
  const best = 'plan' in searched ? searched.plan : undefined;
  const wantsEqual = best !== undefined && hasEqualReturn(model);
  const equal = wantsEqual
    ? await unlessStopped(options, () => equalReturn(engine, model, best, ground, options))
    : undefined;
  const proRata = best && proRataPlan(model, best);
  const plans = plansToShow(model, searched, [proRata, equal?.plan]);
  const recommended = plans.length - 1;
  const others = best === undefined ? [] : plans.slice(0, -1);
  const pairs = others.map((_, p): Pair => ({ metric: model.goal.maximize, from: p, to: recommended }));
  // Workers judge while this thread searches on and looks around the plan. Of two things at once only one is told.
  let looksAround = true;
  const { onProgress } = options;
  const judging = {
    ...options,
    ...(onProgress && { onProgress: (told: RunProgress) => looksAround || onProgress(told) }),
  };
  const searching = best && unlessStopped(options, () => searchFreely(engine, model, best, ground, options));
  const [{ free, found, ranges, stable }, { judged, underStress, freeBudget }] = await Promise.all([
    (async () => ({
      free: await searching,
      ...(await lookAround(engine, [model, ...stressed], searched, ground, options)),
    }))().finally(() => (looksAround = false)),
    (async () => ({
      judged: await judgePlans(engine, model, plans, judging, pairs),
      underStress: best === undefined ? [] : await judgeUnderStress(engine, model, stressed, best, judging),
      freeBudget: best && (await freeBudgetOf(engine, model, best, await searching, options)),
    }))(),
  ]);
  const explains = isExplained(model, found);
  return {
    kind: 'optimization',
    engine: VERSION,
    scenario: scenarioFacts(scenario, model),
    draws: { ...judged.draws, search: searchDraws(options).draws },
    plans: judged.summaries,
    differences: judged.differences,
    optimization: found,
    ...(stopped === undefined ? {} : { stopped }),
    ...(ranges === undefined ? {} : { ranges }),
    ...(stable === undefined ? {} : { stability: stable }),
    ...(freeBudget === undefined ? {} : { freeBudget }),
    ...(equal === undefined ? {} : { equalReturn: { breaks: equal.breaks } }),
    ...(proRata === undefined ? {} : { proRata: { breaks: brokenSides(model, proRata) } }),
    ...(underStress.length === 0 ? {} : { underStress }),
    assumptions: echo,
    notes: [
      ...leftOutNotes(options, [
        { what: 'how far channels may be moved', wanted: explains && options.ranges === true, made: ranges },
        { what: 'the budget that would earn the most', wanted: 'plan' in found, made: free },
        { what: 'the plan of equal marginal return', wanted: wantsEqual, made: equal },
        {
          what: 'how near to the best the plan is on fresh draws',
          wanted: explains && options.batches !== undefined,
          made: stable,
        },
      ]),
      ...('plan' in found ? resourceNotes(model) : []),
      ...notesOf(scenario, model, options, judged),
    ],
  };
}

/** What is out of reach, with what can be asked instead, how much more of a resource would be enough, and what else could be left out. */
async function withWaysOut(
  engine: Engine,
  [model, ...stressed]: readonly [Model, ...Model[]],
  ground: SearchGround,
  found: Optimization,
  options: RunOptions,
): Promise<Optimization> {
  if (found.status !== 'unreachable') return found;
  const { wish, nearest } = found;
  const atChance = 'target' in wish ? await levelAtChance(ground.simulator, nearest, wish.target) : undefined;
  const rises = await unlessStopped(options, () => resourceRises(engine, model, stressed, found, options));
  const inTheWay = await unlessStopped(options, () => wishesInTheWay(engine, model, ground, found, options));
  return {
    ...found,
    ...(atChance === undefined ? {} : { atChance }),
    ...(rises === undefined || rises.length === 0 ? {} : { rises }),
    ...(inTheWay === undefined || inTheWay.length === 0 ? {} : { inTheWay }),
  };
}

/** Why the plan is as it is, how far it may be changed, and how near to the best it is on fresh draws. */
async function lookAround(
  engine: Engine,
  worlds: readonly [model: Model, ...stressed: Model[]],
  searched: Optimization,
  ground: SearchGround,
  options: RunOptions,
): Promise<Explained & { readonly stable?: Stability }> {
  const [model, ...stressed] = worlds;
  const { batches } = options;
  const around = await explained(engine, model, searched, ground, options, stressed);
  const { found } = around;
  if (batches === undefined || !isExplained(model, found)) return around;
  const stable = await unlessStopped(options, () => stability(engine, model, stressed, found, batches, options));
  return { ...around, ...(stable === undefined ? {} : { stable }) };
}

/** Today's plan first, then those by rules, then the recommended one; today's alone when there is none. */
function plansToShow(model: Model, found: Optimization, byRules: readonly (Plan | undefined)[]): readonly Plan[] {
  const today = todaysPlan(model);
  if (found.status === 'unreachable') return [today, found.nearest];
  if (!('plan' in found)) return [today];
  return [today, ...byRules.filter((plan) => plan !== undefined), found.plan];
}

/** Today's plan and another in each of several stressed worlds, on the draws on which plans are judged. */
async function judgeUnderStress(
  engine: Engine,
  model: Model,
  stressed: readonly Model[],
  plan: Plan,
  options: RunOptions,
): Promise<readonly UnderStress[]> {
  const judged: UnderStress[] = [];
  for (const [k, world] of stressed.entries()) {
    const { summaries } = await judgePlans(engine, world, [todaysPlan(model), plan], options);
    const [today, recommended] = summaries;
    const { risk, worstOf } = model.goal;
    judged.push({
      stress: worstOf![k]!,
      today: today!.goal,
      recommended: recommended!.goal,
      missed: [
        ...(risk !== undefined && recommended!.goal.worstVerdict === 'missed' ? [{ risk }] : []),
        ...recommended!.targets.flatMap(({ target, verdict }) => (verdict === 'missed' ? [{ target }] : [])),
      ],
    });
  }
  return judged;
}

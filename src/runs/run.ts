/** The pipeline on one page: a scenario goes in, a report comes out. */
import type {
  AssumptionFacts,
  DrawMethod,
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
import type { LinearSolver } from '../linear/session.ts';
import type { BoxStepProgress } from '../optimize/concave/box-step.ts';
import { brokenSides } from '../optimize/broken-limits.ts';
import { proRataPlan, todaysPlan } from '../optimize/plans.ts';
import { levelAtChance } from '../optimize/wishes/wish-results.ts';
import type { Alignment } from '../random/alignment.ts';
import { scenarioFacts } from '../report/facts.ts';
import { compile } from '../scenario/compile/compile.ts';
import { resourceRises } from './resource-rises.ts';
import { resourceNotes } from './resource-worths.ts';
import { notesOf } from './run-notes.ts';
import { search, searchDraws, searchGround, type SearchGround } from './search.ts';
import type { DrawRooms } from '../simulate/draws/draw-room.ts';
import type { Pair } from '../simulate/summary/series.ts';
import { stability } from './stability.ts';
import { leftOutNotes, stoppedShort, unlessStopped } from './stopping.ts';
import { VERSION } from '../version.ts';
import { wishesInTheWay } from './wishes-in-the-way.ts';
import type { EngineJobs } from '../worker/jobs.ts';
import type { Pool } from '../worker/pool.ts';

/** Where the work is done: a pool of workers (or none) and the solvers of linear programs, opened by the host. */
export interface Engine {
  readonly pool: Pool<EngineJobs>;
  /** In order of preference; loaded when first asked for. */
  solvers(): Promise<readonly LinearSolver[]>;
  /** A new name for the data of a run, never used before in this engine. */
  newKey(): string;
  /** Where judgements keep their draws. */
  readonly rooms: DrawRooms;
  close(): Promise<void>;
}

/** A scenario as `readScenario` gives it, with its uncertain quantities as they were understood. */
export interface Read {
  readonly scenario: Scenario;
  readonly echo: readonly AssumptionFacts[];
}

export interface RunOptions {
  /** Any text; the same seed gives the same bits on any machine and with any number of workers. */
  readonly seed?: string;
  readonly method?: DrawMethod;
  /** What `aligned` draws are aligned with; that of the model when left out. */
  readonly alignment?: Alignment;
  /** Draws on which plans are judged; made up to 16 times a power of two. */
  readonly draws?: number;
  /** Stop as soon as the simulation error of mean profit is below this share of it, instead of at `draws`. */
  readonly precision?: number;
  /** Draws on which a plan is searched. */
  readonly searchDraws?: number;
  /** Relative gap at which a search stops. */
  readonly gap?: number;
  /** Names of the scenario's stresses to apply in every draw. */
  readonly stresses?: readonly string[];
  /** Tells how far each channel may move among plans that are nearly as good. */
  readonly ranges?: boolean;
  /** How nearly: the share of the goal that may be given up. */
  readonly within?: number;
  /** Searches the best plan again on so many fresh batches of draws, at least 2, to tell how far the plan is from the best. */
  readonly batches?: number;
  readonly onProgress?: (progress: RunProgress) => void;
  /** Ends the run, which throws `Cancelled`. */
  readonly signal?: AbortSignal;
  /**
   * Ends searching only: the best plan so far is judged and reported with its gap, and what else would be searched is left
   * out. Throws `Cancelled` when there is no plan yet.
   */
  readonly stop?: AbortSignal;
}

export type RunProgress =
  | ({ readonly phase: 'search'; readonly point?: PointProgress } & BoxStepProgress)
  | { readonly phase: CountedPhase; readonly done: number; readonly total: number };

/** Phases that know how much there is to do. */
export type CountedPhase = 'judge' | 'ranges' | 'stability';

/** Which of several plans is being searched, from 1. */
export interface PointProgress {
  readonly number: number;
  readonly of: number;
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

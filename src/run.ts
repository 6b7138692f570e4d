/** The pipeline on one page: a scenario goes in, a report comes out. */
import type {
  AssumptionFacts,
  DrawMethod,
  DrawRequest,
  FreeBudget,
  Model,
  Optimization,
  Plan,
  PlanSummary,
  Report,
  Scenario,
} from './domain.ts';
import type { LinearSolver } from './linear/session.ts';
import type { BoxStepProgress } from './optimize/box-step.ts';
import { optimize as searchPlan } from './optimize/optimize.ts';
import { proRataPlan, spendByColumn, todaysPlan } from './optimize/plans.ts';
import { scenarioFacts } from './report/facts.ts';
import { compile } from './scenario/compile/compile.ts';
import { chunksOf, conditionsIn, prepareDraws } from './simulate/chunk.ts';
import { differenceOf } from './simulate/difference.ts';
import { addGoalSums } from './simulate/goal.ts';
import { summarize } from './simulate/summarize.ts';
import { REPLICATES } from './random/points.ts';
import { mergeTallies, type Tally } from './simulate/tally.ts';
import { profitEdges } from './simulate/distribution.ts';
import { VERSION } from './version.ts';
import type { EngineJobs, EnginePayload } from './worker/jobs.ts';
import type { Pool } from './worker/pool.ts';

/** Where the work is done: a pool of workers (or none) and the solvers of linear programs, opened by the host. */
export interface Engine {
  readonly pool: Pool<EngineJobs>;
  /** In order of preference; loaded when first asked for. */
  solvers(): Promise<readonly LinearSolver[]>;
  /** A new name for the data of a run, never used before in this engine. */
  newKey(): string;
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
  readonly onProgress?: (progress: RunProgress) => void;
  readonly signal?: AbortSignal;
}

export type RunProgress =
  | ({ readonly phase: 'search' } & BoxStepProgress)
  | { readonly phase: 'judge'; readonly done: number; readonly total: number };

export const USUAL_SEED = 'apportion';
export const USUAL_DRAWS = 16_384;
export const USUAL_SEARCH_DRAWS = 2_048;
/** Beyond this the totals of all draws no longer fit comfortably in memory. */
export const MOST_DRAWS = 4_194_304;

/** What today's plan leads to. */
export async function simulate(engine: Engine, reading: Read, options: RunOptions = {}): Promise<Report> {
  const { scenario, echo } = reading;
  const model = compile(scenario, options.stresses);
  const judged = await judge(engine, model, [todaysPlan(model)], options);
  return {
    kind: 'simulation',
    engine: VERSION,
    scenario: scenarioFacts(scenario, model),
    draws: { ...judged.facts },
    plans: judged.summaries,
    differences: [],
    assumptions: echo,
    notes: notesOf(model, options, judged.facts.judging),
  };
}

/**
 * The best plan under the scenario's limits, judged beside today's plan and today's plan in proportion on draws that
 * the search has not seen.
 */
export async function optimize(engine: Engine, reading: Read, options: RunOptions = {}): Promise<Report> {
  const { scenario, echo } = reading;
  const model = compile(scenario, options.stresses);
  const search = await openSearch(engine, options);
  const optimization = await search(model);
  const free = 'plan' in optimization ? await search(freed(model), FREE_GAP, optimization.plan) : undefined;
  const plans = plansToJudge(model, optimization, free);
  const judged = await judge(engine, model, plans, options);
  const freeBudget = free === undefined ? undefined : freeBudgetOf(plans, judged.tallies, free);
  const shown = plans.filter((plan) => plan.name !== FREE_PLAN);
  const recommended = shown.length - 1;
  return {
    kind: 'optimization',
    engine: VERSION,
    scenario: scenarioFacts(scenario, model),
    draws: { ...judged.facts, search: options.searchDraws ?? USUAL_SEARCH_DRAWS },
    plans: judged.summaries.slice(0, shown.length),
    differences:
      optimization.status === 'optimal' || optimization.status === 'best found'
        ? shown
            .slice(0, recommended)
            .map((plan, p) =>
              differenceOf(
                model.goal.maximize,
                plan,
                judged.tallies[p]!,
                shown[recommended]!,
                judged.tallies[recommended]!,
              ),
            )
        : [],
    optimization,
    ...(freeBudget === undefined ? {} : { freeBudget }),
    assumptions: echo,
    notes: notesOf(model, options, judged.facts.judging),
  };
}

const FREE_PLAN = 'free budget';
/** The other budget is shown for orientation: a tenth of a percent is enough. */
const FREE_GAP = 1e-3;
/** Draws looked at to see how curves bend. */
const LOOKED_AT = 512;

/** A search on draws of its own, shared by all models that are searched with it. */
async function openSearch(engine: Engine, options: RunOptions) {
  const solvers = await engine.solvers();
  const draws = { ...requestOf(options), draws: options.searchDraws ?? USUAL_SEARCH_DRAWS };
  const request: DrawRequest = { ...draws, seed: `${draws.seed}, for searching` };
  return (model: Model, gap = options.gap, from?: Plan): Promise<Optimization> => {
    const key = engine.newKey();
    const payload: EnginePayload = { model, draws: request, keep: true };
    const goal = model.goal.maximize;
    const first = [...conditionsIn(prepareDraws(model, request, false), { first: 0, count: LOOKED_AT })][0]!.block;
    const { onProgress, signal } = options;
    return searchPlan({
      model,
      block: first,
      goalSums: async (plan, used) => {
        const requests = chunksOf(request.draws).map((range) => ({ plan, used, goal, range }));
        return (await engine.pool.run({ kind: 'goal', key, payload, requests })).reduce(addGoalSums);
      },
      searchDraws: request.draws,
      ...(from === undefined ? {} : { from: spendByColumn(from) }),
      solvers,
      ...(gap === undefined ? {} : { tolerance: gap }),
      ...(onProgress === undefined ? {} : { onProgress: (progress) => onProgress({ phase: 'search', ...progress }) }),
      ...(signal === undefined ? {} : { signal }),
    });
  };
}

/** The same model with its total budget free, searched for profit. */
function freed(model: Model): Model {
  return {
    ...model,
    goal: { maximize: 'profit' },
    limits: model.limits.filter((limit) => !limit.path.startsWith('budget.')),
  };
}

function plansToJudge(model: Model, found: Optimization, free: Optimization | undefined): readonly Plan[] {
  const today = todaysPlan(model);
  if (found.status !== 'optimal' && found.status !== 'best found') return [today];
  const proportional = proRataPlan(model, found.plan);
  return [
    today,
    ...(proportional === undefined ? [] : [proportional]),
    found.plan,
    ...(free !== undefined && 'plan' in free ? [{ ...free.plan, name: FREE_PLAN }] : []),
  ];
}

function freeBudgetOf(plans: readonly Plan[], tallies: readonly Tally[], free: Optimization): FreeBudget | undefined {
  if (free.status === 'unbounded') return { status: 'unbounded', totalSpend: 0, spend: [], gap: 0 };
  if (!('plan' in free)) return undefined;
  const last = plans.length - 1;
  const spend = free.plan.spend.map((periods) => [...periods]);
  return {
    status: 'found',
    totalSpend: spend.flat().reduce((sum, amount) => sum + amount, 0),
    spend,
    gap: free.gap,
    difference: differenceOf('profit', plans[last - 1]!, tallies[last - 1]!, plans[last]!, tallies[last]!),
  };
}

interface Judged {
  readonly facts: Report['draws'];
  readonly tallies: readonly Tally[];
  readonly summaries: readonly PlanSummary[];
}

/** All plans on the same draws, until there are as many as asked for or the mean is as precise as asked for. */
async function judge(engine: Engine, model: Model, plans: readonly Plan[], options: RunOptions): Promise<Judged> {
  const request = requestOf(options);
  const payload: EnginePayload = { model, draws: request, keep: false };
  const key = engine.newKey();
  const { signal, onProgress, precision } = options;
  let draws = precision === undefined ? request.draws : Math.min(request.draws, FIRST_DRAWS);
  let from = 0;
  const parts: (readonly Tally[])[] = [];
  for (;;) {
    const requests = chunksOf(draws)
      .filter(({ first }) => first >= from)
      .map((range) => ({ plans, range }));
    const done = parts.length;
    parts.push(
      ...(await engine.pool.run(
        { kind: 'tally', key, payload, requests },
        {
          ...(signal === undefined ? {} : { signal }),
          ...(onProgress === undefined
            ? {}
            : {
                onProgress: (chunk) =>
                  onProgress({ phase: 'judge', done: done + chunk.done, total: done + chunk.total }),
              }),
        },
      )),
    );
    const tallies = plans.map((_, p) => mergeTallies(parts.map((part) => part[p]!)));
    const edges = profitEdges(tallies);
    const summaries = plans.map((plan, p) => summarize(model, plan, tallies[p]!, edges));
    const { mean } = summaries[0]!.metrics['profit']!;
    if (precision === undefined || mean.standardError <= precision * Math.abs(mean.value) || draws * 2 > MOST_DRAWS) {
      return { facts: { seed: request.seed, method: request.method, judging: draws }, tallies, summaries };
    }
    from = draws;
    draws *= 2;
  }
}

/** With a precision to reach, the first look is taken at so many draws. */
const FIRST_DRAWS = 4096;

function requestOf(options: RunOptions): DrawRequest {
  return {
    seed: options.seed ?? USUAL_SEED,
    method: options.method ?? 'sobol',
    draws: wholeDraws(options.draws ?? USUAL_DRAWS),
  };
}

/** The next number of draws that is 16 replicates of a power of two points, as the point sets want it. */
export function wholeDraws(asked: number): number {
  let draws = REPLICATES;
  while (draws < asked) draws *= 2;
  return draws;
}

function notesOf(model: Model, options: RunOptions, judging: number): readonly string[] {
  const asked = options.draws;
  return [
    ...model.notes,
    ...model.repairs.map(
      ({ a, b, asked, used }) =>
        `The correlation of ${a} and ${b} is ${used.toFixed(2)} instead of ${asked.toFixed(2)}: the correlations asked for cannot hold together, and this is the nearest set that can.`,
    ),
    ...(asked !== undefined && options.precision === undefined && judging !== asked
      ? [
          `${judging.toLocaleString('en-US')} draws instead of ${asked.toLocaleString('en-US')}: draws come in 16 sets of a power of two.`,
        ]
      : []),
  ];
}

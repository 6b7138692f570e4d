import type { Goal, Model, Plan } from '../domain.ts';
import { byDraw } from './draw-by-draw.ts';
import { checkFits, drawsTold, judgingDraws, withDrawsOf } from './draws.ts';
import { ScenarioError } from '../errors.ts';
import type { Row } from '../domain/row.ts';
import { todaysPlan, totalSpend } from '../optimize/plans.ts';
import { goalFigure } from '../optimize/wishes/wishes.ts';
import { plainGoal } from './plain-goal.ts';
import { recommendation } from './recommendation.ts';
import { scenarioFacts } from '../report/facts.ts';
import { modelNotes } from './model-notes.ts';
import type { Read } from './run.ts';
import type { RunOptions } from './run-options.ts';
import type { Engine } from './engine.ts';
import { compile } from '../scenario/compile/compile.ts';
import { unknownName } from '../scenario/unknown-name.ts';
import { searchDraws } from './search.ts';
import { changeOf } from '../simulate/summary/difference.ts';
import { outcomeOfRow } from '../simulate/summary/outcome-of-row.ts';
import { chance, meanOf } from '../simulate/tally/row-estimates.ts';
import { ownStresses, stressLibrary } from '../stress/library.ts';
import { reverseStress } from '../stress/reverse.ts';
import type { StressFamily, StressedWorld } from '../stress/stress-family.ts';
import type { HeldBack, Reaction, StressResult, StressTest, WorldOutcome } from '../stress/stress-test.ts';
import { stoppedNotes } from './stopping.ts';
import { testedPlan, type TestedPlan } from './tested-plan.ts';
import { tornado } from './tornado.ts';
import { VERSION } from '../version.ts';

export interface StressWishes {
  /** Names of the library or the file; all that can happen to the scenario when left out. */
  readonly names?: readonly string[];
  /** The plan that is tested: today's when left out, the recommended one where its best reaction is asked for. */
  readonly plan?: TestedPlan;
  /** The recommended plan, where it is known: it is not searched again then. */
  readonly recommended?: Plan;
  /** Search the best plan of each stressed world as well. */
  readonly react?: boolean;
  /** Find the most likely way in which the figure falls to this level. */
  readonly reverse?: number;
  /** Hold each assumption alone at its low and high end, too: unless this says not to. */
  readonly singles?: boolean;
}

/**
 * A plan in its own world and in stressed ones, on the same draws: what each stress costs, how far out it lies, and what reacting
 * would bring back; each assumption alone at its low and high end; and, if asked, the most likely way to miss a level.
 *
 * @throws ScenarioError  for a stress that there is none of, or that cannot happen to the scenario
 */
export async function stress(
  engine: Engine,
  { scenario, echo }: Read,
  wishes: StressWishes = {},
  options: RunOptions = {},
): Promise<StressTest> {
  const { react = false, reverse, recommended, singles = true, plan: which = react ? 'recommended' : 'today' } = wishes;
  const figure = plainGoal(scenario.goal);
  const chosen = chosenStresses(wishes.names, [...ownStresses(scenario), ...stressLibrary]);
  const worlds = chosen.flatMap((family) => {
    const world = family.world(scenario);
    return world === undefined ? [] : [{ family, world }];
  });
  refuseImpossible(wishes.names, worlds);
  const model = compile(scenario, options.stresses);
  const draws = judgingDraws(withDrawsOf(() => model, options));
  checkFits(model, 2, draws.draws);
  const today = todaysPlan(model);
  const plan = await testedPlan(engine, scenario, model, which, options, recommended);
  const rowsIn = (world: Model, plans: readonly Plan[]) =>
    byDraw(engine, world, plans, goalFigure(figure), draws, options);
  const [baseline] = (await rowsIn(model, [plan])) as readonly [Row];
  const own = new Set(Object.keys(scenario.stresses));
  const stresses: StressResult[] = [];
  for (const [k, { family, world }] of worlds.entries()) {
    options.onProgress?.({ phase: 'judge', done: k, total: worlds.length });
    const stressed = world.compile(options.stresses ?? []);
    const found = react ? await reaction(engine, scenario, stressed, plan, options) : undefined;
    const rows = await rowsIn(stressed, found !== undefined && 'plan' in found ? [plan, found.plan] : [plan]);
    stresses.push(resultOf(family, world, own.has(family.name), baseline, rows, figure, found));
  }
  const stopped = stoppedNotes(options, which === 'recommended' || react);
  return {
    engine: VERSION,
    scenario: scenarioFacts(scenario, model),
    figure,
    draws: drawsTold(draws, which === 'recommended' || react ? searchDraws(options) : undefined),
    plan: { name: which, totalSpend: totalSpend(plan) },
    baseline: outcomeIn(baseline, figure),
    stresses: stresses.toSorted((a, b) => a.change.mean.value - b.change.mean.value),
    tornado: singles
      ? await tornado(model, which === 'today' ? [plan] : [plan, today], figure, draws, options)
      : { mean: meanOf(baseline).value, draws: 0, bars: [] },
    ...(reverse === undefined ? {} : { reverse: reverseStress(model, plan, figure, reverse, baseline, draws.seed) }),
    assumptions: echo,
    notes: [...stopped, ...modelNotes(scenario, model, options.stresses)],
  };
}

function chosenStresses(names: readonly string[] | undefined, known: readonly StressFamily[]): readonly StressFamily[] {
  if (names === undefined) return known.filter(({ name }, k) => known.findIndex((each) => each.name === name) === k);
  const all = known.map(({ name }) => name);
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    throw new ScenarioError(unknown.map((name) => unknownName('stresses', 'stress', name, all)));
  }
  return [...new Set(names)].map((name) => known.find((family) => family.name === name)!);
}

function refuseImpossible(
  names: readonly string[] | undefined,
  worlds: readonly { readonly family: StressFamily }[],
): void {
  const idle = (names ?? []).filter((name) => !worlds.some(({ family }) => family.name === name));
  if (idle.length === 0) return;
  throw new ScenarioError(
    idle.map((name) => ({
      severity: 'error',
      path: 'stresses',
      message: `the stress \`${name}\` cannot happen to this scenario`,
      advice: stressLibrary.find((family) => family.name === name)!.about,
    })),
  );
}

/** What a search in a stressed world came to, and the plan if it has one. */
type Reacted =
  { readonly plan: Plan; readonly told: Omit<FoundReaction, 'mean' | 'regained'> } | { readonly told: Reaction };
type FoundReaction = Extract<Reaction, { readonly status: 'found' }>;

const MOST_LIMITS = 3;

async function reaction(
  engine: Engine,
  scenario: Read['scenario'],
  stressed: Model,
  plan: Plan,
  options: RunOptions,
): Promise<Reacted> {
  const found = await recommendation(engine, scenario, stressed, options, plan);
  if (!('plan' in found)) return { told: { status: 'none', reason: found.status } };
  const total = (spend: Float64Array) => spend.reduce((sum, amount) => sum + amount, 0);
  const limits = found.binding
    .filter(({ limit }) => !limit.path.startsWith('budget'))
    .toSorted((a, b) => Math.abs(b.worth) - Math.abs(a.worth))
    .map(({ limit: { name, path }, side }) => ({ limit: { name, path }, side }));
  return {
    plan: found.plan,
    told: {
      status: 'found',
      totalSpend: totalSpend(found.plan),
      moves: stressed.channels.map(({ name }, c) => ({
        channel: name,
        from: total(plan.spend[c]!),
        to: total(found.plan.spend[c]!),
      })),
      binding: onceEach(limits).slice(0, MOST_LIMITS),
    },
  };
}

/** The same limit of another period has its path. */
function onceEach(limits: readonly HeldBack[]): readonly HeldBack[] {
  const places = limits.map(({ limit: { path }, side }) => `${path} ${side}`);
  return limits.filter((_, k) => places.indexOf(places[k]!) === k);
}

function resultOf(
  { name, label, about, action }: StressFamily,
  { hits = [] }: StressedWorld,
  own: boolean,
  baseline: Row,
  [fixed, reacted]: readonly Row[],
  figure: Pick<Goal, 'maximize' | 'plus'>,
  found: Reacted | undefined,
): StressResult {
  const outcome = outcomeIn(fixed!, figure);
  return {
    name,
    label,
    about,
    own,
    hits,
    outcome,
    change: changeOf(baseline, fixed!),
    standing: chance(baseline, (value) => value <= outcome.mean.value),
    ...(found === undefined
      ? {}
      : {
          reaction:
            'plan' in found
              ? { ...found.told, mean: meanOf(reacted!), regained: changeOf(fixed!, reacted!).mean }
              : found.told,
        }),
    ...(action !== undefined && { action }),
  };
}

function outcomeIn(row: Row, { maximize }: Pick<Goal, 'maximize'>): WorldOutcome {
  return {
    ...outcomeOfRow(row),
    ...(maximize === 'profit' ? { chanceOfLoss: chance(row, (value) => value < 0) } : {}),
  };
}

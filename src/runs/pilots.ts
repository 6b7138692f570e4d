import { quantile } from '../distributions/distribution.ts';
import type { DrawRequest, Model, Plan, Scenario } from '../domain.ts';
import { ScenarioError } from '../errors.ts';
import type { Distribution } from '../families/distribution.ts';
import type { Row } from '../domain/row.ts';
import { totalSpend } from '../optimize/plans.ts';
import { goalFigure } from '../optimize/wishes/wishes.ts';
import type {
  BeforeAndAfter,
  CountedNumber,
  LessonsOfPilot,
  MovedNumber,
  NumberBelief,
  PilotLessons,
} from '../pilots/pilot-lessons.ts';
import { scenarioFacts } from '../report/facts.ts';
import { compile } from '../scenario/compile/compile.ts';
import type { Believed, ScenarioReading } from '../scenario/read.ts';
import { meanOf } from '../simulate/tally/row-estimates.ts';
import { VERSION } from '../version.ts';
import { byDraw } from './draw-by-draw.ts';
import { judgingDraws, withDrawsOf } from './draws.ts';
import { modelNotes } from './model-notes.ts';
import { plainGoal } from './plain-goal.ts';
import type { RunOptions } from './run-options.ts';
import type { Engine } from './engine.ts';
import { stoppedNotes } from './stopping.ts';
import { testedPlan, type TestedPlan } from './tested-plan.ts';

export interface PilotsWishes {
  /** The plan to which money is added; today's when left out. */
  readonly plan?: TestedPlan;
  /** The recommended plan, where it is known: it is not searched again then. */
  readonly recommended?: Plan;
}

/** Share of all money that is added to a channel to see what the next money brings. */
const STEP = 0.01;

/**
 * What the pilots of a file have changed: every number before and after, and the chance that the next money brings more in the
 * channel of a pilot than in the channel with spend in which it brings least.
 *
 * @throws ScenarioError  when the file has no pilot, or there is no such plan
 */
export async function pilots(
  engine: Engine,
  { scenario, before: untaught, echo, believed }: ScenarioReading,
  { plan: which = 'today', recommended }: PilotsWishes = {},
  options: RunOptions = {},
): Promise<PilotLessons> {
  const names = Object.keys(scenario.channels);
  const piloted = names.filter((name) => scenario.channels[name]!.pilot !== undefined);
  if (piloted.length === 0) throw noPilot();
  const model = compile(scenario, options.stresses);
  const plan = await testedPlan(engine, scenario, model, which, options, recommended);
  const stopped = stoppedNotes(options, which === 'recommended');
  const next = STEP * (totalSpend(plan) || 1);
  const draws = judgingDraws(withDrawsOf(() => model, options));
  const looked = names.flatMap((name, c) => (total(plan, c) > 0 || piloted.includes(name) ? [c] : []));
  const gains = (world: Model) => gainsOf(engine, world, plan, looked, next, draws, options);
  const [after, before] = [await gains(model), await gains(compile(untaught, options.stresses))];
  const both = (of: (rows: ReadonlyMap<number, Row>) => Row): BeforeAndAfter => ({
    before: meanOf(of(before)),
    after: meanOf(of(after)),
  });
  const lessons = piloted.map((name): LessonsOfPilot => {
    const own = names.indexOf(name);
    const channel = scenario.channels[name]!;
    const others = looked.filter((c) => c !== own && total(plan, c) > 0);
    const mean = (c: number) => meanOf(after.get(c)!).value;
    const worst = others.length === 0 ? undefined : others.reduce((a, b) => (mean(b) < mean(a) ? b : a));
    return {
      channel: name,
      pilot: channel.pilot!,
      currency: channel.currency ?? scenario.currency,
      moved: countedIn(`channels.${name}`, believed),
      brings: both((rows) => rows.get(own)!),
      ...(worst === undefined
        ? {}
        : {
            against: {
              channel: names[worst]!,
              brings: both((rows) => rows.get(worst)!),
              chance: both((rows) => more(rows.get(own)!, rows.get(worst)!)),
            },
          }),
    };
  });
  return {
    engine: VERSION,
    scenario: scenarioFacts(scenario, model),
    figure: plainGoal(scenario.goal),
    draws: { seed: draws.seed, method: draws.method, judging: draws.draws },
    plan: { name: which, totalSpend: totalSpend(plan) },
    next,
    pilots: lessons,
    along: [...movedAlong(believed), ...chancesMoved(untaught, scenario)],
    assumptions: echo,
    notes: [...stopped, ...modelNotes(scenario, model, options.stresses)],
  };
}

function noPilot(): ScenarioError {
  const advice = 'Write what one brought under its channel: `pilot: { spend: 4k, clicks: 3200, customers: 44 }`.';
  return new ScenarioError([{ severity: 'error', path: 'channels', message: 'no channel has a pilot', advice }]);
}

/** What the next money brings in each of some channels, draw by draw. */
async function gainsOf(
  engine: Engine,
  model: Model,
  plan: Plan,
  looked: readonly number[],
  next: number,
  draws: DrawRequest,
  options: RunOptions,
): Promise<ReadonlyMap<number, Row>> {
  const plans = [plan, ...looked.map((c) => withMore(plan, c, next))];
  const [base, ...rows] = await byDraw(engine, model, plans, goalFigure(plainGoal(model.goal)), draws, options);
  return new Map(looked.map((c, k) => [c, rows[k]!.map((value, i) => value - base![i]!)]));
}

/** The plan with so much more in one channel. */
function withMore(plan: Plan, channel: number, more: number): Plan {
  const own = total(plan, channel);
  return {
    name: `${plan.name}, more in ${channel}`,
    spend: plan.spend.map((row, c) => {
      if (c !== channel) return row;
      return own > 0 ? row.map((amount) => amount * (1 + more / own)) : row.map(() => more / row.length);
    }),
  };
}

function total({ spend }: Plan, channel: number): number {
  return spend[channel]!.reduce((sum, amount) => sum + amount, 0);
}

/** 1 where the first is more, else 0. */
function more(a: Row, b: Row): Row {
  return a.map((value, i) => (value > b[i]! ? 1 : 0));
}

/** The numbers of one part of the file of which a pilot showed something. */
function countedIn(part: string, believed: readonly Believed[]): readonly CountedNumber[] {
  return believed.flatMap(({ path, quantity, unit }) => {
    if (!path.startsWith(`${part}.`) || quantity.kind !== 'uncertain' || quantity.learned === undefined) return [];
    const { learned, distribution } = quantity;
    if (!('seen' in learned)) return [];
    return [{ path, unit, seen: learned.seen, before: beliefOf(learned.before), after: beliefOf(distribution) }];
  });
}

/** The numbers that only move with those. */
function movedAlong(believed: readonly Believed[]): readonly MovedNumber[] {
  return believed.flatMap(({ path, quantity, unit }) => {
    if (quantity.kind !== 'uncertain' || quantity.learned === undefined || 'seen' in quantity.learned) return [];
    return [{ path, unit, before: beliefOf(quantity.learned.before), after: beliefOf(quantity.distribution) }];
  });
}

/** Chances of events and deliveries move as numbers do. */
function chancesMoved(before: Scenario, after: Scenario): readonly MovedNumber[] {
  const chances = ({ events, channels }: Scenario) => [
    ...Object.entries(events).map(([name, { probability }]) => [`events.${name}.probability`, probability] as const),
    ...Object.entries(channels).flatMap(([name, { delivery }]) =>
      delivery?.probability === undefined
        ? []
        : [[`channels.${name}.delivery.probability`, delivery.probability] as const],
    ),
  ];
  const now = new Map(chances(after));
  const certain = (chance: number): NumberBelief => ({ range: [chance, chance], median: chance });
  return chances(before).flatMap(([path, chance]) =>
    now.get(path) === chance ? [] : [{ path, unit: 'rate', before: certain(chance), after: certain(now.get(path)!) }],
  );
}

function beliefOf(distribution: Distribution): NumberBelief {
  const at = (p: number) => quantile(distribution, p);
  return { range: [at(0.05), at(0.95)], median: at(0.5) };
}

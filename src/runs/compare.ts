import { bridgeBetween } from './bridge.ts';
import { alikeSets } from '../compare/alike.ts';
import { againstBest } from '../compare/best.ts';
import type { Situation } from '../compare/causes.ts';
import type { Bridge, Candidate, CandidateChannel, Comparison, PairDifference } from '../compare/comparison.ts';
import { priceVolumeMix } from '../compare/price-volume-mix.ts';
import { settledRows } from '../compare/settled.ts';
import type { Goal, Model, Plan, Scenario } from '../domain.ts';
import { byDraw } from './draw-by-draw.ts';
import { checkFits, judgingDraws, mostDraws, withDrawsOf } from './draws.ts';
import { refusal } from '../errors.ts';
import type { Row } from '../domain/row.ts';
import { judgePlans, type JudgedPlans } from './judge-plans.ts';
import { todaysPlan, totalSpend } from '../optimize/plans.ts';
import { goalFigure } from '../optimize/wishes/wishes.ts';
import { plainGoal } from './plain-goal.ts';
import { REPLICATES } from '../random/points.ts';
import { recommendation } from './recommendation.ts';
import { scenarioFacts } from '../report/facts.ts';
import type { Read } from './run.ts';
import type { RunOptions } from './run-options.ts';
import type { Engine } from './engine.ts';
import { notesOf } from './run-notes.ts';
import { compile } from '../scenario/compile/compile.ts';
import { searchDraws } from './search.ts';
import { changeOf } from '../simulate/summary/difference.ts';
import { outcomeOfRow } from '../simulate/summary/outcome-of-row.ts';
import { meanOf } from '../simulate/tally/row-estimates.ts';
import { studentReach } from '../statistics/student.ts';
import { stoppedNotes } from './stopping.ts';
import { VERSION } from '../version.ts';

/** A scenario, and which of its plans to look at. */
export interface Compared {
  /** How it is called; the name of the scenario when left out. */
  readonly name?: string;
  readonly read: Read;
  /** `today`, `recommended`, or any other: its spend by the name of the channel, one number per period. */
  readonly plans: readonly ComparedPlan[];
}

export type ComparedPlan =
  'today' | 'recommended' | { readonly name: string; readonly spend: Readonly<Record<string, readonly number[]>> };

/** Probability that the simultaneous intervals of all pairs hold together. */
const LEVEL = 0.95;
/** As many as one can read, and pairs of them. */
const MOST_CANDIDATES = 20;

/**
 * Any number of plans, of one scenario or of several, on the same draws: what each leads to, how they differ draw by draw,
 * which cannot be told apart, how likely each is the best, and what leads from the first to each of the others. The same
 * assumption has the same draws in every scenario.
 *
 * @throws ScenarioError  when there are fewer than two plans or too many, when currencies differ, or when a recommended plan
 *   is asked for and there is none
 */
export async function compare(
  engine: Engine,
  compared: readonly Compared[],
  options: RunOptions = {},
): Promise<Comparison> {
  expectComparable(compared);
  const [first] = compared as readonly [Compared, ...Compared[]];
  const figure = plainGoal(first.read.scenario.goal);
  const several = compared.length > 1;
  const looked: Looked[] = [];
  const same = withDrawsOf(() => compile(first.read.scenario, options.stresses), options);
  for (const each of compared) looked.push(await look(engine, each, several, figure, looked[0]?.judged, same));
  const judged = looked.flatMap((each) => each.candidates);
  const rows = settledRows(judged.map(({ row }) => row));
  const candidates = judged.map((candidate, k) => ({ ...candidate, row: rows[k]! }));
  const searched = candidates.some(({ plan }) => plan.name === 'recommended');
  const stopped = stoppedNotes(options, searched);
  const differences = pairsOf(rows);
  const apart = new Set(differences.flatMap(({ a, b, verdict }) => (verdict === TIED ? [] : [`${a} ${b}`])));
  const { best, regret } = againstBest(rows);
  const { draws } = looked[0]!.judged;
  return {
    engine: VERSION,
    scenario: scenarioFacts(first.read.scenario, looked[0]!.model),
    figure,
    draws: {
      ...draws,
      ...(searched ? { search: searchDraws(options).draws } : {}),
    },
    candidates: candidates.map(({ shown }, k) => ({
      ...shown,
      chanceBest: meanOf(best[k]!),
      regret: meanOf(regret[k]!),
    })),
    differences,
    level: LEVEL,
    alike: alikeSets(candidates.length, (a, b) => apart.has(`${a} ${b}`)),
    bridges: await bridgesOf(engine, candidates, figure, { ...judgingDraws(same), draws: draws.judging }, options),
    assumptions: first.read.echo,
    notes: [...stopped, ...notesOfAll(looked, options)],
  };
}

const TIED: PairDifference['verdict'] = 'cannot be told apart';

/** A scenario with its plans judged. */
interface Looked {
  readonly read: Read;
  readonly name: string;
  readonly model: Model;
  readonly judged: JudgedPlans;
  readonly candidates: readonly JudgedCandidate[];
}

interface JudgedCandidate {
  readonly scenario: Scenario;
  readonly model: Model;
  readonly plan: Plan;
  readonly row: Row;
  readonly shown: Omit<Candidate, 'chanceBest' | 'regret'>;
}

function expectComparable(compared: readonly Compared[]): void {
  const count = compared.reduce((sum, { plans }) => sum + plans.length, 0);
  if (count < 2)
    throw refusal(
      'compare',
      'needs at least two plans',
      'Name another scenario, or ask for `recommended` beside `today`.',
    );
  if (count > MOST_CANDIDATES) throw refusal('compare', `takes at most ${MOST_CANDIDATES} plans, got ${count}`);
  const currencies = [...new Set(compared.map(({ read }) => read.scenario.currency))];
  if (currencies.length > 1) {
    throw refusal(
      'compare',
      `cannot set ${currencies.join(' beside ')}`,
      'Write all scenarios in one currency: no exchange rate is assumed.',
    );
  }
}

/** Judges the plans of one scenario: all of them on as many draws as those of the first. */
async function look(
  engine: Engine,
  { name, read, plans: asked }: Compared,
  several: boolean,
  figure: Pick<Goal, 'maximize' | 'plus'>,
  before: JudgedPlans | undefined,
  options: RunOptions,
): Promise<Looked> {
  const { scenario } = read;
  const own = name ?? scenario.name;
  const model = compile(scenario, options.stresses);
  const plans: Plan[] = [];
  for (const plan of asked) plans.push(await planFor(engine, own, scenario, model, plan, options));
  const { precision: _, ...fixed } = options;
  const same = before === undefined ? options : { ...fixed, draws: before.draws.judging };
  checkFits(model, plans.length, judgingDraws(same).draws);
  const judged = await judgePlans(engine, model, plans, same, [], mostDraws(model, plans.length));
  const draws = { ...judgingDraws(same), draws: judged.draws.judging };
  const rows = await byDraw(engine, model, plans, goalFigure(figure), draws, options);
  const candidates = plans.map((plan, p): JudgedCandidate => {
    const row = rows[p]!;
    return {
      scenario,
      model,
      plan,
      row,
      shown: {
        name: several ? (asked.length > 1 ? `${own}, ${plan.name}` : own) : plan.name,
        scenario: own,
        plan: plan.name,
        totalSpend: totalSpend(plan),
        channels: judged.summaries[p]!.channels.map(
          ({ name: channel, spend, customers, revenue, profit }): CandidateChannel => ({
            name: channel,
            spend,
            customers: customers.value,
            revenue: revenue.value,
            profit: profit.value,
          }),
        ),
        ...outcomeOfRow(row),
        chanceOfLoss: judged.summaries[p]!.chanceOfLoss,
      },
    };
  });
  return { read, name: own, model, judged, candidates };
}

async function planFor(
  engine: Engine,
  name: string,
  scenario: Scenario,
  model: Model,
  asked: ComparedPlan,
  options: RunOptions,
): Promise<Plan> {
  if (asked === 'today') return todaysPlan(model);
  if (asked === 'recommended') {
    const found = await recommendation(engine, scenario, model, options);
    if ('plan' in found) return { ...found.plan, name: 'recommended' };
    throw refusal(
      'compare',
      `has no recommended plan of ${name} to look at`,
      'Ask for the best plan to see the reason.',
    );
  }
  const { spend } = asked;
  const wrong = model.channels.find((channel) => spend[channel.name]?.length !== model.periods);
  if (wrong !== undefined)
    throw refusal('compare', `needs ${model.periods} amounts of ${wrong.name} in the plan ${asked.name}`);
  return { name: asked.name, spend: model.channels.map((channel) => Float64Array.from(spend[channel.name]!)) };
}

/** Every pair, with intervals that hold together: each at the level that its share of the doubt leaves (Bonferroni). */
function pairsOf(rows: readonly Row[]): readonly PairDifference[] {
  const count = (rows.length * (rows.length - 1)) / 2;
  const reach = studentReach(1 - (1 - LEVEL) / count, REPLICATES - 1);
  return rows.flatMap((after, b) =>
    rows.slice(0, b).map((before, a): PairDifference => {
      const change = changeOf(before, after);
      const { value, standardError } = change.mean;
      const simultaneous = [value - reach * standardError, value + reach * standardError] as const;
      const verdict = simultaneous[0] > 0 ? 'better' : simultaneous[1] < 0 ? 'worse' : TIED;
      return { a, b, ...change, simultaneous, verdict };
    }),
  );
}

async function bridgesOf(
  engine: Engine,
  candidates: readonly JudgedCandidate[],
  figure: Pick<Goal, 'maximize' | 'plus'>,
  draws: Parameters<typeof bridgeBetween>[4],
  options: RunOptions,
): Promise<readonly Bridge[]> {
  const [first, ...others] = candidates as readonly [JudgedCandidate, ...JudgedCandidate[]];
  const bridges: Bridge[] = [];
  for (const [k, other] of others.entries()) {
    // What brings the same whatever happens needs no explanation.
    if (other.row === first.row || !sameHorizon(first.scenario, other.scenario)) continue;
    const bridge = await bridgeBetween(engine, situationOf(first), situationOf(other), figure, draws, options);
    if (bridge === undefined) continue;
    const revenue = revenueBridge(first, other);
    bridges.push({ a: 0, b: k + 1, ...bridge, ...(revenue === undefined ? {} : { revenue }) });
  }
  return bridges;
}

function situationOf({ scenario, model, plan }: JudgedCandidate): Situation {
  return { scenario, spend: Object.fromEntries(model.channels.map(({ name }, c) => [name, plan.spend[c]!])) };
}

function sameHorizon({ horizon: a }: Scenario, { horizon: b }: Scenario): boolean {
  return a.periods === b.periods && a.unit === b.unit && a.tail === b.tail;
}

function revenueBridge(first: JudgedCandidate, other: JudgedCandidate): Bridge['revenue'] {
  const [before, after] = [first.shown.channels, other.shown.channels];
  if (before.some(({ name }, k) => after[k]?.name !== name) || before.length !== after.length) return undefined;
  const sales = (channels: readonly CandidateChannel[]) =>
    channels.map(({ customers, revenue }) => ({ units: customers, money: revenue }));
  return priceVolumeMix(sales(before), sales(after));
}

function notesOfAll(looked: readonly Looked[], options: RunOptions): readonly string[] {
  const [first, ...others] = looked as readonly [Looked, ...Looked[]];
  const apart = others.filter(({ read }) => !sameHorizon(first.read.scenario, read.scenario)).map(({ name }) => name);
  const all = looked.flatMap(({ read, model, judged }) => notesOf(read.scenario, model, options, judged));
  return [
    ...new Set(all),
    ...apart.map(
      (name) => `${name} has another horizon than ${first.name}: it is compared as a whole, without a bridge of why.`,
    ),
  ];
}

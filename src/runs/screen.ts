import type { Channel, Model, Screening } from '../domain.ts';
import { ScenarioError } from '../errors.ts';
import type { Row } from '../domain/row.ts';
import { todaysPlan, totalSpend } from '../optimize/plans.ts';
import { scenarioFacts } from '../report/facts.ts';
import { compile } from '../scenario/compile/compile.ts';
import { measuredCriteria, type MeasuredCriterion } from '../scenario/schema/screening.ts';
import { scoreBetween, weightedScore } from '../screen/scores.ts';
import type { CriterionScore, Scorecard, ScreenedChannel } from '../screen/scorecard.ts';
import { constantRow, rowOf, type Block } from '../simulate/block/block.ts';
import type { Figure, Ingredient } from '../simulate/goal/figure.ts';
import { meanOf } from '../simulate/tally/row-estimates.ts';
import { openSampler } from '../simulate/sample.ts';
import { VERSION } from '../version.ts';
import { aloneIn } from './candidates.ts';
import { figuresByDraw } from './draw-by-draw.ts';
import { judgingDraws, withDrawsOf } from './draws.ts';
import { modelNotes } from './model-notes.ts';
import { quantityRow } from './quantity-row.ts';
import type { Read } from './run.ts';
import type { RunOptions } from './run-options.ts';
import type { Engine } from './engine.ts';

/** What is asked of each channel alone, in the order of `Brought`. */
const INGREDIENTS: readonly Ingredient[] = ['customers', 'margin', 'profit', 'cashCost', 'fullCost'];
/** Scores within rounding of the highest are the highest, too. */
const ALIKE = 1e-9;

/**
 * Channels ranked by the scorecard of the file: criteria that the file tells are scored between the worst and the best channel, others
 * as the planner typed them.
 *
 * @throws ScenarioError  when the file has no scorecard
 */
export async function screen(engine: Engine, { scenario, echo }: Read, options: RunOptions = {}): Promise<Scorecard> {
  const { screening } = scenario;
  if (screening === undefined) throw noScorecard();
  const model = compile(scenario, options.stresses);
  const draws = judgingDraws(withDrawsOf(() => model, options));
  const criteria = Object.keys(screening.weights).filter((name) => screening.weights[name]! > 0);
  const weights = criteria.map((name) => screening.weights[name]!);
  const block = openSampler(model, draws).block(0, draws.draws);
  const plan = todaysPlan(model);
  const alone = model.channels.map((_, c) => aloneIn(model, plan, c));
  const figures = INGREDIENTS.map((name): Figure => ({ weights: { [name]: 1 }, ofPlanOnly: true }));
  const rows = await figuresByDraw(engine, model, alone, figures, draws, options);
  const measured = model.channels.map(({ name }, c): Measured => {
    const spend = totalSpend(alone[c]!);
    const [customers, margin, profit, cash, full] = rows[c]!;
    const brought = { customers: customers!, margin: margin!, profit: profit!, cash: cash!, full: full!, spend };
    return { spend, values: valuesOf(model, c, scenario.channels[name]!, block, brought) };
  });
  const cards = criteria.map((criterion) => cardOf(criterion, screening, model, measured));
  const totals = model.channels.map((_, c) =>
    scoresOf(
      cards.map((card) => card[c]!.rows),
      weights,
      draws.draws,
    ),
  );
  const channels = model.channels.map(({ name }, c): ScreenedChannel => {
    const scores = cards.map((card) => card[c]!.score);
    const score = weightedScore(
      scores.map((each) => ('score' in each ? each.score : undefined)),
      weights,
    );
    return {
      name,
      ...(score === undefined ? {} : { score }),
      first: meanOf(isFirst(totals, c)),
      spend: measured[c]!.spend,
      scores,
    };
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    engine: VERSION,
    scenario: scenarioFacts(scenario, model),
    draws: { seed: draws.seed, method: draws.method, judging: draws.draws },
    criteria: criteria.map((name, k) => ({ name, share: weights[k]! / all })),
    channels: channels.toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0)),
    assumptions: echo,
    notes: modelNotes(scenario, model, options.stresses),
  };
}

function noScorecard(): ScenarioError {
  const advice =
    'Say what counts: `screening: { weights: { cost: 3, precision: 2, competition: 1 }, channels: { search: { competition: 2 } } }`.';
  return new ScenarioError([{ severity: 'error', path: 'screening', message: 'the file has no scorecard', advice }]);
}

/** What a channel alone leads to, draw by draw. */
interface Brought {
  readonly customers: Row;
  readonly margin: Row;
  readonly profit: Row;
  readonly cash: Row;
  readonly full: Row;
  readonly spend: number;
}

interface Measured {
  readonly spend: number;
  readonly values: Readonly<Partial<Record<MeasuredCriterion, Value>>>;
}

/** The value over all draws and in each. */
interface Value {
  readonly whole: number;
  readonly rows: Row;
}

function valuesOf(model: Model, c: number, channel: Channel, block: Block, brought: Brought): Measured['values'] {
  const { customers, margin, profit, cash, full, spend } = brought;
  const sum = (row: Row) => row.reduce((total, value) => total + value, 0);
  const over = (above: Row, below: Row): Value | undefined =>
    sum(below) > 0
      ? { whole: sum(above) / sum(below), rows: above.map((value, i) => quotient(value, below[i]!)) }
      : undefined;
  // What all channels share, such as the value of an order, must not differ by how many customers go with it.
  const perCustomer = (what: Row): Value | undefined => {
    const all = over(what, customers);
    if (all === undefined) return undefined;
    const known = all.rows.filter((_, i) => customers[i]! > 0);
    return { whole: sum(known) / known.length, rows: all.rows };
  };
  const people = full.map((value, i) => value - cash[i]!);
  const { audience, precision } = model.channels[c]!;
  // Where one channel takes time, those that take none are said to.
  const knowsTime = model.channels.some(({ hours }) => hours.length > 0);
  const rates = channel.funnel.map(({ key, rate }) =>
    quantityRow(model, block, `channels.${model.channels[c]!.name}.funnel.${key}`, rate),
  );
  const inTarget = audience.length > 0 ? audience.map(({ share }) => rowOf(block, share)) : [rowOf(block, precision)];
  const knowsTarget = audience.length > 0 || channel.precision !== undefined;
  const one = constantRow(block, 1);
  return withoutMissing({
    cost: over(full, customers),
    time: knowsTime ? perCustomer(people) : undefined,
    value: sum(margin) > 0 ? perCustomer(margin) : undefined,
    return:
      spend > 0
        ? over(
            profit.map((value) => value / spend),
            one,
          )
        : undefined,
    conversion: rates.length === 0 ? undefined : over(product(rates), one),
    precision: knowsTarget ? over(total(inTarget), one) : undefined,
  });
}

/** Money without a customer is the dearest; no money without a customer says nothing good. */
function quotient(above: number, below: number): number {
  return below > 0 ? above / below : above > 0 ? Infinity : 0;
}

function withoutMissing(values: Readonly<Record<MeasuredCriterion, Value | undefined>>): Measured['values'] {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function product(rows: readonly Row[]): Row {
  return rows.reduce((so, row) => so.map((value, i) => value * row[i]!));
}

function total(rows: readonly Row[]): Row {
  return rows.reduce((so, row) => so.map((value, i) => value + row[i]!));
}

/** One criterion of one channel: what is shown, and its score in each draw; undefined where it is not known. */
interface Scored {
  readonly score: CriterionScore;
  readonly rows: Row | number | undefined;
}

/** Criteria of which less is better. */
const COSTS: ReadonlySet<string> = new Set<MeasuredCriterion>(['cost', 'time']);

/** One criterion of all channels. A typed score goes before data. */
function cardOf(
  criterion: string,
  { channels }: Screening,
  model: Model,
  measured: readonly Measured[],
): readonly Scored[] {
  const typed = model.channels.map(({ name }) => channels?.[name]?.[criterion]);
  const values = measured.map((each, c) =>
    Object.hasOwn(measuredCriteria, criterion) && typed[c] === undefined
      ? each.values[criterion as MeasuredCriterion]
      : undefined,
  );
  const wholes = values.flatMap((value) => (value === undefined ? [] : [value.whole]));
  const [low, high] = [Math.min(...wholes), Math.max(...wholes)];
  const [worst, best] = COSTS.has(criterion) ? [high, low] : [low, high];
  return values.map((value, c): Scored => {
    const own = typed[c];
    if (own !== undefined) return { score: { from: 'typed', score: own }, rows: own };
    if (value === undefined) return { score: { from: 'missing' }, rows: undefined };
    const score = scoreBetween(value.whole, worst, best);
    return {
      score: { from: 'data', value: value.whole, score },
      rows: value.rows.map((each) => scoreBetween(each, worst, best)),
    };
  });
}

/** The score of a channel in each draw; nothing where no criterion is known. */
function scoresOf(rows: readonly Scored['rows'][], weights: readonly number[], draws: number): Row {
  return Float64Array.from(
    { length: draws },
    (_, i) =>
      weightedScore(
        rows.map((row) => (typeof row === 'object' ? row[i]! : row)),
        weights,
      ) ?? 0,
  );
}

/** The share of the first place that a channel has in each draw: those alike share it. */
function isFirst(totals: readonly Row[], c: number): Row {
  return totals[c]!.map((own, i) => {
    const highest = totals.reduce((most, row) => Math.max(most, row[i]!), -Infinity);
    if (own < highest - ALIKE) return 0;
    return 1 / totals.filter((row) => row[i]! >= highest - ALIKE).length;
  });
}

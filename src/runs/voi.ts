import { candidatePlans } from './candidates.ts';
import { againstBest } from '../compare/best.ts';
import type { DrawRequest, Estimate, Model, Plan } from '../domain.ts';
import { byDraw, figuresByDraw } from './draw-by-draw.ts';
import { checkFits, drawsTold, judgingDraws, plansOfAssumptions } from './draws.ts';
import { refusal, ScenarioError } from '../errors.ts';
import type { Row } from '../families.ts';
import { scoresOf } from '../information/basis.ts';
import { beliefOf } from '../information/belief.ts';
import type { AfterPilot, InformationValue, PilotOfChannel, PilotSize } from '../information/information-value.ts';
import { counted, weightsAfter } from '../information/pilot.ts';
import { bestOf, openRules } from '../information/rule-value.ts';
import { modelNotes } from './model-notes.ts';
import { goalFigure } from '../optimize/wishes/wishes.ts';
import { plainGoal } from './plain-goal.ts';
import { REPLICATES } from '../random/points.ts';
import { scenarioFacts } from '../report/facts.ts';
import type { Engine, Read, RunOptions } from './run.ts';
import { compile } from '../scenario/compile/compile.ts';
import { unknownName } from '../scenario/unknown-name.ts';
import { searchDraws } from './search.ts';
import { effectiveDraws, weightedMean } from '../sensitivity/weights.ts';
import type { Figure } from '../simulate/figure.ts';
import { ofReplicates } from '../simulate/estimate.ts';
import { modelParts } from '../simulate/model-parts.ts';
import { meanOf } from '../simulate/row-estimates.ts';
import { openSampler } from '../simulate/sample.ts';
import { stoppedNotes } from './stopping.ts';
import { testedPlan } from './tested-plan.ts';
import { inTurns } from './turns.ts';
import { VERSION } from '../version.ts';

/** A pilot that is thought of, or was run. */
export interface PilotWish {
  readonly channel: string;
  /** How many periods it runs. */
  readonly periods?: number;
  /** Media in all. */
  readonly spend?: number;
  /** What it brought, where it was run. */
  readonly customers?: number;
  readonly leads?: number;
}

/** Channels for which pilots are thought through when none is asked for. */
const MOST_PILOTS = 3;
/** Sizes that are tried: periods, and the share of a period's usual spend. */
const SIZES = [
  { periods: 1, share: 0.25 },
  { periods: 2, share: 0.5 },
  { periods: 4, share: 0.5 },
  { periods: 4, share: 1 },
  { periods: 8, share: 1 },
] as const;
const MOST_MOVED = 5;
/** With fewer effective draws than these the beliefs after a pilot are too coarse to be told. */
const FEWEST = 64;

/**
 * What knowing more before deciding would be worth: everything, all about a channel, one assumption, or the result of a pilot; and what a
 * pilot that was run changes. Decisions are between the recommended plan and plans for worlds in which a channel works better or
 * worse, by the mean of the goal's figure.
 *
 * @throws ScenarioError  when there is no recommended plan, or for a pilot in no channel or of no size
 */
export async function valueOfInformation(
  engine: Engine,
  { scenario, echo }: Read,
  pilot?: PilotWish,
  options: RunOptions = {},
): Promise<InformationValue> {
  const figure = plainGoal(scenario.goal);
  const model = compile(scenario, options.stresses);
  const asked = pilot === undefined ? undefined : { ...pilot, at: channelAt(model, pilot.channel) };
  const draws = judgingDraws({ draws: USUAL_DRAWS, ...options });
  checkFits(model, 2 + plansOfAssumptions(model), draws.draws);
  const recommended = await testedPlan(engine, scenario, model, 'recommended', options);
  const plans = await candidatePlans(engine, scenario, model, recommended, options);
  const stopped = stoppedNotes(options, true);
  const rows = await byDraw(engine, model, plans, goalFigure(figure), draws, options);
  const values = openSampler(model, draws).block(0, draws.draws).rows.slice(0, model.assumptions.length);
  const scores = values.map(scoresOf);
  const worth = openRules(rows);
  const worthOf = (known: (id: string) => boolean) => worth(scores.filter((_, k) => known(model.assumptions[k]!.id)));
  const uncertain = model.channels.filter(({ name }) => model.assumptions.some(({ id }) => isOf(name, id)));
  const found = await inTurns(uncertain, options, ({ name }) => ({
    channel: name,
    value: worthOf((id) => isOf(name, id)),
  }));
  const channels = found.toSorted(byWorth);
  const context: Context = { engine, model, plans, worth, draws, options };
  const piloted =
    asked === undefined
      ? channels
          .filter(({ value }) => value.value > CLEAR * value.standardError)
          .slice(0, MOST_PILOTS)
          .map(({ channel }) => model.channels.findIndex(({ name }) => name === channel))
      : [asked.at];
  const pilots = await inTurns(piloted, options, (channel) => pilotsOf(context, channel, asked));
  const after = asked?.customers === undefined ? undefined : await afterPilot(context, asked, values, rows);
  const assumptions = await inTurns(model.assumptions, options, ({ id }) => ({
    id,
    value: worthOf((other) => other === id),
  }));
  return {
    engine: VERSION,
    scenario: scenarioFacts(scenario, model),
    figure,
    draws: drawsTold(draws, searchDraws(options)),
    plans: plans.map(({ name }, k) => ({ name, mean: meanOf(rows[k]!) })),
    perfect: meanOf(againstBest(rows).regret[bestOf(rows)]!),
    channels,
    assumptions: assumptions.filter(({ value }) => value.value > CLEAR * value.standardError).toSorted(byWorth),
    pilots,
    ...(after === undefined ? {} : { after }),
    ...(stopped.length === 0 ? {} : { incomplete: true }),
    notes: [...stopped, ...modelNotes(scenario, model, options.stresses)],
    echo,
  };
}

/** What a signal tells is known much less exactly than what a plan brings. */
const USUAL_DRAWS = 8192;
/** Standard errors by which a value must clear zero. */
const CLEAR = 2;

interface Context {
  readonly engine: Engine;
  readonly model: Model;
  readonly plans: readonly Plan[];
  /** What choosing between the plans by signals is worth, from the signals' scores. */
  readonly worth: (scores: readonly Row[]) => Estimate;
  readonly draws: DrawRequest;
  readonly options: RunOptions;
}

/** Whether a path is that of something about a channel. */
function isOf(channel: string, path: string): boolean {
  return path.startsWith(`channels.${channel}.`);
}

function byWorth(a: { readonly value: Estimate }, b: { readonly value: Estimate }): number {
  return b.value.value - a.value.value;
}

function channelAt({ channels }: Model, name: string): number {
  const names = channels.map((channel) => channel.name);
  const at = names.indexOf(name);
  if (at >= 0) return at;
  throw new ScenarioError([unknownName('pilot', 'channel', name, names)]);
}

async function pilotsOf(context: Context, channel: number, asked: PilotWish | undefined): Promise<PilotOfChannel> {
  const { model } = context;
  const usual = usualSpend(context, channel);
  const wished =
    asked?.spend === undefined && asked?.periods === undefined
      ? SIZES.filter(({ periods }) => periods <= model.periods).map(({ periods, share }) => ({
          periods,
          spend: periods * share * usual,
        }))
      : [sizeOf(model, asked, usual)];
  const brought = await broughtBy(context, channel, wished);
  const sizes = wished.map((size, k) => pilotOf(context, channel, size, brought[k]!));
  const best = smallestOfBest(sizes);
  const { net, value } = sizes[best]!;
  const pays = net > 0 && value.value > CLEAR * value.standardError;
  return { channel: model.channels[channel]!.name, sizes, ...(pays ? { best } : {}) };
}

/** The smallest pilot with as much left as any, as far as noise lets one tell. */
function smallestOfBest(sizes: readonly PilotSize[]): number {
  const most = sizes.reduce((a, b) => (b.net > a.net ? b : a));
  return sizes.findIndex(
    ({ net, value }) => net >= most.net - CLEAR * Math.max(value.standardError, most.value.standardError),
  );
}

/** Media per period in the recommended plan; today's, or an even share of all, where it has none there. */
function usualSpend({ model, plans }: Context, channel: number): number {
  const total = (spend: Float64Array) => spend.reduce((sum, amount) => sum + amount, 0);
  const [plan] = plans;
  const own = total(plan!.spend[channel]!) || total(model.channels[channel]!.plan);
  const all = plan!.spend.reduce((sum, spend) => sum + total(spend), 0);
  return (own > 0 ? own : all / model.channels.length) / model.periods;
}

function sizeOf(model: Model, { periods = Math.min(4, model.periods), spend }: PilotWish, usual: number) {
  if (!(Number.isInteger(periods) && periods >= 1 && periods <= model.periods)) {
    throw refusal('pilot', `a pilot runs 1 to ${model.periods} ${model.unit}s, got ${periods}`);
  }
  if (spend !== undefined && !(spend > 0)) throw refusal('pilot', `a pilot must spend more than 0, got ${spend}`);
  return { periods, spend: spend ?? periods * usual };
}

/** How long a pilot runs, and its media in all. */
type Size = Pick<PilotSize, 'periods' | 'spend'>;

/** What a pilot should bring, cost and be worth. */
function pilotOf(
  { model, worth, draws }: Context,
  channel: number,
  { periods, spend }: Size,
  { profit, counts }: Brought,
): PilotSize {
  const { name } = model.channels[channel]!;
  const signals = counts.map((row, k) => counted(row, `${name}, ${COUNTS[k]}`, draws.seed));
  const value = worth(signals.map(scoresOf));
  const gain = meanOf(profit);
  const cost = { value: -gain.value, standardError: gain.standardError };
  return {
    periods,
    spend,
    customers: meanOf(counts[0]!).value,
    cost,
    value,
    net: value.value - Math.max(0, cost.value),
  };
}

/** What a pilot counts. */
const COUNTS = ['customers', 'leads'] as const;

/** What a pilot should bring in each draw. */
interface Brought {
  readonly profit: Row;
  /** Customers, and leads where the channel counts them. */
  readonly counts: readonly Row[];
}

/** Figures of plans of nothing but the pilot, draw by draw: of the part of the model that its channel belongs to. */
async function broughtBy(
  { engine, model, draws, options }: Context,
  channel: number,
  sizes: readonly Size[],
): Promise<readonly Brought[]> {
  const names = ['profit', ...(model.channels[channel]!.countsLeads ? COUNTS : COUNTS.slice(0, 1))] as const;
  const figures = names.map((name): Figure => ({ weights: { [name]: 1 }, ofPlanOnly: true }));
  const brought: Brought[] = [];
  for (const { periods, spend } of sizes) {
    const part = modelParts(withHoursOf(model, channel, periods)).find(({ channels }) => channels.includes(channel))!;
    const plan: Plan = {
      name: 'pilot',
      spend: part.channels.map((c) =>
        Float64Array.from({ length: model.periods }, (_, t) => (c === channel && t < periods ? spend / periods : 0)),
      ),
    };
    const [rows] = await figuresByDraw(engine, part.model, [plan], figures, draws, options);
    const [profit, ...counts] = rows as readonly [Row, ...Row[]];
    brought.push({ profit, counts });
  }
  return brought;
}

/** The model in which the hours that a channel takes in every period of a plan are those of the pilot's periods. */
function withHoursOf(model: Model, channel: number, periods: number): Model {
  const share = periods / model.periods;
  return {
    ...model,
    channels: model.channels.map((each, c) =>
      c === channel
        ? {
            ...each,
            hours: each.hours.map((role) =>
              'constant' in role.perPeriod
                ? { ...role, perPeriod: { constant: role.perPeriod.constant * share } }
                : role,
            ),
          }
        : each,
    ),
  };
}

/** Beliefs, and the best plan, after what a pilot brought. */
async function afterPilot(
  context: Context,
  asked: PilotWish & { readonly at: number },
  values: readonly Row[],
  rows: readonly Row[],
): Promise<AfterPilot> {
  const { model } = context;
  const { at, customers = 0, leads } = asked;
  const [brought] = await broughtBy(context, at, [sizeOf(model, asked, usualSpend(context, at))]);
  const expected = brought!.counts;
  if (leads !== undefined && expected.length < 2) {
    throw refusal(
      'pilot',
      `the channel ${asked.channel} counts no leads`,
      'Leave them out, or give its funnel a lead stage.',
    );
  }
  const counts = leads === undefined ? [customers] : [customers, leads];
  const weights = weightsAfter(expected.slice(0, counts.length), counts);
  const effective = weights === undefined ? 0 : effectiveDraws(weights);
  if (weights === undefined || effective < FEWEST) {
    throw refusal(
      'pilot',
      `the result of the pilot lies outside what the file holds possible: ${Math.round(effective)} draws are left`,
      'Widen the ranges of this channel, or ask for more draws.',
    );
  }
  const equal = new Float64Array(weights.length).fill(1 / weights.length);
  const moved = model.assumptions
    .map(({ id }, k) => ({ id, before: beliefOf(values[k]!, equal), after: beliefOf(values[k]!, weights) }))
    .toSorted((a, b) => shift(b) - shift(a))
    .slice(0, MOST_MOVED);
  const means = rows.map((row) => weightedEstimate(row, weights));
  const best = means.reduce((most, { value }, k) => (value > means[most]!.value ? k : most), 0);
  return {
    channel: asked.channel,
    counts: { customers, ...(leads === undefined ? {} : { leads }) },
    effective,
    customers: { before: beliefOf(expected[0]!, equal), after: beliefOf(expected[0]!, weights) },
    moved,
    means,
    best: { before: bestOf(rows), after: best },
  };
}

/** How far a belief has moved, in widths of its range. */
function shift({ before, after }: AfterPilot['moved'][number]): number {
  const width = before.range[1] - before.range[0];
  return width > 0 ? Math.abs(after.mean - before.mean) / width : 0;
}

function weightedEstimate(row: Row, weights: Row) {
  const parts = Array.from({ length: REPLICATES }, (_, r) => {
    let [sum, total] = [0, 0];
    for (let i = r; i < row.length; i += REPLICATES) {
      sum += weights[i]! * row[i]!;
      total += weights[i]!;
    }
    return total > 0 ? sum / total : undefined;
  }).filter((part) => part !== undefined);
  return ofReplicates(weightedMean(row, weights), parts);
}

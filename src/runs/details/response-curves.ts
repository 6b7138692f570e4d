import type { ChannelModel, Model, NearOptimal, Plan } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import type { Brought, BroughtFigure } from '../../simulate/summary/brought.ts';
import { hasScarcePeople } from '../../simulate/conditions/capacity.ts';
import { chunksOf } from '../../simulate/chunk.ts';
import { mean } from '../../statistics/mean.ts';
import { bandOf, type Band } from './band.ts';
import type { DetailDraws } from './course.ts';

/** What a channel adds to the plan at different spends, the other channels as in the plan. Over the whole plan. */
export interface ResponseCurve {
  readonly channel: string;
  readonly figure: BroughtFigure;
  /** By rising spend, from 0. */
  readonly points: readonly CurvePoint[];
  /** Indices of the points with today's and the plan's spend. */
  readonly today: number;
  readonly plan: number;
  /** Largest spend that the file has data for, where its curve is a table. */
  readonly observed?: number;
}

export interface CurvePoint extends Band {
  readonly spend: number;
  readonly mean: number;
}

/** Even steps from nothing to the largest spend shown. */
const STEPS = 14;
/** Spend shown, as a multiple of the largest that anyone speaks of. */
const ROOM = 1.3;

/** The curve of each channel around a plan. */
export async function responseCurves(
  draws: DetailDraws,
  today: Plan,
  plan: Plan,
  ranges: NearOptimal | undefined,
): Promise<readonly ResponseCurve[]> {
  const { model } = draws.payload;
  const figure: BroughtFigure = model.goal.maximize === 'customers' ? 'customers' : 'revenue';
  const spends = model.channels.map((_, c) =>
    spendsShown(total(today.spend[c]!), total(plan.spend[c]!), ranges?.channels[c]?.most.total ?? 0),
  );
  const added = await addedBy(draws, plan, spends, figure);
  return model.channels.map((channel, c) => ({
    channel: channel.name,
    figure,
    points: spends[c]!.map((spend, k) => ({ spend, mean: mean(added[c]![k]!), ...bandOf(added[c]![k]!) })),
    today: spends[c]!.indexOf(total(today.spend[c]!)),
    plan: spends[c]!.indexOf(total(plan.spend[c]!)),
    ...observedIn(model, channel),
  }));
}

/** What each channel adds at each of its spends, by draw: as many spends for each. */
async function addedBy(
  draws: DetailDraws,
  plan: Plan,
  spends: readonly (readonly number[])[],
  figure: BroughtFigure,
): Promise<readonly (readonly Row[])[]> {
  const { model } = draws.payload;
  const at = (c: number, spend: number) => spread(model.channels[c]!, plan.spend[c]!, spend, model);
  if (!interact(model)) {
    // Each channel brings its own, so all may be moved at once.
    const plans = spends[0]!.map((_, k) => ({ name: '', spend: spends.map((own, c) => at(c, own[k]!)) }));
    const brought = await askChannels(draws, plans, figure);
    return spends.map((_, c) => brought.map((channels) => less(channels[c]!, brought[0]![c]!)));
  }
  const moved = spends.map((own, c) => own.map((spend) => ({ name: '', spend: plan.spend.with(c, at(c, spend)) })));
  const brought = await askTotals(draws, moved, figure);
  return brought.map((own) => own.map((row) => less(row, own[0]!)));
}

/** What each plan brings in all, by draw; of many plans this is far quicker than what each channel brings. */
async function askTotals(
  { engine, key, payload, signal }: DetailDraws,
  plans: readonly (readonly Plan[])[],
  figure: BroughtFigure,
): Promise<readonly (readonly Row[])[]> {
  const [range] = chunksOf(payload.draws.draws);
  const figures = [{ weights: { [figure]: 1 } }];
  const rows = await engine.pool.run(
    { kind: 'rows', key, payload, requests: plans.map((some) => ({ plans: some, figures, range: range! })) },
    signal === undefined ? {} : { signal },
  );
  return rows.map((own) => own.map(([row]) => row!));
}

/** What each channel brings in each plan, by draw. */
async function askChannels(
  { engine, key, payload, signal }: DetailDraws,
  plans: readonly Plan[],
  figure: BroughtFigure,
): Promise<readonly Brought[]> {
  const [range] = chunksOf(payload.draws.draws);
  const [brought] = await engine.pool.run(
    { kind: 'brought', key, payload, requests: [{ plans, figure, range: range! }] },
    signal === undefined ? {} : { signal },
  );
  return brought!;
}

/** Whether what one channel brings depends on what others spend. */
function interact(model: Model): boolean {
  return model.segments.length > 0 || hasScarcePeople(model) || model.channels.some(({ halo }) => halo.length > 0);
}

/** From nothing on in even steps, today's and the plan's spend among them. */
function spendsShown(today: number, plan: number, most: number): readonly number[] {
  const end = ROOM * Math.max(today, plan, most) || 1;
  const even = Array.from({ length: STEPS + 1 }, (_, k) => (k / STEPS) * end);
  return [...even, today, plan].toSorted((a, b) => a - b);
}

/** So much money, spread over the periods as the plan spreads it; where it has none, as today's does, or evenly. */
function spread(channel: ChannelModel, plan: Float64Array, spend: number, { periods }: Model): Float64Array {
  const shape = [plan, channel.plan].find((amounts) => total(amounts) > 0);
  if (shape === undefined) return new Float64Array(periods).fill(spend / periods);
  return shape.map((amount) => (amount / total(shape)) * spend);
}

function observedIn({ periods }: Model, { response }: ChannelModel): { readonly observed?: number } {
  const last = response.points.at(-1)?.[0];
  return last === undefined ? {} : { observed: last * periods };
}

function total(amounts: Float64Array): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

function less(row: Row, base: Row): Row {
  return row.map((value, i) => value - base[i]!);
}

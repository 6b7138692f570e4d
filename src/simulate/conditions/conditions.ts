import type { ChannelModel, Model } from '../../domain.ts';
import type { RowsByPeriod } from '../../carryover/spread.ts';
import { areShared, weightsOf, type CarryWeights } from '../../carryover/weights.ts';
import type { CompiledWeights } from '../../families/carryover.ts';
import type { Row } from '../../domain/row.ts';
import { ceilingFactor, observedFactor } from '../../responses/observed.ts';
import { responses } from '../../responses/table.ts';
import { again, constantRow, filledRow, isConstant, newRow, rowOf, type Block } from '../block/block.ts';
import { insideTarget } from './audience.ts';
import { baselineTotals, type BaselineTotals } from './baseline.ts';
import { costPerSpend } from './costs.ts';
import { difference, product, ratio } from '../block/rows.ts';
import { shockFactors, type ShockFactors } from './shocks.ts';
import { unitWorth, type UnitWorth } from './worth.ts';

/** Everything about a block of draws that no plan changes: made once, used for every plan that is evaluated in it. */
export interface Conditions {
  readonly block: Block;
  readonly channels: readonly ChannelConditions[];
  readonly baseline: BaselineTotals;
}

export interface ChannelConditions {
  readonly shocks: ShockFactors;
  /** Effective spend bought by one unit of spend, by period of the plan. */
  readonly buying: RowsByPeriod;
  readonly carry: CarryWeights;
  /** What starts to work: of spend before the plan, then by one unit of spend in each period of it. */
  readonly arrivals: RowsByPeriod;
  /** Parameter rows of the response curve as its family wants them. */
  readonly curve: readonly Row[];
  /** Customers (or money) per unit of saturated effective spend. */
  readonly efficiency: Row;
  readonly worth: UnitWorth;
  /** Share of the effect that belongs to the target: targeting precision. */
  readonly inside: Row;
  /** What one more unit of spend costs in all: media, agency, hours. */
  readonly costPerSpend: Row;
}

/** See {@link Conditions}. */
export function conditionsOf(model: Model, block: Block): Conditions {
  const shocks = shockFactors(model, block);
  return {
    block,
    baseline: baselineTotals(model, block),
    channels: model.channels.map((channel, c) => {
      const rows = channel.response.parameters.map((source) => rowOf(block, source));
      const ceilings = givenCeilings(channel, block, rows);
      const curve = preparedCurve(channel, block, rows, ceilings);
      const buying = buyingFactor(model, channel, block, shocks[c]!);
      const carry = carryWeights(channel, block);
      return {
        shocks: shocks[c]!,
        buying,
        carry,
        arrivals: arrivalsIn(block, carry, buying, channel.carryIn),
        curve,
        efficiency: efficiencyRow(channel, block, { parameters: rows, prepared: curve, ceilings }),
        worth: unitWorth(model, channel, block),
        inside: insideTarget(channel, block),
        costPerSpend: costPerSpend(model, channel, block),
      };
    }),
  };
}

/**
 * Effective spend (reference currency) per unit of spend: reference price over price, price season, what shocks do to
 * the price, and whether and when a partner delivers.
 */
function buyingFactor(model: Model, channel: ChannelModel, block: Block, shocks: ShockFactors): RowsByPeriod {
  const perDraw = product(block, referencePerPrice(channel, block), rowOf(block, channel.delivery.delivers));
  const delay = isConstant(channel.delivery.startDelay, 0) ? undefined : rowOf(block, channel.delivery.startDelay);
  const rows = Array.from({ length: model.periods }, (_, t): Row => {
    const price = shocks.price?.[t];
    const on = shocks.on?.[t];
    const running = delay && runningIn(block, t, delay);
    const begun = running === undefined ? perDraw : product(block, perDraw, running);
    const priced = price === undefined ? begun : ratio(block, begun, price);
    return on === undefined ? priced : product(block, priced, on);
  });
  return { rows, scale: channel.priceFactor };
}

/** The share of a period in which a partner delivers who begins so many periods late. */
function runningIn(block: Block, t: number, delay: Row): Row {
  return filledRow(block, (row) => {
    for (let i = 0; i < row.length; i++) row[i] = Math.max(0, Math.min(1, t + 1 - delay[i]!));
  });
}

function referencePerPrice({ price }: ChannelModel, block: Block): Row {
  if (price === undefined) return constantRow(block, 1);
  return ratio(block, constantRow(block, price.reference), rowOf(block, price.amount));
}

/**
 * What starts to work in each period before the plan and of it.
 *
 * @param before  what was bought in the periods before the plan, the same in every draw, the most recent last
 */
function arrivalsIn(
  block: Block,
  carry: CarryWeights,
  { rows, scale }: RowsByPeriod,
  before: Float64Array,
): RowsByPeriod {
  const once = carry.kind === 'fading' ? carry.gain : constantRow(block, 1);
  const own = carry.kind === 'fading' ? rows.map((row) => product(block, row, carry.gain)) : rows;
  return {
    rows: [...Array.from<Row>({ length: before.length }).fill(once), ...own],
    scale: Float64Array.of(...before, ...scale),
  };
}

/** How the channel's spend is spread over lags in this block. */
function carryWeights(channel: ChannelModel, block: Block): CarryWeights {
  const { family, normalize, lags } = channel.carryover;
  const parameters = channel.carryover.parameters.map((source) => rowOf(block, source));
  if (!channel.carryover.parameters.every((source) => 'constant' in source)) {
    // What is alike in these draws by chance need not be in others.
    const differ = () => !areShared(parameters, block.count);
    if (differ()) again(block, differ);
    else block.room?.kernel.byHand();
  }
  return weightsOf(
    {
      family,
      parameters,
      normalize,
      ...(lags === undefined ? {} : { lags }),
    },
    block.count,
    {
      constant: (value) => constantRow(block, value),
      difference: (a, b) => difference(block, a, b),
      weights: (...asked) => compiledWeights(block, ...asked),
    },
  );
}

/** Weights of a window by lag and draw: made by the kernel where the rows stand in its memory, of an even number of draws. */
function compiledWeights(
  { room, count }: Block,
  by: CompiledWeights,
  parameters: readonly Row[],
  lags: number,
  normalize: boolean,
): Float64Array | undefined {
  if (room === undefined || count % 2 === 1) return undefined;
  const weights = room.row((lags + 1) * count);
  const addresses = parameters.map((row) => room.addressOf(row));
  const to = room.addressOf(weights);
  if (to === undefined || !addresses.every((address) => address !== undefined)) return undefined;
  room.kernel.release();
  room.kernel.code[by](room.kernel.putTable(addresses), lags, normalize, to, 8 * count);
  return weights;
}

/**
 * Ceilings of a response curve that stand in for its own: where the scenario says how much a channel can bring, efficiency is that,
 * and the curve the share of it, so that nothing is multiplied by what is then divided out again.
 */
function givenCeilings({ response }: ChannelModel, block: Block, rows: readonly Row[]): Row | undefined {
  if (response.ceiling === undefined) return undefined;
  const takes = () => responses[response.family]!.takesCeilings?.(rows) === true;
  const given = takes() ? constantRow(block, 1) : undefined;
  again(block, () => takes() === (given !== undefined));
  return given;
}

/** Parameter rows of a response curve as its family wants them: made by the kernel where they stand in its memory. */
function preparedCurve(
  channel: ChannelModel,
  block: Block,
  rows: readonly Row[],
  ceilings: Row | undefined,
): readonly Row[] {
  const family = responses[channel.response.family]!;
  const { room } = block;
  const compiled = room && family.prepared?.(rows, ceilings);
  if (compiled !== undefined) {
    again(block, () => family.prepared?.(rows, ceilings)?.by === compiled.by);
    const made = Array.from({ length: compiled.rows }, () => newRow(block));
    const addresses = [...rows, ...made].map((row) => room!.addressOf(row));
    if (addresses.every((address) => address !== undefined)) {
      room!.kernel.release();
      room!.kernel.code[compiled.by](room!.kernel.putTable(addresses), block.count);
      return compiled.all?.(made) ?? made;
    }
  }
  const prepared = family.prepare?.(rows, ceilings);
  if (prepared === undefined || room === undefined) return prepared ?? rows;
  const made = prepared.map((row) => (rows.includes(row) || row === ceilings ? row : newRow(block)));
  again(block, () => {
    const anew = family.prepare!(rows, ceilings);
    anew.forEach((row, k) => row !== made[k] && made[k]?.set(row));
    return anew.length === made.length;
  });
  return made;
}

interface CurveRows {
  readonly parameters: readonly Row[];
  /** As the family wants them. */
  readonly prepared: readonly Row[];
  /** See {@link givenCeilings}. */
  readonly ceilings: Row | undefined;
}

function efficiencyRow(channel: ChannelModel, block: Block, { parameters, prepared, ceilings: given }: CurveRows): Row {
  const quoted = channel.efficiency.reduce(
    (row, source) => product(block, row, rowOf(block, source)),
    constantRow(block, channel.unitsPerCurrency),
  );
  const { response } = channel;
  if (response.ceiling === undefined && response.observedAt === undefined) return quoted;
  const family = responses[response.family]!;
  const ceilings = given ?? family.ceilings?.(prepared);
  if (response.ceiling !== undefined && ceilings !== undefined) {
    return ratio(block, product(block, quoted, rowOf(block, response.ceiling)), ceilings);
  }
  const curve = { family, parameters, prepared, points: response.points };
  const ceiling = response.ceiling && rowOf(block, response.ceiling);
  return filledRow(block, (row) => {
    row.set(quoted);
    if (ceiling !== undefined) ceilingFactor(curve, ceiling, row);
    else if (response.observedAt !== undefined) observedFactor(curve, response.observedAt, row);
  });
}

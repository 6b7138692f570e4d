import type { RowsByPeriod } from '../../carryover/spread.ts';
import type { CarryWeights } from '../../carryover/weights.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Address } from '../../kernel/address.ts';
import type { Place, Tile } from '../../kernel/place.ts';
import { responses } from '../../responses/table.ts';
import type { SaturateInput } from './saturate-input.ts';
import type { EnvelopeLine } from './envelope-line.ts';

/** One channel in the kernel's memory. */
export interface PlacedChannel {
  readonly carry: PlacedCarry;
  /** Filled by `saturate` for the draws of a tile: a row for each period of the plan and of the channel's tail. */
  readonly value: Address;
  /** 0 where only values are asked for. */
  readonly slope: Address;
  /** As the plain `saturate`, with the same bits. */
  saturate(tile: Tile): void;
  /**
   * As the plain `eachAtWork`: fills rows of a tile at `to` with what is at work when what arrives comes `scale` times,
   * in the periods before the plan and those of it.
   */
  spread(scale: Address, to: Address, tile: Tile): void;
}

/** How the effect of spend is spread over periods; `nothing` where all of it works at once and is then forgotten. */
export type PlacedCarry =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'fading'; readonly retention: Address }
  | { readonly kind: 'window'; readonly lags: number; readonly weights: Address; readonly lagStride: number };

/**
 * See {@link PlacedChannel}; what has been put before stays where it is.
 *
 * @param asked  whether slopes are asked for, or where tables of value and slope stand; there is no envelope without slopes
 */
export function placeChannel(
  kernel: Kernel,
  place: Place,
  input: SaturateInput,
  asked: 'values' | 'slopes' | Readonly<Record<'value' | 'slope', Address>>,
): PlacedChannel {
  const { channel, periods, count } = input;
  const { stride } = place;
  const rows = periods + channel.tail;
  const carry = placeCarry(kernel, place, input);
  const arrivals = placeRows(kernel, place, input.arrivals);
  const before = input.arrivals.rows.length - periods;
  const spend = place.tile(rows);
  const { value, slope } =
    typeof asked === 'object' ? asked : { value: place.tile(rows), slope: asked === 'slopes' ? place.tile(rows) : 0 };
  const respond = placeCurve(kernel, place, input, spend, value, slope);
  const raises = input.envelope?.map((line) => placeLine(kernel, place, line, rows, count)) ?? [];
  const { code } = kernel;
  const { tail } = channel;
  const spread: PlacedChannel['spread'] = (scale, to, { bytes, offset }) => {
    const from = arrivals.rows;
    if (carry.kind === 'nothing') {
      code.carryNothing(from + 4 * before, scale + 8 * before, periods, tail, to, stride, bytes, offset);
    } else if (carry.kind === 'fading') {
      code.carryFading(from, scale, before, periods, tail, carry.retention, to, stride, bytes, offset);
    } else {
      const { weights, lagStride, lags } = carry;
      code.carryWindow(from, scale, before, periods, tail, weights, lagStride, lags, to, stride, bytes, offset);
    }
  };
  return {
    carry,
    value,
    slope,
    saturate(tile) {
      spread(arrivals.scale, spend, tile);
      respond(tile);
      for (const raise of raises) raise(tile, spend, value, slope);
    },
    spread,
  };
}

/** Numbers by period in the kernel's memory: a table of rows and a row of factors. */
export interface PlacedRows {
  readonly rows: Address;
  readonly scale: Address;
}

/** Rows of a worth (`'factor'`) count for nothing beyond the last draw. */
export function placeRows(
  kernel: Kernel,
  place: Place,
  { rows, scale }: RowsByPeriod,
  kind: 'row' | 'factor' = 'row',
): PlacedRows {
  return { rows: place.table(rows.map((row) => place[kind](row))), scale: kernel.put(scale) };
}

function placeCarry(kernel: Kernel, place: Place, { conditions: { carry }, count }: SaturateInput): PlacedCarry {
  if (carry.kind === 'fading') {
    return carry.forgets ? { kind: 'nothing' } : { kind: 'fading', retention: place.row(carry.retention) };
  }
  return placeWindow(kernel, place, carry, count);
}

/** The weights of lags. */
export function placeWindow(
  kernel: Kernel,
  place: Place,
  { lags, weights, shared }: Extract<CarryWeights, { kind: 'window' }>,
  count: number,
): Extract<PlacedCarry, { kind: 'window' }> {
  if (shared) return { kind: 'window', lags, weights: kernel.put(weights), lagStride: 0 };
  const ofLags = Array.from({ length: lags + 1 }, (_, lag) =>
    place.row(weights.subarray(lag * count, (lag + 1) * count)),
  );
  return { kind: 'window', lags, weights: ofLags[0]!, lagStride: lags === 0 ? 8 : ofLags[1]! - ofLags[0]! };
}

/** The compiled curve, or the family's own, draw by draw, where it has none. */
function placeCurve(
  kernel: Kernel,
  place: Place,
  { channel, conditions, periods }: SaturateInput,
  spend: Address,
  value: Address,
  slope: Address,
): (tile: Tile) => void {
  const family = responses[channel.response.family]!;
  const rows = periods + channel.tail;
  const { stride } = place;
  const compiled = family.compiled?.(conditions.curve);
  if (compiled !== undefined) {
    const parameters = place.table(conditions.curve.map((row) => place.row(row)));
    const curve = kernel.code[compiled];
    return ({ bytes, offset }) => curve(spend, value, slope, stride, rows, bytes, parameters, offset);
  }
  const { points } = channel.response;
  const slopes = slope === 0 ? place.tile(rows) : slope;
  const respond = ({ from, width, bytes }: Tile): void => {
    const parameters = conditions.curve.map((row) => row.subarray(from, from + width));
    for (let t = 0; t < rows; t++) {
      const own = (start: Address) =>
        kernel.numbers().subarray((start + t * stride) / 8, (start + t * stride) / 8 + width);
      family.respond({ spend: own(spend), parameters, points }, own(value), own(slopes));
      if (8 * width === bytes) continue;
      for (const start of [value, slopes]) kernel.numbers()[(start + t * stride) / 8 + width] = 0;
    }
  };
  return (tile) => kernel.also(() => respond(tile));
}

/** `raiseToEnvelope` with one of its lines, for the draws of a tile. */
function placeLine(kernel: Kernel, place: Place, envelope: EnvelopeLine, rows: number, count: number) {
  const { until, base, slope: line, lift } = envelope;
  const { stride } = place;
  const parts = [until, base, line, lift].map((table) => ({ table, at: place.tile(rows) }));
  const [first, second, third, fourth] = parts.map(({ at }) => at) as [Address, Address, Address, Address];
  return ({ from, width, bytes }: Tile, spend: Address, value: Address, slope: Address): void => {
    const numbers = kernel.numbers();
    for (const { table, at } of parts) {
      for (let t = 0; t < rows; t++) {
        const start = t * count + from;
        numbers.set(table.subarray(start, start + width), (at + t * stride) / 8);
        if (8 * width !== bytes) numbers[(at + t * stride) / 8 + width] = 0;
      }
    }
    kernel.code.raiseRows(spend, value, slope, stride, bytes, rows, first, second, third, fourth);
  };
}

import type { ChannelModel, Model } from '../../domain.ts';
import { allAtWork, type RowsByPeriod } from '../../carryover/spread.ts';
import type { Row } from '../../domain/row.ts';
import { responses } from '../../responses/table.ts';
import { isBent } from './bend.ts';
import type { ChannelConditions, Conditions } from '../conditions/conditions.ts';
import { arrivalsOfPlan } from './effective-spend.ts';
import { envelopeOfTable } from './envelope-of-table.ts';
import { fresh, type Memory } from '../block/memory.ts';
import type { PlanBox } from '../block/plan-box.ts';
import { plainTables } from './table-code.ts';
import { volumesOf } from './volume.ts';
import type { Envelope } from './envelope-line.ts';

/** Envelopes of a block by channel and bounds of spend, the one used longest ago first. */
export type KnownEnvelopes = Map<string, Envelope>;

/** Of each channel so many envelopes are remembered: a part of a search space differs from another in few channels. */
const KEPT_PER_CHANNEL = 4;
/** More of them where they are small, up to so many numbers in a block: searches by column come back to all intervals of a column. */
const NUMBERS_KEPT = 1_048_576;

/**
 * See {@link Envelope}; undefined for channels whose curve is concave in every draw of the block.
 *
 * @param memory  to work in; nothing of the result is there
 */
export function envelopesOf(
  model: Model,
  conditions: Conditions,
  box: PlanBox,
  known: KnownEnvelopes,
  memory: Memory,
): readonly (Envelope | undefined)[] {
  const bent = model.channels.map((channel) => isBent(channel, conditions.block));
  if (!bent.includes(true)) return bent.map(() => undefined);
  const [least, most] = [box.lower, box.upper].map((plan) =>
    arrivalsOfPlan(model, volumesOf(model, plan), conditions, fresh, plainTables(fresh)),
  );
  const { count } = conditions.block;
  return model.channels.map((channel, c) => {
    if (!bent[c]) return undefined;
    const key = boundsOf(model, box, c);
    const before = known.get(key);
    if (before !== undefined) {
      known.delete(key);
      known.set(key, before);
      return before;
    }
    const own = conditions.channels[c]!;
    const atWork = (arrivals: RowsByPeriod) =>
      allAtWork(own.carry, { arrivals, count, periods: model.periods, tail: channel.tail });
    const between = channel.response.points.length > 0 ? envelopeOfTable : envelopeOfCurve;
    const envelope = memory.lend(() => between(channel, own, atWork(least![c]!), atWork(most![c]!), count, memory));
    const mostKept = Math.max(KEPT_PER_CHANNEL * model.channels.length, NUMBERS_KEPT / numbersIn(envelope));
    for (const oldest of known.keys()) {
      if (known.size < mostKept) break;
      known.delete(oldest);
    }
    known.set(key, envelope);
    return envelope;
  });
}

function numbersIn(envelope: Envelope): number {
  return envelope.reduce((sum, line) => sum + Object.keys(line).length * line.until.length, 1);
}

/** All that the envelope of a channel depends on within a block: its own spend, and that of channels that work for it. */
function boundsOf({ channels }: Model, { lower, upper }: PlanBox, c: number): string {
  const sources = channels.flatMap(({ halo }, from) => (from === c || halo.some(({ to }) => to === c) ? [from] : []));
  return `${c}:${sources.map((from) => `${lower.spend[from]!.join()};${upper.spend[from]!.join()}`).join('|')}`;
}

/** A box narrower than this share of its upper end has no use for an envelope. */
const NARROW = 1e-9;
/** How far into a box, as a share of it, a curve is looked at to see whether it starts out concave. */
const FIRST_LOOK = 1e-4;
/** The same from where there is nothing, as small numbers are exact there. */
const FIRST_LOOK_FROM_NOTHING = 1e-9;
/** The interval in which the line from the lower end touches the curve, as a share of its upper end. */
const TOUCH_WIDTH = 1e-5;
/** Far more steps than any curve takes: every eighth halves the interval. */
const MOST_STEPS = 200;
/** The slope of a line to either end of that interval is below the largest by no more: its error is of second order. */
const SLOPE_ROUNDING = 1e-9;

/**
 * The line from the lower end that touches the curve where it is concave: at z the slope of the curve is that of the
 * line to it. Where the curve is still steeper than that at the upper end, the line goes there.
 */
function envelopeOfCurve(
  channel: ChannelModel,
  { curve }: ChannelConditions,
  lower: Float64Array,
  upper: Float64Array,
  count: number,
  memory: Memory,
): Envelope {
  const size = lower.length;
  const [until, base, slope, lift] = [0, 0, 0, 0].map(() => new Float64Array(size)) as [Row, Row, Row, Row];
  until.fill(-Infinity);
  const respond = (spend: Row, value: Row, steep: Row): void =>
    responses[channel.response.family]!.respond(
      { spend, parameters: curve, points: channel.response.points },
      value,
      steep,
    );
  const row = () => memory.table(1, count)[0]!;
  const [atLow, value, steep] = [row(), row(), row()];
  const [near, far, atNear, atFar] = [row(), row(), row(), row()];
  for (let from = 0; from < size; from += count) {
    const low = lower.subarray(from, from + count);
    const high = upper.subarray(from, from + count);
    respond(low, atLow, steep);
    /** See {@link overshoot}: of a tangent at `spend`, after `respond` there. */
    const over = (i: number, spend: number) => overshoot(steep[i]!, spend - low[i]!, value[i]! - atLow[i]!);
    respond(high, value, steep);
    const touches = new Uint8Array(count);
    for (let i = 0; i < count; i++) {
      const at = from + i;
      if (high[i]! - low[i]! <= NARROW * high[i]!) continue;
      touches[i] = 1;
      atFar[i] = over(i, high[i]!);
      if (atFar[i]! < 0) continue;
      touches[i] = 0;
      until[at] = Infinity;
      slope[at] = (value[i]! - atLow[i]!) / (high[i]! - low[i]!);
    }
    for (let i = 0; i < count; i++) {
      // Above a floor, what so little spend adds would be rounding.
      const isExact = low[i] === 0 && atLow[i] === 0;
      near[i] = low[i]! + (isExact ? FIRST_LOOK_FROM_NOTHING : FIRST_LOOK) * (high[i]! - low[i]!);
      far[i] = high[i]!;
    }
    respond(near, value, steep);
    for (let i = 0; i < count; i++) {
      atNear[i] = over(i, near[i]!);
      if (atNear[i]! < 0) touches[i] = 0;
    }
    if (touches.includes(1)) {
      memory.lend(() => narrow(channel, curve, { low, atLow, near, far, atNear, atFar, touches }, memory));
      respond(near, value, steep);
      for (let i = 0; i < count; i++) slope[from + i] = touches[i] === 1 ? lineTo(near, i) : slope[from + i]!;
      respond(far, value, steep);
      for (let i = 0; i < count; i++) {
        const at = from + i;
        if (touches[i] === 0) continue;
        until[at] = far[i]!;
        slope[at] = Math.max(slope[at]!, lineTo(far, i)) * (1 + SLOPE_ROUNDING);
        lift[at] = Math.max(0, atLow[i]! + slope[at] * (far[i]! - low[i]!) - value[i]!);
      }
    }
    for (let i = 0; i < count; i++) base[from + i] = atLow[i]! - slope[from + i]! * low[i]!;

    function lineTo(spend: Row, i: number): number {
      return (value[i]! - atLow[i]!) / (spend[i]! - low[i]!);
    }
  }
  return [{ until, base, slope, lift }];
}

/**
 * How much steeper a tangent is than the line to where it touches, as a share: 0 where it is the line sought. As a share
 * it falls evenly over the whole interval, so that lines through it soon hit its zero.
 */
function overshoot(steep: number, run: number, rise: number): number {
  return rise > 0 ? (steep * run) / rise - 1 : 1;
}

/** Draws with the interval in which a line from `low` touches the curve, and how far tangents at its ends miss that. */
interface Touching {
  readonly low: Row;
  readonly atLow: Row;
  readonly near: Row;
  readonly far: Row;
  readonly atNear: Row;
  readonly atFar: Row;
  /** 1 for draws that count. */
  readonly touches: Uint8Array;
}

/** Which end of an interval moved last. */
const NEAR = 1;
const FAR = 2;

/**
 * Narrows the interval of each draw down to `TOUCH_WIDTH`, by false position with the Illinois rule: a side that stays
 * twice counts half as much. Most draws are done in a few steps and then left alone.
 */
function narrow(
  { response: { family, points } }: ChannelModel,
  curve: readonly Row[],
  { low, atLow, near, far, atNear, atFar, touches }: Touching,
  memory: Memory,
): void {
  const open: number[] = [];
  touches.forEach((yes, i) => {
    if (yes === 1) open.push(i);
  });
  const moved = new Uint8Array(touches.length);
  const ofOpen = () => memory.table(1, touches.length)[0]!;
  const [spend, value, steep] = [ofOpen(), ofOpen(), ofOpen()];
  const own = curve.map((row) => (row.length === 0 ? row : ofOpen()));
  for (let step = 0; open.length > 0 && step < MOST_STEPS; step++) {
    const first = (row: Row) => (row.length <= open.length ? row : row.subarray(0, open.length));
    open.forEach((i, k) => {
      // Halved now and then, in case nothing else brings the other end near.
      const share = step % 8 === 7 ? 0.5 : atNear[i]! / (atNear[i]! - atFar[i]!);
      spend[k] = near[i]! + (share > 0 && share < 1 ? share : 0.5) * (far[i]! - near[i]!);
    });
    own.forEach((row, p) => {
      if (row.length > 0) open.forEach((i, k) => (row[k] = curve[p]![i]!));
    });
    responses[family]!.respond({ spend: first(spend), parameters: own.map(first), points }, first(value), first(steep));
    let left = 0;
    open.forEach((i, k) => {
      const here = overshoot(steep[k]!, spend[k]! - low[i]!, value[k]! - atLow[i]!);
      if (here >= 0) {
        near[i] = spend[k]!;
        atNear[i] = here;
        if (moved[i] === NEAR) atFar[i] = atFar[i]! / 2;
        moved[i] = NEAR;
      } else {
        far[i] = spend[k]!;
        atFar[i] = here;
        if (moved[i] === FAR) atNear[i] = atNear[i]! / 2;
        moved[i] = FAR;
      }
      if (far[i]! - near[i]! > TOUCH_WIDTH * far[i]!) open[left++] = i;
    });
    open.length = left;
  }
}

/** Raises values and slopes of a curve at `spend` to its envelope, all from index `from` on of the envelope's arrays. */
export function raiseToEnvelope(envelope: Envelope, from: number, spend: Row, value: Row, steep: Row): void {
  for (const { until, base, slope, lift } of envelope) {
    for (let i = 0; i < spend.length; i++) {
      const at = from + i;
      if (spend[i]! < until[at]!) {
        value[i] = base[at]! + slope[at]! * spend[i]!;
        steep[i] = slope[at]!;
      } else value[i] = value[i]! + lift[at]!;
    }
  }
}

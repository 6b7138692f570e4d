import type { ChannelModel, Model } from '../domain.ts';
import { isConstant } from '../simulate/block/block.ts';
import type { FigureSums } from '../simulate/goal/goal.ts';
import type { FunctionPoint } from './concave/concave-problem.ts';

/**
 * How a figure splits into a sum of parts that depend on different columns: more parts, fewer rounds. Each part has its
 * own cuts.
 */
export interface Pieces {
  readonly count: number;
  /** Piece of each column. */
  readonly ofColumn: Int32Array;
}

/**
 * The finest split of the goal into parts that share no column: channels that work for each other (halo), share a
 * segment of limited size or people in limited supply belong together; any other is a part by itself, and where nothing
 * carries over each of its periods is.
 */
export function piecesOf(model: Model): Pieces {
  const { periods } = model;
  const leader = coupledTo(model);
  const ofColumn = new Int32Array(model.channels.length * periods);
  const pieceOf = new Map<number, number>();
  let count = 0;
  model.channels.forEach((channel, c) => {
    const alone = leader.filter((other) => other === leader[c]).length === 1;
    const byPeriod = alone && !channel.lasting && !fillsSegment(model, channel) && !takesFromStock(model, channel);
    for (let t = 0; t < periods; t++) {
      const known = byPeriod ? undefined : pieceOf.get(leader[c]!);
      const piece = known ?? count++;
      if (!byPeriod) pieceOf.set(leader[c]!, piece);
      ofColumn[c * periods + t] = piece;
    }
  });
  return { count, ofColumn };
}

/** A segment of limited size fills up over the whole plan, so that periods depend on each other. */
function fillsSegment(model: Model, channel: ChannelModel): boolean {
  return channel.audience.some((part) => model.segments[part.segment]!.size !== undefined);
}

/** What is sold in one period is gone in the others. */
function takesFromStock(model: Model, channel: ChannelModel): boolean {
  return channel.hours.some((role) => model.resources[role.resource]!.over === 'plan');
}

/** For each channel the first of all those whose results depend on it, directly or through others. */
function coupledTo(model: Model): readonly number[] {
  const leader = model.channels.map((_, c) => c);
  const join = (members: readonly number[]) => {
    const leaders = new Set(members.map((c) => leader[c]!));
    const first = Math.min(...leaders);
    leader.forEach((old, c) => {
      if (leaders.has(old)) leader[c] = first;
    });
  };
  model.channels.forEach((channel, c) => {
    for (const { to } of channel.halo) join([c, to]);
  });
  const users = (uses: (channel: Model['channels'][number]) => boolean) =>
    model.channels.flatMap((channel, c) => (uses(channel) ? [c] : []));
  model.segments.forEach((segment, s) => {
    if (segment.size === undefined) return;
    const members = users((channel) =>
      channel.audience.some((part) => part.segment === s && !isConstant(part.share, 0)),
    );
    if (members.length > 1) join(members);
  });
  model.resources.forEach((resource, k) => {
    if (resource.capacity === undefined) return;
    const members = users((channel) => channel.hours.some((role) => role.resource === k));
    if (members.length > 1) join(members);
  });
  return leader;
}

/** All columns as one piece: for figures that do not split, as the worst of several worlds. */
export function onePiece(model: Model): Pieces {
  return { count: 1, ofColumn: new Int32Array(model.channels.length * model.periods) };
}

/** Columns of each piece, ascending. */
export function columnsByPiece({ count, ofColumn }: Pieces): readonly Int32Array[] {
  const columns: number[][] = Array.from({ length: count }, () => []);
  ofColumn.forEach((piece, column) => columns[piece]!.push(column));
  return columns.map((own) => Int32Array.from(own));
}

/**
 * Sums over draws as means, by piece; what the tail brings belongs to the channel's last piece, what needs no spend to
 * the first.
 */
export function meansByPiece(model: Model, pieces: Pieces, sums: FigureSums, draws: number): readonly FunctionPoint[] {
  const { periods, tail } = model;
  const values = new Float64Array(pieces.count);
  values[0] = sums.baseline / draws;
  sums.cells.forEach((cell, k) => {
    const channel = Math.floor(k / (periods + tail));
    const period = Math.min(k % (periods + tail), periods - 1);
    const piece = pieces.ofColumn[channel * periods + period]!;
    values[piece] = values[piece]! + cell / draws;
  });
  return columnsByPiece(pieces).map((columns, piece) => ({
    value: values[piece]!,
    slope: Float64Array.from(columns, (column) => sums.gradient[column]! / draws),
  }));
}

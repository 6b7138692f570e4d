import type { Model } from '../domain.ts';
import { overlaps } from '../simulate/audience.ts';
import type { GoalSums } from '../simulate/goal.ts';
import type { OracleAnswer, Pieces } from './oracle.ts';

/**
 * The finest split of the goal into parts that share no column: by channel and period where nothing carries over, by
 * channel where something does, and in one where channels share an audience, people in limited supply, or a halo.
 */
export function piecesOf(model: Model): Pieces {
  const { periods } = model;
  const ofColumn = new Int32Array(model.channels.length * periods);
  const coupled =
    overlaps(model) ||
    model.channels.some((channel) => channel.halo.length > 0) ||
    model.resources.some((resource) => resource.capacity !== undefined);
  if (coupled) return { count: 1, ofColumn };
  let count = 0;
  model.channels.forEach((channel, c) => {
    const lasting = channel.carryover.family !== 'none';
    for (let t = 0; t < periods; t++) {
      ofColumn[c * periods + t] = count;
      if (!lasting) count += 1;
    }
    if (lasting) count += 1;
  });
  return { count, ofColumn };
}

/** Sums over draws as means, by piece; what the tail brings belongs to the channel's last piece. */
export function answerOf(model: Model, pieces: Pieces, sums: GoalSums, draws: number): OracleAnswer {
  const { periods, tail } = model;
  const values = new Float64Array(pieces.count);
  sums.cells.forEach((cell, k) => {
    const channel = Math.floor(k / (periods + tail));
    const period = Math.min(k % (periods + tail), periods - 1);
    const piece = pieces.ofColumn[channel * periods + period]!;
    values[piece] = values[piece]! + cell / draws;
  });
  const constant = sums.baseline / draws;
  return {
    value: values.reduce((sum, value) => sum + value, constant),
    pieces: values,
    constant,
    gradient: sums.gradient.map((slope) => slope / draws),
  };
}

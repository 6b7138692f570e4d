import type { Model } from '../../domain.ts';
import type { Conditions } from '../conditions/conditions.ts';
import { envelopesOf, type KnownEnvelopes } from '../channel/envelope.ts';
import { type Envelope } from '../channel/envelope-line.ts';
import { fresh, type Memory } from '../block/memory.ts';
import type { PlanBox } from '../block/plan-box.ts';
import { arrivingOf, openPools, pooledBox, type KnownPools, type PooledBox } from './pooled-bound.ts';
import { canPool } from './pools.ts';
import { sharedBoxOf, type SharedBox } from './shared-box.ts';
import { volumesOf } from '../channel/volume.ts';

/** What takes the place of a model within a box, nowhere below it and concave. */
export interface Relaxation {
  readonly box: PlanBox;
  /** By channel; undefined where the curve itself will do. */
  readonly envelopes: readonly (Envelope | undefined)[];
  /** By channel; what else is nowhere below it, where draws can be pooled: of the two, what is less all in all. */
  readonly pools: readonly (PooledBox | undefined)[];
  /** Between what effects lie, where what channels share is bounded. */
  readonly shared: SharedBox | undefined;
}

/** What is known of a block from earlier boxes. */
export interface KnownRelaxations {
  readonly envelopes: KnownEnvelopes;
  /** By channel. */
  readonly pools: Map<number, KnownPools>;
}

/** Of a block that is new. */
export function nothingKnown(): KnownRelaxations {
  return { envelopes: new Map(), pools: new Map() };
}

/**
 * See {@link Relaxation}.
 *
 * @param known   of the same block, from earlier calls; added to
 * @param memory  to work in; nothing of the result is there
 */
export function relaxationOf(
  model: Model,
  conditions: Conditions,
  box: PlanBox,
  known: KnownRelaxations = nothingKnown(),
  memory: Memory = fresh,
): Relaxation {
  const envelopes = envelopesOf(model, conditions, box, known.envelopes, memory);
  return {
    box,
    envelopes,
    pools: box.pooled === true ? poolsIn(model, conditions, box, envelopes, known.pools) : [],
    shared: box.shared === true ? sharedBoxOf(model, conditions, box) : undefined,
  };
}

function poolsIn(
  model: Model,
  { channels }: Conditions,
  { lower, upper }: PlanBox,
  envelopes: Relaxation['envelopes'],
  known: KnownRelaxations['pools'],
): Relaxation['pools'] {
  const [least, most] = [volumesOf(model, lower), volumesOf(model, upper)];
  return model.channels.map((channel, c) => {
    const own = channels[c]!;
    if (envelopes[c] === undefined || !canPool(channel, own)) return undefined;
    let pools = known.get(c);
    if (pools === undefined) known.set(c, (pools = openPools(own, model.periods, channel.tail)));
    return pooledBox(pools, arrivingOf(own, least.amount[c]!), arrivingOf(own, most.amount[c]!));
  });
}

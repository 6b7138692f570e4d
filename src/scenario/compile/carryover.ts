import type { Channel, ChannelModel, Source } from '../../domain.ts';
import { carryovers } from '../../carryover/table.ts';
import { parameterSources } from './parameters.ts';
import type { Registry } from './registry.ts';

/** The tail never makes a run more than about three times as long as a plan of a year in weeks, unless asked to. */
export const LONGEST_TAIL = 104;
/** A share of 0.1 % of the effect may be left when the tail ends. */
const TAIL_SHARE = 1e-3;

/**
 * Periods after a spend in which it still works, but for 0.1 % of its effect, with its parameters at their 5 %, 50 % or
 * 95 % quantiles, whichever lasts longest; Infinity without an end.
 */
export function reachOf(channel: Channel, name: string, registry: Registry): number {
  const family = carryovers[channel.carryover.curve]!;
  const sources = carryoverSources(channel, name, registry);
  const reach = [0.05, 0.5, 0.95].map((p) =>
    family.reach(
      sources.map((source) => registry.quantileOf(source, p)),
      TAIL_SHARE,
    ),
  );
  return Math.min(channel.carryover.lags ?? Infinity, Math.ceil(Math.max(...reach)));
}

/** A channel's carry-over, and whether any effect comes later than its spend. */
export function carryoverModel(
  channel: Channel,
  name: string,
  registry: Registry,
): Pick<ChannelModel, 'carryover' | 'lasting'> {
  const { curve, normalize } = channel.carryover;
  const parameters = carryoverSources(channel, name, registry);
  const reach = reachOf(channel, name, registry);
  return {
    carryover: { family: curve, parameters, normalize, ...longestLag(channel, reach) },
    lasting: isLasting(channel, parameters, reach),
  };
}

function carryoverSources({ carryover }: Channel, name: string, registry: Registry): readonly Source[] {
  const { parameters } = carryovers[carryover.curve]!;
  return parameterSources(`channels.${name}.carryover`, parameters, carryover.parameters, registry);
}

/** Only a carry-over that fades at a constant rate can do without a longest lag. */
function longestLag({ carryover: { lags, curve } }: Channel, reach: number): { readonly lags?: number } {
  if (lags !== undefined) return { lags };
  return carryovers[curve]!.retention === undefined ? { lags: Math.min(LONGEST_TAIL, reach) } : {};
}

/** Whether any effect at all comes later than its spend: also one too small for a tail links periods to each other. */
function isLasting({ carryover: { curve, lags } }: Channel, parameters: readonly Source[], reach: number): boolean {
  if (lags === 0) return false;
  const values = parameters.flatMap((source) => ('constant' in source ? [source.constant] : []));
  if (values.length < parameters.length) return true;
  const weights = new Float64Array(1 + (lags ?? Math.max(1, Math.min(LONGEST_TAIL, reach))));
  carryovers[curve]!.weights(values, weights);
  return weights.subarray(1).some((weight) => weight > 0);
}

import type { Channel, ChannelModel } from '../../domain.ts';
import { metalogFromMeanAndInterval } from '../../distributions/elicit.ts';
import { responses } from '../../responses/table.ts';
import { bandedPoint } from '../band.ts';
import { showExactly } from '../quantity/shown.ts';
import type { Quantity } from '../quantity/types.ts';
import { parameterSources } from './parameters.ts';
import type { Registry } from './registry.ts';

/** A channel's response curve. */
export function responseModel(
  channel: Channel,
  name: string,
  registry: Registry,
  notes: string[],
): ChannelModel['response'] {
  const { response } = channel;
  const at = `channels.${name}.response`;
  const band = response.points.some((point) => point.length > 2);
  const given = band ? { ...response.parameters, multiplier: heightOf(channel, name, notes) } : response.parameters;
  return {
    family: response.curve,
    parameters: parameterSources(at, responses[response.curve]!.parameters, given, registry),
    points: response.points.map((point) => point.slice(0, 2)),
    of: response.of,
    ...(response.observedAt === undefined ? {} : { observedAt: response.observedAt }),
    ...(response.ceiling === undefined ? {} : { ceiling: registry.source(`${at}.ceiling`, response.ceiling) }),
  };
}

/**
 * The uncertain height of a tabulated curve with a 90 % band: one factor per draw for the whole curve, with mean 1 and
 * the band's ends at the point nearest today's spend.
 */
function heightOf(channel: Channel, name: string, notes: string[]): Quantity {
  const { spend, response: middle, low, high } = bandedPoint(channel.response.points, channel.plan)!;
  const fitted = metalogFromMeanAndInterval(1, low / middle, high / middle, { low: 0 });
  if (!fitted.ok)
    throw new Error(`band of channels.${name}.response: ${fitted.why}, which the reader should have refused`);
  const banded = channel.response.points.filter((point) => point.length === 4 && point[1]! > 0);
  const widest = Math.max(...banded.map((point) => Math.abs(point[3]! / point[1]! - high / middle)));
  notes.push(
    `${name}: the curve's 90 % band is taken at ${showExactly(spend, 'money')} as one factor for the whole curve; elsewhere the file's upper ` +
      `end differs from it by up to ${(widest * 100).toFixed(1)} % of the curve.`,
  );
  const text = `90 % band at spend ${spend}`;
  return { kind: 'uncertain', text, distribution: fitted.distribution };
}

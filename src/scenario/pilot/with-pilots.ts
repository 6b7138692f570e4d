import { quantile } from '../../distributions/distribution.ts';
import { posterior, surprise } from '../../distributions/posterior.ts';
import type { Observation } from '../../families.ts';
import type { ChannelFields } from '../check/rule.ts';
import type { Parsed } from '../parse.ts';
import type { Quantity } from '../quantity/types.ts';
import { pathText, type Path } from '../text/finding.ts';
import { lessonsOf } from './lessons.ts';

/** A result this far out, in normal scores, the file holds impossible: one case in 10^15. */
export const IMPOSSIBLE = 8;

/**
 * A file in which what its pilots brought is learned: beliefs before a pilot are in the words of the planner, those after it are
 * what is drawn. Numbers that are certain or computed from others stay as they are.
 */
export function withPilots(parsed: Parsed): Parsed {
  const changed = new Map<string, Quantity>();
  const channels = Object.fromEntries(
    Object.entries(parsed.file.channels).map(([name, channel]) => [
      name,
      learned(channel, (path, after) => changed.set(pathText(['channels', name, ...path]), after)),
    ]),
  );
  if (changed.size === 0) return parsed;
  return {
    ...parsed,
    file: { ...parsed.file, channels },
    numbers: parsed.numbers.map((number) => {
      const value = changed.get(pathText(number.path));
      return value === undefined ? number : { ...number, value };
    }),
  };
}

function learned(channel: ChannelFields, tell: (path: Path, after: Quantity) => void): ChannelFields {
  return lessonsOf(channel).reduce<ChannelFields>((so, { path, seen }) => {
    const before = quantityAt(so, path);
    const after = before === undefined ? undefined : afterPilot(before, seen);
    if (before === undefined || after === undefined) return so;
    tell(path, after);
    const [section, key] = path;
    if (section === 'funnel') return { ...so, funnel: { ...so.funnel, [key!]: after } };
    if (section === 'efficiency') return { ...so, efficiency: after };
    // The curve was quoted at the price believed then.
    const reference = so.price!.reference ?? middleOf(before);
    return { ...so, price: { ...so.price, [key!]: after, reference } };
  }, channel);
}

/** The number of a channel that a lesson is about. */
export function quantityAt(channel: ChannelFields, [section, key]: readonly string[]): Quantity | undefined {
  if (section === 'funnel') return channel.funnel?.[key!];
  return section === 'efficiency' ? channel.efficiency : channel.price?.[key as 'cpc'];
}

function afterPilot(before: Quantity, seen: Observation): Quantity | undefined {
  if (before.kind !== 'uncertain') return undefined;
  const after = posterior(before.distribution, seen);
  if (surprise(before.distribution, seen, after) > IMPOSSIBLE) return undefined;
  return { ...before, distribution: after, learned: { before: before.distribution, seen } };
}

function middleOf(quantity: Quantity): number {
  return quantity.kind === 'uncertain' ? quantile(quantity.distribution, 0.5) : 0;
}

import type { Model, Plan, Source } from '../domain.ts';
import { isConstant } from './block/block.ts';

/** Some channels of a model: a model of its own, whose figures add up with those of the other parts. */
export interface ModelPart {
  readonly model: Model;
  /** Places of its channels in the whole. */
  readonly channels: readonly number[];
  /** Places of the assumptions that its figures depend on, and beyond them of what formulas make of them. */
  readonly reads: ReadonlySet<number>;
}

/**
 * A model in parts that do nothing to each other: channels that work for each other (halo), win customers in the same
 * segment of limited size, or need the same people in limited supply, stay together. What needs no spend is a part without channels.
 */
export function modelParts(model: Model): readonly ModelPart[] {
  const parts = channelsTogether(model).map((channels) => ({ channels, model: onlyChannels(model, channels) }));
  const spontaneous = isConstant(model.baseline.customers, 0) ? [] : [{ channels: [], model: withoutChannels(model) }];
  return [...parts, ...spontaneous].map((part) => ({ ...part, reads: assumptionsRead(part.model) }));
}

/** What a plan spends in the channels of a part. */
export function planOfPart({ name, spend }: Plan, { channels }: ModelPart): Plan {
  return { name, spend: channels.map((c) => spend[c]!) };
}

/** Places of channels by part, ascending. */
function channelsTogether({ channels, segments, resources }: Model): readonly (readonly number[])[] {
  const group = channels.map((_, c) => c);
  const join = (all: readonly number[]): void => {
    const joined = new Set(all.map((c) => group[c]!));
    const first = Math.min(...joined);
    group.forEach((own, c) => {
      if (joined.has(own)) group[c] = first;
    });
  };
  const those = (holds: (channel: Model['channels'][number]) => boolean) =>
    channels.flatMap((channel, c) => (holds(channel) ? [c] : []));
  channels.forEach(({ halo }, c) => join([c, ...halo.map(({ to }) => to)]));
  segments.forEach(({ size }, s) => {
    if (size !== undefined) join(those(({ audience }) => audience.some(({ segment }) => segment === s)));
  });
  resources.forEach(({ capacity }, r) => {
    if (capacity !== undefined) join(those(({ hours }) => hours.some(({ resource }) => resource === r)));
  });
  return [...new Set(group)].map((own) => group.flatMap((each, c) => (each === own ? [c] : [])));
}

function onlyChannels(model: Model, members: readonly number[]): Model {
  const place = (channel: number) => members.indexOf(channel);
  return {
    ...model,
    channels: members.map((c) => {
      const channel = model.channels[c]!;
      return { ...channel, halo: channel.halo.map((halo) => ({ ...halo, to: place(halo.to) })) };
    }),
    shocks: model.shocks.map((shock) => ({
      ...shock,
      multiply: shock.multiply.flatMap((each) =>
        members.includes(each.channel) ? [{ ...each, channel: place(each.channel) }] : [],
      ),
      switchOff: shock.switchOff.filter((channel) => members.includes(channel)).map(place),
    })),
    baseline: { ...model.baseline, customers: { constant: 0 } },
  };
}

function withoutChannels(model: Model): Model {
  return { ...model, channels: [], shocks: [] };
}

function assumptionsRead(part: Model): ReadonlySet<number> {
  const { assumptions, derived, channels, segments, resources, shocks, baseline } = part;
  const found = new Set<number>();
  const add = (source: Source): void => {
    if (!('row' in source) || found.has(source.row)) return;
    found.add(source.row);
    derived[source.row - assumptions.length]?.uses.forEach(add);
  };
  sourcesIn(channels).forEach(add);
  if (!isConstant(baseline.customers, 0)) sourcesIn(baseline).forEach(add);
  sourcesIn(channels.flatMap(({ audience }) => audience.map(({ segment }) => segments[segment]))).forEach(add);
  sourcesIn(channels.flatMap(({ hours }) => hours.map(({ resource }) => resources[resource]))).forEach(add);
  sourcesIn(shocks.filter(({ multiply, switchOff }) => multiply.length + switchOff.length > 0)).forEach(add);
  return found;
}

/** Everything in plain data that stands for a row of numbers. */
function sourcesIn(data: unknown): readonly Source[] {
  if (typeof data !== 'object' || data === null || ArrayBuffer.isView(data)) return [];
  if ('row' in data && typeof data.row === 'number') return [{ row: data.row }];
  return Object.values(data).flatMap(sourcesIn);
}

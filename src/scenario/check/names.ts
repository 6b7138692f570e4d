import type { Fault } from '../fault.ts';
import { shockTarget } from '../schema/shocks.ts';
import type { Path } from '../text/finding.ts';
import { channelsOf, error, unknownName, warning, type Facts } from './rule.ts';

/** Groups, halo and shocks speak of channels and currencies that there are. */
export function* channelsExist({ file, names }: Facts): Generator<Fault> {
  for (const [name, group] of Object.entries(file.groups ?? {})) {
    yield* knownChannels(['groups', name, 'channels'], group.channels, names.channels);
  }
  for (const { channel, at } of channelsOf(file)) {
    for (const other of Object.keys(channel.halo ?? {})) {
      yield* unknownName([...at, 'halo', other], other, names.channels, 'channel', { inName: true });
    }
  }
  for (const section of ['events', 'stresses'] as const) {
    for (const [name, shock] of Object.entries(file[section] ?? {})) {
      const at = [section, name];
      yield* knownChannels([...at, 'switchOff'], shock.switchOff ?? [], names.channels);
      for (const key of Object.keys(shock.multiply ?? {})) {
        const { what, ...hit } = shockTarget(key)!;
        const [kind, name, known] =
          'currency' in hit ? ['currency', hit.currency, names.currencies] : ['channel', hit.channel, names.channels];
        if (name === '*') continue;
        for (const fault of unknownName([...at, 'multiply', key], name, known, kind, { inName: true })) {
          yield fault.replacement === undefined ? fault : { ...fault, replacement: `${fault.replacement}.${what}` };
        }
      }
    }
  }
}

function* knownChannels(path: Path, listed: readonly string[], known: readonly string[] | undefined): Generator<Fault> {
  for (const [place, name] of listed.entries()) {
    const at = [...path, place];
    if (listed.indexOf(name) < place)
      yield error(at, `names the channel \`${name}\` twice`, { advice: 'Delete one of the two.' });
    else yield* unknownName(at, name, known, 'channel');
  }
}

/** A reader, a spreadsheet and an import take names for one that differ in case, width or blanks only. */
export function* channelsReadApart({ file }: Facts): Generator<Fault> {
  const seen = new Map<string, string>();
  for (const { name, channel, at } of channelsOf(file)) {
    const called = channel.label ?? name;
    const read = called.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
    const other = seen.get(read);
    seen.set(read, other ?? name);
    if (other !== undefined) {
      const advice =
        'Put them together if they are one channel; otherwise give one a `label` that tells it from the other.';
      yield warning(at, `is called the same as \`${other}\`, as a reader sees it`, { advice, inName: true });
    }
  }
}

/** Audiences are of segments, and hours of resources, that there are. */
export function* segmentsAndResourcesExist({ file, names }: Facts): Generator<Fault> {
  for (const { channel, at } of channelsOf(file)) {
    for (const segment of Object.keys(channel.audience ?? {})) {
      yield* unknownName([...at, 'audience', segment], segment, names.segments, 'segment', { inName: true });
    }
    for (const role of Object.keys(channel.hours ?? {})) {
      yield* unknownName([...at, 'hours', role], role, names.resources, 'resource', { inName: true });
    }
  }
}

/** What a channel gives on to itself would be counted twice. */
export function* haloGoesElsewhere({ file }: Facts): Generator<Fault> {
  for (const { name, channel, at } of channelsOf(file)) {
    if (channel.halo !== undefined && Object.hasOwn(channel.halo, name)) {
      const advice = 'Remove it: what spend does in its own channel is said by the response.';
      yield error([...at, 'halo', name], 'is a halo of the channel on itself', { advice, inName: true });
    }
  }
}

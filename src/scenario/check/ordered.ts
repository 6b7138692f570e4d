import type { Range } from '../../domain.ts';
import type { Unit } from '../../families/parameter.ts';
import type { Fault } from '../fault.ts';
import type { Path } from '../text/finding.ts';
import { channelsOf, error, shown, type ChannelFields, type Rule } from './rule.ts';

type Amounts = number | readonly number[];

/** The fault of a range whose least is more than its most. */
export function orderedRange(path: Path, range: Range | undefined, unit: Unit = 'money'): Iterable<Fault> {
  return ordered(path, ['min', range?.min], ['max', range?.max], { unit });
}

type Limits = NonNullable<ChannelFields['limits']>;

type RangeName = { [Name in keyof Limits]-?: NonNullable<Limits[Name]> extends Range ? Name : never }[keyof Limits];

/** The same for a range in the limits of each channel. */
export const orderedInChannels = (field: RangeName, unit: Unit): Rule =>
  function* ({ file }) {
    for (const { channel, at } of channelsOf(file)) {
      yield* orderedRange([...at, 'limits', field], channel.limits?.[field], unit);
    }
  };

/** A field with what it holds. */
type Named = readonly [field: string, amounts: Amounts | undefined];

interface Ordering {
  readonly unit?: Unit;
  /** Number of periods; a list of another length is told of elsewhere. */
  readonly periods?: number | undefined;
  readonly advice?: string;
}

/** The first fault of two fields of `path`, of which the first must not be more than the second. */
export function* ordered(
  path: Path,
  [field, min]: Named,
  [limit, max]: Named,
  { unit = 'money', periods, advice = `Lower \`${field}\` or raise \`${limit}\`.` }: Ordering = {},
): Generator<Fault> {
  if (min === undefined || max === undefined) return;
  const lists = [min, max].filter((amounts) => typeof amounts === 'object');
  if (lists.some((list) => list.length !== periods)) return;
  for (let period = 0; period < (lists[0]?.length ?? 1); period++) {
    const [least, most] = [inPeriod(min, period), inPeriod(max, period)];
    if (least <= most) continue;
    const where = lists.length === 0 ? '' : ` in period ${period + 1}`;
    const at = typeof min === 'number' ? [...path, field] : [...path, field, period];
    const message = `must be ${shown(most, 15, unit)} or less, which is \`${limit}\`${where}, got ${shown(least, 15, unit)}`;
    yield error(at, message, { advice });
    return;
  }
}

function inPeriod(amounts: Amounts, period: number): number {
  return typeof amounts === 'number' ? amounts : amounts[period]!;
}

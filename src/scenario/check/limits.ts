import type { Range } from '../../domain.ts';
import type { Unit } from '../../families.ts';
import type { Fault } from '../fault.ts';
import type { Path } from '../text/finding.ts';
import { channelsOf, error, shown, type Facts } from './rule.ts';

type Amounts = number | readonly number[];

/** A list has one number for each period. */
export function* listsHaveAllPeriods({ file, periods }: Facts): Generator<Fault> {
  const lists: readonly { readonly path: Path; readonly amounts: unknown }[] = [
    { path: ['budget', 'perPeriod'], amounts: file.budget.perPeriod },
    { path: ['budget', 'perPeriodAtMost'], amounts: file.budget.perPeriodAtMost },
    { path: ['pattern'], amounts: file.pattern },
    ...channelsOf(file).flatMap(({ channel: { plan, limits = {} }, at }) => [
      { path: [...at, 'plan'], amounts: plan },
      ...(['min', 'max', 'fixed', 'committed', 'pattern'] as const).map((field) => ({
        path: [...at, 'limits', field],
        amounts: limits[field],
      })),
    ]),
  ];
  for (const { path, amounts } of lists) {
    if (periods === undefined || !Array.isArray(amounts) || amounts.length === periods) continue;
    const other = path.at(-1) === 'pattern' ? '`today`' : 'one number for every period';
    const isOne = periods === 1;
    const advice = isOne ? `Give 1 number, or ${other}.` : `Give ${periods} numbers, or ${other}.`;
    const message = isOne
      ? `must have one number for the only period, got ${amounts.length}`
      : `must have one number for each of the ${periods} periods, got ${amounts.length}`;
    yield error(path, message, { advice });
  }
}

/** What is wanted at least is not more than what is wanted at most. */
export function* leastIsNotMost({ file, periods }: Facts): Generator<Fault> {
  const { total, atLeast, atMost, perPeriod, perPeriodAtMost } = file.budget;
  yield* ordered(['budget'], ['atLeast', atLeast], ['atMost', atMost]);
  if (total === undefined)
    yield* ordered(['budget'], ['perPeriod', perPeriod], ['perPeriodAtMost', perPeriodAtMost], { periods });
  for (const { channel, at } of channelsOf(file)) {
    const { min, max, fixed, committed, minIfUsed, ...ranges } = channel.limits ?? {};
    const path = [...at, 'limits'];
    yield* ordered(path, ['min', min], ['max', max], { periods });
    yield* ordered(path, ['committed', committed], max === undefined ? ['fixed', fixed] : ['max', max], { periods });
    // In a period with less there is nothing; with less in all of them, the channel is never used.
    yield* ordered(path, ['minIfUsed', minIfUsed], ['max', typeof max === 'object' ? Math.max(...max) : max]);
    yield* orderedRange([...path, 'total'], ranges.total);
    yield* orderedRange([...path, 'share'], ranges.share, 'rate');
    yield* orderedRange([...path, 'change'], ranges.change, 'rate');
  }
  for (const [name, { total, perPeriod, share }] of Object.entries(file.groups ?? {})) {
    yield* orderedRange(['groups', name, 'total'], total);
    yield* orderedRange(['groups', name, 'perPeriod'], perPeriod);
    yield* orderedRange(['groups', name, 'share'], share, 'rate');
  }
  for (const [name, ratio] of Object.entries(file.ratios ?? {})) yield* orderedRange(['ratios', name], ratio, 'number');
}

function orderedRange(path: Path, range: Range | undefined, unit: Unit = 'money'): Iterable<Fault> {
  return ordered(path, ['min', range?.min], ['max', range?.max], { unit });
}

/** A field with what it holds. */
type Named = readonly [field: string, amounts: Amounts | undefined];

interface Ordering {
  readonly unit?: Unit;
  /** Number of periods; a list of another length is told of elsewhere. */
  readonly periods?: number | undefined;
}

/** The first fault of two fields of `path`, of which the first must not be more than the second. */
function* ordered(
  path: Path,
  [field, min]: Named,
  [limit, max]: Named,
  { unit = 'money', periods }: Ordering = {},
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
    const advice =
      field === 'committed'
        ? `What is bought stays bought: raise \`${limit}\`.`
        : `Lower \`${field}\` or raise \`${limit}\`.`;
    yield error(at, message, { advice });
    return;
  }
}

function inPeriod(amounts: Amounts, period: number): number {
  return typeof amounts === 'number' ? amounts : amounts[period]!;
}

/** Settled spend leaves nothing to limit. */
export function* fixedStandsAlone({ file }: Facts): Generator<Fault> {
  for (const { channel, at } of channelsOf(file)) {
    const { fixed, min, max } = channel.limits ?? {};
    if (fixed === undefined || (min === undefined && max === undefined)) continue;
    const other = min === undefined ? 'max' : 'min';
    const advice = `Keep \`fixed\`, or \`min\` and \`max\`.`;
    yield error([...at, 'limits', 'fixed'], `is given together with \`${other}\`: settled spend has no other limits`, {
      advice,
    });
  }
}

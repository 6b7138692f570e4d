import type { Unit } from '../../families.ts';
import type { Fault } from '../fault.ts';
import type { Path } from '../text/finding.ts';
import { channelsOf, error, shown, warning, type Facts } from './rule.ts';

type Amounts = number | readonly number[];

/** A list has one number for each period. */
export function* listsHaveAllPeriods({ file, periods }: Facts): Generator<Fault> {
  const lists: readonly { readonly path: Path; readonly amounts: Amounts | undefined }[] = [
    { path: ['budget', 'perPeriod'], amounts: file.budget.perPeriod },
    ...channelsOf(file).flatMap(({ channel: { plan, limits }, at }) => [
      { path: [...at, 'plan'], amounts: plan },
      { path: [...at, 'limits', 'min'], amounts: limits?.min },
      { path: [...at, 'limits', 'max'], amounts: limits?.max },
      { path: [...at, 'limits', 'fixed'], amounts: limits?.fixed },
    ]),
  ];
  for (const { path, amounts } of lists) {
    if (periods === undefined || typeof amounts !== 'object' || amounts.length === periods) continue;
    const advice = `Give ${periods} numbers, or one number for every period.`;
    yield error(path, `must have one number for each of the ${periods} periods, got ${amounts.length}`, { advice });
  }
}

/** What is wanted at least is not more than what is wanted at most. */
export function* leastIsNotMost({ file, periods }: Facts): Generator<Fault> {
  for (const { channel, at } of channelsOf(file)) {
    const { min, max, minIfUsed, total, share } = channel.limits ?? {};
    if ([min, max].every((amounts) => typeof amounts !== 'object' || amounts.length === periods)) {
      yield* ordered([...at, 'limits'], min, max, 'min');
      // In a period with less there is nothing; with less in all of them, the channel is never used.
      yield* ordered([...at, 'limits'], minIfUsed, typeof max === 'object' ? Math.max(...max) : max, 'minIfUsed');
    }
    yield* ordered([...at, 'limits', 'total'], total?.min, total?.max, 'min');
    yield* ordered([...at, 'limits', 'share'], share?.min, share?.max, 'min', 'rate');
  }
  for (const [name, group] of Object.entries(file.groups ?? {})) {
    for (const field of ['total', 'perPeriod', 'share'] as const) {
      yield* ordered(
        ['groups', name, field],
        group[field]?.min,
        group[field]?.max,
        'min',
        field === 'share' ? 'rate' : 'money',
      );
    }
  }
}

function* ordered(
  path: Path,
  min: Amounts | undefined,
  max: Amounts | undefined,
  field: string,
  unit: Unit = 'money',
): Generator<Fault> {
  if (min === undefined || max === undefined) return;
  const count = Math.max(typeof min === 'number' ? 1 : min.length, typeof max === 'number' ? 1 : max.length);
  for (let period = 0; period < count; period++) {
    const least = typeof min === 'number' ? min : min[period];
    const most = typeof max === 'number' ? max : max[period];
    if (least === undefined || most === undefined || least <= most) continue;
    const where = count === 1 ? '' : ` in period ${period + 1}`;
    const at = typeof min === 'number' ? [...path, field] : [...path, field, period];
    const advice = `Lower \`${field}\` or raise \`max\`.`;
    yield error(
      at,
      `must be ${shown(most, 15, unit)} or less, which is \`max\`${where}, got ${shown(least, 15, unit)}`,
      { advice },
    );
    return;
  }
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

/** Twice nothing is nothing. */
export function* changeNeedsPlan({ file }: Facts): Generator<Fault> {
  for (const { channel, at } of channelsOf(file)) {
    const plan = channel.plan ?? 0;
    const nothing = typeof plan === 'number' ? plan === 0 : plan.every((spend) => spend === 0);
    if (channel.limits?.maxChange === undefined || !nothing) continue;
    const advice = "Give `plan`, today's spend per period, or limit the channel with `max`.";
    yield warning([...at, 'limits', 'maxChange'], 'keeps the channel at nothing, since nothing is spent there today', {
      advice,
    });
  }
}

import type { Fault } from '../fault.ts';
import type { Path } from '../text/finding.ts';
import { channelsOf, error, type Facts } from './rule.ts';

/** A list has one number for each period: in `limits` every list of numbers is such a list. */
export function* listsHaveAllPeriods({ file, periods }: Facts): Generator<Fault> {
  const lists: readonly { readonly path: Path; readonly amounts: unknown }[] = [
    { path: ['budget', 'perPeriod'], amounts: file.budget.perPeriod },
    { path: ['budget', 'perPeriodAtMost'], amounts: file.budget.perPeriodAtMost },
    { path: ['pattern'], amounts: file.pattern },
    ...channelsOf(file).flatMap(({ channel: { plan, limits = {} }, at }) => [
      { path: [...at, 'plan'], amounts: plan },
      ...Object.entries(limits).map(([field, amounts]) => ({ path: [...at, 'limits', field], amounts })),
    ]),
  ];
  for (const { path, amounts } of lists) {
    if (periods === undefined || !isListOfNumbers(amounts) || amounts.length === periods) continue;
    const other = path.at(-1) === 'pattern' ? '`today`' : 'one number for every period';
    const isOne = periods === 1;
    const advice = isOne ? `Give 1 number, or ${other}.` : `Give ${periods} numbers, or ${other}.`;
    const message = isOne
      ? `must have one number for the only period, got ${amounts.length}`
      : `must have one number for each of the ${periods} periods, got ${amounts.length}`;
    yield error(path, message, { advice });
  }
}

function isListOfNumbers(value: unknown): value is readonly number[] {
  // An empty list may be one of something else, as of dark periods: of numbers there is at least one.
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'number');
}

import type { BindingLimit, Report } from '../../domain.ts';
import { figure, inline } from '../numbers/estimate.ts';
import { amount } from '../numbers/exact.ts';
import { roughRange } from '../numbers/rough.ts';
import { roomUnits } from './goal.ts';
import { inUnit, limitName } from './limits.ts';
import { goalWords } from './words.ts';

/** What a little more room in a limit adds to the goal. */
export interface NextUnitFacts extends Pick<BindingLimit, 'limit' | 'side'> {
  /** How much room: `1 EUR`. */
  readonly room: string;
  /** The room of which what it adds is told, where that is another: on average over `room`. */
  readonly per?: string;
  readonly mean: string;
  /** Where 90 % of the draws lie; absent where that is one figure. */
  readonly range?: readonly [low: string, high: string];
}

/** See {@link NextUnitFacts}; of the limits that were looked at. */
export function nextUnitFacts(
  { scenario: { goal, currency } }: Report,
  binding: readonly BindingLimit[],
): readonly NextUnitFacts[] {
  const units = roomUnits(goal);
  if (units === undefined) return [];
  const shown = goal.maximize === 'customers' ? 'count' : 'ratio';
  const money = (sum: number) => `${amount(sum)}\u00a0${currency}`;
  return binding.flatMap(({ limit, side, over = units, nextUnit }) => {
    if (nextUnit === undefined) return [];
    // A least amount gives room when it falls.
    const sign = side === 'most' ? units : -units;
    const mean = { value: nextUnit.mean.value * sign, standardError: nextUnit.mean.standardError * units };
    const ends = nextUnit.range.map((end) => end * sign).toSorted((a, b) => a - b) as [number, number];
    const range = roughRange(ends, shown);
    return [
      {
        limit,
        side,
        room: money(over),
        ...(over === units ? {} : { per: money(units) }),
        mean: inline(figure(mean, shown)),
        ...(range[0] === range[1] ? {} : { range }),
      },
    ];
  });
}

/** What a little more room in the most valuable limits brings, and how uncertain that is. */
export function nextUnitTexts(report: Report, binding: readonly BindingLimit[]): readonly string[] {
  const { currency, goal } = report.scenario;
  const { noun, kind } = goalWords(goal.maximize);
  const of = goal.plus === undefined ? noun : 'to the goal';
  const unit = kind === 'count' ? ` ${of}` : `\u00a0${currency} ${goal.plus === undefined ? `of ${noun}` : of}`;
  return nextUnitFacts(report, binding).map(({ limit, side, room, per, mean, range }) => {
    const what = `${side === 'most' ? 'Raising' : 'Lowering'} «${inUnit(limitName(report, limit), report.scenario)}»`;
    const each = per === undefined ? '' : ` for each ${per} of it`;
    const span = range === undefined ? '' : ` on average; in 9 of 10 draws between ${range[0]} and ${range[1]}`;
    return `${what} by ${room} adds ${mean}${unit}${each}${span}.`;
  });
}

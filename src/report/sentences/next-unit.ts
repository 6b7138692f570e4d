import type { BindingLimit, Report } from '../../domain.ts';
import { figure, inline } from '../numbers/estimate.ts';
import { amount } from '../numbers/exact.ts';
import { roughRange } from '../numbers/rough.ts';
import { roomUnits } from './goal.ts';
import { limitName } from './limits.ts';
import { goalWords } from './words.ts';

/** What a little more room in the most valuable limits brings, and how uncertain that is. */
export function nextUnitTexts(report: Report, binding: readonly BindingLimit[]): readonly string[] {
  const { currency, goal } = report.scenario;
  const units = roomUnits(goal);
  if (units === undefined) return [];
  const { noun, kind } = goalWords(goal.maximize);
  const shown = kind === 'count' ? 'count' : 'ratio';
  return binding.flatMap(({ limit, side, nextUnit }) => {
    if (nextUnit === undefined) return [];
    // A least amount gives room when it falls.
    const sign = side === 'most' ? units : -units;
    const mean = { value: nextUnit.mean.value * sign, standardError: nextUnit.mean.standardError * units };
    const ends = nextUnit.range.map((end) => end * sign).toSorted((a, b) => a - b) as [number, number];
    const [low, high] = roughRange(ends, shown);
    const of = goal.plus === undefined ? noun : 'to the goal';
    const unit = kind === 'count' ? ` ${of}` : `\u00a0${currency} ${goal.plus === undefined ? `of ${noun}` : of}`;
    return [
      `${side === 'most' ? 'Raising' : 'Lowering'} «${limitName(report, limit)}» by ${amount(units)}\u00a0${currency} adds ${inline(figure(mean, shown))}${unit} on average; in 9 of 10 draws between ${low} and ${high}.`,
    ];
  });
}

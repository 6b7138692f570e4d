import type { Report } from '../../src/domain.ts';
import { chanceOfAtLeast } from '../../src/pictures/chances.ts';
import { plansShown } from '../../src/pictures/charts/plans-shown.ts';
import { percent } from '../../src/report/numbers/exact.ts';
import { useWords } from '../languages/language.ts';
import { useCell } from '../state/use-cell.ts';
import type { LiveState } from './live-state.ts';
import { stepOf } from './trial.ts';

export interface TargetSliderProps {
  readonly live: LiveState;
  readonly report: Report;
}

/** Moves the line of the profit to be reached: its chance is counted from the draws that are there. */
export function TargetSlider({ live, report }: TargetSliderProps) {
  const { charts, views } = useWords();
  const target = useCell(live.target);
  const { profitDistribution, metrics } = report.plans[0]!;
  const { edges } = profitDistribution;
  const [low, high] = [edges[0]!, edges.at(-1)!];
  const value = target ?? metrics['profit']!.mean.value;
  const told = charts.dots.target(
    charts.short(Number(value.toPrecision(3))),
    plansShown(report, charts).map(({ name, plan }) => [
      name,
      charts.number(percent(chanceOfAtLeast(plan.profitDistribution, value), 0)),
    ]),
  );
  return (
    <label class="target">
      <span class="label">{views.live.target}</span>
      <input
        type="range"
        min={Math.min(low, value)}
        max={Math.max(high, value)}
        step={stepOf(high - low)}
        value={value}
        aria-valuetext={told}
        onInput={({ currentTarget }) => live.target.set(currentTarget.valueAsNumber)}
      />
      {target !== undefined && <output>{told}</output>}
    </label>
  );
}

import type { GoalMetric, Model } from '../../src/domain.ts';
import type { Evaluation } from '../../src/simulate/outcome/evaluate.ts';
import { figureInBlock } from '../../src/simulate/goal/figure-in-block.ts';
import { returnGradient, servedWorth } from '../../src/simulate/goal/gradient.ts';

/** Derivative of a goal by the spend of each channel, draw by draw: a row for each period of the plan. */
export function gradientOf(
  model: Model,
  evaluation: Evaluation,
  goal: GoalMetric,
): readonly (readonly Float64Array[])[] {
  const { block, channels } = evaluation.conditions;
  const figure = figureInBlock(model, evaluation.conditions, { weights: { [goal]: 1 } });
  const returns = returnGradient(model, evaluation, figure, servedWorth(model, evaluation, figure));
  return returns.map((own, c) => {
    const { buying, costPerSpend, shocks } = channels[c]!;
    const volume = evaluation.volumes.slope[c]!;
    return own.map((row, t) => {
      const on = shocks.on?.[t];
      const cost = (i: number) => costPerSpend[i]! * model.discount[t]! * (on?.[i] ?? 1);
      const bought = (i: number) => buying.scale[t]! * volume[t]! * buying.rows[t]![i]!;
      return Float64Array.from(
        { length: block.count },
        (_, i) => row[i]! * bought(i) - (goal === 'profit' ? cost(i) : 0),
      );
    });
  });
}

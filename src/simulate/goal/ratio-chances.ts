import type { Model, Target } from '../../domain.ts';
import { ratioTarget } from '../../targets/table.ts';
import { countedFor, type Counted } from './target-figure.ts';

/** Whether a target asks for the chance of a ratio, which is none of the totals of a draw. */
export function asksRatioChance({ metric, probability }: Target): boolean {
  const family = ratioTarget(metric);
  return probability !== undefined && family !== undefined && family.noChance === undefined;
}

/** What a draw has to have for each of the targets that ask for the chance of a ratio, in their order. */
export function ratioChances(model: Pick<Model, 'targets' | 'periods'>): readonly Counted[] {
  return model.targets.flatMap((target) => (asksRatioChance(target) ? (countedFor(model, target) ?? []) : []));
}

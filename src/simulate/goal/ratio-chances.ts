import type { Model, Target } from '../../domain.ts';
import { countedFor, type Counted } from './target-figure.ts';

/** Ratios whose chance is told by a figure that each draw has. */
const RATIOS: ReadonlySet<string> = new Set(['roas', 'cacCash', 'cacFull', 'payback']);

/** Whether a target asks for the chance of a ratio, which is none of the totals of a draw. */
export function asksRatioChance({ metric, probability }: Target): boolean {
  return probability !== undefined && RATIOS.has(metric);
}

/** What a draw has to have for each of the targets that ask for the chance of a ratio, in their order. */
export function ratioChances(model: Pick<Model, 'targets' | 'periods'>): readonly Counted[] {
  return model.targets.flatMap((target) => (asksRatioChance(target) ? (countedFor(model, target) ?? []) : []));
}

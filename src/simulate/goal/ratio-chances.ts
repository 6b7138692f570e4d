import type { Model, Target } from '../../domain.ts';
import { ratioTarget } from '../../targets/table.ts';
import { countedFor, eased, type Counted } from './target-figure.ts';

/** What a draw has to have to count for the chance of a ratio. */
export type RatioChance =
  | ({ readonly kind: 'figures' } & Counted)
  /** So much from the next unit of money in every channel that is used. */
  | { readonly kind: 'next unit'; readonly least: number };

/** Whether a target asks for the chance of a ratio, which is none of the totals of a draw. */
export function asksRatioChance({ metric, probability }: Target): boolean {
  const family = ratioTarget(metric);
  return probability !== undefined && family !== undefined && family.noChance === undefined;
}

/** What a draw has to have for each of the targets that ask for the chance of a ratio, in their order. */
export function ratioChances(model: Pick<Model, 'targets' | 'periods'>): readonly RatioChance[] {
  return model.targets.flatMap((target) => (asksRatioChance(target) ? (ratioChance(model, target) ?? []) : []));
}

function ratioChance(model: Pick<Model, 'periods'>, target: Target): RatioChance | undefined {
  const ofNext = nextUnitChance(target);
  if (ofNext !== undefined) return ofNext;
  const counted = countedFor(model, target);
  return counted && { kind: 'figures', ...counted };
}

/** What a draw has to have for a target on the next unit of money, less rounding; undefined for any other. */
export function nextUnitChance(target: Target): Extract<RatioChance, { kind: 'next unit' }> | undefined {
  const { atLeast } = eased(target);
  return target.metric === 'marginalRoas' && atLeast !== undefined ? { kind: 'next unit', least: atLeast } : undefined;
}

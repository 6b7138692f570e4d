import type { Model, Optimization } from '../domain.ts';
import { boundsHoursLoosely } from '../optimize/wishes/wishes.ts';

/** What is said of a proof that counts plans which do not reach all that is asked, where it is therefore wide. */
export function looseNotes(model: Model, found: Optimization): readonly string[] {
  const isWide = 'plan' in found && found.status !== 'optimal' && found.gapKind !== 'none';
  if (!isWide || !boundsHoursLoosely(model)) return [];
  return [
    'The plan keeps to the hours that are asked for, but what is proven of the best one also counts plans that take more: the plan may be nearer to the best than that says.',
  ];
}

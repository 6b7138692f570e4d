import { stepKey } from '../../src/scenario/schema/step-key.ts';
import type { Column, Section } from './outline.ts';

/** What people pass through from seeing an advertisement to buying, in this order. */
const STAGES = 'impression view click install visitor visit shopper lead qualified opportunity order purchase customer';

/** Steps of a funnel that a table could have, and has not yet. */
export function possibleSteps({ columns }: Section): readonly Column[] {
  const any = columns.find(({ open, path }) => open === true && path.length === 2 && path[0] === 'funnel');
  if (any === undefined) return [];
  const { open: _open, ...column } = any;
  const stages = STAGES.split(' ');
  return stages
    .flatMap((from, k) => stages.slice(k + 1).map((to) => ['funnel', stepKey(from, to)]))
    .map((path) => ({ ...column, path, key: path.join('.') }))
    .filter(({ key }) => !columns.some((other) => other.key === key));
}

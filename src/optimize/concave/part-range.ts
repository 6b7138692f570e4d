import type { ConcaveProblem } from './concave-problem.ts';
import type { Cut } from './cuts.ts';

/** Lower bound of a part, in sizes of the largest: no plan loses a thousand times what the best could bring. */
const FAR_BELOW = 1000;
/** The same in sizes of the least value of any first tangent, where limits force a plan to lose what it spends. */
const BELOW_TANGENTS = 2;

/** Upper bound of a part in sizes of that: were it met itself, limits that bind there would seem to be worth nothing. */
const ABOVE_TANGENTS = 2;

/**
 * Finite bounds of the columns of parts, so that the bound of the program is plain arithmetic: above, twice the largest value
 * of any first tangent (a part's own may be zero but for rounding, a unit that no program can be scaled to); below, far
 * under anything a plan could lead to, though limits may force it to lose all that it spends.
 */
export function partRange(problem: ConcaveProblem, cuts: Iterable<Cut>) {
  const { parts } = problem;
  const endsOf = reachOfParts(problem, cuts);
  const largest = (values: readonly number[]) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
  const above = largest(endsOf('most'));
  const below = Math.max(FAR_BELOW * above, BELOW_TANGENTS * largest(endsOf('least')));
  return {
    lower: new Float64Array(parts.length).fill(-below),
    upper: new Float64Array(parts.length).fill(ABOVE_TANGENTS * above),
  };
}

/** What no point's goal is above by tangents alone, whatever the rows say: far too much, but arithmetic. */
export function boundByTangents(problem: ConcaveProblem, cuts: Iterable<Cut>): number {
  const { cost, lower, upper } = problem.limits.columns;
  const most = reachOfParts(problem, cuts)('most');
  const ofSpend = cost.reduce((sum, one, k) => sum + Math.max(one * lower[k]!, one * upper[k]!), 0);
  return problem.parts.reduce((sum, { weight }, part) => sum + weight * most[part]!, ofSpend);
}

/** By part, the most and the least that its lowest first tangents come to anywhere within the bounds of columns. */
function reachOfParts({ limits, parts }: ConcaveProblem, cuts: Iterable<Cut>) {
  const { lower, upper } = limits.columns;
  const reach = new Map<number, { readonly least: number; readonly most: number }>();
  for (const cut of cuts) {
    let [least, most] = [cut.constant, cut.constant];
    cut.columns.forEach((column, k) => {
      const ends = [cut.slope[k]! * lower[column]!, cut.slope[k]! * upper[column]!];
      least += Math.min(...ends);
      most += Math.max(...ends);
    });
    const known = reach.get(cut.of);
    reach.set(cut.of, {
      least: Math.min(known?.least ?? Infinity, least),
      most: Math.min(known?.most ?? Infinity, most),
    });
  }
  return (end: 'least' | 'most') =>
    parts.map(({ members }) =>
      Math.min(...members.map(({ of, shift, scale }) => (reach.get(of)![end] - shift) / scale)),
    );
}

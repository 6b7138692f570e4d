import type { Frontier, FrontierPoint } from '../../domain.ts';
import { exact } from '../numbers/exact.ts';
import { CLEAR, frontierWords, inAmount, pointSign } from './frontier-words.ts';
import { listText } from './words.ts';

/** What to make of the points: which were not found, which miss their limit on fresh draws, how sure all of this is. */
export function frontierCaveats(frontier: Frontier): string[] {
  const { points, by, draws } = frontier;
  const { worst } = frontierWords(frontier);
  const found = points.filter((point) => point.status === 'found');
  if (found.length === 0) return ['`apportion optimize` says what stands in the way, and what would help.'];
  const missing = points.flatMap((point, k) =>
    point.status === 'none' && point.reason !== 'unbounded' ? [{ point, k }] : [],
  );
  const misses = points.flatMap((point, k) => {
    if (by !== 'risk' || point.status !== 'found' || point.level === undefined) return [];
    const { value, standardError } = point.worstMean;
    const below = point.level - value;
    return below > CLEAR * standardError ? [{ k, below }] : [];
  });
  const open = points.flatMap((point, k) => (point.status === 'found' && point.search.gapKind === 'none' ? [k] : []));
  return [
    ...(missing.length === 0
      ? []
      : [
          `No plan was found for ${pointsText(missing.map(({ k }) => k))}: ${listText([...new Set(missing.map(({ point }) => WHY[point.reason]))])}.`,
        ]),
    ...(misses.length === 0
      ? []
      : [
          `The limits on the ${worst} were kept on the draws of the search. On fresh draws ${pointsText(misses.map(({ k }) => k))} ${misses.length > 1 ? 'miss theirs' : 'misses its own'}, by up to ${inAmount(Math.max(...misses.map(({ below }) => below)), frontier)}.`,
        ]),
    ...(open.length === 0 ? [] : [unproven(open, found.length)]),
    ...(draws.search === undefined
      ? []
      : [
          `Plans were searched on ${exact(draws.search, 'count')} draws, and all are judged on the same ${exact(draws.judging, 'count')} others, which no search has seen.`,
        ]),
  ];
}

const WHY: Readonly<Record<Extract<FrontierPoint, { readonly status: 'none' }>['reason'], string>> = {
  infeasible: 'the limits cannot hold together there',
  unreachable: 'what is asked there cannot be reached',
  unbounded: 'ever more spend would pay',
};

function unproven(indices: readonly number[], all: number): string {
  if (indices.length === all) return 'These are the best plans found; that no others are better is not proven.';
  const [are, others] = indices.length > 1 ? ['are the best', 'others are'] : ['is the best', 'other is'];
  return `What is shown for ${pointsText(indices)} ${are} found; that no ${others} better is not proven.`;
}

function pointsText(indices: readonly number[]): string {
  return `${indices.length > 1 ? 'points' : 'point'}\u00a0${listText(indices.map(pointSign))}`;
}

import type { Frontier, FrontierPoint } from '../../domain.ts';
import { exact } from '../numbers/exact.ts';
import { CLEAR, frontierWords, inAmount, pointSign } from './frontier-words.ts';
import { listText } from './words.ts';

/** Why a point has no plan. */
export type FrontierGap = Extract<FrontierPoint, { readonly status: 'none' }>['reason'];

/** What there is to say of the points, by their places. */
export interface FrontierCaveats {
  /** Points without a plan, and why. */
  readonly missing: { readonly at: readonly number[]; readonly why: readonly FrontierGap[] } | undefined;
  /** Points that miss their limit on fresh draws, and by how much at most. */
  readonly misses: { readonly at: readonly number[]; readonly most: number } | undefined;
  /** Points of which nothing is proven. */
  readonly open: readonly number[];
  readonly isAllOpen: boolean;
}

/** See {@link FrontierCaveats}; undefined where no point has a plan. */
export function caveatsOf({ points, by }: Frontier): FrontierCaveats | undefined {
  const found = points.filter((point) => point.status === 'found');
  if (found.length === 0) return undefined;
  const missing = points.flatMap((point, k) =>
    point.status === 'none' && point.reason !== 'unbounded' ? [{ why: point.reason, k }] : [],
  );
  const misses = points.flatMap((point, k) => {
    if (by !== 'risk' || point.status !== 'found' || point.level === undefined) return [];
    const { value, standardError } = point.worstMean;
    const below = point.level - value;
    return below > CLEAR * standardError ? [{ k, below }] : [];
  });
  const open = points.flatMap((point, k) => (point.status === 'found' && point.search.gapKind === 'none' ? [k] : []));
  return {
    missing:
      missing.length === 0
        ? undefined
        : { at: missing.map(({ k }) => k), why: [...new Set(missing.map(({ why }) => why))] },
    misses:
      misses.length === 0
        ? undefined
        : { at: misses.map(({ k }) => k), most: Math.max(...misses.map(({ below }) => below)) },
    open,
    isAllOpen: open.length === found.length,
  };
}

/** What to make of the points: which were not found, which miss their limit on fresh draws, how sure all of this is. */
export function frontierCaveats(frontier: Frontier): readonly string[] {
  const { draws } = frontier;
  const { worst } = frontierWords(frontier);
  const facts = caveatsOf(frontier);
  if (facts === undefined) return ['Ask for the best plan: it says what stands in the way, and what would help.'];
  const { missing, misses, open, isAllOpen } = facts;
  return [
    ...(missing === undefined
      ? []
      : [`No plan was found for ${pointsText(missing.at)}: ${listText(missing.why.map((why) => WHY[why]))}.`]),
    ...(misses === undefined
      ? []
      : [
          `The limits on the ${worst} were kept on the draws of the search. On fresh draws ${pointsText(misses.at)} ${misses.at.length > 1 ? 'miss theirs' : 'misses its own'}, by up to ${inAmount(misses.most, frontier)}.`,
        ]),
    ...(open.length === 0 ? [] : [unproven(open, isAllOpen)]),
    ...(draws.search === undefined
      ? []
      : [
          `Plans were searched on ${exact(draws.search, 'count')} draws, and all are judged on the same ${exact(draws.judging, 'count')} others, which no search has seen.`,
        ]),
  ];
}

const WHY: Readonly<Record<FrontierGap, string>> = {
  infeasible: 'the limits cannot hold together there',
  unreachable: 'what is asked there cannot be reached',
  unbounded: 'ever more spend would pay',
};

function unproven(indices: readonly number[], isAll: boolean): string {
  if (isAll) return 'These are the best plans found; that no others are better is not proven.';
  const [are, others] = indices.length > 1 ? ['are the best', 'others are'] : ['is the best', 'other is'];
  return `What is shown for ${pointsText(indices)} ${are} found; that no ${others} better is not proven.`;
}

function pointsText(indices: readonly number[]): string {
  return `${indices.length > 1 ? 'points' : 'point'}\u00a0${listText(indices.map(pointSign))}`;
}

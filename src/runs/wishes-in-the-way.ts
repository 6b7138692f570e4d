import type { Model, Optimization, WishResult } from '../domain.ts';
import type { RunOptions } from './run-options.ts';
import type { Engine } from './engine.ts';
import { search, type SearchGround } from './search.ts';

type Wish = WishResult['wish'];

/** Any plan that reaches all that is asked is enough. */
const GAP = 0.5;
/** Of more wishes nothing is worked out: each takes a search. */
const MOST_WISHES = 6;

/**
 * Wishes beside the one out of reach of which any one, left out, makes way for a plan that reaches all the rest on the search
 * draws. None where no single one does, or where it takes too long a search to find that plan.
 */
export async function wishesInTheWay(
  engine: Engine,
  model: Model,
  ground: SearchGround,
  found: Extract<Optimization, { readonly status: 'unreachable' }>,
  told: RunOptions,
): Promise<readonly Wish[]> {
  const { onProgress: _, ...options } = told;
  const others = wishesBeside(model, found.wish);
  // What is out of reach by itself stays so.
  if (others.length === 0 || others.length > MOST_WISHES || found.apart !== undefined) return [];
  const isReached = async (leftOut: readonly Wish[]) =>
    'plan' in (await search(engine, without(model, leftOut), options, { gap: GAP, from: found.nearest, ground }));
  if (!(await isReached(others))) return [];
  if (others.length === 1) return others;
  const inTheWay: Wish[] = [];
  for (const wish of others) if (await isReached([wish])) inTheWay.push(wish);
  return inTheWay;
}

/** All that is asked beside one wish. */
function wishesBeside({ targets, goal: { risk } }: Model, missed: Wish): readonly Wish[] {
  const beside = targets.map((target) => ({ target }));
  if ('risk' in missed) return beside;
  const others = beside.filter(({ target }) => target !== missed.target);
  return risk?.atLeast === undefined ? others : [...others, { risk }];
}

function without(model: Model, leftOut: readonly Wish[]): Model {
  const { risk } = model.goal;
  const isLeftOut = (target: Model['targets'][number]) =>
    leftOut.some((wish) => 'target' in wish && wish.target === target);
  const targets = model.targets.filter((target) => !isLeftOut(target));
  if (risk === undefined || !leftOut.some((wish) => 'risk' in wish)) return { ...model, targets };
  const { atLeast: _, ...rest } = risk;
  return { ...model, targets, goal: { ...model.goal, risk: rest } };
}

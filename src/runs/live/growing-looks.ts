import type { Model, Plan, PlanSummary } from '../../domain.ts';
import type { Engine } from '../engine.ts';
import { CHUNK } from '../../simulate/chunk.ts';
import { type DrawRange } from '../../simulate/draw-range.ts';
import { REPLICATES } from '../../random/points.ts';
import { profitEdges } from '../../simulate/summary/distribution.ts';
import { summarize } from '../../simulate/summary/summarize.ts';
import type { Tally } from '../../simulate/tally/tally.ts';
import { mergeTallies } from '../../simulate/outcome/tally-room.ts';
import type { Draws, World } from './known-worlds.ts';

export interface LooksInput {
  readonly engine: Engine;
  readonly model: Model;
  readonly world: World;
  /** Today's first. */
  readonly plans: readonly Plan[];
  /** Draws of each look, ascending: the same for all plans of a world. */
  readonly looks: readonly number[];
  /** Draws of the smallest and the largest look that is taken. */
  readonly least?: number;
  readonly most?: number;
  readonly signal: AbortSignal;
}

/** What plans lead to in the first so many draws. */
export interface Judgement {
  readonly draws: number;
  readonly plans: readonly Plan[];
  readonly tallies: readonly Tally[];
  readonly summaries: readonly PlanSummary[];
}

/**
 * Plans on ever more of the same draws: a look goes on where the one before it ended.
 *
 * @throws Cancelled  when the signal aborts
 */
export async function* growingLooks({
  engine,
  model,
  world: { near, far, kept },
  plans,
  looks,
  least = 0,
  most = Infinity,
  signal,
}: LooksInput): AsyncGenerator<Judgement> {
  const parts: (readonly Tally[])[] = [];
  // Kept conditions are found by the draw they begin with, so ranges are cut at every look, taken or not.
  const ranges = rangesOf(looks, atOnce(model));
  const tally = async ({ key, payload }: Draws, of: readonly DrawRange[]) => {
    const requests = of.map((range) => ({ plans, range }));
    if (requests.length > 0)
      parts.push(...(await engine.pool.run({ kind: 'tally', key, payload, requests }, { signal })));
  };
  let done = 0;
  for (const draws of looks.filter((look) => look >= least && look <= most)) {
    const further = ranges.filter(({ first }) => first >= done && first < draws);
    await tally(
      near,
      further.filter((range) => isKept(range, kept)),
    );
    await tally(
      far,
      further.filter((range) => !isKept(range, kept)),
    );
    done = draws;
    const tallies = plans.map((_, p) => mergeTallies(parts.map((part) => part[p]!)));
    const edges = profitEdges(tallies);
    const summaries = plans.map((plan, p) => summarize(model, plan, tallies[p]!, edges, tallies[0]));
    yield { draws, plans, tallies, summaries };
  }
}

function isKept({ first, count }: DrawRange, kept: number): boolean {
  return first + count <= kept;
}

/** Channels times periods times draws that are reckoned before it is seen whether there is a newer edit: some 30 ms. */
const CELLS_AT_ONCE = 400_000;

function atOnce({ channels, periods, tail }: Model): number {
  let draws = CHUNK;
  while (draws > REPLICATES && draws * channels.length * (periods + tail) > CELLS_AT_ONCE) draws /= 2;
  return draws;
}

/** From look to look, so many at once. */
function rangesOf(looks: readonly number[], most: number): readonly DrawRange[] {
  const ranges: DrawRange[] = [];
  let first = 0;
  for (const look of looks) {
    while (first < look) {
      const end = Math.min(look, (Math.floor(first / most) + 1) * most);
      ranges.push({ first, count: end - first });
      first = end;
    }
  }
  return ranges;
}

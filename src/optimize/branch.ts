import { Cancelled } from '../errors.ts';

/** Of a channel: paid for whatever is spent, left out, or not decided yet. */
export type Use = 'used' | 'unused' | 'open';

export interface NodeResult<Found> {
  /** No plan with these decisions has a goal above this. */
  readonly bound: number;
  /** True goal of the plan found, all fixed costs of used channels paid. */
  readonly value: number;
  readonly found: Found;
  /** The open channel that the relaxation uses although it does not pay for it; none when the bound is attained. */
  readonly branchOn?: number;
}

export interface BranchResult<Found> {
  readonly value: number;
  readonly bound: number;
  readonly found: Found;
  readonly nodes: number;
}

/**
 * Branch and bound over which channels are used, where using one costs something fixed. A relaxation leaves open
 * channels free of their fixed costs, so its bound holds for every way of deciding them.
 *
 * @param solve  the relaxation of one node; may start from what its parent found, and may stop once its bound is not
 *               above the incumbent
 * @param enough  whether this pair of value and bound is close enough to stop
 */
export async function branchOnUse<Found>(
  root: readonly Use[],
  solve: (uses: readonly Use[], from: Found | undefined, incumbent: number) => Promise<NodeResult<Found>>,
  enough: (value: number, bound: number, found: Found) => boolean,
): Promise<BranchResult<Found>> {
  const open: { uses: readonly Use[]; result: NodeResult<Found> }[] = [
    { uses: root, result: await solve(root, undefined, -Infinity) },
  ];
  let best = open[0]!.result;
  /** Largest bound of nodes that were closed without being split: part of the proof. */
  let closed = -Infinity;
  let nodes = 1;
  for (;;) {
    open.sort((a, b) => b.result.bound - a.result.bound);
    const bound = Math.max(closed, open[0]?.result.bound ?? -Infinity, best.value);
    const next = open.shift();
    if (next === undefined || enough(best.value, bound, best.found)) {
      return { value: best.value, bound, found: best.found, nodes };
    }
    const { branchOn } = next.result;
    if (branchOn === undefined) {
      closed = Math.max(closed, next.result.bound);
      continue;
    }
    for (const use of ['used', 'unused'] as const) {
      try {
        const uses = next.uses.map((old, c) => (c === branchOn ? use : old));
        const result = await solve(uses, next.result.found, best.value);
        nodes += 1;
        if (result.value > best.value) best = result;
        if (result.bound > best.value) open.push({ uses, result });
        else closed = Math.max(closed, result.bound);
      } catch (error) {
        if (!(error instanceof Cancelled)) throw error;
        return { value: best.value, bound: Math.max(bound, next.result.bound), found: best.found, nodes };
      }
    }
  }
}

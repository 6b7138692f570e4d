import { Cancelled } from '../../errors.ts';
import { ln } from '../../numeric/ln.ts';
import { LN2_HIGH } from '../../numeric/ln2.ts';
import { pow } from '../../numeric/pow.ts';

/** What is known of a node after its relaxation was solved. */
export interface NodeResult<Node, Found> {
  /** No plan within the node has a goal above this; -Infinity when there is none. */
  readonly bound: number;
  /** The best plan that was met within the node and satisfies everything, with its true goal. */
  readonly candidate?: { readonly value: number; readonly found: Found };
  /** Parts that cover the node, in which the relaxation is tighter; none when the bound is as good as it gets. */
  readonly children: readonly Node[];
}

export interface BranchResult<Found> {
  readonly value: number;
  readonly bound: number;
  readonly found: Found | undefined;
  readonly nodes: number;
  /** Goes on where the search paused; absent where it has ended. */
  readonly resume?: () => Promise<BranchResult<Found>>;
}

export interface BranchInput<Node, Found> {
  readonly root: Node;
  /** May stop early once the bound is not above the incumbent. */
  readonly solve: (node: Node, incumbent: number) => Promise<NodeResult<Node, Found>>;
  /** How far the bound may be above this value for the search to be over. */
  readonly allowed: (value: number, found: Found) => number;
  readonly mostNodes: number;
  /** Pauses after so many nodes, once there is a plan. */
  readonly pauseAfter?: number;
  /** Ends the search when over so many nodes the gap has hardly moved. */
  readonly patience: number;
  /**
   * Ends it as well when over so many nodes nothing better was found, by more than is allowed, and the gap will not close at its pace: for
   * bounds that may prove nothing.
   */
  readonly idle?: number;
  readonly onNode?: (state: { readonly value: number; readonly bound: number; readonly nodes: number }) => void;
}

/** A gap that keeps this share of itself hardly moves. */
const STALE = 0.95;
/** A gap that would need so many times the nodes there may be to close at its pace will not. */
const HOPELESS = 10;
/** Pace is not judged before so many rounds of patience. */
const ROUNDS_BEFORE_PACE = 2;
/** Any plan at all is looked for so many times as long as a better one. */
const UNTIL_FOUND = 5;

/**
 * Branch and bound, the node with the largest bound first. The bounds of nodes that are closed without being divided
 * stay part of the proof. Ends with the best so far when it is cancelled after the first node, gets nowhere or runs out
 * of nodes.
 */
export async function branchAndBound<Node, Found>(input: BranchInput<Node, Found>): Promise<BranchResult<Found>> {
  const open: { readonly children: readonly Node[]; readonly bound: number }[] = [];
  let best: { value: number; found: Found | undefined } = { value: -Infinity, found: undefined };
  /** Largest bound of nodes that were closed without being divided. */
  let closed = -Infinity;
  let nodes = 0;
  /** The last node in which something clearly better was found, and its value. */
  let lately = { value: -Infinity, nodes: 0 };

  /** @param most  bound of the node that this one is a part of */
  const visit = async (node: Node, most: number): Promise<void> => {
    const result = await input.solve(node, best.value);
    const bound = Math.min(most, result.bound);
    nodes += 1;
    if (result.candidate !== undefined && result.candidate.value > best.value) best = result.candidate;
    if (result.children.length === 0 || bound <= best.value) closed = Math.max(closed, bound);
    else open.push({ children: result.children, bound });
  };
  const boundNow = (): number => open.reduce((most, { bound }) => Math.max(most, bound), Math.max(closed, best.value));

  const gaps: number[] = [];
  await visit(input.root, Infinity);
  const longEnough = () => nodes >= input.mostNodes * (best.found === undefined ? UNTIL_FOUND : 1);
  const goOn = async (until: number): Promise<BranchResult<Found>> => {
    while (open.length > 0 && !longEnough()) {
      const bound = boundNow();
      input.onNode?.({ value: best.value, bound, nodes });
      const allowed = best.found === undefined ? -Infinity : input.allowed(best.value, best.found);
      if (bound - best.value <= allowed) break;
      if (best.found !== undefined && nodes >= until) return { ...best, bound, nodes, resume: () => goOn(Infinity) };
      if (best.value > lately.value + Math.max(0, allowed)) lately = { value: best.value, nodes };
      gaps.push(bound - best.value);
      if (isStale(gaps, input.patience)) break;
      const isIdle = best.found !== undefined && nodes - lately.nodes >= (input.idle ?? Infinity);
      if (isIdle && gaps.length * stillNeeded(gaps, allowed) > HOPELESS * input.mostNodes) break;
      const mayJudge = gaps.length >= ROUNDS_BEFORE_PACE * input.patience;
      if (mayJudge && gaps.length * stillNeeded(gaps, allowed) > HOPELESS * input.mostNodes) break;
      open.sort((a, b) => b.bound - a.bound);
      const next = open.shift()!;
      if (next.bound <= best.value) {
        closed = Math.max(closed, next.bound);
        continue;
      }
      try {
        for (const child of next.children) await visit(child, next.bound);
      } catch (error) {
        if (!(error instanceof Cancelled)) throw error;
        return { ...best, bound: Math.max(bound, next.bound), nodes };
      }
    }
    return { ...best, bound: boundNow(), nodes };
  };
  return goOn(input.pauseAfter ?? Infinity);
}

/** Whether over so many divisions the gap has hardly moved. As long as there is no plan there is no gap either. */
function isStale(gaps: readonly number[], patience: number): boolean {
  const earlier = gaps.at(-1 - patience);
  return earlier !== undefined && earlier < Infinity && gaps.at(-1)! > STALE * earlier;
}

/**
 * How many times the divisions so far it takes to come from the last gap to the one that is allowed, if the gap goes on falling as the
 * power of their number by which it fell over the last half of them; 0 where that cannot be told, as there is no plan.
 */
function stillNeeded(gaps: readonly number[], allowed: number): number {
  const [before, now] = [gaps[Math.floor(gaps.length / 2) - 1], gaps.at(-1)!];
  if (before === undefined || before === Infinity || allowed <= 0) return 0;
  return now < before ? pow(now / allowed, LN2_HIGH / ln(before / now)) : Infinity;
}

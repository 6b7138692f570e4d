import { largestExcess } from './excess.ts';
import { decidesUse, type Node, type Task } from '../task.ts';

/** A use this near to 0 or 1 counts as decided by the relaxation. */
export const DECIDED = 1e-6;
/** Where a box is cut: so far from the proposed spend towards its middle, and never nearer to an end than this. */
const TOWARDS_MIDDLE = 0.3;
const NEAREST_TO_END = 0.1;
/** A box narrower than this share of the first one is not cut again. */
const NARROWEST = 1e-6;

/**
 * Parts that cover a node, in which the relaxation is tighter at what it proposed; none when there is nothing to
 * decide. First what must be decided for a plan to be allowed at all, then what the proposal does not pay for, then
 * where the envelope lies highest above the curve.
 *
 * @param bent  whether the relaxation replaces curves by envelopes, which are the closer to them the smaller a node is
 */
export async function divide(task: Task, node: Node, proposed: Float64Array, bent: boolean): Promise<readonly Node[]> {
  const least = worstBelowLeast(task, node, proposed);
  if (least !== undefined) {
    return [
      { ...node, upper: replaced(node.upper, least, 0) },
      { ...node, lower: replaced(node.lower, least, task.leastIfUsed[least]!) },
    ];
  }
  const excess = bent ? await largestExcess(task, node, proposed) : { column: 0, amount: 0 };
  const unpaid = mostUnpaid(task, node, proposed);
  if (unpaid !== undefined && unpaid.amount >= excess.amount) return byUse(task, node, unpaid.channel);
  if (excess.amount <= 0) return unpaid === undefined ? [] : byUse(task, node, unpaid.channel);
  return byBox(task, node, excess.column, proposed[excess.column]!);
}

/** The column that is furthest from both nothing and its least spend. */
function worstBelowLeast({ leastIfUsed }: Task, node: Node, proposed: Float64Array): number | undefined {
  let worst: { readonly column: number; readonly by: number } | undefined;
  leastIfUsed.forEach((least, column) => {
    const spend = proposed[column]!;
    if (least === 0 || spend <= DECIDED * least || spend >= least * (1 - DECIDED)) return;
    if (node.lower[column]! >= least) return;
    const by = Math.min(spend, least - spend);
    if (worst === undefined || by > worst.by) worst = { column, by };
  });
  return worst?.column;
}

/** The open channel whose use is paid for least, in units of the goal; where use is free, whose use is least decided. */
function mostUnpaid(task: Task, node: Node, proposed: Float64Array) {
  let most: { readonly channel: number; readonly amount: number } | undefined;
  node.uses.forEach((use, channel) => {
    if (use !== 'open' || !decidesUse(task, channel)) return;
    const share = proposed[node.lower.length + channel]!;
    const spends = proposed
      .subarray(channel * task.model.periods, (channel + 1) * task.model.periods)
      .some((amount) => amount > 0);
    const { periods } = task.model;
    const costs = task.useCosts.map((own) =>
      own.subarray(channel * periods, (channel + 1) * periods).reduce((sum, part) => sum + part, 0),
    );
    const cost = Math.min(...costs);
    // Worst cases know nothing of an uncertain cost before it is decided.
    const isFreeInTail = task.asks.some(({ kind }, a) => kind === 'blend' && costs[a] === 0);
    // Where use is free for the relaxation, its share says nothing.
    if (!spends || (cost < 0 && share > 1 - DECIDED && !isFreeInTail)) return;
    const amount = -cost * (isFreeInTail ? 1 : 1 - share) + DECIDED * Math.min(share, 1 - share);
    if (most === undefined || amount > most.amount) most = { channel, amount };
  });
  return most;
}

/** A node with a channel used, and without it. */
export function byUse({ model: { periods } }: Task, node: Node, channel: number): readonly Node[] {
  const none = node.upper.slice();
  none.fill(0, channel * periods, (channel + 1) * periods);
  const decided = (use: 'used' | 'unused') => node.uses.map((old, c) => (c === channel ? use : old));
  return [
    { ...node, uses: decided('used') },
    { ...node, upper: none, uses: decided('unused') },
  ];
}

function byBox(task: Task, node: Node, column: number, spend: number): readonly Node[] {
  const [low, high] = [node.lower[column]!, node.upper[column]!];
  if (high - low <= NARROWEST * Math.max(1, high)) return [];
  const edge = NEAREST_TO_END * (high - low);
  const wished = (1 - TOWARDS_MIDDLE) * spend + TOWARDS_MIDDLE * ((low + high) / 2);
  const at = thresholdWithin(task, node, column, spend) ?? Math.max(low + edge, Math.min(high - edge, wished));
  return [
    { ...node, upper: replaced(node.upper, column, at) },
    { ...node, lower: replaced(node.lower, column, at) },
  ];
}

/** Where a discount begins, the nearest to a spend: on either side of it less is left to decide than of any other cut. */
function thresholdWithin({ model }: Task, { lower, upper }: Node, column: number, spend: number): number | undefined {
  const { tiers } = model.channels[Math.floor(column / model.periods)]!;
  const [nearest] = tiers
    .map(({ above }) => above)
    .filter((above) => above > lower[column]! && above < upper[column]!)
    .sort((a, b) => Math.abs(a - spend) - Math.abs(b - spend));
  return nearest;
}

function replaced(values: Float64Array, k: number, value: number): Float64Array {
  const copy = values.slice();
  copy[k] = value;
  return copy;
}

import { decidesUse, mustBeUsed, planOf, type Node, type Task } from '../task.ts';

/** Below this share of its range, or of all that is proposed, a column counts as not used: rounding of a solver. */
const UNUSED = 1e-9;

/**
 * The node with everything decided as the proposed spend has it: channels with spend are used and paid for, columns
 * below their least spend become nothing or that much, so that each channel spends by any period about what was proposed
 * up to there, and where too many channels are used the smallest are left out.
 * Source: sum-up rounding, Sager, Bock and Diehl, "The integer approximation error in mixed-integer optimal control" (2012).
 */
export function decidedNode(task: Task, node: Node, proposed: Float64Array) {
  const { model, mostUsed, leastIfUsed } = task;
  const { periods } = model;
  const lower = node.lower.slice();
  const upper = node.upper.slice();
  let asProposed = true;
  const totals = planOf(proposed, model).spend.map((spend) => spend.reduce((sum, amount) => sum + amount, 0));
  const all = totals.reduce((sum, total) => sum + total, 0);
  const used = totals.map((total, c) => {
    let range = 0;
    for (let t = 0; t < periods; t++) range += node.upper[c * periods + t]!;
    if (total > UNUSED * Math.min(range, all) || mustBeUsed(node, c, periods)) return true;
    if (total > 0) asProposed = false;
    return false;
  });
  for (const { channels, most } of mostUsed) {
    const must = channels.filter((c) => mustBeUsed(node, c, periods));
    const may = channels.filter((c) => used[c] && !must.includes(c)).sort((a, b) => totals[b]! - totals[a]!);
    for (const c of may.slice(Math.max(0, most - must.length))) {
      used[c] = false;
      asProposed = false;
    }
  }
  /** Proposed for the channel up to here and not spent. */
  let owed = 0;
  for (let k = 0; k < lower.length; k++) {
    const c = Math.floor(k / periods);
    const least = leastIfUsed[k]!;
    if (k % periods === 0) owed = 0;
    owed += proposed[k]!;
    if (!used[c]) upper[k] = 0;
    else if (least > 0) {
      const on = owed >= least / 2 || node.lower[k]! > 0;
      if (on && least <= upper[k]!) {
        owed -= Math.max(least, proposed[k]!);
        lower[k] = Math.max(lower[k]!, least);
        if (proposed[k]! < least * (1 - UNUSED)) asProposed = false;
      } else {
        upper[k] = Math.min(upper[k]!, 0);
        if (proposed[k]! > 0) asProposed = false;
      }
    }
  }
  const uses = node.uses.map((use, c) => (use === 'open' ? (used[c] ? 'used' : 'unused') : use));
  // Where using a channel is free, nothing depends on whether that was decided.
  const paid = uses.every((use, c) => use === 'unused' || node.uses[c] !== 'open' || !decidesUse(task, c));
  return { node: { lower, upper, uses }, asProposed, paid };
}

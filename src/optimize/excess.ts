import { boxOf, planOf, type Node, type Task } from './task.ts';

/** A box narrower than this share of its upper end has nothing left to divide. */
const NARROW = 1e-4;

/**
 * The column at whose spend the concave envelopes lie highest above the curves, and by how much of the goal; 0 when
 * they nowhere do.
 */
export async function largestExcess(
  task: Task,
  node: Node,
  proposed: Float64Array,
): Promise<{ readonly column: number; readonly amount: number }> {
  const { model, simulator } = task;
  const { periods, tail } = model;
  const inquiry = {
    world: 0,
    plan: planOf(proposed, model),
    used: node.uses.map((use) => use === 'used'),
  };
  const asked = task.goal.length > 0 ? task.goal.flatMap(({ asks }) => asks) : task.guards.map(({ ask }) => ask);
  const figures = [
    ...new Set(asked.map((a) => task.asks[a]!).flatMap((ask) => (ask.kind === 'concentration' ? [] : [ask.figure]))),
  ];
  const none = figures.map(() => false);
  const [above, truth] = [
    await simulator.figures({ ...inquiry, box: boxOf(node, model) }, figures, none),
    await simulator.figures(inquiry, figures, none),
  ];
  const byColumn = new Float64Array(model.channels.length * periods);
  above.forEach(({ sums }, f) => {
    sums.cells.forEach((cell, k) => {
      const difference = Math.abs(cell - truth[f]!.sums.cells[k]!) / simulator.draws;
      const column = Math.floor(k / (periods + tail)) * periods + Math.min(k % (periods + tail), periods - 1);
      byColumn[column] = byColumn[column]! + difference;
    });
  });
  // What lasts was spent before: where nothing is left to divide in a period, an earlier one takes its part.
  for (let k = byColumn.length - 1; k > 0; k--) {
    if (k % periods === 0 || node.upper[k]! - node.lower[k]! > NARROW * node.upper[k]!) continue;
    byColumn[k - 1] = byColumn[k - 1]! + byColumn[k]!;
    byColumn[k] = 0;
  }
  let column = 0;
  for (let k = 1; k < byColumn.length; k++) if (byColumn[k]! > byColumn[column]!) column = k;
  return { column, amount: byColumn[column]! };
}

import { boxOf, planOf, type Node, type Task } from '../task.ts';

/** A box narrower than this share of its upper end has nothing left to divide. */
const NARROW = 1e-4;
/** How much less an earlier period is taken to matter, for sharing only; and where it is left out. */
const FADING = 0.5;
const SMALLEST_WEIGHT = 0.01;

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
    await simulator.figures({ ...inquiry, box: boxOf(task, node) }, figures, none),
    await simulator.figures(inquiry, figures, none),
  ];
  // What comes after the plan was at work in its last period.
  const byPeriod = new Float64Array(model.channels.length * periods);
  const cells = periods + tail;
  above.forEach(({ sums }, f) => {
    const excess = new Float64Array(byPeriod.length);
    sums.cells.forEach((cell, k) => {
      const at = Math.floor(k / cells) * periods + Math.min(k % cells, periods - 1);
      excess[at] = excess[at]! + cell - truth[f]!.sums.cells[k]!;
    });
    excess.forEach((amount, k) => (byPeriod[k] = byPeriod[k]! + Math.abs(amount) / simulator.draws));
  });
  const byColumn = new Float64Array(byPeriod.length);
  model.channels.forEach(({ lasting }, c) => {
    for (let t = 0; t < periods; t++) share(byPeriod[c * periods + t]!, c, t, lasting);
  });
  let column = 0;
  for (let k = 1; k < byColumn.length; k++) if (byColumn[k]! > byColumn[column]!) column = k;
  return { column, amount: byColumn[column]! };

  /** What is at work in a period was spent in it and before: columns share its excess by how wide their boxes are. */
  function share(excess: number, c: number, t: number, lasting: boolean): void {
    const weights = new Map<number, number>();
    let sum = 0;
    for (let s = t, weight = 1; s >= 0 && weight > SMALLEST_WEIGHT; s--, weight *= FADING) {
      const k = c * periods + s;
      const width = node.upper[k]! - node.lower[k]!;
      if (width > NARROW * node.upper[k]!) {
        weights.set(k, weight * width);
        sum += weight * width;
      }
      if (!lasting) break;
    }
    for (const [k, weight] of weights) byColumn[k] = byColumn[k]! + (excess * weight) / sum;
  }
}

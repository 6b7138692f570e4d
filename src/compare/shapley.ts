/**
 * What each of n causes adds, on average over all orders in which they can come: the Shapley value. The parts add up to
 * the value of all causes together minus that of none, but for rounding.
 *
 * @param values  the value of each set of causes; bit k of the index says whether cause k is in the set. 2^n numbers
 * Source: Shapley, "A value for n-person games" (1953).
 */
export function shapley(values: ArrayLike<number>): Float64Array {
  const causes = 31 - Math.clz32(values.length);
  const weights = orderWeights(causes);
  const parts = new Float64Array(causes);
  for (let set = 0; set < values.length; set++) {
    const weight = weights[bitsIn(set)]!;
    for (let k = 0; k < causes; k++) {
      if ((set >>> k) & 1) continue;
      parts[k] = parts[k]! + weight * (values[set | (1 << k)]! - values[set]!);
    }
  }
  return parts;
}

/** Share of all orders of n causes in which a cause comes right after a certain set of so many others. */
function orderWeights(causes: number): readonly number[] {
  const weights: number[] = [];
  // size! (n - size - 1)! / n!, from one size to the next without large factorials.
  for (let size = 0, weight = 1 / causes; size < causes; size++) {
    weights.push(weight);
    weight *= (size + 1) / (causes - size - 1);
  }
  return weights;
}

/**
 * The sets through which one passes from none to all causes in this order: what each cause adds is the value of the set
 * after it minus that of the set before it.
 *
 * @param order  the causes, each once
 */
export function setsAlong(order: readonly number[]): readonly number[] {
  const sets = [0];
  for (const cause of order) sets.push(sets.at(-1)! | (1 << cause));
  return sets;
}

function bitsIn(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

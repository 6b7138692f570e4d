/** Adds to the weights of nodes what a point with a weight adds. */
export type AddPoint = (point: number, weight: number, to: Float64Array) => void;

/**
 * For weights with which the values of a function at nodes add up to its weighted sum over points: exactly for polynomials of a
 * degree below the number of nodes. What is added for a point are the values there of Lagrange's polynomials of the nodes.
 *
 * @param nodes  all different
 */
export function lagrangeSums(nodes: Float64Array): AddPoint {
  const scales = nodes.map((node, j) => {
    let product = 1;
    for (let m = 0; m < nodes.length; m++) if (m !== j) product *= node - nodes[m]!;
    return 1 / product;
  });
  /** Of each node the product of the point's distances from those below it. */
  const below = new Float64Array(nodes.length);
  return (point, weight, to) => {
    let product = weight;
    for (let j = 0; j < nodes.length; j++) {
      below[j] = product;
      product *= point - nodes[j]!;
    }
    let above = 1;
    for (let j = nodes.length - 1; j >= 0; j--) {
      to[j] = to[j]! + below[j]! * above * scales[j]!;
      above *= point - nodes[j]!;
    }
  };
}

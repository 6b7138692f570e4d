import { exp } from '../numeric/exp.ts';
import { ln } from '../numeric/ln.ts';
import { normalCumulative, normalDensity } from '../numeric/normal.ts';
import type { Law } from './law.ts';
import type { SmoothTable } from './marginal-table.ts';
import { score } from './parameters.ts';

/** Scores covered: one draw in 10^16 lies beyond. */
const REACH = 8.3;
const FEWEST_CELLS = 256;
const MOST_CELLS = 4096;
/** From so many cells (32 KiB) on, the logarithm is tried too, which costs an exponential per draw. */
const LOG_FROM_CELLS = 1024;
/** Error allowed, as a share of the standard deviation, or of the distance from the median where that is more. */
const TOLERANCE = 1e-10;
/** Rounding of the values themselves, as a share of their size: no table does better. */
const ROUNDING = 4e-16;

/** Values and derivatives by the score at scores `from`, `from + step`, … */
interface Nodes {
  readonly from: number;
  readonly step: number;
  readonly values: Float64Array;
  readonly slopes: Float64Array;
}

/**
 * The quantile function over the score as cubic Hermite cells, of itself or of its logarithm. Cells are halved until
 * the error is allowed; or there are too many, as with power-law tails. A kink lies on a node; no family here has more
 * than one.
 *
 * The error of a cell is h^4/384 of the fourth derivative. It is measured on cells twice as wide, whose middles are
 * nodes, and divided by 16.
 */
export function smoothTable(law: Law): SmoothTable {
  const allowed = allowance(law);
  for (let nodes = firstNodes(law); ; nodes = halve(law, nodes)) {
    const cells = nodes.values.length - 1;
    const final = 2 * cells > MOST_CELLS;
    const plain = worstError(nodes, nodes, allowed);
    if (plain <= 1) return cellsOf('smooth', nodes, plain * TOLERANCE);
    const logs = logarithms(nodes);
    const log = law.support[0] >= 0 && cells >= LOG_FROM_CELLS ? worstError(logs, nodes, allowed, exp) : Infinity;
    if (log <= 1 || (final && log < plain)) return cellsOf('smoothLog', logs, log * TOLERANCE);
    if (final) return cellsOf('smooth', nodes, plain * TOLERANCE);
  }
}

/** The value of a table at a score. */
export function valueIn({ kind, from, cellsPerUnit, coefficients }: SmoothTable, z: number): number {
  const cells = coefficients.length / 4;
  const place = Math.min(Math.max((z - from) * cellsPerUnit, 0), cells);
  const cell = Math.min(Math.floor(place), cells - 1);
  const t = place - cell;
  const at = 4 * cell;
  const value =
    coefficients[at]! + t * (coefficients[at + 1]! + t * (coefficients[at + 2]! + t * coefficients[at + 3]!));
  return kind === 'smoothLog' ? exp(value) : value;
}

/** The error allowed at a value. */
function allowance(law: Law): (value: number) => number {
  const median = law.quantile(0.5, 0.5);
  const sd = law.sd() ?? (valueAt(law, 1) - valueAt(law, -1)) / 2;
  return (value) => Math.max(TOLERANCE * Math.max(sd, Math.abs(value - median)), ROUNDING * Math.abs(value));
}

/** The kink, or score 0, is an even node: a node of the cells twice as wide too. */
function firstNodes(law: Law): Nodes {
  const step = (2 * REACH) / FEWEST_CELLS;
  const kink = law.kinks.length === 0 ? 0 : score(law.kinks[0]!);
  const centre = Math.abs(kink) < REACH ? kink : 0;
  const from = centre - 2 * step * Math.ceil((centre + REACH) / (2 * step));
  const pairs = Math.ceil((REACH - from) / (2 * step));
  return nodesAt(law, from, step, 2 * pairs + 1, (_, before) => before);
}

function halve(law: Law, { from, step, values, slopes }: Nodes): Nodes {
  const middle = (i: number) => hermiteMiddle(values, slopes, step, i, i + 1);
  const middles = nodesAt(law, from + step / 2, step, values.length - 1, middle);
  return {
    from,
    step: step / 2,
    values: interleave(values, middles.values),
    slopes: interleave(slopes, middles.slopes),
  };
}

/**
 * @param guess  a value near that of node i, from i and the value of the node before
 */
function nodesAt(
  law: Law,
  from: number,
  step: number,
  count: number,
  guess: (i: number, before: number | undefined) => number | undefined,
): Nodes {
  const values = new Float64Array(count);
  const slopes = new Float64Array(count);
  for (let i = 0; i < count; i += 1) {
    const z = from + i * step;
    const [value, slope] = law.atScore?.(z) ?? nodeAt(law, z, guess(i, i === 0 ? undefined : values[i - 1]));
    values[i] = value;
    slopes[i] = Number.isFinite(slope) ? slope : 0; // the density at an end may be 0: nothing moves there
  }
  return { from, step, values, slopes };
}

function nodeAt(law: Law, z: number, near: number | undefined): readonly [value: number, slope: number] {
  const value = valueAt(law, z, near);
  return [value, normalDensity(z) / law.density(value)];
}

function valueAt(law: Law, z: number, near?: number): number {
  return law.quantile(normalCumulative(z), normalCumulative(-z), near);
}

/** The largest error of `nodes` as cells, as a share of what is allowed at the `exact` values. */
function worstError(
  { values, slopes, step }: Nodes,
  exact: Nodes,
  allowed: (value: number) => number,
  back: (value: number) => number = (value) => value,
): number {
  let worst = 0;
  for (let i = 1; i < values.length - 1; i += 2) {
    const truth = exact.values[i]!;
    const error = Math.abs(back(hermiteMiddle(values, slopes, 2 * step, i - 1, i + 1)) - truth) / 16;
    const share = error / allowed(truth);
    if (!(share <= worst)) worst = share >= 0 ? share : Infinity;
  }
  return worst;
}

function hermiteMiddle(values: Float64Array, slopes: Float64Array, width: number, left: number, right: number): number {
  return (values[left]! + values[right]!) / 2 + (width * (slopes[left]! - slopes[right]!)) / 8;
}

function logarithms({ from, step, values, slopes }: Nodes): Nodes {
  return { from, step, values: values.map(ln), slopes: slopes.map((slope, i) => slope / values[i]!) };
}

function interleave(even: Float64Array, odd: Float64Array): Float64Array {
  const all = new Float64Array(even.length + odd.length);
  for (let i = 0; i < all.length; i += 1) all[i] = (i % 2 === 0 ? even : odd)[i >> 1]!;
  return all;
}

function cellsOf(kind: SmoothTable['kind'], { from, step, values, slopes }: Nodes, error: number): SmoothTable {
  const coefficients = new Float64Array(4 * (values.length - 1));
  for (let i = 0; i < values.length - 1; i += 1) {
    const rise = values[i + 1]! - values[i]!;
    const start = step * slopes[i]!;
    const end = step * slopes[i + 1]!;
    coefficients.set([values[i]!, start, 3 * rise - 2 * start - end, start + end - 2 * rise], 4 * i);
  }
  return { kind, from, cellsPerUnit: 1 / step, coefficients, error };
}
